import DocgenLint
import DocgenSupport

/// One way in which translations get damaged, with what lint is to say about it.
package struct DamageKind: Sendable {
  /// A name in the manner of rules (`parameter-name-translated`).
  package let name: String
  /// The group of rules that look at what is damaged.
  package let group: RuleGroup
  /// Any of these is a right answer; the first is the one that is meant.
  package let rules: [String]
  /// The least severity that the finding must have.
  package let severity: Severity
  /// Damages one slot of a page; `nil` if the page has none.
  let mutate: @Sendable (Specimen, inout Dice) -> Mutation?

  init(
    _ name: String, _ group: RuleGroup, _ severity: Severity, _ rules: String...,
    mutate: @escaping @Sendable (Specimen, inout Dice) -> Mutation?
  ) {
    self.name = name
    self.group = group
    self.rules = rules
    self.severity = severity
    self.mutate = mutate
  }

  /// Every kind, group by group.
  package static let all: [DamageKind] =
    identity + metadata + signatures + code + parameters + returnCodes + requirements + members + links + structure
    + identifiers + prose + staleness
}

/// A damaged slot: the edits, and where a finding is to point.
struct Mutation: Sendable {
  /// A place of which the finding's start must be one.
  enum Place: Sendable {
    /// An offset in the page as it was.
    case old(Int)
    /// An offset within the text that an edit puts in, by the edit's place in the list.
    case new(edit: Int, offset: Int)
  }

  var edits: EditList
  var places: [Place]

  init(_ edits: [Edit], at places: [Place]) {
    self.edits = EditList(edits)
    self.places = places
  }

  /// The slot of one edit, at its start.
  init(_ edit: Edit) { self.init([edit], at: [.old(edit.range.lowerBound)]) }

  /// An edit whose finding points at the start of a slot around it.
  init(_ edit: Edit, at slot: SourceSpan) { self.init([edit], at: [.old(Int(slot.start))]) }

  /// The offsets in the damaged page.
  var offsets: [Int] {
    places.map { place in
      switch place {
      case .old(let offset): edits.offset(of: offset)
      case .new(let edit, let offset): edits.offset(of: edits.edits[edit].range.lowerBound) + offset
      }
    }
  }
}
