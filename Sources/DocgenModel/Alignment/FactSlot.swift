import DocgenSupport

/// One fact of a page as generic code sees it: where it stands and what it says.
package struct Fact: Sendable {
  /// The node of the entry.
  package var node: Int
  /// Its slots, the name first.
  package var slots: [FactSlot]

  /// Takes the slots that the entry has.
  init(node: Int, _ slots: [(FactSlot.Role, Located<String>?)]) {
    self.node = node
    self.slots = slots.compactMap { role, text in text.map { FactSlot(role: role, text: $0) } }
  }

  /// All values as one.
  package var joinedValues: Located<String>? {
    let values = slots.filter { $0.role == .value }
    guard let first = values.first, let last = values.last else { return nil }
    return Located(values.map(\.text.value).joined(separator: ", "), at: first.text.span.union(last.text.span))
  }

  /// The first slot of a role.
  package subscript(role: FactSlot.Role) -> Located<String>? { slots.first { $0.role == role }?.text }
}

/// A name, value or word that a fact states, with its place.
package struct FactSlot: Sendable {
  /// What a slot is for; the raw value is its name in other files.
  package enum Role: String, Sendable, CaseIterable {
    /// What the fact is called.
    case name
    /// What a row is about, in words of the language.
    case label
    /// What it holds for, where that is not the page's thing as a whole: a version of a product.
    case owner
    /// Whether a parameter goes in or comes out.
    case direction
    /// A number, a range, a file, a version.
    case value
    /// The same value in another base.
    case alternateValue = "alternate-value"
    /// The data type.
    case dataType = "data-type"
    /// Whether it can be read and written.
    case access
    /// What a member is when nothing is said.
    case defaultValue = "default-value"
    /// Whether it must be there.
    case required
    /// The qualifiers of a property.
    case qualifiers
  }

  /// What it is for.
  package var role: Role
  /// What it says.
  package var text: Located<String>
}

/// A slot in which a translation says something else than its source.
package struct FactDifference: Sendable {
  /// The kind of the fact.
  package var kind: FactKind
  /// Both facts, by their indices.
  package var pair: Alignment.Pair
  /// Which slot of them it is.
  package var role: FactSlot.Role
  /// What the source says.
  package var expected: Located<String>
  /// What the translation says; `nil` if it says nothing.
  package var actual: Located<String>?
  /// What lets the translation say the same; `nil` if that cannot be written.
  package var restoration: Restoration?
}
