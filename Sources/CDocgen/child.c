#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// As `git rev-parse --local-env-vars` lists them, of those that choose a repository.
static const char *const hidden[] = {
  "GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX=", "GIT_COMMON_DIR=", "GIT_NAMESPACE=",
  // Those that are given anew.
  "GIT_OPTIONAL_LOCKS=", "GIT_TERMINAL_PROMPT=", "LC_ALL=", "LANGUAGE=",
};

static const char *const added[] = {
  "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C",
};

static int is_hidden(const char *variable) {
  for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
    if (strncmp(variable, hidden[i], strlen(hidden[i])) == 0) return 1;
  return 0;
}

static char **make_environment(void) {
  size_t count = 0;
  while (environ && environ[count]) count++;
  size_t extra = sizeof added / sizeof *added;
  char **result = calloc(count + extra + 1, sizeof *result);
  if (!result) return NULL;
  size_t used = 0;
  for (size_t i = 0; i < count; i++)
    if (!is_hidden(environ[i])) result[used++] = environ[i];
  for (size_t i = 0; i < extra; i++) result[used++] = (char *)added[i];
  return result;
}

static void close_all(const int *descriptors, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (descriptors[i] >= 0) close(descriptors[i]);
}

int docgen_spawn(const char *const arguments[], struct docgen_child *child) {
  // The ends of the input, of the output, and the messages; all close themselves in other children.
  int fds[5] = {-1, -1, -1, -1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0 || pipe2(fds + 2, O_CLOEXEC) != 0) {
    int code = errno;
    close_all(fds, 5);
    return code;
  }
  fds[4] = memfd_create("messages", MFD_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, fds[1], 0);
  posix_spawn_file_actions_adddup2(&actions, fds[3], 1);
  if (fds[4] >= 0)
    posix_spawn_file_actions_adddup2(&actions, fds[4], 2);
  else
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  // Signals that are ignored or blocked here would be so in the child.
  sigset_t defaults, none;
  sigemptyset(&none);
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  sigaddset(&defaults, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  char **environment = make_environment();
  int code = environment
    ? posix_spawnp(&child->pid, arguments[0], &actions, &attributes, (char *const *)arguments, environment)
    : ENOMEM;
  free(environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (code != 0) {
    close_all(fds, 5);
    return code;
  }
  close(fds[1]);
  close(fds[3]);
  child->input = fds[0];
  child->output = fds[2];
  child->messages = fds[4];
  return 0;
}

ssize_t docgen_send(int input, const void *bytes, size_t count) { return send(input, bytes, count, MSG_NOSIGNAL); }

void docgen_await(pid_t pid) {
  siginfo_t information;
  while (waitid(P_PID, pid, &information, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
}

int docgen_wait(pid_t pid) {
  int status;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
