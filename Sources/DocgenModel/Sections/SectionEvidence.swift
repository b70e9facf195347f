import DocgenMarkup
import DocgenSupport

/// What the contents of sections tell about which of them are the same: the code and links that only one section of each
/// page holds, and that no language changes.
struct SectionEvidence {
  enum Verdict {
    /// They hold what no other sections do.
    case same
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
  }

  func verdict(_ source: Int, _ translation: Int) -> Verdict {
    if shared.contains(Pair(source: source, translation: translation)) { return .same }
    return sources.contains(source) && translations.contains(translation) ? .others : .unknown
  }

  /// The section of each code span, link and title below it by its hash; -1 for what stands in several.
  private static func owners(of sections: [Section], in document: Document) -> [UInt64: Int] {
    var owners: [UInt64: Int] = [:]
    for (index, section) in sections.enumerated() {
      for node in section.heading..<section.content.upperBound {
        guard let hash = hash(of: node, in: document) else { continue }
        if let owner = owners[hash], owner != index { owners[hash] = -1 } else { owners[hash] = index }
      }
      // What is called so stands below one section in both.
      guard let parent = section.parent else { continue }
      let hash = FNVHash.hash(section.title.value.utf8) ^ titleSalt
      if let owner = owners[hash], owner != parent { owners[hash] = -1 } else { owners[hash] = parent }
    }
    return owners
  }

  /// Keeps titles apart from the names that texts hold.
  private static let titleSalt: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func hash(of index: Int, in document: Document) -> UInt64? {
    let node = document.nodes[index]
    switch node.kind {
    case .code: return FNVHash.hash(document.text(of: index).bytes)
    case .link, .image: return document.link(of: node).map { FNVHash.hash($0.destination.lowercased().utf8) }
    default: return nil
    }
  }
}
