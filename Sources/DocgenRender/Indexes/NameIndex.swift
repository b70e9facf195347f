import DocgenModel
import DocgenSupport

/// The index of all names that a locale's pages document: one page, or where there are many, one for each letter.
struct NameIndex: Sendable {
  private struct Entry: Sendable {
    var name: String
    var page: Int
    /// The name occurs more than once.
    var isAmbiguous = false
    /// The page is about the name, and does not only list it among others.
    var isMain = true
  }

  /// A page of the index.
  struct Part: Sendable {
    /// The letter; `nil` for the first page.
    var letter: Character?
  }

  private let site: SiteContext
  private let locale: Int
  private let kinds: [String?]
  private let facets: [Facet]
  /// The names of each letter, in the order of the alphabet.
  private let letters: [(letter: Character, entries: [Entry])]
  /// From this number of names on, each letter has a page of its own.
  private static let pageLimit = 1000

  let parts: [Part]

  /// Takes the names of all pages, and the other indexes that there are.
  init(_ site: SiteContext, locale: Int, summaries: [PageSummary], facets: [Facet]) {
    self.site = site
    self.facets = facets
    self.locale = locale
    kinds = summaries.map(\.kind)
    var entries: [(key: [UInt8], entry: Entry)] = []
    for (page, summary) in summaries.enumerated() {
      for (position, name) in summary.names.enumerated() {
        let entry = Entry(name: name, page: page, isMain: position == 0)
        entries.append((Array(name.utf8.map(ASCIICase.lowercased)), entry))
      }
    }
    entries.sort { left, right in
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      if left.entry.name != right.entry.name {
        return left.entry.name.utf8.lexicographicallyPrecedes(right.entry.name.utf8)
      }
      return left.entry.page < right.entry.page
    }
    for index in entries.indices.dropFirst() where entries[index].key == entries[index - 1].key {
      entries[index].entry.isAmbiguous = true
      entries[index - 1].entry.isAmbiguous = true
    }
    var letters: [(letter: Character, entries: [Entry])] = []
    var others: [Entry] = []
    for (key, entry) in entries {
      guard let first = key.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
        others.append(entry)
        continue
      }
      let letter = Character(Unicode.Scalar(first - 0x20))
      if letters.last?.letter != letter { letters.append((letter, [])) }
      letters[letters.count - 1].entries.append(entry)
    }
    if !others.isEmpty { letters.insert(("#", others), at: 0) }
    self.letters = letters
    let isSplit = entries.count > Self.pageLimit
    parts = [Part(letter: nil)] + (isSplit ? letters.map { Part(letter: $0.letter) } : [])
  }

  private var isSplit: Bool { parts.count > 1 }

  /// The path of a page below the locale's folder.
  func path(of part: Part) -> String { "\(site.places.names)/\(Self.fileName(part.letter))" }

  private static func fileName(_ letter: Character?) -> String {
    switch letter {
    case nil: "index.html"
    case "#": "other.html"
    case let letter?: letter.lowercased() + ".html"
    }
  }

  func render(_ part: Part) throws(TemplateError) -> [PageParts.File] {
    let text = site.locales[locale]
    let name = text["index-of-names"]
    let title = part.letter.map { "\(name)\(text["colon"]) \($0)" } ?? name
    var view = PageView(site, locale: locale, address: SiteAddress(file: path(of: part)), title: title)
    view.setLanguages { _ in true }
    view.setAddresses(canonicalLocale: locale, translations: Array(site.locales.indices))
    view.setHeading(title)
    view.setBreadcrumbs(part.letter == nil ? [] : [PageView.link(name, "index.html")])
    let jumps: [TemplateValue] = letters.map { letter, _ in
      PageView.link(String(letter), isSplit ? Self.fileName(letter) : "#" + Self.id(letter))
    }
    if jumps.count > 1 { view.object["jumps"] = ["items": .list(jumps)] }
    var listing = Listing(view: view)
    if part.letter == nil {
      listing.addGroup(
        nil, items: facets.map { Listing.item(text[$0.title], href: "by-\($0.rawValue)/index.html") }, isPlain: true)
    }
    for (letter, entries) in letters where part.letter.map({ $0 == letter }) ?? !isSplit {
      listing.addGroup(
        id: Self.id(letter), String(letter), items: entries.map { item($0, view) }, isPlain: true, count: true)
    }
    return try listing.finish(path(of: part), capacity: 65536)
  }

  private static func id(_ letter: Character) -> String { letter == "#" ? "other" : letter.lowercased() }

  private func item(_ entry: Entry, _ view: PageView) -> TemplateValue {
    var kind = TemplateValue.null
    if entry.isMain, let id = kinds[entry.page], let name = site.locales[locale].text("kind-" + id) {
      kind = ["id": .string(id), "name": .string(name)]
    }
    let section = site.folders.ofPage[entry.page]
    return Listing.item(
      entry.name, href: view.reference(to: site.paths.pages[entry.page]), kind: kind,
      text: entry.isAmbiguous ? site.navigation[locale].sections[section].name : nil)
  }
}
