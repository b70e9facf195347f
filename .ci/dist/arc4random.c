// The archive of libstdc++ asks for this function of glibc 2.36 where a random device is made, which docgen never does.
// A program that has the function itself runs with older versions, too.
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

__attribute__((visibility("hidden"))) uint32_t arc4random(void) {
  uint32_t number;
  if (getrandom(&number, sizeof number, 0) != sizeof number) abort();
  return number;
}
