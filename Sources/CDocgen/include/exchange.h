// What glibc offers to C alone.
#ifndef DOCGEN_EXCHANGE_H
#define DOCGEN_EXCHANGE_H

/// Exchanges two paths in one step; 0, or -1 with `errno` where the file system cannot.
int docgen_exchange_paths(const char *path, const char *other);

#endif
