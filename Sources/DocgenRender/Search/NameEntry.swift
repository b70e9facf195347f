import DocgenSupport

/// A name with a page that it leads to.
struct NameEntry: Sendable {
  var name: String
  var page: Int
  var key: SearchName
  /// The page is about the name, and does not only list it among others.
  var isMain: Bool

  /// The names of all pages, in an order that depends on nothing else; main pages before others of the same name.
  static func sorted(_ summaries: [PageSummary]) -> [NameEntry] {
    var entries: [NameEntry] = []
    for (page, summary) in summaries.enumerated() {
      for (position, name) in summary.searchNames.enumerated() {
        let key = SearchName(name)
        guard !key.units.isEmpty else { continue }
        entries.append(NameEntry(name: name, page: page, key: key, isMain: position == 0))
      }
    }
    entries.sort { left, right in
      if left.key.units != right.key.units { return left.key.units.lexicographicallyPrecedes(right.key.units) }
      if left.isMain != right.isMain { return left.isMain }
      if left.name != right.name { return left.name.utf8.lexicographicallyPrecedes(right.name.utf8) }
      return left.page < right.page
    }
    return entries
  }

  /// What the file of a page about a name is likely called: lower case, with a hyphen for what is no letter or digit.
  static func likelyFile(_ name: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.append(ASCIICase.lowercased(byte))
      default:
        if result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      }
    }
    return result
  }
}
