import DocgenMarkup
import DocgenSupport

/// What the contents of sections tell about which of them are the same: the code and links that only one section of each
/// page holds, and that no language changes.
struct SectionEvidence {
  enum Verdict {
    /// They hold what no other sections do.
    case same
    /// They share more of their code than with any other section.
    case alike
    /// What each of them holds stands in other sections.
    case others
    case unknown
  }

  private struct Pair: Hashable {
    var source: Int
    var translation: Int
  }

  private var shared: Set<Pair> = []
  private var sources: Set<Int> = []
  private var translations: Set<Int> = []
  /// How many lines of code two sections share, and the most that one shares with any other.
  private var lines: [Pair: Int] = [:]
  private var mostLines: (source: [Int: Int], translation: [Int: Int]) = ([:], [:])

  /// - Complexity: O(*n*) in the nodes of both pages.
  init(_ source: [Section], _ document: Document, _ translation: [Section], _ other: Document) {
    guard !source.isEmpty, !translation.isEmpty else { return }
    let own = Self.owners(of: source, in: document)
    for (hash, place) in Self.owners(of: translation, in: other) where place >= 0 {
      guard let index = own[hash], index >= 0 else { continue }
      shared.insert(Pair(source: index, translation: place))
      sources.insert(index)
      translations.insert(place)
    }
    let ownLines = Self.ownersOfLines(source, in: document)
    for (hash, place) in Self.ownersOfLines(translation, in: other) where place >= 0 {
      guard let index = ownLines[hash], index >= 0 else { continue }
      lines[Pair(source: index, translation: place), default: 0] += 1
    }
    for (pair, count) in lines {
      mostLines.source[pair.source] = max(mostLines.source[pair.source] ?? 0, count)
      mostLines.translation[pair.translation] = max(mostLines.translation[pair.translation] ?? 0, count)
    }
  }

  func verdict(_ source: Int, _ translation: Int) -> Verdict {
    let pair = Pair(source: source, translation: translation)
    if shared.contains(pair) { return .same }
    // Code moves from one section to another, so that only most of it tells.
    if let count = lines[pair] {
      return count > 1 && count == mostLines.source[source] && count == mostLines.translation[translation]
        ? .alike : .unknown
    }
    return sources.contains(source) && translations.contains(translation) ? .others : .unknown
  }

  /// The section of each code span, link and title below it by its hash; -1 for what stands in several.
  private static func owners(of sections: [Section], in document: Document) -> [UInt64: Int] {
    var owners: [UInt64: Int] = [:]
    func add(_ hash: UInt64, _ index: Int) {
      if let owner = owners[hash], owner != index { owners[hash] = -1 } else { owners[hash] = index }
    }
    for (index, section) in sections.enumerated() {
      for node in section.heading..<section.content.upperBound {
        if let hash = hash(of: node, in: document) { add(hash, index) }
      }
      // What is called so stands below one section in both.
      guard let parent = section.parent else { continue }
      add(FNVHash.hash(section.title.value.utf8) ^ titleSalt, parent)
    }
    return owners
  }

  /// Keeps titles apart from the names that texts hold.
  private static let titleSalt: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The section of each line of code by its hash; -1 for what stands in several.
  private static func ownersOfLines(_ sections: [Section], in document: Document) -> [UInt64: Int] {
    var owners: [UInt64: Int] = [:]
    for (index, section) in sections.enumerated() {
      for node in section.content where document.nodes[node].kind == .codeBlock {
        forEachLine(of: document.source.bytes[document.nodes[node].span.range]) { hash in
          if let owner = owners[hash], owner != index { owners[hash] = -1 } else { owners[hash] = index }
        }
      }
    }
    return owners
  }

  /// Shorter lines say too little.
  private static let shortestLine = 8

  /// Calls a closure with the hash of each line of a code block that says something, fences aside.
  private static func forEachLine(of block: ArraySlice<UInt8>, _ use: (UInt64) -> Void) {
    for line in block.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      var line = line.drop { $0 <= 0x20 }
      while let last = line.last, last <= 0x20 { line.removeLast() }
      guard line.count >= shortestLine, line.contains(where: Identifier.isNameByte),
        !line.starts(with: "```".utf8), !line.starts(with: "~~~".utf8)
      else { continue }
      use(FNVHash.hash(line))
    }
  }

  private static func hash(of index: Int, in document: Document) -> UInt64? {
    let node = document.nodes[index]
    switch node.kind {
    case .code: return FNVHash.hash(document.text(of: index).bytes)
    case .link, .image: return document.link(of: node).map { FNVHash.hash($0.destination.lowercased().utf8) }
    default: return nil
    }
  }
}
