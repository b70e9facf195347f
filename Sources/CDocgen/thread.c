#define _GNU_SOURCE
#include "thread.h"

#include <pthread.h>
#include <sched.h>

int docgen_start_thread(unsigned long *thread, size_t stack_size, void *(*body)(void *), void *context) {
  pthread_attr_t attributes;
  int code = pthread_attr_init(&attributes);
  if (code != 0) return code;
  pthread_attr_setstacksize(&attributes, stack_size);
  code = pthread_create(thread, &attributes, body, context);
  pthread_attr_destroy(&attributes);
  return code;
}

static _Thread_local void *thread_value;

void *docgen_thread_value(void) { return thread_value; }

void docgen_set_thread_value(void *value) { thread_value = value; }

int docgen_allowed_processors(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
}
