// The bytes of the shipped topic catalogue, for as long as the program runs.
#ifndef CCATALOGUE_H
#define CCATALOGUE_H

#include <stddef.h>

const unsigned char *catalogue_bytes(void);
size_t catalogue_length(void);

#endif
