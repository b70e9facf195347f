/// The name of a member, with its hash made once.
package struct TemplateKey: Sendable, Equatable, ExpressibleByStringLiteral {
  /// The name as templates write it.
  package let name: String
  private let hash: UInt64

  /// Makes a key; worth keeping where the same one is used again and again.
  package init(_ name: String) {
    self.name = name
    // FNV-1a: the names are short and come from code and templates, never from a stranger.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.hash = hash
  }

  /// Makes a key of a literal name.
  package init(stringLiteral value: String) { self.init(value) }

  /// Whether the names are the same.
  package static func == (left: TemplateKey, right: TemplateKey) -> Bool {
    left.hash == right.hash && left.name == right.name
  }
}

/// A small set of named values.
package struct TemplateObject: Sendable {
  private var entries: [(key: TemplateKey, value: TemplateValue)] = []

  /// Makes an object without members, with room for some.
  package init(capacity: Int = 0) {
    entries.reserveCapacity(capacity)
  }

  /// Whether there are no members.
  package var isEmpty: Bool { entries.isEmpty }

  /// The value of a member; setting `nil` leaves the object as it is.
  ///
  /// - Complexity: O(*n*) in the number of members, one comparison of integers each.
  package subscript(key: TemplateKey) -> TemplateValue? {
    get {
      for entry in entries where entry.key == key { return entry.value }
      return nil
    }
    set {
      guard let newValue else { return }
      if let index = entries.firstIndex(where: { $0.key == key }) {
        entries[index].value = newValue
      } else {
        entries.append((key, newValue))
      }
    }
  }
}
