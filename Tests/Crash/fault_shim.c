/* Loaded before the C library: at the Nth write, sync or send of the process it kills the process, or lets that
 * one call fail. BRIEF_FAULT_AT=N, BRIEF_FAULT_KIND=kill|eio|full|readonly; the count so far stands in BRIEF_FAULT_COUNT's
 * file, so that the caller knows how many points there are. But for kill only files under BRIEF_FAULT_UNDER
 * count, and every call from N on fails for
 * BRIEF_FAULT_LASTS milliseconds when that is set, until somebody made room. With
 * BRIEF_FAULT_WHILE=FILE every one fails while there is such a file. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long count;
/* Milliseconds at which the first call failed, 0 before. */
static atomic_long began;

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000L + now.tv_nsec / 1000000 + 1;
}

static int is_ours(int fd) {
  const char *under = getenv("BRIEF_FAULT_UNDER");
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0 || !under) return 0;
  path[length] = 0;
  return !strncmp(path, under, strlen(under));
}

/* What the call ends with, or 0 to let it be. */
static int fault(int fd, int is_socket) {
  const char *at = getenv("BRIEF_FAULT_AT"), *kind = getenv("BRIEF_FAULT_KIND");
  if (!at || !kind || (is_socket ? strcmp(kind, "kill") != 0 : !is_ours(fd))) return 0;
  const char *sign = getenv("BRIEF_FAULT_WHILE");
  if (sign) return access(sign, F_OK) ? 0 : !strcmp(kind, "full") ? ENOSPC : EIO;
  long number = atomic_fetch_add(&count, 1) + 1, wanted = atol(at);
  const char *file = getenv("BRIEF_FAULT_COUNT");
  if (file) {
    int out = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out >= 0) {
      dprintf(out, "%ld", number);
      close(out);
    }
  }
  const char *lasts = getenv("BRIEF_FAULT_LASTS");
  if (number < wanted || (number > wanted && !lasts)) return 0;
  if (number == wanted) began = milliseconds();
  if (lasts && milliseconds() - began > atol(lasts)) return 0;
  if (!strcmp(kind, "kill")) kill(getpid(), SIGKILL);
  return !strcmp(kind, "full") ? ENOSPC : !strcmp(kind, "readonly") ? EROFS : EIO;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAIL(fd, is_socket)               \
  do {                                    \
    int code = fault(fd, is_socket);      \
    if (code) {                           \
      errno = code;                       \
      return -1;                          \
    }                                     \
  } while (0)

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
  FAIL(fd, 0);
  return REAL(pwrite64)(fd, bytes, size, offset);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
  FAIL(fd, 0);
  return REAL(pwrite)(fd, bytes, size, offset);
}
int fsync(int fd) {
  FAIL(fd, 0);
  return REAL(fsync)(fd);
}
int fdatasync(int fd) {
  FAIL(fd, 0);
  return REAL(fdatasync)(fd);
}
ssize_t send(int fd, const void *bytes, size_t size, int flags) {
  FAIL(fd, 1);
  return REAL(send)(fd, bytes, size, flags);
}
ssize_t recv(int fd, void *bytes, size_t size, int flags) {
  FAIL(fd, 1);
  return REAL(recv)(fd, bytes, size, flags);
}
