import CCmark
import DocgenMarkup
import DocgenSupport

/// All text of a page as libcmark-gfm itself has it, without places: what a ``Document`` must say in the same order.
enum LibraryText {
  /// The literals of the library's tree, one after the other; `nil` for pages with strikethrough, which may be parsed
  /// by one thread only.
  static func read(_ source: SourceFile, from bodyStart: Int) -> [UInt8]? {
    guard !source.bytes.contains(UInt8(ascii: "~")) else { return nil }
    return source.bytes[bodyStart...].withUnsafeBytes { body in
      guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
      defer { cmark_parser_free(parser) }
      for name in ["table", "tasklist"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      cmark_parser_feed(parser, body.bindMemory(to: CChar.self).baseAddress, body.count)
      guard let root = cmark_parser_finish(parser) else { return nil }
      defer { cmark_node_free(root) }
      return literals(below: root)
    }
  }

  private static func literals(below root: UnsafeMutablePointer<cmark_node>) -> [UInt8] {
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var text: [UInt8] = []
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_DONE: return text
      case CMARK_EVENT_ENTER:
        guard let literal = cmark_node_get_literal(cmark_iter_get_node(iterator)) else { continue }
        text += String(cString: literal).utf8
      default: continue
      }
    }
  }

  /// The text of a document in the same form; HTML must not have been assembled.
  static func read(_ document: Document) -> [UInt8] {
    var text: [UInt8] = []
    for node in document.nodes where node.kind == .text { document.withText(of: node) { text += $0 } }
    return text
  }
}
