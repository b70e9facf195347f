/// A change of a translation that says the same as before, so that lint must stay silent.
package struct EquivalentMutation: Sendable {
  /// A name in the manner of rules (`cells-padded`).
  package let name: String
  /// The bytes of the changed page; `nil` if there is nothing to change.
  let change: @Sendable (Specimen, inout Dice) -> [UInt8]?

  init(_ name: String, change: @escaping @Sendable (Specimen, inout Dice) -> [UInt8]?) {
    self.name = name
    self.change = change
  }

  /// A change made of edits; none is no change.
  init(_ name: String, edits: @escaping @Sendable (Specimen, inout Dice) -> [Edit]) {
    self.init(name) { page, dice in
      let changed = EditList(edits(page, &dice)).applied(to: page.bytes)
      return changed == page.bytes ? nil : changed
    }
  }

  /// Every change.
  package static let all: [EquivalentMutation] = files + frontMatter + blocks + inlines + tables + wording
}
