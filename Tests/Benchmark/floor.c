// The floor of the benchmark of speed: what libcmark-gfm alone needs to parse every page below some folders, with front
// matters left out, tables read, and nothing rendered.
//
//   cc -O2 -pthread -o floor floor.c -lcmark-gfm -lcmark-gfm-extensions
//   ./floor THREADS FOLDER...        prints pages, MB, wall and CPU seconds
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static char **pages;
static size_t page_count, page_capacity;
static atomic_size_t next_page, bytes;

static int collect(const char *path, const struct stat *status, int type, struct FTW *where) {
  (void)status; (void)where;
  size_t length = strlen(path);
  if (type != FTW_F || length < 3 || strcmp(path + length - 3, ".md")) return 0;
  if (page_count == page_capacity) pages = realloc(pages, (page_capacity = page_capacity ? 2 * page_capacity : 1024) * sizeof *pages);
  pages[page_count++] = strdup(path);
  return 0;
}

static const char *after_front_matter(const char *text) {
  if (!strncmp(text, "\xef\xbb\xbf", 3)) text += 3;
  if (strncmp(text, "---", 3)) return text;
  const char *end = strstr(text + 3, "\n---");
  if (!end) return text;
  end = strchr(end + 4, '\n');
  return end ? end + 1 : "";
}

static void *parse_pages(void *unused) {
  (void)unused;
  cmark_syntax_extension *table = cmark_find_syntax_extension("table");
  for (size_t index; (index = atomic_fetch_add(&next_page, 1)) < page_count;) {
    FILE *file = fopen(pages[index], "rb");
    if (!file) { perror(pages[index]); exit(1); }
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    text[fread(text, 1, size, file)] = 0;
    fclose(file);
    atomic_fetch_add(&bytes, size);
    const char *body = after_front_matter(text);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_feed(parser, body, strlen(body));
    cmark_node *document = cmark_parser_finish(parser);
    cmark_node_free(document);
    cmark_parser_free(parser);
    free(text);
  }
  return NULL;
}

int main(int count, char **arguments) {
  if (count < 3) { fprintf(stderr, "usage: %s THREADS FOLDER...\n", arguments[0]); return 2; }
  int threads = atoi(arguments[1]);
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (int i = 2; i < count; i++) nftw(arguments[i], collect, 64, FTW_PHYS);
  cmark_gfm_core_extensions_ensure_registered();
  pthread_t thread[64];
  if (threads < 1 || threads > 64) threads = 2;
  for (int i = 0; i < threads; i++) pthread_create(&thread[i], NULL, parse_pages, NULL);
  for (int i = 0; i < threads; i++) pthread_join(thread[i], NULL);
  clock_gettime(CLOCK_MONOTONIC, &end);
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  double cpu = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
  double wall = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  printf("%zu pages, %.1f MB, %d threads: %.2f s wall, %.2f s CPU\n", page_count, (double)bytes / 1e6, threads, wall, cpu);
  return 0;
}
