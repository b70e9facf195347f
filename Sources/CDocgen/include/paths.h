// Where open files lie, which the system tells to C alone.
#ifndef DOCGEN_PATHS_H
#define DOCGEN_PATHS_H

#include <stddef.h>
#include <sys/types.h>

/// Opens a path as a place, which is neither read nor waited for; links are followed. -1 with `errno` where that fails.
int docgen_open_place(const char *path);

/// Opens a file to be read without waiting for it, where no part of its path is a link; -1 with `errno` otherwise, or
/// where the system cannot tell.
int docgen_open_without_links(const char *path);

/// Writes the real path of an open file without a 0 at its end; its length, or -1 with `errno`.
///
/// `ENAMETOOLONG` stands for a path that does not fit.
ssize_t docgen_path_of(int descriptor, char *buffer, size_t size);

#endif
