// The inner loops of SHA-1 and SHA-256, where the processor has instructions for them.
#ifndef DOCGEN_HASH_H
#define DOCGEN_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether the two functions below may be called.
bool docgen_hashes_blocks(void);

/// Takes blocks of 64 bytes into the five words of a state of SHA-1.
void docgen_sha1_blocks(uint32_t *state, const void *blocks, size_t count);

/// Takes blocks of 64 bytes into the eight words of a state of SHA-256.
void docgen_sha256_blocks(uint32_t *state, const void *blocks, size_t count);

#endif
