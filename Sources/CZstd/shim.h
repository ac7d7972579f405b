#include <zstd.h>
// How a dictionary is drawn can be said only by functions that zdict.h keeps behind this.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>
