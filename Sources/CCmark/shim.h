// libcmark-gfm with its node layout: literals are read in place, with their length, instead of being copied into C strings.
#include <cmark-gfm.h>
#include <cmark-gfm_version.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/houdini.h>

// The version whose node layout this was compiled with; the library that is loaded may be another.
static inline int docgen_cmark_version(void) { return CMARK_GFM_VERSION; }

// The extensions' node types are variables of the library; they are set once, when the extensions are registered.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

static inline unsigned docgen_table_type(void) { return CMARK_NODE_TABLE; }
static inline unsigned docgen_table_row_type(void) { return CMARK_NODE_TABLE_ROW; }
static inline unsigned docgen_table_cell_type(void) { return CMARK_NODE_TABLE_CELL; }
static inline unsigned docgen_strikethrough_type(void) { return CMARK_NODE_STRIKETHROUGH; }
