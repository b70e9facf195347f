import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The names in the prose of a page of the source, which its translations must hold.
struct ProseNames {
  /// The names of the page's API, its parameters and members.
  private let modelNames: Set<UInt64>
  /// Plain words in bold or italics may be names: the page does not set its names in code.
  private let emphasizesNames: Bool
  /// The page sets names in bold or italics rather than in code, so that a single word there may be one.
  let setsNamesInBold: Bool
  /// There are such names, or the page is about an API; elsewhere, capitals may stress a word.
  private let areBoldNamesSure: Bool
  /// The indices of the words that are names, in order.
  private var indices: [Int] = []

  /// - Complexity: O(*n*) in the words of the page.
  init(_ page: LocalizedPage, _ inventory: PageInventory) {
    modelNames = Self.modelNames(page)
    emphasizesNames = Self.emphasizesNames(page) ?? Self.emphasizesNames(inventory, modelNames)
    (setsNamesInBold, areBoldNamesSure) = Self.boldNames(inventory, modelNames)
    for (index, word) in inventory.words.enumerated() where isName(word) { indices.append(index) }
  }

  /// Whether the names of the page's parameters and members are not set in code, or not most of them; `nil` if it has none.
  private static func emphasizesNames(_ page: LocalizedPage) -> Bool? {
    let starts = page.facts.parameters.map(\.name.span.start) + page.facts.members.map(\.name.span.start)
    if starts.isEmpty { return nil }
    let bytes = page.source.bytes
    return starts.count { $0 > 0 && bytes[Int($0) - 1] == UInt8(ascii: "`") } * 2 <= starts.count
  }

  /// Whether the prose of a page sets its plain names in code less often than in bold and italics.
  private static func emphasizesNames(_ inventory: PageInventory, _ names: Set<UInt64>) -> Bool {
    var (emphasized, code) = (0, 0)
    for word in inventory.words where word.traits.contains(.alone) && names.contains(word.hash) {
      if word.traits.contains(.code) { code += 1 } else if word.isPlain { emphasized += 1 }
    }
    return emphasized >= code
  }

  /// Whether what is plainly a name stands in bold and italics at least as often as in code.
  private static func boldNames(_ inventory: PageInventory, _ names: Set<UInt64>) -> (areUsual: Bool, areSure: Bool) {
    var (emphasized, code) = (0, 0)
    for word in inventory.words where word.traits.contains(.alone) {
      if word.traits.contains(.code) {
        code += 1
      } else if word.traits.contains(.emphasized), word.hasNameShape || names.contains(word.hash) {
        emphasized += 1
      }
    }
    return (emphasized >= code, emphasized + code > 0 ? emphasized >= code : !names.isEmpty)
  }

  private static func modelNames(_ page: LocalizedPage) -> Set<UInt64> {
    var names: Set<UInt64> = []
    func add(_ name: String) { if Identifier.isName(name.utf8) { names.insert(ProseWord.hash(name.utf8)) } }
    for parameter in page.facts.parameters { add(parameter.name.value) }
    for member in page.facts.members { add(member.name.value) }
    for block in page.facts.signatures {
      for token in block.signature?.tokens ?? [] where token.span.range.count > 1 {
        let text = page.source.bytes[token.span.range]
        if token.kind == .identifier, !isPartOfWord(token.span, in: page.source) { names.insert(ProseWord.hash(text)) }
        if token.kind == .placeholder, Identifier.isName(text) {
          names.insert(ProseWord.hash(text.dropFirst().dropLast()))
        }
      }
    }
    for name in page.frontMatter.strings("api_name") {
      for part in name.value.utf8.split(whereSeparator: { !Identifier.isNameByte($0) }) {
        names.insert(ProseWord.hash(part))
      }
    }
    return names
  }

  /// Whether hyphens join a word of small letters to others: of `flex-start`, neither part is a name.
  private static func isPartOfWord(_ span: SourceSpan, in file: SourceFile) -> Bool {
    let (bytes, hyphen) = (file.bytes, UInt8(ascii: "-"))
    let (start, end) = (Int(span.start), Int(span.end))
    guard bytes[start..<end].allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
    return start > 1 && bytes[start - 1] == hyphen && Identifier.isNameByte(bytes[start - 2])
      || end + 1 < bytes.count && bytes[end] == hyphen && Identifier.isNameByte(bytes[end + 1])
  }

  /// The indices of the names among some words.
  ///
  /// - Complexity: O(log *n*).
  subscript(words: Range<Int>) -> ArraySlice<Int> {
    indices[firstPlace(from: words.lowerBound)..<firstPlace(from: words.upperBound)]
  }

  private func firstPlace(from word: Int) -> Int {
    var low = 0
    var high = indices.count
    while low < high {
      let middle = (low + high) / 2
      if indices[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a word is a name that no language may change.
  func isName(_ word: ProseWord) -> Bool {
    if word.hasNameShape { return true }
    guard word.length > 1 else { return false }
    if word.isSetAsName, setsNamesInBold || word.traits.contains(.code) || modelNames.contains(word.hash) {
      return true
    }
    // A word that is stressed, and a value only by chance: "the *height*", "**oblique** faces".
    if word.isPlain, !emphasizesNames { return false }
    // A part of longer code, which is compared as a whole: `:invalid-pseudo-class`.
    if word.looksLikeWord, !word.traits.contains(.capital), !word.traits.contains(.alone) { return false }
    // Among other words in bold it is one of them: **Displaying Message Boxes**.
    return !word.traits.isDisjoint(with: [.alone, .code]) && modelNames.contains(word.hash)
  }

  /// Whether a word that is set apart is a name beyond doubt.
  func isSure(_ word: ProseWord) -> Bool {
    word.traits.contains(.code) || word.isPlainlyName || areBoldNamesSure || modelNames.contains(word.hash)
  }

  /// Whether a name must stand in the translation in some form: what only has an inner capital and is not set apart
  /// may be a word that the language has its own for ("BackBuffer").
  func isCertain(_ word: ProseWord) -> Bool {
    !word.traits.isDisjoint(with: [.underscore, .scoped, .emphasized, .code, .link]) || modelNames.contains(word.hash)
  }
}
