#define _GNU_SOURCE
#include "paths.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int docgen_open_place(const char *path) { return open(path, O_PATH | O_CLOEXEC); }

ssize_t docgen_path_of(int descriptor, char *buffer, size_t size) {
  char link[32];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, buffer, size);
  if (length >= 0 && (size_t)length == size) {
    errno = ENAMETOOLONG;
    return -1;
  }
  return length;
}
