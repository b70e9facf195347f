#define _GNU_SOURCE
#include "paths.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int docgen_open_place(const char *path) { return open(path, O_PATH | O_CLOEXEC); }

int docgen_open_without_links(const char *path) {
  struct open_how how = {
      .flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
      .resolve = RESOLVE_NO_SYMLINKS,
  };
  return (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
}

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
