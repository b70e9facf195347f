import DocgenModel
import DocgenSupport

/// Texts that nothing in their own section stands for, and that stand in another place of the other page: what no language
/// changes in them, names, numbers and links, tells.
struct MovedTexts {
  /// The runs of the source that stand elsewhere in the translation.
  private(set) var source: Set<Int> = []
  /// The runs of the translation that stand elsewhere in the source.
  private(set) var translation: Set<Int> = []

  /// More texts are not compared.
  private static let limit = 40_000
  /// Texts that share less may be about the same things, and are others.
  private static let share = 0.6

  /// - Complexity: The product of the texts without counterpart of both pages, up to a limit.
  init(_ prose: ProsePair) {
    let own = Self.runs(prose.texts.gaps.map(\.gap.source), prose.sections.missing.map(\.source), prose.source)
    let other = Self.runs(prose.texts.gaps.map(\.gap.translation), prose.sections.extra, prose.translation)
    guard !own.isEmpty, !other.isEmpty, own.count * other.count <= Self.limit else { return }
    for text in own {
      guard
        let match = other.first(where: { candidate in
          guard !translation.contains(candidate.run) else { return false }
          let common = SortedHashes.countOfCommon(text.literals, candidate.literals)
          return common >= 2
            && Double(2 * common) >= Self.share * Double(text.literals.count + candidate.literals.count)
        })
      else { continue }
      source.insert(text.run)
      translation.insert(match.run)
    }
  }

  /// The texts of gaps and of sections without counterpart that have names or numbers enough to be known by.
  private static func runs(
    _ gaps: [Range<Int>], _ sections: [Int], _ inventory: PageInventory
  ) -> [(run: Int, literals: [UInt64])] {
    (gaps + sections.map { inventory.runs(ofSection: $0) }).joined().compactMap { run in
      let words = inventory.words[inventory.runs[run].words].lazy.filter(\.isOfEveryLanguage).map(\.hash)
      let links = inventory.links(ofBlock: inventory.runs[run].node).map(\.hashOfName)
      let literals = (Array(words) + links).sorted()
      return literals.count < 2 ? nil : (run, literals)
    }
  }
}
