import CCmark
import Glibc

/// Markdown as libcmark-gfm reads it, without docgen's own reading of the library's tree.
package enum LibraryHTML {
  private struct Extensions: @unchecked Sendable {
    let all: [OpaquePointer]

    init() {
      cmark_gfm_core_extensions_ensure_registered()
      // The library is not safe for threads with strikethrough, which changes no words.
      all = ["table", "tasklist"].compactMap { (name: String) in cmark_find_syntax_extension(name) }
    }
  }

  private static let extensions = Extensions()

  /// The text and the HTML of a page in their order, with a tag before and after each block.
  ///
  /// The library's own renderer is no help, for it leaves out cells that the header of a table has no column for.
  package static func read(_ markdown: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let extensions = Self.extensions.all
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    for syntax in extensions { cmark_parser_attach_syntax_extension(parser, syntax) }
    markdown.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var html: [UInt8] = []
    html.reserveCapacity(markdown.count * 5 / 4)
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return html }
      append(node, isEnter: event == CMARK_EVENT_ENTER, to: &html)
    }
  }

  private static func append(_ node: UnsafeMutablePointer<cmark_node>, isEnter: Bool, to html: inout [UInt8]) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: if isEnter { html += literal(of: node) }
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: if isEnter { appendEscaped(literal(of: node), to: &html) }
    case CMARK_NODE_CODE_BLOCK:
      html += "<p>".utf8
      appendEscaped(literal(of: node), to: &html)
      html += "<p>".utf8
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: html.append(0x0A)
    default:
      // Cells are blocks to the library, too.
      if CMARK_NODE_BLOCK_P(node) { html += "<p>".utf8 }
    }
  }

  private static func literal(of node: UnsafeMutablePointer<cmark_node>) -> UnsafeBufferPointer<UInt8> {
    guard let text = cmark_node_get_literal(node) else { return UnsafeBufferPointer(start: nil, count: 0) }
    // The text is the node's and lives as long.
    return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
  }

  private static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): html += "&lt;".utf8
      case UInt8(ascii: "&"): html += "&amp;".utf8
      default: html.append(byte)
      }
    }
  }
}
