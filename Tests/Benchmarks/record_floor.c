/* The floor for recording: the same kinds of rows by plain statements, 2,000 publications a commit, with the durability of the store
   (write-ahead log, synchronous FULL). Texts are compressed and indexed; nothing is compared, digested or told apart.
   usage: record_floor DATABASE COUNT TEXTS      (a text a line); prints CPU and wall seconds of new, unchanged and edited rows
          record_floor DATABASE index TEXTS      builds a search index alone; prints them, and its bytes
   build: cc -O2 record_floor.c -lsqlite3 -lzstd -o record_floor */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zstd.h>

enum { COMMIT = 2000 };
static sqlite3 *db;
static char packed[1 << 20];
static unsigned char digest[32];

static void run(const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) { fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db)); exit(1); }
}

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) { fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db)); exit(1); }
  return statement;
}

static void step(sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) { fprintf(stderr, "%s\n", sqlite3_errmsg(db)); exit(1); }
  sqlite3_reset(statement);
}

static double wall(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void name(int number) {
  unsigned long long state = (unsigned long long)number + 1;
  for (int i = 0; i < 32; i++) { state = state * 6364136223846793005ull + 1442695040888963407ull; digest[i] = (unsigned char)(state >> 56); }
}

static int lines(const char *path, char ***texts) {
  FILE *file = fopen(path, "r");
  if (!file) exit(2);
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  int count = 0, most = 0;
  while ((length = getline(&line, &room, file)) > 0) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    if (count == most) *texts = realloc(*texts, sizeof **texts * (size_t)(most = most * 2 + 1024));
    (*texts)[count++] = strdup(line);
  }
  fclose(file);
  return count;
}

static const char *schema =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "CREATE TABLE publication (n INTEGER PRIMARY KEY, id BLOB UNIQUE, source INTEGER, kind TEXT, identity TEXT, revision INTEGER, seen INTEGER);"
    "CREATE INDEX publication_by_revision ON publication (revision);"
    "CREATE TABLE version (n INTEGER PRIMARY KEY, publication INTEGER, number INTEGER, id BLOB, revision INTEGER, link TEXT, language TEXT,"
    " form INTEGER, replaced BLOB, UNIQUE (publication, number));"
    "CREATE TABLE head_content (publication INTEGER PRIMARY KEY, form INTEGER, content BLOB);"
    "CREATE INDEX version_by_revision ON version (revision);"
    "CREATE TABLE change (revision INTEGER, ordinal INTEGER, kind TEXT, publication INTEGER, version INTEGER, differences TEXT,"
    " PRIMARY KEY (revision, ordinal)) WITHOUT ROWID;"
    "CREATE INDEX change_by_publication ON change (publication, revision);"
    "CREATE TABLE head (publication INTEGER PRIMARY KEY, source INTEGER, version INTEGER, id BLOB, title TEXT, link TEXT, changed INTEGER);"
    "CREATE INDEX head_by_source ON head (source); CREATE INDEX head_by_change ON head (changed);"
    "CREATE TABLE poll (source INTEGER PRIMARY KEY, polls INTEGER);"
    "CREATE VIRTUAL TABLE search USING fts5 (title, text, authors, content = '', tokenize = 'ascii');";

static sqlite3_stmt *publish, *keep, *whole, *overwrite, *change, *head, *advance, *find, *index_words, *poll;

/* The row of a version has what it replaced, as a patch; the newest text lies apart. */
static void write_version(int number, int version, const char *text, const void *replaced, size_t replaced_size) {
  char link[96];
  snprintf(link, sizeof link, "https://example.org/s%d/%d", number / 1000, number % 1000);
  name(number + version * 1000003);
  sqlite3_bind_int(keep, 1, number + 1);
  sqlite3_bind_int(keep, 2, version);
  sqlite3_bind_blob(keep, 3, digest, 32, SQLITE_STATIC);
  sqlite3_bind_int(keep, 4, number / 1000 + version * 1000);
  sqlite3_bind_text(keep, 5, link, -1, SQLITE_STATIC);
  if (replaced) sqlite3_bind_blob(keep, 6, replaced, (int)replaced_size, SQLITE_STATIC);
  else sqlite3_bind_null(keep, 6);
  step(keep);
  sqlite3_bind_int64(index_words, 1, sqlite3_last_insert_rowid(db));
  size_t size = ZSTD_compress(packed, sizeof packed, text, strlen(text), 3);
  sqlite3_stmt *place = version == 1 ? whole : overwrite;
  sqlite3_bind_blob(place, 1, packed, (int)size, SQLITE_STATIC);
  sqlite3_bind_int(place, 2, number + 1);
  step(place);
  sqlite3_bind_text(index_words, 2, "Brief", -1, SQLITE_STATIC);
  sqlite3_bind_text(index_words, 3, text, -1, SQLITE_STATIC);
  step(index_words);
  sqlite3_bind_int(change, 1, number / 1000 + version * 1000);
  sqlite3_bind_int(change, 2, number % 1000);
  sqlite3_bind_text(change, 3, version == 1 ? "added" : "revised", -1, SQLITE_STATIC);
  sqlite3_bind_int(change, 4, number + 1);
  sqlite3_bind_int(change, 5, version);
  sqlite3_bind_text(change, 6, version == 1 ? "[]" : "[{\"after\":\"2\",\"before\":\"1\",\"class\":\"number\",\"field\":\"text\",\"offset\":490}]", -1, SQLITE_STATIC);
  step(change);
}

