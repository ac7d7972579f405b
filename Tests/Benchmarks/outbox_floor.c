/* The least that sending an outbox can cost, and a receiver that is faster than anything that it measures.
 *
 * outbox_floor deliver STORE PORT: takes what waits in the store's outbox sixteen alerts at a time, marks them as on
 *   their way and the sixteen before as delivered in one transaction (WAL, synchronous FULL), and POSTs them on
 *   sixteen connections that are kept. Prints seconds from the first row read to the last mark.
 * outbox_floor serve COUNT: answers 204 to every POST on a loopback port that it prints; when COUNT have come it prints
 *   when the first, the 99th percentile and the last did, in seconds of CLOCK_MONOTONIC, and goes on answering. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { WINDOW = 16, ROOM = 1 << 18 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void run(sqlite3 *db, const char *sql) {
  char *why = NULL;
  if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK) {
    fprintf(stderr, "%s: %s\n", sql, why);
    exit(1);
  }
}

static int dial(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address)) fail("connect");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  return fd;
}

static void post(int fd, const char *key, const char *body, int length) {
  char head[1024];
  int size = snprintf(head, sizeof head,
                      "POST /hook HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\nContent-Type: application/json\r\n"
                      "User-Agent: brief-sync/1\r\nwebhook-id: %s\r\nwebhook-timestamp: %ld\r\nContent-Length: %d\r\n\r\n",
                      key, (long)time(NULL), length);
  if (send(fd, head, size, MSG_MORE) != size || send(fd, body, length, 0) != length) fail("send");
}

static void answer(int fd) {
  char bytes[512];
  ssize_t size = recv(fd, bytes, sizeof bytes, 0);
  if (size < 12 || memcmp(bytes, "HTTP/1.1 204", 12)) fail("recv");
}

static int deliver(const char *store, int port) {
  char path[4096];
  snprintf(path, sizeof path, "%s/store.sqlite", store);
  sqlite3 *db;
  if (sqlite3_open(path, &db) != SQLITE_OK) fail("open");
  run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000");
  sqlite3_stmt *claim, *mark, *sending, *count;
  sqlite3_prepare_v2(db,
                     "SELECT o.n, o.key, b.body FROM outbox o JOIN outbox_body b ON b.n = o.n "
                     "WHERE o.state = 'pending' ORDER BY o.n LIMIT 16", -1, &claim, NULL);
  sqlite3_prepare_v2(db,
                     "UPDATE outbox SET state = 'delivered', finished = ?1, answer = 'HTTP 204' "
                     "WHERE n = ?2 AND state = 'sending'", -1, &mark, NULL);
  sqlite3_prepare_v2(db,
                     "UPDATE outbox SET state = 'sending', attempts = attempts + 1, asked = ?1 WHERE n = ?2",
                     -1, &sending, NULL);
  sqlite3_prepare_v2(db, "UPDATE outbox_count SET pending = pending - ?1", -1, &count, NULL);
  int fds[WINDOW];
  for (int i = 0; i < WINDOW; i++) fds[i] = dial(port);
  sqlite3_int64 rows[WINDOW];
  int claimed = 0, total = 0;
  double began = now();
  for (;;) {
    static char keys[WINDOW][256], *bodies[WINDOW];
    int lengths[WINDOW];
    run(db, "BEGIN IMMEDIATE");
    for (int i = 0; i < claimed; i++) {
      sqlite3_bind_int64(mark, 1, time(NULL));
      sqlite3_bind_int64(mark, 2, rows[i]);
      sqlite3_step(mark);
      sqlite3_reset(mark);
    }
    if (claimed) {
      sqlite3_bind_int(count, 1, claimed);
      sqlite3_step(count);
      sqlite3_reset(count);
    }
    claimed = 0;
    while (sqlite3_step(claim) == SQLITE_ROW) {
      rows[claimed] = sqlite3_column_int64(claim, 0);
      snprintf(keys[claimed], sizeof keys[0], "%s", (const char *)sqlite3_column_text(claim, 1));
      lengths[claimed] = sqlite3_column_bytes(claim, 2);
      bodies[claimed] = realloc(bodies[claimed], lengths[claimed] + 1);
      memcpy(bodies[claimed], sqlite3_column_text(claim, 2), lengths[claimed]);
      claimed++;
    }
    sqlite3_reset(claim);
    for (int i = 0; i < claimed; i++) {
      sqlite3_bind_int64(sending, 1, time(NULL));
      sqlite3_bind_int64(sending, 2, rows[i]);
      sqlite3_step(sending);
      sqlite3_reset(sending);
    }
    run(db, "COMMIT");
    if (!claimed) break;
    for (int i = 0; i < claimed; i++) post(fds[i], keys[i], bodies[i], lengths[i]);
    for (int i = 0; i < claimed; i++) answer(fds[i]);
    total += claimed;
  }
  printf("{\"count\": %d, \"seconds\": %.4f}\n", total, now() - began);
  return 0;
}

struct peer {
  int fd;
  size_t held;
  char bytes[ROOM];
};

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static void report(double *times, int count) {
  qsort(times, count, sizeof *times, compare);
  printf("{\"first\": %.4f, \"p99\": %.4f, \"last\": %.4f}\n", times[0], times[count * 99 / 100], times[count - 1]);
  fflush(stdout);
}

static void serve(int wanted) {
  struct sockaddr_in address = {.sin_family = AF_INET};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM, 0), poll = epoll_create1(0), got = 0;
  if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 256)) fail("listen");
  getsockname(listener, (struct sockaddr *)&address, &length);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
  double *times = calloc(wanted, sizeof *times);
  for (;;) {
    struct epoll_event events[64];
    int ready = epoll_wait(poll, events, 64, -1);
    for (int i = 0; i < ready; i++) {
      struct peer *peer = events[i].data.ptr;
      if (!peer) {
        int one = 1;
        peer = calloc(1, sizeof *peer);
        peer->fd = accept(listener, NULL, NULL);
        setsockopt(peer->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        event = (struct epoll_event){.events = EPOLLIN, .data.ptr = peer};
        epoll_ctl(poll, EPOLL_CTL_ADD, peer->fd, &event);
        continue;
      }
      ssize_t size = recv(peer->fd, peer->bytes + peer->held, ROOM - 1 - peer->held, 0);
      if (size <= 0) {
        close(peer->fd);
        free(peer);
        continue;
      }
      peer->held += size;
      peer->bytes[peer->held] = 0;
      for (;;) {
        char *end = strstr(peer->bytes, "\r\n\r\n"), *field = strcasestr(peer->bytes, "content-length:");
        if (!end || !field) break;
        size_t whole = end + 4 - peer->bytes + atol(field + 15);
        if (peer->held < whole) break;
        if (got < wanted) {
          times[got++] = now();
          if (got == wanted) report(times, got);
        }
        if (send(peer->fd, "HTTP/1.1 204 No Content\r\n\r\n", 27, MSG_NOSIGNAL) != 27) break;
        memmove(peer->bytes, peer->bytes + whole, peer->held - whole + 1);
        peer->held -= whole;
      }
    }
  }
}

int main(int count, char **words) {
  signal(SIGPIPE, SIG_IGN);
  if (count == 4 && !strcmp(words[1], "deliver")) return deliver(words[2], atoi(words[3]));
  if (count == 3 && !strcmp(words[1], "serve")) serve(atoi(words[2]));
  fprintf(stderr, "usage: outbox_floor deliver STORE PORT | serve COUNT\n");
  return 2;
}
