import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The API names of a site with their addresses, for other sites to link to.
///
/// It is written as Sphinx's `objects.inv`, version 2.
package struct Inventory: Sendable, Equatable {
  /// A name with its address.
  package struct Entry: Sendable, Hashable {
    /// What is linked to.
    package var name: String
    /// What kind of thing it is.
    package var role: InventoryRole
    /// 1 for what a page is about, 2 for what it mentions besides, -1 for what no search shall find.
    package var priority: Int
    /// Relative to the site's root.
    package var uri: String
    /// What a link shows; `nil` if it is the name.
    package var displayName: String?

    /// Makes an entry of its parts.
    package init(name: String, role: InventoryRole, priority: Int, uri: String, displayName: String? = nil) {
      self.name = name
      self.role = role
      self.priority = priority
      self.uri = uri
      self.displayName = displayName
    }
  }

  /// Sorted by role and name; a name stands once for each role.
  package let entries: [Entry]

  /// Of entries with the same role and name, the first of the highest rank is kept.
  package init(_ all: [Entry]) {
    var best: [Key: Entry] = [:]
    for entry in all {
      let key = Key(role: entry.role, name: entry.name)
      if let known = best[key], known.priority <= entry.priority { continue }
      best[key] = entry
    }
    entries = best.values.sorted { left, right in
      if left.role != right.role { return left.role < right.role }
      return ByteSearch.precedes(left.name, right.name)
    }
  }

  private struct Key: Hashable {
    var role: InventoryRole
    var name: String
  }

  /// The file: four lines of head, then a line for each entry, compressed.
  package func bytes(project: String, version: String) -> [UInt8] {
    let head = """
      # Sphinx inventory version 2
      # Project: \(Self.line(project))
      # Version: \(Self.line(version))
      # The remainder of this file is compressed using zlib.

      """
    return Array(head.utf8) + Zlib.compressed(body)
  }

  /// The lines of the entries: `name domain:role priority uri dispname`.
  var body: [UInt8] {
    var text = ByteBuffer(capacity: entries.count * 96)
    for entry in entries {
      text.append(Self.line(entry.name))
      text.append(" \(entry.role.description) \(entry.priority) ")
      // '$' at the end of an address stands for the name.
      text.append(entry.uri.hasSuffix("$") ? entry.uri.dropLast() + "%24" : entry.uri)
      text.append(0x20)
      text.append(entry.displayName.map(Self.line) ?? "-")
      text.append(0x0A)
    }
    return text.bytes
  }

  /// A text on one line, spaces in one.
  private static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return text.unicodeScalars.split { $0.value <= 0x20 }.map { String($0) }.joined(separator: " ")
  }
}

extension Inventory {
  /// Reads the names of a project's pages.
  ///
  /// - Parameters:
  ///   - loader: reads the pages.
  ///   - locale: the index of the locale whose pages the addresses lead to.
  ///   - paths: the addresses of the pages.
  ///   - jobs: the number of threads.
  ///   - progress: Called from any thread after each page.
  /// - Returns: The inventory, and files that could not be read.
  package static func make(
    loader: PageLoader, locale: Int, paths: SitePaths, jobs: Int, progress: @escaping @Sendable () -> Void = {}
  ) -> (inventory: Inventory, failures: [FileError]) {
    let (entries, failures) = entries(
      ofPages: loader.catalog.entries.indices, loader: loader, locale: locale, paths: paths, jobs: jobs,
      progress: progress)
    return (Inventory(entries), failures)
  }

  /// Reads the names of some pages of a project, as ``make(loader:locale:paths:jobs:progress:)`` reads those of all.
  ///
  /// Pages that are neither in the locale nor in the source's have none.
  package static func entries(
    ofPages pages: Range<Int>, loader: PageLoader, locale: Int, paths: SitePaths, jobs: Int,
    progress: @escaping @Sendable () -> Void = {}
  ) -> (entries: [Entry], failures: [FileError]) {
    let catalog = loader.catalog
    var entries: [Entry] = []
    var failures: [FileError] = []
    Parallel.stream(count: pages.count, jobs: jobs) { number -> (entries: [Entry], failures: [FileError]) in
      defer { progress() }
      let index = pages.lowerBound + number
      let entry = catalog.entries[index]
      guard entry.files[locale] ?? entry.files[PageCatalog.source] != nil else { return ([], []) }
      let page = loader.load(entry)
      let url = paths.url(of: index, locale: catalog.locales[locale])
      return (self.entries(of: page, locale: locale, url: url), page.failures.map(\.error))
    } consume: { part in
      entries += part.entries
      failures += part.failures
      return true
    }
    return (entries, failures)
  }

  /// The entries of one page: the page itself, and its API names.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - locale: the index of the locale in which it is shown.
  ///   - url: its address.
  /// - Returns: No entries if no translation could be read.
  package static func entries(of page: APIPage, locale: Int, url: String) -> [Entry] {
    guard let shown = page.translations[locale] ?? page.translations.lazy.compactMap({ $0 }).first else { return [] }
    // Names are facts: those of the source hold for every locale.
    let facts = page.source ?? shown
    let title = shown.facts.title.map { FrontMatter.shown($0.value) } ?? shown.facts.heading?.value
    var entries = [Entry(name: page.name, role: .page, priority: -1, uri: url, displayName: title)]
    for (index, name) in facts.frontMatter.strings("api_name").enumerated() where !name.value.isEmpty {
      let role = InventoryRole(kind: page.kind?.name, name: name.value)
      entries.append(Entry(name: name.value, role: role, priority: index == 0 ? 1 : 2, uri: url))
    }
    return entries
  }
}
