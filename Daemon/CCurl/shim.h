/* libcurl for Swift: the whole of <curl/curl.h>, and one typed function for each kind of argument
   that its variadic functions take, because Swift does not call variadic C functions. */
#ifndef BRIEF_CCURL_SHIM_H
#define BRIEF_CCURL_SHIM_H

#include <curl/curl.h>
#include <malloc.h>
#include <stdbool.h>
#include <sys/prctl.h>

static inline CURLcode brief_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

/* libcurl copies the text. */
static inline CURLcode brief_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

/* libcurl keeps the pointer: it must live until the handle is reset. */
static inline CURLcode brief_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

/* libcurl keeps the list: it must live until the transfer is over. */
static inline CURLcode brief_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode brief_curl_on_body(CURL *easy, curl_write_callback callback, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, callback);
  return code ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

/* What a transfer sends: the callback fills the buffer and returns how many bytes, 0 at the end. */
static inline CURLcode brief_curl_on_upload(CURL *easy, curl_read_callback callback, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_READFUNCTION, callback);
  return code ? code : curl_easy_setopt(easy, CURLOPT_READDATA, context);
}

static inline CURLcode brief_curl_on_field(CURL *easy, curl_write_callback callback, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, callback);
  return code ? code : curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

static inline CURLcode brief_curl_on_open_socket(CURL *easy, curl_opensocket_callback callback,
                                                 void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, callback);
  return code ? code : curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, context);
}

static inline CURLcode brief_curl_on_request(CURL *easy, curl_prereq_callback callback,
                                             void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
  return code ? code : curl_easy_setopt(easy, CURLOPT_PREREQDATA, context);
}

/* What is said and heard, for a person who looks for what is wrong. */
static inline CURLcode brief_curl_on_debug(CURL *easy, curl_debug_callback callback, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, callback);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_DEBUGDATA, context);
  return code ? code : curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
}

/* The value, or `absent` when libcurl has none. */
static inline long brief_curl_get_long(CURL *easy, CURLINFO what, long absent) {
  long value = absent;
  return curl_easy_getinfo(easy, what, &value) ? absent : value;
}

static inline long long brief_curl_get_size(CURL *easy, CURLINFO what, long long absent) {
  curl_off_t value = absent;
  return curl_easy_getinfo(easy, what, &value) ? absent : (long long)value;
}

static inline CURLMcode brief_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

/* What a transfer of ours is known by to libcurl. */
static inline CURLcode brief_curl_set_context(CURL *easy, void *context) {
  return curl_easy_setopt(easy, CURLOPT_PRIVATE, context);
}

/* NULL when none was set. */
static inline void *brief_curl_context(CURL *easy) {
  void *context = NULL;
  return curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context) ? NULL : context;
}

/* Takes the next transfer that is over; false when there is none. */
static inline bool brief_curl_next_finished(CURLM *multi, CURL **easy, CURLcode *result) {
  int left = 0;
  for (CURLMsg *message = curl_multi_info_read(multi, &left); message;
       message = curl_multi_info_read(multi, &left)) {
    if (message->msg == CURLMSG_DONE) {
      *easy = message->easy_handle;
      *result = message->data.result;
      return true;
    }
  }
  return false;
}

/* CURL_SOCKET_BAD, a cast that Swift does not import. */
static inline curl_socket_t brief_curl_no_socket(void) { return CURL_SOCKET_BAD; }

/* At most 15 bytes; shown by ps and in stack traces. */
static inline void brief_name_this_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

/* glibc gives each thread a heap of its own and none back to another: with many threads that each hold a
   little, a sixth of the memory. */
static inline void brief_share_heaps(void) { mallopt(M_ARENA_MAX, 2); }

/* Pages of the heaps that are free go back to the system. */
static inline void brief_give_back_heaps(void) { malloc_trim(0); }

#endif
