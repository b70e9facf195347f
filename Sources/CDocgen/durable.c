#define _GNU_SOURCE
#include "durable.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int docgen_sync_file_system(int descriptor) { return syncfs(descriptor); }

void docgen_start_writing(int descriptor) { (void)sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE); }

int docgen_is_mount_point(const char *path) {
  struct statx status;
  if (statx(AT_FDCWD, path, 0, STATX_TYPE, &status) != 0) return 0;
  return (status.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) && (status.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}
