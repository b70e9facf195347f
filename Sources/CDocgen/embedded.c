// Written by .ci/embedded: do not edit, run that script when a file was added or removed.
#include "embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Each file ends in a byte 0, which is not counted, so that an empty one is an array too.
static const unsigned char file_0[] = {
#embed "../../locales/de/interface.yml" suffix(,)
  0};
static const unsigned char file_1[] = {
#embed "../../locales/de/vocabulary.yml" suffix(,)
  0};
static const unsigned char file_2[] = {
#embed "../../locales/en/interface.yml" suffix(,)
  0};
static const unsigned char file_3[] = {
#embed "../../locales/en/vocabulary.yml" suffix(,)
  0};
static const unsigned char file_4[] = {
#embed "../../locales/fr/interface.yml" suffix(,)
  0};
static const unsigned char file_5[] = {
#embed "../../locales/fr/vocabulary.yml" suffix(,)
  0};
static const unsigned char file_6[] = {
#embed "../../site/assets/docgen.css" suffix(,)
  0};
static const unsigned char file_7[] = {
#embed "../../site/assets/docgen.js" suffix(,)
  0};
static const unsigned char file_8[] = {
#embed "../../site/assets/favicon.svg" suffix(,)
  0};
static const unsigned char file_9[] = {
#embed "../../site/assets/search.js" suffix(,)
  0};
static const unsigned char file_10[] = {
#embed "../../site/schemas/docgen-model-1.json" suffix(,)
  0};
static const unsigned char file_11[] = {
#embed "../../site/schemas/interface.schema.json" suffix(,)
  0};
static const unsigned char file_12[] = {
#embed "../../site/schemas/vocabulary.schema.json" suffix(,)
  0};
static const unsigned char file_13[] = {
#embed "../../site/templates/about.mustache" suffix(,)
  0};
static const unsigned char file_14[] = {
#embed "../../site/templates/breadcrumbs.mustache" suffix(,)
  0};
static const unsigned char file_15[] = {
#embed "../../site/templates/contents.mustache" suffix(,)
  0};
static const unsigned char file_16[] = {
#embed "../../site/templates/footer.mustache" suffix(,)
  0};
static const unsigned char file_17[] = {
#embed "../../site/templates/head.mustache" suffix(,)
  0};
static const unsigned char file_18[] = {
#embed "../../site/templates/header.mustache" suffix(,)
  0};
static const unsigned char file_19[] = {
#embed "../../site/templates/index.mustache" suffix(,)
  0};
static const unsigned char file_20[] = {
#embed "../../site/templates/landing.mustache" suffix(,)
  0};
static const unsigned char file_21[] = {
#embed "../../site/templates/navigation.mustache" suffix(,)
  0};
static const unsigned char file_22[] = {
#embed "../../site/templates/not-found.mustache" suffix(,)
  0};
static const unsigned char file_23[] = {
#embed "../../site/templates/page.mustache" suffix(,)
  0};
static const unsigned char file_24[] = {
#embed "../../site/templates/pager.mustache" suffix(,)
  0};
static const unsigned char file_25[] = {
#embed "../../site/templates/status.mustache" suffix(,)
  0};

static const struct docgen_embedded_file files[] = {
  {"locales/de/interface.yml", file_0, sizeof file_0 - 1},
  {"locales/de/vocabulary.yml", file_1, sizeof file_1 - 1},
  {"locales/en/interface.yml", file_2, sizeof file_2 - 1},
  {"locales/en/vocabulary.yml", file_3, sizeof file_3 - 1},
  {"locales/fr/interface.yml", file_4, sizeof file_4 - 1},
  {"locales/fr/vocabulary.yml", file_5, sizeof file_5 - 1},
  {"site/assets/docgen.css", file_6, sizeof file_6 - 1},
  {"site/assets/docgen.js", file_7, sizeof file_7 - 1},
  {"site/assets/favicon.svg", file_8, sizeof file_8 - 1},
  {"site/assets/search.js", file_9, sizeof file_9 - 1},
  {"site/schemas/docgen-model-1.json", file_10, sizeof file_10 - 1},
  {"site/schemas/interface.schema.json", file_11, sizeof file_11 - 1},
  {"site/schemas/vocabulary.schema.json", file_12, sizeof file_12 - 1},
  {"site/templates/about.mustache", file_13, sizeof file_13 - 1},
  {"site/templates/breadcrumbs.mustache", file_14, sizeof file_14 - 1},
  {"site/templates/contents.mustache", file_15, sizeof file_15 - 1},
  {"site/templates/footer.mustache", file_16, sizeof file_16 - 1},
  {"site/templates/head.mustache", file_17, sizeof file_17 - 1},
  {"site/templates/header.mustache", file_18, sizeof file_18 - 1},
  {"site/templates/index.mustache", file_19, sizeof file_19 - 1},
  {"site/templates/landing.mustache", file_20, sizeof file_20 - 1},
  {"site/templates/navigation.mustache", file_21, sizeof file_21 - 1},
  {"site/templates/not-found.mustache", file_22, sizeof file_22 - 1},
  {"site/templates/page.mustache", file_23, sizeof file_23 - 1},
  {"site/templates/pager.mustache", file_24, sizeof file_24 - 1},
  {"site/templates/status.mustache", file_25, sizeof file_25 - 1},
};

size_t docgen_embedded_file_count(void) { return sizeof files / sizeof *files; }

struct docgen_embedded_file docgen_embedded_file_at(size_t index) { return files[index]; }