static void new_row(int number, const char *text) {
  char link[96];
  snprintf(link, sizeof link, "https://example.org/s%d/%d", number / 1000, number % 1000);
  name(number);
  sqlite3_bind_blob(publish, 1, digest, 16, SQLITE_STATIC);
  sqlite3_bind_int(publish, 2, number / 1000);
  sqlite3_bind_text(publish, 3, link, -1, SQLITE_STATIC);
  sqlite3_bind_int(publish, 4, number / 1000);
  step(publish);
  write_version(number, 1, text, NULL, 0);
  sqlite3_bind_int(head, 1, number + 1);
  sqlite3_bind_int(head, 2, number / 1000);
  sqlite3_bind_blob(head, 3, digest, 32, SQLITE_STATIC);
  sqlite3_bind_text(head, 4, link, -1, SQLITE_STATIC);
  step(head);
}

static void look(int number) {
  name(number);
  sqlite3_bind_blob(find, 1, digest, 16, SQLITE_STATIC);
  if (sqlite3_step(find) != SQLITE_ROW) exit(1);
  name(number + 1000003);
  if (memcmp(sqlite3_column_blob(find, 0), digest, 32)) exit(1);
  sqlite3_reset(find);
}

static void edited_row(int number, const char *old, const char *text) {
  look(number);
  static ZSTD_CCtx *context;
  static char patch[sizeof packed];
  if (!context) context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 6);
  ZSTD_CCtx_refPrefix(context, text, strlen(text));
  size_t size = ZSTD_compress2(context, patch, sizeof patch, old, strlen(old));
  write_version(number, 2, text, patch, size);
  sqlite3_bind_blob(advance, 1, digest, 32, SQLITE_STATIC);
  sqlite3_bind_int(advance, 2, number + 1);
  step(advance);
}

static void report(const char *what, int count, clock_t cpu, double since) {
  printf("%s %d %f %f\n", what, count, (double)(clock() - cpu) / CLOCKS_PER_SEC, wall() - since);
}

int main(int argc, char **argv) {
  char **texts = NULL;
  if (argc != 4 || sqlite3_open(argv[1], &db) != SQLITE_OK) return 2;
  int count = lines(argv[3], &texts);
  run(schema);
  index_words = prepared("INSERT INTO search (rowid, title, text, authors) VALUES (?, ?, ?, 'A. Author')");
  if (!strcmp(argv[2], "index")) {
    clock_t cpu = clock();
    double since = wall();
    for (int i = 0; i < count; i++) {
      if (i % COMMIT == 0) run(i ? "COMMIT; BEGIN" : "BEGIN");
      sqlite3_bind_int(index_words, 1, i + 1);
      sqlite3_bind_text(index_words, 2, "Brief", -1, SQLITE_STATIC);
      sqlite3_bind_text(index_words, 3, texts[i], -1, SQLITE_STATIC);
      step(index_words);
    }
    run("COMMIT");
    report("indexed", count, cpu, since);
    return 0;
  }
  if (atoi(argv[2]) < count) count = atoi(argv[2]);
  publish = prepared("INSERT INTO publication VALUES (NULL, ?, ?, 'entry-id', ?, ?, 1704067200)");
  keep = prepared("INSERT INTO version VALUES (NULL, ?, ?, ?, ?, ?, 'en', 1, ?)");
  whole = prepared("INSERT INTO head_content (form, content, publication) VALUES (0, ?, ?)");
  overwrite = prepared("UPDATE head_content SET content = ? WHERE publication = ?");
  change = prepared("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)");
  head = prepared("INSERT INTO head VALUES (?, ?, 1, ?, 'Brief', ?, 1704067200)");
  advance = prepared("UPDATE head SET version = 2, id = ?, changed = 1704067300 WHERE publication = ?");
  find = prepared("SELECT h.id FROM publication p JOIN head h ON h.publication = p.n WHERE p.id = ?");
  poll = prepared("INSERT INTO poll VALUES (?, 1) ON CONFLICT DO UPDATE SET polls = polls + 1");
  for (int phase = 0; phase < 3; phase++) {
    clock_t cpu = clock();
    double since = wall();
    char *text = NULL;
    for (int i = 0; i < count; i++) {
      if (i % COMMIT == 0) run(i ? "COMMIT; BEGIN" : "BEGIN");
      if (i % 1000 == 0) { sqlite3_bind_int(poll, 1, i / 1000); step(poll); }
      if (phase == 0) new_row(i, texts[i]);
      else if (phase == 1) look(i);
      else {
        text = realloc(text, strlen(texts[i]) + 16);
        sprintf(text, "%s again", texts[i]);
        edited_row(i, texts[i], text);
      }
    }
    run("COMMIT");
    report(phase == 0 ? "new" : phase == 1 ? "unchanged" : "edited", count, cpu, since);
  }
  return 0;
}
