#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Blocks carry their size in a header, so that growing one knows how much to copy.
enum { header_size = 16, first_chunk_size = 1 << 20, largest_kept_chunk = 8 << 20 };

struct chunk {
  struct chunk *previous;
  size_t size, used;
  size_t padding;
  unsigned char bytes[];
};

static _Thread_local struct chunk *current;

static void *take(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  size_t needed = ((size + 15) & ~(size_t)15) + header_size;
  if (!current || current->size - current->used < needed) {
    size_t chunk_size = current ? current->size * 2 : first_chunk_size;
    while (chunk_size < needed) chunk_size *= 2;
    struct chunk *chunk = malloc(sizeof *chunk + chunk_size);
    if (!chunk) abort();
    chunk->previous = current;
    chunk->size = chunk_size;
    chunk->used = 0;
    current = chunk;
  }
  unsigned char *block = current->bytes + current->used;
  current->used += needed;
  memcpy(block, &size, sizeof size);
  return block + header_size;
}

void *docgen_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *block = take(count * size);
  memset(block, 0, count * size);
  return block;
}

void *docgen_arena_realloc(void *block, size_t size) {
  if (!block) return take(size);
  size_t old_size;
  memcpy(&old_size, (unsigned char *)block - header_size, sizeof old_size);
  if (size <= old_size) return block;
  void *grown = take(size);
  memcpy(grown, block, old_size);
  return grown;
}

void docgen_arena_free(void *block) { (void)block; }

static void free_chunks(struct chunk *chunk) {
  while (chunk) {
    struct chunk *previous = chunk->previous;
    free(chunk);
    chunk = previous;
  }
}

void docgen_arena_reset(void) {
  // The newest chunk is the largest: it is kept for the next document, unless one huge document made it.
  if (!current) return;
  free_chunks(current->previous);
  current->previous = NULL;
  current->used = 0;
  if (current->size > largest_kept_chunk) docgen_arena_destroy();
}

void docgen_arena_destroy(void) {
  free_chunks(current);
  current = NULL;
}
