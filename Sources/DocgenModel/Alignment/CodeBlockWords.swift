import DocgenMarkup
import DocgenSupport

/// The words of a code block, which tell whether another block is the same code with changes or other code.
struct CodeBlockWords {
  /// How much two blocks have in common.
  enum Resemblance {
    /// Most words: the same code.
    case same
    /// Some words, or too few words to tell.
    case open
    /// Hardly any word: other code.
    case other
  }

  /// The hashes of all names and numbers, sorted.
  private let hashes: [UInt64]
  /// Words of other scripts are text, which a translation has its own for.
  private let isText: Bool

  /// No more words of a block are looked at.
  private static let limit = 512
  /// Blocks with fewer words say too little.
  private static let fewest = 4
  private static let sameShare = 0.6
  private static let otherShare = 0.15
  /// Of blocks that nothing else pairs, those with fewer words in common are others.
  private static let oneShare = 0.5

  /// - Complexity: O(*n* log *n*) in the words, up to a limit.
  init(_ block: CodeBlock, in page: LocalizedPage) {
    isText = CodeLanguages.shared.language(of: block.infoString?.value)?.isText ?? false
    var hashes: [UInt64] = []
    // Comments and what is said to people are text, too.
    let code = TextInCode(of: block, in: page).code(of: block, in: page, language: block.infoString?.value)
    for token in code.tokens where hashes.count < Self.limit {
      for word in page.source.bytes[token.span.range].split(whereSeparator: { !Identifier.isNameByte($0) })
      where word.count > 1 {
        hashes.append(FNVHash.hash(word))
      }
    }
    self.hashes = hashes.sorted()
  }

  func resemblance(to other: CodeBlockWords) -> Resemblance {
    guard !isText, !other.isText, min(hashes.count, other.hashes.count) >= Self.fewest else { return .open }
    // Of the shorter: a block may have grown.
    let share = Double(countOfCommon(with: other)) / Double(min(hashes.count, other.hashes.count))
    return share >= Self.sameShare ? .same : share < Self.otherShare ? .other : .open
  }

  /// How much of the longer of two blocks both have, or of a shorter one of few words: the other may have comments; all of two
  /// without any word.
  private func share(of other: CodeBlockWords) -> Double {
    let (shorter, longer) = (min(hashes.count, other.hashes.count), max(hashes.count, other.hashes.count))
    let count = shorter < Self.fewest ? shorter : longer
    return count == 0 ? 1 : Double(countOfCommon(with: other)) / Double(count)
  }

  private func countOfCommon(with other: CodeBlockWords) -> Int {
    var (index, match, count) = (0, 0, 0)
    while index < hashes.count, match < other.hashes.count {
      if hashes[index] == other.hashes[match] {
        (index, match, count) = (index + 1, match + 1, count + 1)
      } else if hashes[index] < other.hashes[match] {
        index += 1
      } else {
        match += 1
      }
    }
    return count
  }

  /// The words of the blocks of a page and its source, read once and only where blocks differ.
  struct Cache {
    private let source: LocalizedPage
    private let translation: LocalizedPage
    private var wordsOfSource: [Int: CodeBlockWords] = [:]
    private var wordsOfTranslation: [Int: CodeBlockWords] = [:]

    init(source: LocalizedPage, translation: LocalizedPage) {
      self.source = source
      self.translation = translation
    }

    /// Whether two blocks that nothing but their places pairs may be one: what they say is alike, or too little to tell.
    mutating func mayBeSame(_ expected: CodeBlock, _ actual: CodeBlock) -> Bool {
      _ = resemblance(expected, actual)
      guard let own = wordsOfSource[expected.node], let other = wordsOfTranslation[actual.node] else { return true }
      return own.isText || other.isText || own.share(of: other) >= CodeBlockWords.oneShare
    }

    mutating func resemblance(_ expected: CodeBlock, _ actual: CodeBlock) -> Resemblance {
      let own = wordsOfSource[expected.node] ?? CodeBlockWords(expected, in: source)
      wordsOfSource[expected.node] = own
      let other = wordsOfTranslation[actual.node] ?? CodeBlockWords(actual, in: translation)
      wordsOfTranslation[actual.node] = other
      return own.resemblance(to: other)
    }
  }
}
