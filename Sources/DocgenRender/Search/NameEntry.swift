import DocgenSupport

/// A name with the place that it leads to.
struct NameEntry: Sendable {
  var name: String
  var key: SearchName
  /// The index of the page.
  var page: Int
  var origin: SearchEntry.Origin
  var kind: String?
  var anchor: String?
  var group = 0

  /// The names of all pages, those that equal ones are to be shown after first; in an order that depends on nothing else.
  ///
  /// `groups` are headers, libraries and their like, whose pages come after those of the content.
  static func sorted(_ summaries: [PageSummary], groups: [(facet: Facet, group: FacetGroup)] = []) -> [NameEntry] {
    var entries: [NameEntry] = []
    for (page, summary) in summaries.enumerated() {
      for (position, name) in summary.searchNames.enumerated() {
        let origin: SearchEntry.Origin = position == 0 ? .page : .keyword
        entries.append(NameEntry(name, page: page, origin: origin, kind: summary.kind))
      }
      for entry in summary.searchEntries {
        let kind = entry.origin == .title || entry.origin == .keyword ? entry.kind ?? summary.kind : entry.kind
        var new = NameEntry(entry.name, page: page, origin: entry.origin, kind: kind)
        new.anchor = entry.anchor
        new.group = entry.group
        entries.append(new)
      }
    }
    for (index, (facet, group)) in groups.enumerated() {
      let page = summaries.count + index
      entries.append(NameEntry(group.spelling, page: page, origin: .listed, kind: facet.kindOfValues))
    }
    entries.removeAll { $0.key.units.isEmpty }
    removeSaidElsewhere(&entries)
    entries.sort { left, right in
      if left.origin != right.origin { return left.origin.rawValue < right.origin.rawValue }
      let counts = (left.name.utf8.count, right.name.utf8.count)
      if counts.0 != counts.1 { return counts.0 < counts.1 }
      if left.name != right.name { return left.name.utf8.lexicographicallyPrecedes(right.name.utf8) }
      if left.page != right.page { return left.page < right.page }
      return (left.anchor ?? "") < (right.anchor ?? "")
    }
    return entries
  }

  private init(_ name: String, page: Int, origin: SearchEntry.Origin, kind: String?) {
    self.name = name
    self.page = page
    self.origin = origin
    self.kind = kind
    key = SearchName(name)
    // An operator, or another name of signs alone.
    if key.units.isEmpty { key = SearchName(signs: name) }
  }

  /// Removes what only leads to where the name is documented, and keywords that say nothing new or little.
  private static func removeSaidElsewhere(_ entries: inout [NameEntry]) {
    var documented: Set<UInt64> = []
    var onPage: Set<UInt64> = []
    var keywords: [UInt64: Int] = [:]
    for entry in entries {
      let last = hash(entry.key.lastName)
      switch entry.origin {
      case .page, .section, .member:
        documented.insert(last)
        documented.insert(hash(entry.key.units[...]))
        onPage.insert(last &* 31 &+ UInt64(entry.page))
      case .listed, .returnCode, .parameter: onPage.insert(last &* 31 &+ UInt64(entry.page))
      case .keyword: keywords[last, default: 0] += 1
      case .title: documented.insert(hash(entry.key.units[...]))
      case .linked: break
      }
    }
    entries.removeAll { entry in
      let last = hash(entry.key.lastName)
      return switch entry.origin {
      case .linked: documented.contains(last) || documented.contains(hash(entry.key.units[...]))
      case .keyword:
        onPage.contains(last &* 31 &+ UInt64(entry.page)) || keywords[last, default: 0] > Self.pagesOfKeyword
      default: false
      }
    }
  }

  /// A keyword of more pages tells none from another.
  private static let pagesOfKeyword = 16

  private static func hash(_ units: ArraySlice<UInt16>) -> UInt64 {
    var hash = FNVHash.offsetBasis
    for unit in units { hash = (hash ^ UInt64(unit)) &* FNVHash.prime }
    return hash
  }
}

extension SearchName {
  /// The units after the last point or colons.
  var lastName: ArraySlice<UInt16> { units[(starts.lastIndex(of: .name) ?? 0)...] }
}
