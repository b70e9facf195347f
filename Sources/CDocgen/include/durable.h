// What makes files last and tells what may be replaced; Linux and glibc offer it to C alone.
#ifndef DOCGEN_DURABLE_H
#define DOCGEN_DURABLE_H

/// Waits until everything written to the file system of an open file or folder is on disk; 0, or -1 with `errno`.
int docgen_sync_file_system(int descriptor);

/// Lets the system begin to write a file's content to disk, and does not wait for it.
void docgen_start_writing(int descriptor);

/// Whether another file system, or a part of one, is mounted at a path; 0 where the system does not tell it.
int docgen_is_mount_point(const char *path);

#endif
