/* The floor for polling: fetches the URLs of a file with libcurl's multi interface, 32 at a time, and does nothing
   with them but count. usage: poll_floor URLS */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t count(char *bytes, size_t size, size_t n, void *total) {
  (void)bytes;
  *(size_t *)total += size * n;
  return size * n;
}

int main(int argc, char **argv) {
  if (argc != 2) { fputs("usage: poll_floor URLS\n", stderr); return 2; }
  FILE *list = fopen(argv[1], "r");
  if (!list) { perror(argv[1]); return 1; }
  curl_global_init(CURL_GLOBAL_ALL);
  CURLM *multi = curl_multi_init();
  size_t total = 0, done = 0, failed = 0;
  int running = 0, active = 0, more = 1;
  char url[4096];
  while (more || active) {
    while (more && active < 32) {
      if (!fgets(url, sizeof url, list)) { more = 0; break; }
      url[strcspn(url, "\n")] = 0;
      CURL *easy = curl_easy_init();
      curl_easy_setopt(easy, CURLOPT_URL, url);
      curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, count);
      curl_easy_setopt(easy, CURLOPT_WRITEDATA, &total);
      curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
      curl_multi_add_handle(multi, easy);
      active++;
    }
    curl_multi_perform(multi, &running);
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(multi, &left))) {
      CURL *easy = message->easy_handle;
      if (message->data.result != CURLE_OK) failed++;
      done++;
      active--;
      curl_multi_remove_handle(multi, easy);
      curl_easy_cleanup(easy);
    }
    if (active) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  printf("%zu fetched, %zu failed, %zu bytes\n", done, failed, total);
  curl_multi_cleanup(multi);
  return failed != 0;
}
