// A bump allocator for each thread, for C libraries that allocate much and free all at once.
#ifndef DOCGEN_ARENA_H
#define DOCGEN_ARENA_H

#include <stddef.h>

/// Zeroed memory of the calling thread's arena; it lives until `docgen_arena_reset`.
void *docgen_arena_calloc(size_t count, size_t size);

/// Grows a block of the calling thread's arena; the old block stays where it was.
void *docgen_arena_realloc(void *block, size_t size);

/// Does nothing: an arena is emptied as a whole.
void docgen_arena_free(void *block);

/// Empties the calling thread's arena; all blocks taken from it are gone.
void docgen_arena_reset(void);

/// Returns the calling thread's arena to the system, before the thread ends.
void docgen_arena_destroy(void);

#endif
