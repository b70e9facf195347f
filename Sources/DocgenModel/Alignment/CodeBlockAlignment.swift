import DocgenMarkup
import DocgenSupport

/// The code blocks of a translation beside those of its source.
package struct CodeBlockAlignment {
  /// Blocks that stand for each other, in the order of the source.
  package private(set) var pairs: [(source: CodeBlock, translation: CodeBlock)] = []
  /// Blocks of the source without counterpart.
  package private(set) var missing: [CodeBlock] = []
  /// Blocks of the translation without counterpart.
  package private(set) var extra: [CodeBlock] = []
  /// Whether the blocks of each pair stand for each other beyond doubt: nothing is missing, and the order is the same.
  package private(set) var areCertain: Bool

  /// Pairs the blocks that hold signatures, or those that do not, by language, section and place.
  init(
    _ sourcePage: LocalizedPage, _ translationPage: LocalizedPage, areSignatures: Bool,
    in sections: @autoclosure () -> Alignment
  ) {
    areCertain = true
    if sourcePage.facts.codeBlocks.isEmpty, translationPage.facts.codeBlocks.isEmpty { return }
    let source = sourcePage.facts.codeBlocks.filter { ($0.signature != nil) == areSignatures }
    let translation = translationPage.facts.codeBlocks.filter { ($0.signature != nil) == areSignatures }
    lazy var places = SectionPlaces(sourcePage.facts, translationPage.facts, sections())
    var words = CodeBlockWords.Cache(source: sourcePage, translation: translationPage)
    let alignment = Alignment(source, translation) { expected, actual in
      let isSameLanguage =
        expected.infoString?.value == actual.infoString?.value || expected.languageName == actual.languageName
      if CodeBlockText.areEqual(expected, in: sourcePage, actual, in: translationPage) {
        return isSameLanguage ? .equal : .similar
      }
      // What a shortcode holds stands for no other code that is written as such.
      if expected.isOfToken(in: sourcePage) != actual.isOfToken(in: translationPage) { return .unrelated }
      // Of signatures, a page has few, and each is compared.
      if areSignatures { return isSameLanguage ? .similar : .different }
      switch words.resemblance(expected, actual) {
      case .other: return .unrelated
      case .same: return .similar
      case .open:
        // Where too few words tell, code of other sections is other code.
        if places.areOthers(expected.node, actual.node) { return .unrelated }
        return isSameLanguage ? .open : .different
      }
    }
    areCertain = alignment.isComplete
    // Those of one place that say other things may be other blocks.
    var doubtful: [(source: CodeBlock, translation: CodeBlock)] = []
    for pair in alignment.pairs {
      let (expected, actual) = (source[pair.source], translation[pair.translation])
      if areSignatures || pair.certainty == .certain || words.mayBeSame(expected, actual) {
        pairs.append((expected, actual))
        continue
      }
      missing.append(expected)
      extra.append(actual)
      // With as many blocks on both pages, nothing else can be meant, unless they are parts of others.
      if pair.certainty > .byPlace { doubtful.append((expected, actual)) }
    }
    missing += alignment.missing.map { source[$0.source] }
    extra += alignment.extra.map { translation[$0] }
    if !areSignatures { JoinedCode(sourcePage, translationPage).split(&pairs, &missing, &extra) }
    for pair in doubtful {
      guard let own = missing.firstIndex(where: { $0.node == pair.source.node }),
        let other = extra.firstIndex(where: { $0.node == pair.translation.node })
      else { continue }
      missing.remove(at: own)
      extra.remove(at: other)
      pairs.append(pair)
    }
    pairs.sort { ($0.source.node, $0.source.span.start) < ($1.source.node, $1.source.span.start) }
    let others = OtherKind(areSignatures: areSignatures)
    others.take(&missing, in: sourcePage, with: translationPage)
    others.take(&extra, in: translationPage, with: sourcePage)
    // A shortcode that one page lacks tells of what it holds.
    missing.removeAll { $0.isOfToken(in: sourcePage) }
    extra.removeAll { $0.isOfToken(in: translationPage) }
    missing.sort { $0.node < $1.node }
    extra.sort { $0.node < $1.node }
  }
}

/// The blocks that are signatures on one of two pages and samples on the other, as those below a title that is lost.
private struct OtherKind {
  /// What the blocks are that are asked for.
  let areSignatures: Bool

  /// Takes those out of some blocks that the other page has with the same text, more often than the blocks' own page.
  ///
  /// - Complexity: O(*n*) in the code of both pages, and nothing without blocks.
  func take(_ blocks: inout [CodeBlock], in page: LocalizedPage, with other: LocalizedPage) {
    if blocks.isEmpty { return }
    var counts: [UInt64: Int] = [:]
    for block in other.facts.codeBlocks where (block.signature != nil) != areSignatures {
      counts[Self.hash(block, other), default: 0] += 1
    }
    for block in page.facts.codeBlocks where (block.signature != nil) != areSignatures {
      counts[Self.hash(block, page), default: 0] -= 1
    }
    blocks.removeAll { block in
      let hash = Self.hash(block, page)
      guard let count = counts[hash], count > 0 else { return false }
      counts[hash] = count - 1
      return true
    }
  }

