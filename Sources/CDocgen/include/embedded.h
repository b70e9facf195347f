// The files of locales/, site/templates and site/assets, as they were when docgen was built.
#ifndef DOCGEN_EMBEDDED_H
#define DOCGEN_EMBEDDED_H

#include <stddef.h>

struct docgen_embedded_file {
  /// The path from the project's root, with slashes.
  const char *path;
  const unsigned char *bytes;
  size_t length;
};

/// How many files there are.
size_t docgen_embedded_file_count(void);

/// A file by its place in the order of the paths' bytes; the index must be less than the count.
struct docgen_embedded_file docgen_embedded_file_at(size_t index);

#endif
