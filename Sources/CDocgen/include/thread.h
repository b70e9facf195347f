// Threads with a stack of a certain size.
#ifndef DOCGEN_THREAD_H
#define DOCGEN_THREAD_H

#include <stddef.h>

/// Starts a thread that calls a function with a context; 0, or the system's error number.
int docgen_start_thread(unsigned long *thread, size_t stack_size, void *(*body)(void *), void *context);

/// A value of the calling thread that libraries pass on to the threads they start; NULL until it is set.
void *docgen_thread_value(void);

/// Sets the value of the calling thread.
void docgen_set_thread_value(void *value);

/// The number of processors that the system may run this process on; 0 where there are more than a set has room for.
int docgen_allowed_processors(void);

#endif
