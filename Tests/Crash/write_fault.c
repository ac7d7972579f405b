/* Ends the process at the write whose number FAULT_AT says, half of it done: loaded before the C library.
   FAULT_LOG receives the number of writes of a run that came to its end. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_long count;

static int is_store(int descriptor) {
  char name[64], path[4096];
  snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(name, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "/store.sqlite") != NULL;
}

static int is_due(int descriptor) {
  const char *at = getenv("FAULT_AT");
  if (!is_store(descriptor)) return 0;
  long number = atomic_fetch_add(&count, 1) + 1;
  return at && number == atol(at);
}

static void end(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t place) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
  if (is_due(descriptor)) { real(descriptor, bytes, size / 2, place); end(); }
  return real(descriptor, bytes, size, place);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t place) {
  return pwrite64(descriptor, bytes, size, place);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  if (is_due(descriptor)) { real(descriptor, bytes, size / 2); end(); }
  return real(descriptor, bytes, size);
}

static int synced(int descriptor, const char *name) {
  int (*real)(int) = dlsym(RTLD_NEXT, name);
  if (is_due(descriptor)) end();
  return real(descriptor);
}
int fsync(int descriptor) { return synced(descriptor, "fsync"); }
int fdatasync(int descriptor) { return synced(descriptor, "fdatasync"); }

__attribute__((destructor)) static void report(void) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  FILE *file = fopen(log, "w");
  if (file) { fprintf(file, "%ld\n", (long)count); fclose(file); }
}
