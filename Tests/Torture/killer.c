// Ends a program before one of its calls that change the file system: the one whose number is in DOCGEN_KILL_AT.
//
// Without that variable, the number of all calls is written to the file DOCGEN_KILL_COUNT. It is loaded by LD_PRELOAD.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int count;
static int limit;

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("DOCGEN_KILL_AT");
  limit = text ? atoi(text) : 0;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("DOCGEN_KILL_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%d", atomic_load(&count));
  fclose(file);
}

static void step(void) {
  if (atomic_fetch_add(&count, 1) + 1 == limit) kill(getpid(), SIGKILL);
}

#define CALL(result, name, parameters, arguments)                  \
  result name parameters {                                         \
    static result(*real) parameters;                               \
    if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name); \
    step();                                                        \
    return real arguments;                                         \
  }

CALL(int, rename, (const char *from, const char *to), (from, to))
CALL(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to))
CALL(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags), (a, from, b, to, flags))
CALL(int, link, (const char *from, const char *to), (from, to))
CALL(int, linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
CALL(int, unlink, (const char *path), (path))
CALL(int, unlinkat, (int a, const char *path, int flags), (a, path, flags))
CALL(int, rmdir, (const char *path), (path))
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode))
CALL(int, mkdirat, (int a, const char *path, mode_t mode), (a, path, mode))
CALL(int, fsync, (int a), (a))
CALL(int, syncfs, (int a), (a))
CALL(ssize_t, write, (int a, const void *bytes, size_t size), (a, bytes, size))
