/// The name of a member, with its hash made once.
package struct TemplateKey: Sendable, Equatable, ExpressibleByStringLiteral {
  /// The name as templates write it.
  package let name: String
  fileprivate let hash: UInt64

  /// Makes a key; worth keeping where the same one is used again and again.
  package init(_ name: String) {
    self.name = name
    // The names come from code and templates, never from a stranger.
    hash = name.utf8.withContiguousStorageIfAvailable { Self.hash($0) } ?? Self.hash(name.utf8)
  }

  /// FNV-1a.
  @inline(__always)
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
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
  /// A hash table of the places in ``entries``, with linear probing and -1 where it is free; empty as long as there are few.
  private var places: [Int32] = []
  private static let few = 8

  /// Makes an object without members, with room for some.
  package init(capacity: Int = 0) {
    entries.reserveCapacity(capacity)
  }

  /// Whether there are no members.
  package var isEmpty: Bool { entries.isEmpty }

  /// The value of a member; setting `nil` leaves the object as it is.
  ///
  /// - Complexity: O(1) on average.
  package subscript(key: TemplateKey) -> TemplateValue? {
    get { index(of: key).map { entries[$0].value } }
    set {
      guard let newValue else { return }
      if let index = index(of: key) {
        entries[index].value = newValue
      } else {
        entries.append((key, newValue))
        noteLast()
      }
    }
  }

  private func index(of key: TemplateKey) -> Int? {
    if places.isEmpty { return entries.firstIndex { $0.key == key } }
    let place = place(of: key)
    return places[place] < 0 ? nil : Int(places[place])
  }

  /// Where a key stands in the table, or would.
  private func place(of key: TemplateKey) -> Int {
    var place = Int(truncatingIfNeeded: key.hash) & (places.count - 1)
    while places[place] >= 0, entries[Int(places[place])].key != key { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func noteLast() {
    if entries.count <= Self.few { return }
    if entries.count * 2 <= places.count {
      places[place(of: entries[entries.count - 1].key)] = Int32(truncatingIfNeeded: entries.count - 1)
      return
    }
    places = [Int32](repeating: -1, count: max(64, places.count * 2))
    for index in entries.indices { places[place(of: entries[index].key)] = Int32(truncatingIfNeeded: index) }
  }
}
