#include "CCatalogue.h"

// C23, 6.10.4: a Swift literal of so many bytes takes the compiler minutes, this a moment.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char bytes[] = {
#embed "../BriefCatalogue/topics.json"
};

const unsigned char *catalogue_bytes(void) { return bytes; }
size_t catalogue_length(void) { return sizeof bytes; }
