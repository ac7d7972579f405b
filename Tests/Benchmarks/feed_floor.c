/* The floor that `brief-sync inspect` is measured against: expat, and the fields of each item collected, nothing more.
 * Build: cc -O2 feed_floor.c -lexpat -o feed_floor.   Run: feed_floor FEED */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 11 };
static const char *names[FIELDS] = {
    "title", "link", "guid", "id", "pubDate", "updated", "author",
    "category", "description", "summary", "http://purl.org/rss/1.0/modules/content/|encoded"};

struct buffer { char *bytes; size_t length, capacity; };
static struct buffer fields[FIELDS];
static int current = -1, in_item = 0;
static size_t items, total;

static void start(void *data, const char *name, const char **attributes) {
  (void)data, (void)attributes;
  if (!strcmp(name, "item") || !strcmp(name, "entry")) {
    in_item = 1;
    for (int i = 0; i < FIELDS; i++) fields[i].length = 0;
  } else if (in_item) {
    current = -1;
    for (int i = 0; i < FIELDS; i++)
      if (!strcmp(name, names[i])) current = i;
  }
}

static void end(void *data, const char *name) {
  (void)data;
  current = -1;
  if (strcmp(name, "item") && strcmp(name, "entry")) return;
  in_item = 0;
  items++;
  for (int i = 0; i < FIELDS; i++) total += fields[i].length;
}

static void text(void *data, const char *bytes, int length) {
  (void)data;
  if (!in_item || current < 0) return;
  struct buffer *field = &fields[current];
  if (field->length + (size_t)length > field->capacity) {
    field->capacity = (field->length + (size_t)length) * 2;
    field->bytes = realloc(field->bytes, field->capacity);
    if (!field->bytes) exit(1);
  }
  memcpy(field->bytes + field->length, bytes, (size_t)length);
  field->length += (size_t)length;
}

int main(int count, char **arguments) {
  static char piece[65536];
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return 1;
  XML_Parser parser = XML_ParserCreateNS(NULL, '|');
  XML_SetElementHandler(parser, start, end);
  XML_SetCharacterDataHandler(parser, text);
  size_t length;
  do {
    length = fread(piece, 1, sizeof piece, file);
    if (XML_Parse(parser, piece, (int)length, length < sizeof piece) == XML_STATUS_ERROR) {
      fprintf(stderr, "%s\n", XML_ErrorString(XML_GetErrorCode(parser)));
      return 1;
    }
  } while (length == sizeof piece);
  printf("%zu items, %zu bytes\n", items, total);
  return 0;
}
