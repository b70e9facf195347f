import DocgenMarkup
import DocgenSupport

/// Compares what two pages say, word for word: white space, escapes, emphasis, lists, tables and headings do not count.
enum WordComparison {
  /// The place in the new page where it first says something else; `nil` if it says the same throughout.
  ///
  /// Where links lead and what kind alerts are of counts as said.
  ///
  /// - Complexity: O(*n*) in the length of both.
  static func firstDifference(_ old: Document, _ new: Document) -> SourceSpan? {
    let oldText = old.nodes.isEmpty ? InlineText() : old.text(of: 0)
    let newText = new.nodes.isEmpty ? InlineText() : new.text(of: 0)
    var oldWords = Words(oldText.bytes)
    var newWords = Words(newText.bytes)
    while true {
      let word = newWords.next()
      let oldWord = oldWords.next()
      guard let word else {
        if oldWord == nil { break }
        return newText.span(newText.count..<newText.count)
      }
      guard let oldWord, oldText.bytes[oldWord] == newText.bytes[word] else { return newText.span(word) }
    }
    return firstDifference(of: targets(old), targets(new)) ?? firstDifference(of: alerts(old), alerts(new))
  }

  private static func targets(_ document: Document) -> [Located<String>] {
    document.nodes.compactMap { node in
      document.link(of: node).map { Located($0.destination.lowercased(), at: $0.span.isEmpty ? node.span : $0.span) }
    }
  }

  private static func alerts(_ document: Document) -> [Located<UInt8>] {
    document.nodes.compactMap { $0.kind == .alert ? Located($0.level, at: SourceSpan(at: $0.span.start)) : nil }
  }

  private static func firstDifference<Value: Equatable>(
    of old: [Located<Value>], _ new: [Located<Value>]
  ) -> SourceSpan? {
    for (index, item) in new.enumerated() where index >= old.count || old[index].value != item.value {
      return item.span
    }
    guard old.count > new.count else { return nil }
    return new.last.map { SourceSpan(at: $0.span.end) } ?? SourceSpan(at: 0)
  }

  /// Words of letters, digits and underscores, and every other character for itself.
  private struct Words {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func next() -> Range<Int>? {
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count else { return nil }
      let start = index
      repeat { index += 1 } while index < bytes.count && Self.isWord(bytes[start]) && Self.isWord(bytes[index])
      return start..<index
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...0xFF: true
      default: false
      }
    }
  }
}
