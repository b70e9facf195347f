// Programs as children of this one, with pipes to them.
#ifndef DOCGEN_CHILD_H
#define DOCGEN_CHILD_H

#include <sys/types.h>

struct docgen_child {
  pid_t pid;
  /// What is written here is the child's standard input; a socket, so that writing to a dead child raises no signal.
  int input;
  /// The child's standard output.
  int output;
  /// A file without a name that takes the child's messages, or -1.
  int messages;
};

/// Starts a program that is found in PATH; 0, or the system's error number.
///
/// The arguments end with NULL. The child does not see the variables by which git is told of a repository, so that the
/// arguments alone say which one it works on, and it asks no questions.
int docgen_spawn(const char *const arguments[], struct docgen_child *child);

/// Sends bytes to a child's input; the number sent, or -1 with `errno`.
ssize_t docgen_send(int input, const void *bytes, size_t count);

/// Waits for a child to end, and leaves it to `docgen_wait`: its number is not given to another process until then.
void docgen_await(pid_t pid);

/// Waits for a child to end; its exit status, 128 and the number of the signal that ended it, or -1.
int docgen_wait(pid_t pid);

#endif
