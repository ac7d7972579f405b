/* The floor for a search: the same FTS5 index and rows, asked by plain statements. The newest 401 matches with their titles, and of
   the first 20 the publication's row and the text, unfolded.
   usage: search_floor STORE REPEATS MATCH TOPIC     (TOPIC may be empty); prints CPU milliseconds of one answer and the matches
   build: cc -O2 search_floor.c -lsqlite3 -lzstd -o search_floor */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zstd.h>

enum { RANKED = 401, ANSWERED = 20 };
static sqlite3 *db;
static char *title[RANKED];
static sqlite3_int64 row[RANKED];

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    exit(1);
  }
  return statement;
}

int main(int argc, char **argv) {
  if (argc != 5 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 2;
  int repeats = atoi(argv[2]), found = 0;
  sqlite3_stmt *hits = prepared(
      *argv[4] ? "SELECT p.n, h.title FROM search JOIN version v ON v.n = search.rowid JOIN head h ON h.publication = v.publication"
                 " AND h.version = v.number JOIN publication p ON p.n = v.publication WHERE search MATCH ?1 AND EXISTS (SELECT 1 FROM"
                 " mention m WHERE m.topic = ?3 AND m.publication = v.publication AND m.version = v.number)"
                 " ORDER BY search.rowid DESC LIMIT ?2"
               : "SELECT p.n, h.title FROM search JOIN version v ON v.n = search.rowid JOIN head h ON h.publication = v.publication"
                 " AND h.version = v.number JOIN publication p ON p.n = v.publication WHERE search MATCH ?1"
                 " ORDER BY search.rowid DESC LIMIT ?2");
  sqlite3_stmt *text = prepared("SELECT p.*, h.*, c.content FROM publication p JOIN head h ON h.publication = p.n JOIN head_content c ON"
                                " c.publication = p.n WHERE p.n = ?");
  ZSTD_DCtx *context = ZSTD_createDCtx();
  ZSTD_DDict *dictionary = NULL;
  sqlite3_stmt *learnt = prepared("SELECT bytes FROM dictionary ORDER BY n DESC LIMIT 1");
  if (sqlite3_step(learnt) == SQLITE_ROW)
    dictionary = ZSTD_createDDict(sqlite3_column_blob(learnt, 0), (size_t)sqlite3_column_bytes(learnt, 0));
  sqlite3_finalize(learnt);
  static char unfolded[1 << 20];
  clock_t start = clock();
  for (int round = 0; round < repeats; round++) {
    for (int i = 0; i < found; i++) free(title[i]);
    found = 0;
    sqlite3_bind_text(hits, 1, argv[3], -1, SQLITE_STATIC);
    sqlite3_bind_int(hits, 2, RANKED);
    if (*argv[4]) sqlite3_bind_text(hits, 3, argv[4], -1, SQLITE_STATIC);
    while (sqlite3_step(hits) == SQLITE_ROW && found < RANKED) {
      row[found] = sqlite3_column_int64(hits, 0);
      title[found++] = strdup((const char *)sqlite3_column_text(hits, 1));
    }
    sqlite3_reset(hits);
    for (int i = 0; i < found && i < ANSWERED; i++) {
      sqlite3_bind_int64(text, 1, row[i]);
      if (sqlite3_step(text) == SQLITE_ROW) {
        int last = sqlite3_column_count(text) - 1;
        ZSTD_decompress_usingDDict(context, unfolded, sizeof unfolded, sqlite3_column_blob(text, last),
                                   (size_t)sqlite3_column_bytes(text, last), dictionary);
      }
      sqlite3_reset(text);
    }
  }
  printf("%f %d\n", (double)(clock() - start) / CLOCKS_PER_SEC * 1000 / repeats, found);
  return 0;
}
