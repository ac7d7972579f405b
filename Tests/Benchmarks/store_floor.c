/* The floor for a feed poller: libcurl multi, expat, SQLite, one commit a round. Conditional requests; a document is parsed, new
   entries are inserted, changed ones replaced (the old text is lost, there is no index).

   What a poller owes is done in the plainest way: requests name the program and what it reads, no proxy, http and https only, times
   and sizes have a limit, the address is judged before a socket is made for it; a poll leaves behind when it was, when the next one
   is, and a row in a log of the last 48. Handles and connections are used again, their options set once.
   With `index` the words of new entries also go into an index by FTS5, the plainest there is: what searching costs at least.
   usage: store_floor DATABASE URLS [index]
   build: cc -O2 store_floor.c -lcurl -lexpat -lsqlite3 -o store_floor */
#include <arpa/inet.h>
#include <curl/curl.h>
#include <expat.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TRANSFERS = 32, FIELDS = 4, LARGEST_HEADER = 256 << 10, LARGEST_BODY = 16 << 20, LOGGED = 48 };
static const char *names[FIELDS] = {"guid", "title", "pubDate", "description"};

struct buffer { char *bytes; size_t length, capacity; };

struct feed {
  char url[512], etag[256], modified[64], new_etag[256], new_modified[64];
  struct curl_slist *fields;
  struct buffer body;
  size_t header_bytes;
  long row;
};

static sqlite3 *db;
static sqlite3_stmt *touch, *keep, *look, *put, *note, *words, *find, *make;
static size_t unchanged, documents, added, revised, failed;

static void append(struct buffer *to, const char *bytes, size_t length) {
  if (to->length + length > to->capacity) {
    to->capacity = (to->length + length) * 2;
    to->bytes = realloc(to->bytes, to->capacity);
    if (!to->bytes) exit(1);
  }
  memcpy(to->bytes + to->length, bytes, length);
  to->length += length;
}

static size_t take(char *bytes, size_t size, size_t n, void *feed) {
  struct buffer *body = &((struct feed *)feed)->body;
  if (body->length + size * n > LARGEST_BODY) return 0;
  append(body, bytes, size * n);
  return size * n;
}

static void value(char *to, size_t room, const char *bytes, size_t length, size_t skip) {
  while (skip < length && bytes[skip] == ' ') skip++;
  length -= skip;
  while (length && (bytes[skip + length - 1] == '\r' || bytes[skip + length - 1] == '\n')) length--;
  if (length >= room) length = room - 1;
  memcpy(to, bytes + skip, length);
  to[length] = 0;
}

static size_t header(char *bytes, size_t size, size_t n, void *data) {
  struct feed *feed = data;
  feed->header_bytes += size * n;
  if (feed->header_bytes > LARGEST_HEADER) return 0;
  if (size * n > 5 && !strncasecmp(bytes, "etag:", 5)) value(feed->new_etag, sizeof feed->new_etag, bytes, size * n, 5);
  if (size * n > 14 && !strncasecmp(bytes, "last-modified:", 14))
    value(feed->new_modified, sizeof feed->new_modified, bytes, size * n, 14);
  return size * n;
}

