// What glibc offers to C alone.
#ifndef DOCGEN_EXCHANGE_H
#define DOCGEN_EXCHANGE_H

#include <stddef.h>

/// Exchanges two paths in one step; 0, or -1 with `errno` where the file system cannot.
int docgen_exchange_paths(const char *path, const char *other);

/// The first place of a run of bytes in a longer one, or NULL.
const void *docgen_find(const void *text, size_t length, const void *needle, size_t needle_length);

#endif
