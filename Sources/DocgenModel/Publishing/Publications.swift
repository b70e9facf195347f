import DocgenMarkup
import DocgenSupport

/// What the pages of a project say about publishing: for the few that say something, by page and locale.
///
/// A translation is published as its source is, unless it says to be found by fewer.
package struct Publications: Sendable {
  /// A text of a front matter, with the file and line that say it.
  package struct Text: Sendable, Hashable {
    /// What it says.
    package var value: String
    /// The file below the content folder.
    package var path: String
    /// The place in the file.
    package var position: SourcePosition
  }

  /// What holds for a page in a locale.
  package struct State: Sendable {
    /// Where the page is left out.
    package var exclusions: PagePublication.Exclusions = []
    /// Where the page leads, where it only says that.
    package var target: Text?
    /// Addresses that the page had before.
    package var aliases: [Text] = []

    /// What holds for a translation beside its source.
    fileprivate func union(_ other: State?) -> State {
      guard let other else { return self }
      return State(
        exclusions: exclusions.union(other.exclusions), target: target ?? other.target,
        aliases: aliases + other.aliases)
    }
  }

  /// What the files of a page say, by the page's index among all pages and by locale.
  package typealias Statement = (page: Int, states: [State?])

  /// The pages that are on the site.
  package let catalog: PageCatalog
  /// What was said, by the few pages that say something, in the order of all pages.
  package let statements: [Statement]
  /// By the page's index in ``catalog`` and the locale's.
  private let states: [Int: State]

  /// Whether no page says anything.
  package var isEmpty: Bool { states.isEmpty }

  /// Looks for the keys at the start of all files; a file that cannot be read says nothing.
  package init(_ all: PageCatalog, jobs: Int) {
    let keys = all.dialect.publishing
    let said = Parallel.map(count: all.entries.count, jobs: jobs) { Self.states(of: all.entries[$0], all, keys) }
    self.init(all, said.enumerated().filter { !$0.element.isEmpty }.map { (page: $0.offset, states: $0.element) })
  }

  /// Takes what pages say, which was read before.
  package init(_ all: PageCatalog, _ statements: [Statement]) {
    self.statements = statements
    guard !statements.isEmpty else {
      catalog = all
      states = [:]
      return
    }
    let locales = all.locales.count
    var left: Set<Int> = []
    for (page, states) in statements {
      for (locale, state) in states.enumerated() where state?.exclusions.contains(.site) ?? false {
        left.insert(page * locales + locale)
      }
    }
    catalog = all.leavingOut { page, locale in left.contains(page * locales + locale) }
    var states: [Int: State] = [:]
    for (page, ofPage) in statements {
      guard let index = catalog.index(of: all.entries[page].id) else { continue }
      let files = catalog.entries[index].files
      let shown = files[PageCatalog.source] != nil ? PageCatalog.source : files.firstIndex { $0 != nil } ?? 0
      for locale in 0..<locales {
        // A page without translation is shown in another language.
        let own = files[locale] == nil ? shown : locale
        let source = files[PageCatalog.source] == nil || own == PageCatalog.source ? nil : ofPage[PageCatalog.source]
        let state = source.map { $0.union(ofPage[own]) } ?? ofPage[own]
        if let state { states[index * locales + locale] = state }
      }
    }
    self.states = states
  }

  /// What holds for a page in a locale; `nil` if it is published as pages are.
  package func state(_ page: Int, _ locale: Int) -> State? {
    states.isEmpty ? nil : states[page * catalog.locales.count + locale]
  }

  /// Whether a page is left out of something in a locale.
  package func excludes(_ page: Int, _ locale: Int, from place: PagePublication.Exclusions) -> Bool {
    state(page, locale)?.exclusions.contains(place) ?? false
  }

  /// The pages that say something in some locale, in the order of the catalog, with what holds there.
  package var all: [(page: Int, locale: Int, state: State)] {
    let locales = catalog.locales.count
    return states.keys.sorted().compactMap { key in
      states[key].map { (page: key / locales, locale: key % locales, state: $0) }
    }
  }

  // MARK: Reading

  /// What the files of a page say, by locale; empty for almost all pages.
  private static func states(
    of entry: PageCatalog.Entry, _ catalog: PageCatalog, _ keys: PublishingKeys
  ) -> [State?] {
    var states: [State?] = []
    if catalog.isFragment(entry) {
      return [State?](repeating: State(exclusions: .site), count: entry.files.count)
    }
    for (locale, file) in entry.files.enumerated() {
      guard let file, let state = state(of: file, catalog, keys) else { continue }
      if states.isEmpty { states = [State?](repeating: nil, count: entry.files.count) }
      states[locale] = state
    }
    return states
  }

  private static func state(of file: String, _ catalog: PageCatalog, _ keys: PublishingKeys) -> State? {
    let path = catalog.contentFolder + "/" + file
    guard FrontMatterKeys.fileMayHold(keys, path), let bytes = try? FileSystem.read(path) else { return nil }
    // The same bytes as pages are read from.
    let source = SourceFile(path: file, bytes: bytes)
    guard let publication = PagePublication(FrontMatter.read(source.bytes), keys: keys) else { return nil }
    let lines = LineTable(source.bytes)
    func text(_ text: Located<String>) -> Text {
      Text(value: text.value, path: file, position: lines.position(of: text.span.start))
    }
    return State(
      exclusions: publication.exclusions, target: publication.target.map(text), aliases: publication.aliases.map(text))
  }
}
