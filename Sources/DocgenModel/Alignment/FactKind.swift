import DocgenSupport

/// A kind of fact that pages state: parameters, return codes, requirements …
///
/// Generic code loops over ``all``: what is compared, counted, restored and given anchors follows from there. A new kind is
/// a file beside the others, and an entry in ``all``. Kinds compare by identity.
package final class FactKind: Sendable {
  /// The name in the strings of the interface and in files: `return-codes`.
  package let name: String
  private let read: @Sendable (LocalizedPage, Vocabulary) -> [Fact]
  private let anchorOf: (@Sendable (PageFacts, Int) -> String)?
  let align: @Sendable (PageAlignment) -> Alignment
  let compare: (@Sendable (PageAlignment, Alignment.Pair) -> [FactDifference])?

  /// Makes a kind.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - read: The facts of a page in the words of its locale, in their order.
  ///   - align: Which of a translation stand for which of the source, by their indices.
  ///   - anchor: The anchor of a fact by its index, before repeated ones are numbered; `nil` for kinds without.
  ///   - compare: In what two facts that stand for each other differ; `nil` if nothing is compared.
  init(
    _ name: String, read: @escaping @Sendable (LocalizedPage, Vocabulary) -> [Fact],
    align: @escaping @Sendable (PageAlignment) -> Alignment,
    anchor: (@Sendable (PageFacts, Int) -> String)? = nil,
    compare: (@Sendable (PageAlignment, Alignment.Pair) -> [FactDifference])? = nil
  ) {
    self.name = name
    self.read = read
    self.align = align
    anchorOf = anchor
    self.compare = compare
  }

  /// The kinds, in the order in which pages are read and claims are made.
  package static let all: [FactKind] = [
    .parameters, .returnCodes, .exceptions, .members, .requirements, .labelledValues, .values,
  ]

  /// The facts of a page, in their order.
  package func facts(of page: LocalizedPage, _ vocabulary: Vocabulary) -> [Fact] { read(page, vocabulary) }

  /// Whether facts of the kind have anchors.
  package var hasAnchors: Bool { anchorOf != nil }

  /// The anchor of a fact, made of what it says; repeated ones are equal.
  package func anchor(of index: Int, in facts: PageFacts) -> String? { anchorOf?(facts, index) }
}

extension FactKind: Hashable {
  /// Whether both are the same kind.
  package static func == (left: FactKind, right: FactKind) -> Bool { left === right }

  /// Feeds the identity of the kind.
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
