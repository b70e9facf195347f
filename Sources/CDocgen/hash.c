#include "hash.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3")))

static bool has_sha(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

bool docgen_hashes_blocks(void) {
  // Threads that ask at the same time find the same.
  static _Atomic signed char known = -1;
  if (known < 0) known = has_sha();
  return known == 1;
}

// The message of a round of four steps, from the four rounds before it.
#define SHA1_SCHEDULE(round) \
  message[(round)&3] = _mm_sha1msg2_epu32( \
      _mm_xor_si128( \
          _mm_sha1msg1_epu32(message[(round)&3], message[((round) + 1) & 3]), message[((round) + 2) & 3]), \
      message[((round) + 3) & 3])

// Four steps: `e` of the next round is made of `a` before this one.
#define SHA1_ROUND(round, function) \
  do { \
    if ((round) >= 4) SHA1_SCHEDULE(round); \
    __m128i next = (round) == 0 ? _mm_add_epi32(e, message[0]) : _mm_sha1nexte_epu32(e, message[(round)&3]); \
    e = abcd; \
    abcd = _mm_sha1rnds4_epu32(abcd, next, function); \
  } while (0)

#define SHA1_FIVE_ROUNDS(first, function) \
  do { \
    SHA1_ROUND(first, function); \
    SHA1_ROUND((first) + 1, function); \
    SHA1_ROUND((first) + 2, function); \
    SHA1_ROUND((first) + 3, function); \
    SHA1_ROUND((first) + 4, function); \
  } while (0)

WITH_SHA void docgen_sha1_blocks(uint32_t *state, const void *blocks, size_t count) {
  const __m128i bytes_reversed = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
  __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0x1B);
  __m128i e = _mm_set_epi32((int)state[4], 0, 0, 0);
  const __m128i *block = blocks;
  for (; count > 0; count--, block += 4) {
    const __m128i abcd_before = abcd, e_before = e;
    __m128i message[4];
    for (int index = 0; index < 4; index++) {
      message[index] = _mm_shuffle_epi8(_mm_loadu_si128(block + index), bytes_reversed);
    }
    SHA1_FIVE_ROUNDS(0, 0);
    SHA1_FIVE_ROUNDS(5, 1);
    SHA1_FIVE_ROUNDS(10, 2);
    SHA1_FIVE_ROUNDS(15, 3);
    e = _mm_sha1nexte_epu32(e, e_before);
    abcd = _mm_add_epi32(abcd, abcd_before);
  }
  _mm_storeu_si128((__m128i *)state, _mm_shuffle_epi32(abcd, 0x1B));
  state[4] = (uint32_t)_mm_extract_epi32(e, 3);
}

static const uint32_t sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

WITH_SHA void docgen_sha256_blocks(uint32_t *state, const void *blocks, size_t count) {
  const __m128i bytes_reversed = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  // The instructions want the words in the order a b e f and c d g h.
  __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
  __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xF0);
  const __m128i *block = blocks;
  for (; count > 0; count--, block += 4) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i message[4];
#pragma GCC unroll 16
    for (int round = 0; round < 16; round++) {
      __m128i words;
      if (round < 4) {
        words = _mm_shuffle_epi8(_mm_loadu_si128(block + round), bytes_reversed);
      } else {
        const __m128i recent = message[(round + 3) & 3];
        const __m128i sum = _mm_add_epi32(
            _mm_sha256msg1_epu32(message[round & 3], message[(round + 1) & 3]),
            _mm_alignr_epi8(recent, message[(round + 2) & 3], 4));
        words = _mm_sha256msg2_epu32(sum, recent);
      }
      message[round & 3] = words;
      const __m128i added =
          _mm_add_epi32(words, _mm_loadu_si128((const __m128i *)(sha256_constants + round * 4)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(added, 0x0E));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
  __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool docgen_hashes_blocks(void) { return false; }

void docgen_sha1_blocks(uint32_t *state, const void *blocks, size_t count) {
  (void)state, (void)blocks, (void)count;
}

void docgen_sha256_blocks(uint32_t *state, const void *blocks, size_t count) {
  (void)state, (void)blocks, (void)count;
}

#endif
