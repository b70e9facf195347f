import DocgenSupport

/// The first parts of the paths of all pages and files, so that a path that leads elsewhere is known at once.
struct TopNames: Sendable {
  private let names: Set<[UInt8]>

  /// Takes the pages and files of a catalog.
  ///
  /// - Complexity: O(*n*)
  init(_ catalog: PageCatalog) {
    var names: Set<[UInt8]> = []
    var last: [UInt8] = []
    func add(_ path: String) {
      let name = path.utf8.prefix { $0 != UInt8(ascii: "/") }
      // Neighbours lie in one folder.
      if ASCIICase.equal(name, last) { return }
      last = name.map(ASCIICase.lowercased)
      names.insert(last)
    }
    for entry in catalog.entries { add(entry.id) }
    for resource in catalog.resources { add(resource.path) }
    self.names = names
  }

  /// Whether something may be at a path, or below it: names that are written in several ways are not looked up.
  func mayHold(_ path: Substring) -> Bool {
    var name: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"): return names.contains(name)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.append(ASCIICase.lowercased(byte))
      default: return true
      }
    }
    return name.isEmpty || names.contains(name)
  }
}
