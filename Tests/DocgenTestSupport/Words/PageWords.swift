import CCmark
import Glibc

/// The words that a reader of HTML sees: its text and what stands for images, without tags, comments and attributes.
package struct PageWords {
  /// The words outside of the parts that were asked for.
  package private(set) var bag = WordBag()
  /// The texts of the parts that were asked for, by the index of their selector, in the order of the page.
  package private(set) var parts: [(selector: Int, text: String)] = []

  /// Reads HTML.
  ///
  /// - Parameters:
  ///   - html: The text.
  ///   - selectors: How the start tags begin, from the `<` on, of elements whose text is kept apart; none of them holds
  ///     another element of its name.
  package init(_ html: UnsafeBufferPointer<UInt8>, apart selectors: [String] = []) {
    let starts = selectors.map { Array($0.utf8) }
    var scanner = HTMLScanner(html)
    var open: (name: String, selector: Int, text: [UInt8])?
    while let token = scanner.next() {
      switch token {
      case .text(let range):
        Self.decode(html, range) { byte in
          if open == nil { bag.append(byte) } else { open?.text.append(byte) }
        }
      case .tag(let name, let range, let isEnd):
        if let part = open, isEnd, part.name == name {
          parts.append((part.selector, String(decoding: part.text, as: UTF8.self)))
          open = nil
          bag.endWord()
          continue
        }
        if Self.parting.contains(name) {
          if open == nil { bag.endWord() } else { open?.text.append(0x20) }
        }
        if isEnd { continue }
        if name == "img", let value = Self.attribute("alt", html, range) {
          Self.decode(html, value) { byte in
            if open == nil { bag.append(byte) } else { open?.text.append(byte) }
          }
        }
        if open == nil, let selector = starts.firstIndex(where: { html[range].starts(with: $0) }) {
          bag.endWord()
          open = (name, selector, [])
        }
      }
    }
    bag.endWord()
  }

  /// Elements that separate words; all others may stand within one.
  private static let parting: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "caption", "center", "col", "colgroup", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr",
    "legend", "li", "main", "nav", "ol", "optgroup", "option", "p", "pre", "section", "select", "summary", "table",
    "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  /// The text of a range, character references resolved by the library.
  private static func decode(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ take: (UInt8) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard html[index] == UInt8(ascii: "&"), let base = html.baseAddress else {
        take(html[index])
        index += 1
        continue
      }
      var text = cmark_strbuf(mem: cmark_get_default_mem_allocator(), ptr: nil, asize: 0, size: 0)
      cmark_strbuf_init(cmark_get_default_mem_allocator(), &text, 0)
      let length = houdini_unescape_ent(&text, base + index + 1, bufsize_t(range.upperBound - index - 1))
      if length > 0 {
        for offset in 0..<Int(text.size) { take(text.ptr[offset]) }
      } else {
        take(html[index])
      }
      cmark_strbuf_free(&text)
      index += 1 + Int(length)
    }
  }

  /// The value in quotes of an attribute.
  private static func attribute(
    _ name: String, _ html: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>
  ) -> Range<Int>? {
    for quote in ["\"", "'"] {
      let start = Array(" \(name)=\(quote)".utf8)
      var index = tag.lowerBound
      while index + start.count < tag.upperBound {
        if html[index..<index + start.count].elementsEqual(start) {
          let value = index + start.count
          let end = html[value..<tag.upperBound].firstIndex(of: start[start.count - 1])
          return end.map { value..<$0 }
        }
        index += 1
      }
    }
    return nil
  }
}