/* The benchmark's publisher lives on loopback: what is judged is that the address may be used at all. */
static curl_socket_t open_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)data, (void)purpose;
  if (address->family == AF_INET) {
    in_addr_t host = ntohl(((struct sockaddr_in *)(void *)&address->addr)->sin_addr.s_addr);
    if (host == 0xA9FEA9FE || host >> 28 >= 0xE || !(host >> 24)) return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static struct buffer parts[FIELDS];
static int current = -1, in_item;
static long row;

static void start(void *data, const char *name, const char **attributes) {
  (void)data, (void)attributes;
  current = -1;
  if (!strcmp(name, "item")) {
    in_item = 1;
    for (int i = 0; i < FIELDS; i++) parts[i].length = 0;
  } else if (in_item) {
    for (int i = 0; i < FIELDS; i++)
      if (!strcmp(name, names[i])) current = i;
  }
}

static void text(void *data, const char *bytes, int length) {
  (void)data;
  if (in_item && current >= 0) append(&parts[current], bytes, (size_t)length);
}

static void end(void *data, const char *name) {
  (void)data;
  current = -1;
  if (strcmp(name, "item")) return;
  in_item = 0;
  sqlite3_bind_int64(look, 1, row);
  sqlite3_bind_text(look, 2, parts[0].bytes, (int)parts[0].length, SQLITE_STATIC);
  int known = sqlite3_step(look) == SQLITE_ROW;
  int same = known && (size_t)sqlite3_column_bytes(look, 0) == parts[3].length &&
             !memcmp(sqlite3_column_blob(look, 0), parts[3].bytes, parts[3].length);
  sqlite3_reset(look);
  if (same) return;
  if (known) revised++; else added++;
  sqlite3_bind_int64(put, 1, row);
  for (int i = 0; i < FIELDS; i++) sqlite3_bind_text(put, i + 2, parts[i].bytes, (int)parts[i].length, SQLITE_STATIC);
  if (sqlite3_step(put) != SQLITE_DONE) failed++;
  sqlite3_reset(put);
  if (!words || known) return;
  sqlite3_bind_int64(words, 1, sqlite3_last_insert_rowid(db));
  sqlite3_bind_text(words, 2, parts[1].bytes, (int)parts[1].length, SQLITE_STATIC);
  sqlite3_bind_text(words, 3, parts[3].bytes, (int)parts[3].length, SQLITE_STATIC);
  if (sqlite3_step(words) != SQLITE_DONE) failed++;
  sqlite3_reset(words);
}

static void finish(struct feed *feed, CURL *easy, CURLcode code) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  if (code != CURLE_OK || (status != 200 && status != 304)) { failed++; return; }
  sqlite3_int64 now = time(NULL);
  curl_off_t taken = 0;
  curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &taken);
  sqlite3_bind_int64(touch, 1, now);
  sqlite3_bind_int64(touch, 2, now + 1800);
  sqlite3_bind_int64(touch, 3, feed->row);
  sqlite3_step(touch);
  sqlite3_reset(touch);
  sqlite3_bind_int64(note, 1, LOGGED);
  sqlite3_bind_int64(note, 2, now);
  sqlite3_bind_int64(note, 3, status);
  sqlite3_bind_int64(note, 4, (sqlite3_int64)(feed->header_bytes + feed->body.length));
  sqlite3_bind_int64(note, 5, taken / 1000);
  sqlite3_bind_int64(note, 6, feed->row);
  sqlite3_step(note);
  sqlite3_reset(note);
  if (status == 304) { unchanged++; return; }
  documents++;
  row = feed->row;
  XML_Parser parser = XML_ParserCreate(NULL);
  XML_SetElementHandler(parser, start, end);
  XML_SetCharacterDataHandler(parser, text);
  if (XML_Parse(parser, feed->body.bytes, (int)feed->body.length, 1) == XML_STATUS_ERROR) failed++;
  XML_ParserFree(parser);
  sqlite3_bind_text(keep, 1, feed->new_etag, -1, SQLITE_STATIC);
  sqlite3_bind_text(keep, 2, feed->new_modified, -1, SQLITE_STATIC);
  sqlite3_bind_int64(keep, 3, feed->row);
  sqlite3_step(keep);
  sqlite3_reset(keep);
}

static void must(const char *sql, sqlite3_stmt **statement) {
  int code = statement ? sqlite3_prepare_v2(db, sql, -1, statement, NULL) : sqlite3_exec(db, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK) { fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db)); exit(1); }
}

/* A handle with what never changes; `idle` holds those that were used before. */
static CURL *idle[TRANSFERS];
static int idle_count;

static CURL *handle(void) {
  if (idle_count) return idle[--idle_count];
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "store-floor/1");
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, 15000L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 50000L);
  return easy;
}

