import DocgenModel
import DocgenSupport

/// The words of a page's code that may be names in its text.
enum CodeNames {
  /// The hashes of all words with a capital in the code blocks of a page, and in the code within its lines.
  ///
  /// - Complexity: O(*n*) in the bytes of the code.
  static func names(of page: LocalizedPage, _ inventory: PageInventory) -> Set<UInt64> {
    var names: Set<UInt64> = []
    for word in inventory.words where word.traits.isSuperset(of: [.code, .capital]) { names.insert(word.hash) }
    page.source.bytes.withUnsafeBufferPointer { bytes in
      for block in page.facts.codeBlocks where !Self.isText(block) {
        var index = Int(block.span.start)
        let end = Int(block.span.end)
        while index < end {
          let start = index
          while index < end, Identifier.isNameByte(bytes[index]) { index += 1 }
          if index > start + 1, (0x41...0x5A).contains(bytes[start]) {
            names.insert(ProseWord.hash(bytes[start..<index]))
          }
          index = max(index, start + 1)
        }
      }
    }
    return names
  }

  /// Whether capitals in a block are those of sentences: what diagrams say is text, and so is what a shell prints.
  private static func isText(_ block: CodeBlock) -> Bool {
    guard let language = CodeLanguages.shared.language(of: block.infoString?.value) else { return false }
    return language.isText || language.reader == .shell
  }
}
