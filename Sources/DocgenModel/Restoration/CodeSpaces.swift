import DocgenMarkup
import DocgenSupport

/// Finds no-break and other odd spaces in the code of a translation where the source's has plain ones.
///
/// They are no difference to a reader, and one to the shell or compiler that gets a copy of the code.
struct CodeSpaces {
  private let alignment: PageAlignment
  /// The texts of the source's code within text and in elements, made where one is asked for.
  private lazy var sourceTexts = Set(Self.codeNodes(in: alignment.source.document) { _ in true }.map(\.text))

  init(_ alignment: PageAlignment) { self.alignment = alignment }

  /// Whether code of a page may hold such spaces; almost none does.
  static func mayStand(in page: LocalizedPage) -> Bool {
    page.facts.codeBlocks.contains { holdsSpace(page.source.bytes[$0.span.range]) }
      || codeNodes(in: page.document, where: mayHoldSpace).contains { holdsSpace($0.text[...]) }
  }

  /// The edits that make plain spaces of them, in the order of the file.
  mutating func edits() -> [TextEdit] {
    let page = alignment.translation
    var edits: [TextEdit] = []
    for block in page.facts.codeBlocks where Self.holdsSpace(page.source.bytes[block.span.range]) {
      guard let source = alignment.signatures.counterpart(of: block) ?? alignment.samples.counterpart(of: block),
        !Self.holdsSpace(alignment.source.source.bytes[source.span.range])
      else { continue }
      edits += Self.edits(of: page.document, in: block.node)
    }
    for code in Self.codeNodes(in: page.document, where: Self.mayHoldSpace) where Self.holdsSpace(code.text[...]) {
      if sourceTexts.contains(Self.withPlainSpaces(code.text)) { edits += Self.edits(of: page.document, in: code.node) }
    }
    return edits.sorted { $0.span.start < $1.span.start }
  }

  // MARK: Code

  /// Code within text, and elements of code that stand in no other, with what they say, as far as the bytes of their
  /// nodes in the file make them worth a look.
  private static func codeNodes(
    in document: Document, where isLookedAt: (ArraySlice<UInt8>) -> Bool
  ) -> [(node: Int, text: [UInt8])] {
    var found: [(node: Int, text: [UInt8])] = []
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      let isElement = node.kind == .element && (node.tag == .code || node.tag == .pre || node.tag == .kbd)
      guard node.kind == .code || isElement else {
        index += 1
        continue
      }
      defer { index = Int(node.end) }
      guard isLookedAt(document.source.bytes[node.span.range]) else { continue }
      var text: [UInt8] = []
      for child in index + 1..<Int(node.end) where document.nodes[child].kind == .text {
        document.withText(of: document.nodes[child]) { text += $0 }
      }
      found.append((index, text))
    }
    return found
  }

  private static func edits(of document: Document, in node: Int) -> [TextEdit] {
    var edits: [TextEdit] = []
    for child in node + 1..<Int(document.nodes[node].end) where document.nodes[child].kind == .text {
      let text = document.nodes[child]
      guard text.payload < 0 else {
        // A character reference is a text of its own.
        let isWhitespace = document.withText(of: text) { length(ofSpaceAt: 0, in: $0[...]) == $0.count }
        if isWhitespace { edits.append(TextEdit(text.span, [0x20])) }
        continue
      }
      let bytes = document.source.bytes[text.span.range]
      var index = bytes.startIndex
      while index < bytes.endIndex {
        let length = length(ofSpaceAt: index, in: bytes)
        if length > 0 { edits.append(TextEdit(SourceSpan(index..<index + length), [0x20])) }
        index += max(length, 1)
      }
    }
    return edits
  }

  // MARK: Spaces

  /// Whether a text of the file holds one, or a character reference, which may stand for one.
  private static func mayHoldSpace(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "&")) || holdsSpace(text)
  }

  private static func holdsSpace(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { text[$0] >= 0xC2 && length(ofSpaceAt: $0, in: text) > 0 }
  }

  private static func withPlainSpaces(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let length = length(ofSpaceAt: index, in: text[...])
      result.append(length > 0 ? 0x20 : text[index])
      index += max(length, 1)
    }
    return result
  }

  /// The length of a space other than the plain one, with and without break; 0 where none stands at an index.
  private static func length<Text: RandomAccessCollection<UInt8>>(
    ofSpaceAt index: Int, in text: Text
  ) -> Int where Text.Index == Int {
    guard index < text.endIndex, text[index] >= 0xC2 else { return 0 }
    return spaces.first { text[index...].starts(with: $0) }?.count ?? 0
  }

  private static let spaces: [[UInt8]] = ([0xA0, 0x202F, 0x205F, 0x3000] + Array(0x2000...0x200A)).compactMap {
    Unicode.Scalar($0 as UInt32).map { Array(String($0).utf8) }
  }
}