static void begin(CURLM *multi, const char *url) {
  struct feed *feed = calloc(1, sizeof *feed);
  snprintf(feed->url, sizeof feed->url, "%s", url);
  if (!find) must("SELECT rowid, etag, modified FROM feed WHERE url = ?", &find);
  if (!make) must("INSERT INTO feed VALUES (?, '', '', 0, 0, 0)", &make);
  sqlite3_bind_text(find, 1, url, -1, SQLITE_STATIC);
  if (sqlite3_step(find) == SQLITE_ROW) {
    feed->row = sqlite3_column_int64(find, 0);
    snprintf(feed->etag, sizeof feed->etag, "%s", sqlite3_column_text(find, 1));
    snprintf(feed->modified, sizeof feed->modified, "%s", sqlite3_column_text(find, 2));
  } else {
    sqlite3_bind_text(make, 1, url, -1, SQLITE_STATIC);
    sqlite3_step(make);
    sqlite3_reset(make);
    feed->row = sqlite3_last_insert_rowid(db);
  }
  sqlite3_reset(find);
  char line[320];
  if (*feed->etag) { snprintf(line, sizeof line, "If-None-Match: %s", feed->etag); feed->fields = curl_slist_append(feed->fields, line); }
  if (*feed->modified) {
    snprintf(line, sizeof line, "If-Modified-Since: %s", feed->modified);
    feed->fields = curl_slist_append(feed->fields, line);
  }
  feed->fields = curl_slist_append(feed->fields, "Accept: application/atom+xml, application/rss+xml, */*;q=0.5");
  feed->fields = curl_slist_append(feed->fields, "Accept-Encoding: identity");
  CURL *easy = handle();
  curl_easy_setopt(easy, CURLOPT_URL, feed->url);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, feed->fields);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, feed);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, feed);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, feed);
  curl_multi_add_handle(multi, easy);
}

int main(int argc, char **argv) {
  int indexes = argc == 4 && !strcmp(argv[3], "index");
  FILE *list = argc == 3 || indexes ? fopen(argv[2], "r") : NULL;
  if (!list) { fputs("usage: store_floor DATABASE URLS [index]\n", stderr); return 2; }
  if (sqlite3_open(argv[1], &db) != SQLITE_OK) return 1;
  must("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
       "CREATE TABLE IF NOT EXISTS feed (url TEXT UNIQUE, etag TEXT, modified TEXT, polls INTEGER, last INTEGER, next INTEGER);"
       "CREATE TABLE IF NOT EXISTS poll (feed INTEGER, slot INTEGER, time INTEGER, status INTEGER, bytes INTEGER, ms INTEGER,"
       " PRIMARY KEY (slot, feed)) WITHOUT ROWID;"
       "CREATE TABLE IF NOT EXISTS entry (feed INTEGER, guid TEXT, title TEXT, published TEXT, text TEXT, PRIMARY KEY (feed, guid));"
       "BEGIN", NULL);
  must("UPDATE feed SET polls = polls + 1, last = ?, next = ? WHERE rowid = ?", &touch);
  must("INSERT OR REPLACE INTO poll SELECT rowid, polls % ?, ?, ?, ?, ? FROM feed WHERE rowid = ?", &note);
  must("UPDATE feed SET etag = ?, modified = ? WHERE rowid = ?", &keep);
  must("SELECT text FROM entry WHERE feed = ? AND guid = ?", &look);
  must("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)", &put);
  if (indexes) {
    must("CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, text, content = '')", NULL);
    must("INSERT INTO words(rowid, title, text) VALUES (?, ?, ?)", &words);
  }
  curl_global_init(CURL_GLOBAL_ALL);
  CURLM *multi = curl_multi_init();
  int running = 0, active = 0, more = 1, left;
  char url[512];
  while (more || active) {
    while (more && active < TRANSFERS) {
      if (!fgets(url, sizeof url, list)) { more = 0; break; }
      url[strcspn(url, "\n")] = 0;
      begin(multi, url);
      active++;
    }
    curl_multi_perform(multi, &running);
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left))) {
      CURL *easy = message->easy_handle;
      CURLcode code = message->data.result;
      struct feed *feed;
      curl_easy_getinfo(easy, CURLINFO_PRIVATE, &feed);
      finish(feed, easy, code);
      active--;
      curl_multi_remove_handle(multi, easy);
      idle[idle_count++] = easy;
      curl_slist_free_all(feed->fields);
      free(feed->body.bytes);
      free(feed);
    }
    if (active) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  must("COMMIT", NULL);
  printf("%zu unchanged, %zu documents, %zu added, %zu revised, %zu failed\n", unchanged, documents, added, revised, failed);
  /* With a statement left the database stays open, and the next round would read and copy the whole log again. */
  sqlite3_stmt *own[] = {touch, keep, look, put, note, words, find, make};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) sqlite3_finalize(own[i]);
  sqlite3_close(db);
  return failed != 0;
}
