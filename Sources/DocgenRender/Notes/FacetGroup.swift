import DocgenSupport

/// The names that a page says the same of: all that a header declares, a library holds, or are of one kind.
struct FacetGroup: Sendable {
  /// What they share, in lower case.
  let key: String
  /// The spelling that most pages have.
  let spelling: String
  /// The file below the folder of the index, the same in every locale.
  private(set) var file = ""
  /// Names and their pages, in the order of the names.
  let entries: [(name: String, page: Int)]

  /// The groups by what pages say of a facet, in the order of their keys.
  static func all(_ facet: Facet, _ summaries: [PageSummary]) -> [FacetGroup] {
    var spellings: [String: [String: Int]] = [:]
    var entries: [String: [(name: String, page: Int)]] = [:]
    for (page, summary) in summaries.enumerated() {
      guard let name = summary.names.first else { continue }
      for value in values(of: summary, facet) {
        let key = value.lowercased()
        spellings[key, default: [:]][value, default: 0] += 1
        entries[key, default: []].append((name, page))
      }
    }
    var groups = entries.map { key, entries in
      let spelling = spellings[key]?.max { left, right in
        left.value != right.value ? left.value < right.value : right.key < left.key
      }
      return FacetGroup(key: key, spelling: spelling?.key ?? key, entries: sorted(entries))
    }
    groups.sort { $0.key < $1.key }
    nameFiles(of: &groups)
    return groups
  }

  private static func values(of summary: PageSummary, _ facet: Facet) -> [String] {
    if facet == .kind { return summary.kind.map { [$0] } ?? [] }
    return summary.facets.compactMap { $0.facet == facet ? $0.text : nil }
  }

  private static func sorted(_ entries: [(name: String, page: Int)]) -> [(name: String, page: Int)] {
    entries.map { (key: $0.name.lowercased(), entry: $0) }
      .sorted { $0.key != $1.key ? $0.key < $1.key : $0.entry.page < $1.entry.page }
      .map(\.entry)
  }

  // MARK: Files

  /// The folder of an index below that of the names.
  static func folder(_ facet: Facet) -> String { "by-" + facet.rawValue }

  /// Names of files must differ.
  private static func nameFiles(of groups: inout [FacetGroup]) {
    var taken: Set<String> = ["index.html"]
    for index in groups.indices {
      let slug = slug(groups[index].key)
      var number = 1
      repeat {
        groups[index].file = number == 1 ? slug + ".html" : "\(slug)-\(number).html"
        number += 1
      } while !taken.insert(groups[index].file).inserted
    }
  }

  /// No name of a file is longer than this and what makes it differ from others.
  private static let longestSlug = 200

  /// Letters, digits and points of a name.
  private static func slug(_ key: String) -> String {
    var slug: [UInt8] = []
    for byte in key.utf8.prefix(longestSlug) {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"): slug.append(byte)
      default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}
