// The floor that the topic matcher is measured against: a plain word-start table.
//
//   topics_floor STEMS TEXT [ROUNDS]
//
// STEMS holds one stem a line, folded to lower case. Each word of TEXT is folded (lower case by a
// table of code points below U+0800), its first three letters choose a bucket, and every stem of the
// bucket is compared with the word. Prints the hits of one round, and megabytes per CPU second.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { POINTS = 0x800, BUCKETS = 1 << 16, WORD = 256 };

static uint16_t folded[POINTS];  // 0 is no letter

static void make_table(void) {
  for (int c = '0'; c <= '9'; c++) folded[c] = (uint16_t)c;
  for (int c = 'a'; c <= 'z'; c++) folded[c] = folded[c - 32] = (uint16_t)c;
  static const char base[] =
      "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty";
  for (int c = 0xC0; c < 0x100; c++)
    if (base[c - 0xC0] != '*') folded[c] = (uint16_t)base[c - 0xC0];
  static const char extended[] =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssss"
      "ttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  for (int c = 0x100; c < 0x180; c++) folded[c] = (uint16_t)extended[c - 0x100];
  for (int c = 0x430; c < 0x460; c++) folded[c] = (uint16_t)c;
  for (int c = 0x410; c < 0x430; c++) folded[c] = (uint16_t)(c + 32);
  for (int c = 0x400; c < 0x410; c++) folded[c] = (uint16_t)(c + 80);
  folded[0x401] = folded[0x451] = 0x435;
  folded[0x40E] = folded[0x45E] = 0x443;
}

typedef struct {
  uint16_t letters[64];
  int length;
  int next;
} stem;

static stem *stems;
static int stem_count;
static int buckets[BUCKETS];

static uint32_t bucket_of(const uint16_t *w) {
  uint32_t h = w[0] * 0x9E3779B1u ^ w[1] * 0x85EBCA6Bu ^ w[2] * 0xC2B2AE35u;
  return (h >> 16) & (BUCKETS - 1);
}

static int point(const uint8_t *p, const uint8_t *end, int *size) {
  if (*p < 0x80) { *size = 1; return *p; }
  if (*p >= 0xC2 && *p < 0xE0 && p + 1 < end) { *size = 2; return (*p & 31) << 6 | (p[1] & 63); }
  *size = *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : 1;
  return 0;
}

static char *slurp(const char *path, size_t *length) {
  FILE *f = fopen(path, "rb");
  if (!f) { perror(path); exit(1); }
  fseek(f, 0, SEEK_END);
  *length = (size_t)ftell(f);
  rewind(f);
  char *data = malloc(*length + 1);
  if (fread(data, 1, *length, f) != *length) exit(1);
  data[*length] = 0;
  fclose(f);
  return data;
}

static void load(const char *path) {
  size_t length;
  char *text = slurp(path, &length);
  stems = calloc(200000, sizeof *stems);
  memset(buckets, -1, sizeof buckets);
  for (char *line = strtok(text, "\n"); line && stem_count < 200000; line = strtok(NULL, "\n")) {
    stem *s = &stems[stem_count];
    const uint8_t *p = (const uint8_t *)line, *end = p + strlen(line);
    while (p < end && s->length < 63) {
      int size, c = point(p, end, &size);
      if (c < POINTS && folded[c]) s->letters[s->length++] = folded[c];
      p += size;
    }
    uint32_t b = bucket_of(s->letters);
    s->next = buckets[b];
    buckets[b] = stem_count++;
  }
}

static long scan(const uint8_t *p, const uint8_t *end) {
  long hits = 0;
  uint16_t word[WORD + 4];
  while (p < end) {
    int length = 0;
    while (p < end) {
      int size, c = point(p, end, &size);
      uint16_t letter = c < POINTS ? folded[c] : 0;
      if (!letter) { if (!length) { p += size; continue; } break; }
      if (length < WORD) word[length++] = letter;
      p += size;
    }
    if (length < 1) continue;
    for (int known = length < 3 ? length : 3; known > 0; known--) {
      // Stems of one and two letters have zeros behind them.
      uint16_t key[3] = {word[0], known > 1 ? word[1] : 0, known > 2 ? word[2] : 0};
      for (int i = buckets[bucket_of(key)]; i >= 0; i = stems[i].next)
        if (stems[i].length <= length && (stems[i].length >= 3 ? known == 3 : stems[i].length == known) &&
            !memcmp(stems[i].letters, word, 2 * (size_t)stems[i].length))
          hits++;
    }
  }
  return hits;
}

int main(int argc, char **argv) {
  if (argc < 3) { fprintf(stderr, "usage: topics_floor STEMS TEXT [ROUNDS]\n"); return 2; }
  make_table();
  load(argv[1]);
  size_t length;
  char *text = slurp(argv[2], &length);
  int rounds = argc > 3 ? atoi(argv[3]) : 1;
  long hits = 0;
  clock_t start = clock();
  for (int i = 0; i < rounds; i++) hits = scan((uint8_t *)text, (uint8_t *)text + length);
  double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  printf("{\"stems\": %d, \"hits\": %ld, \"mb_per_cpu_second\": %.1f}\n", stem_count, hits,
         (double)length * rounds / 1e6 / seconds);
}