  /// Of the text without whitespace.
  private static func hash(_ block: CodeBlock, _ page: LocalizedPage) -> UInt64 {
    FNVHash.hash(page.source.bytes[block.span.range].lazy.filter { $0 > 0x20 })
  }
}

/// Which sections of two pages stand for each other beyond doubt, asked by what stands in them.
private struct SectionPlaces {
  private let source: PageFacts
  private let translation: PageFacts
  /// For each section its counterpart.
  private var ofSource: [Int: Int] = [:]
  private var ofTranslation: [Int: Int] = [:]

  init(_ source: PageFacts, _ translation: PageFacts, _ sections: Alignment) {
    self.source = source
    self.translation = translation
    for pair in sections.pairs where pair.isCertain {
      ofSource[pair.source] = pair.translation
      ofTranslation[pair.translation] = pair.source
    }
  }

  /// Whether two nodes stand in sections of which one is known to stand for another one.
  func areOthers(_ node: Int, _ other: Int) -> Bool {
    let (own, place) = (source.lastSection(before: node), translation.lastSection(before: other))
    if let own, let match = ofSource[own], match != place { return true }
    if let place, let match = ofTranslation[place], match != own { return true }
    return false
  }
}

extension CodeBlockAlignment {
  /// The block of the source that one of the translation stands for, by its node; `nil` if none does.
  package func counterpart(of block: CodeBlock) -> CodeBlock? {
    pairs.first { $0.translation.node == block.node }?.source
  }
}

extension CodeBlock {
  /// Whether it is what a token holds, and no code of Markdown.
  fileprivate func isOfToken(in page: LocalizedPage) -> Bool {
    let (tokens, start) = (page.document.tokens, page.document.nodes[node].span.start)
    let index = tokens.partitioningIndex { $0.span.start >= start }
    return index < tokens.count && tokens[index].span.start == start
  }

  /// The language after the fence, in lower case.
  package var language: String { infoString?.value.lowercased() ?? "" }

  /// What the language is called, without what follows it: `md:line-numbers`, `js{5}`, `sh [npm]`.
  fileprivate var languageName: Substring { language.prefix { !" {[:,=".contains($0) } }

  /// The place of the first line, for findings about the block as a whole.
  package func place(in page: LocalizedPage) -> SourceSpan {
    infoString?.span ?? SourceSpan(at: page.document.nodes[node].span.start)
  }
}

/// The text of code blocks, as it counts in comparisons.
package enum CodeBlockText {
  /// Whether two blocks hold the same text, white space aside.
  package static func areEqual(
    _ left: CodeBlock, in leftPage: LocalizedPage, _ right: CodeBlock, in rightPage: LocalizedPage
  ) -> Bool {
    leftPage.source.bytes.withUnsafeBytes { leftFile in
      rightPage.source.bytes.withUnsafeBytes { rightFile in
        let leftBytes = UnsafeRawBufferPointer(rebasing: leftFile[left.span.range])
        let rightBytes = UnsafeRawBufferPointer(rebasing: rightFile[right.span.range])
        return ByteSearch.areEqual(leftBytes, rightBytes)
          || areEqualButForWhitespace(leftBytes, rightBytes)
      }
    }
  }

  /// Whether two texts differ in whitespace alone, and in none that separates two words of one of them only.
  private static func areEqualButForWhitespace(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool
  {
    var (leftIndex, rightIndex) = (0, 0)
    var endsWord = false
    while true {
      let (leftStart, rightStart) = (leftIndex, rightIndex)
      while leftIndex < left.count, left[leftIndex] <= 0x20 { leftIndex += 1 }
      while rightIndex < right.count, right[rightIndex] <= 0x20 { rightIndex += 1 }
      guard leftIndex < left.count, rightIndex < right.count else {
        return leftIndex == left.count && rightIndex == right.count
      }
      let byte = left[leftIndex]
      guard byte == right[rightIndex] else { return false }
      let isWord = Identifier.isNameByte(byte) || byte >= 0x80
      if endsWord, isWord, (leftIndex > leftStart) != (rightIndex > rightStart) { return false }
      endsWord = isWord
      leftIndex += 1
      rightIndex += 1
    }
  }

  /// The first tokens that differ between two texts, comments aside.
  package static func firstDifference(
    _ sourceSignature: Signature, in sourcePage: LocalizedPage, _ signature: Signature, in page: LocalizedPage
  ) -> SignatureDifference? {
    page.source.bytes.withUnsafeBufferPointer { bytes in
      sourcePage.source.bytes.withUnsafeBufferPointer { sourceBytes in
        signature.firstDifference(in: bytes, from: sourceSignature, in: sourceBytes)
      }
    }
  }

  /// Reads a block that is no signature into tokens.
  ///
  /// The language is the source's, so that both are read in the same way.
  package static func tokens(of block: CodeBlock, in page: LocalizedPage, language: String?) -> Signature {
    page.source.bytes.withUnsafeBufferPointer {
      Signature.tokens(
        of: UnsafeBufferPointer(rebasing: $0[block.span.range]), infoString: language ?? "",
        baseOffset: block.span.start)
    }
  }
}
