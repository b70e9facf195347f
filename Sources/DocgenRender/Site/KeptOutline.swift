import DocgenModel
import DocgenSupport
import Glibc
import Synchronization

/// What pages ask of each other, as it was kept by the build before: it is used where the pages that changed since say the
/// same to others, so that no other page has to be read.
package final class KeptOutline: Sendable {
  /// Where more pages changed, all are read.
  private static let mostPages = 2000
  /// The number of bytes of a stamp.
  private static let stampSize = FileStamp(stat()).bytes.count

  private let previous: ArraySlice<UInt8>?
  private let next = Mutex<[UInt8]>([])
  /// Files that were changed later are not known by their times.
  private let start = FileStamp.now

  /// Takes what was left; `nil` for a first build, and where times tell nothing.
  package init(previous: ArraySlice<UInt8>? = nil) { self.previous = previous }

  /// What is left for the next build.
  package var bytes: [UInt8] { next.withLock { $0 } }

  private static func context(_ loader: PageLoader) -> ContentDigest? {
    FileTrace.current.flatMap { loader.catalog.context($0) }.map { ContentDigest(of: $0.bytes) }
  }

  // MARK: Keeping

  /// Keeps what was found of a site.
  ///
  /// - Parameters:
  ///   - prepared: The site.
  ///   - loader: All pages, those that are not published among them.
  ///   - context: What ``known(_:jobs:)`` gave.
  func keep(_ prepared: PreparedSite, _ loader: PageLoader, _ context: ContentDigest?) {
    guard let context else { return }
    let catalog = loader.catalog
    let stamps = Parallel.map(count: catalog.entries.count, jobs: prepared.site.settings.jobs) { page in
      // A time that a file of today may keep when it is written once more tells nothing.
      Self.stamps(of: page, catalog) { $0.isSettled(at: self.start) }
    }
    var writer = StateWriter()
    writer.write(plain: context.bytes)
    writer.write(stamps) { $0.write($1) }
    prepared.site.publications.write(to: &writer)
    prepared.names.write(to: &writer)
    prepared.features.sameNamePages.write(to: &writer)
    prepared.features.types.write(to: &writer)
    next.withLock { $0 = writer.bytes }
  }

  /// What the system tells of the files of a page; zeros for one that is not there, or is not trusted.
  private static func stamps(of page: Int, _ catalog: PageCatalog, isTrusted: (FileStamp) -> Bool) -> [UInt8] {
    catalog.entries[page].files.flatMap { file -> [UInt8] in
      let stamp = file.flatMap { FileStamp(path: catalog.contentFolder + "/" + $0) }
      return stamp.flatMap { isTrusted($0) ? $0.bytes : nil } ?? [UInt8](repeating: 0, count: stampSize)
    }
  }

  // MARK: Using

  /// What pages ask of each other, where it is as it was.
  ///
  /// - Returns: `nil` if it has to be read; and what tells whether the next build may use what is found now.
  func known(_ loader: PageLoader, jobs: Int) -> (outline: SiteOutline?, context: ContentDigest?) {
    guard let context = Self.context(loader) else { return (nil, nil) }
    guard let previous, let outline = try? known(previous, context, loader, jobs: jobs) else { return (nil, context) }
    return (outline, context)
  }

  private func known(
    _ previous: ArraySlice<UInt8>, _ context: ContentDigest, _ loader: PageLoader, jobs: Int
  ) throws(StateReader.Damage) -> SiteOutline? {
    var reader = StateReader(previous)
    guard try reader.digest() == context else { return nil }
    let all = loader.catalog
    let stamps = try reader.list { reader throws(StateReader.Damage) in try reader.content() }
    guard stamps.count == all.entries.count else { return nil }
    let isChanged = Parallel.map(count: stamps.count, jobs: jobs) { page in
      // Zeros are no file of today, and a file that is not there has none in both.
      let now = Self.stamps(of: page, all) { _ in true }
      return !stamps[page].elementsEqual(now)
    }
    let changed = isChanged.indices.filter { isChanged[$0] }
    guard changed.count <= Self.mostPages else { return nil }
    let publications = try Publications(&reader, all)
    let (names, sameNamePages) = (try SourceNames(&reader), try SameNamePages(&reader))
    let outline = SiteOutline(publications, names, sameNamePages, try TypeIndex.types(&reader))
    guard outline.names.names.count == outline.catalog.entries.count,
      outline.types.allSatisfy({ $0.page < outline.catalog.entries.count }),
      Self.isSame(outline.publications, all, changed, jobs: jobs)
    else { return nil }
    let published = loader.reading(outline.catalog)
    let check = OutlineCheck(outline, published)
    let isSame = Parallel.map(count: changed.count, jobs: jobs) { index in
      outline.catalog.index(of: all.entries[changed[index]].id).map { check.isSame($0) } ?? true
    }
    guard isSame.allSatisfy({ $0 }) else { return nil }
    // These are asked for here only: all others are, when their pages are taken over or made.
    for (page, _) in outline.publications.statements {
      for case let file? in all.entries[page].files { _ = try? FileSystem.read(all.contentFolder + "/" + file) }
    }
    return outline
  }

  /// Whether pages that changed say the same about publishing.
  private static func isSame(_ publications: Publications, _ all: PageCatalog, _ changed: [Int], jobs: Int) -> Bool {
    let places = Dictionary(uniqueKeysWithValues: changed.enumerated().map { ($1, $0) })
    let some = all.leavingOut { page, _ in places[page] == nil }
    guard some.entries.count == changed.count else { return false }
    let before = publications.statements.compactMap { statement in
      places[statement.page].map { (page: $0, states: statement.states) }
    }
    var (old, new) = (StateWriter(), StateWriter())
    Publications(some, before).write(to: &old)
    Publications(some, jobs: jobs).write(to: &new)
    return old.bytes == new.bytes
  }
}

/// Compares what is known of pages with what they say now.
private struct OutlineCheck: Sendable {
  private let outline: SiteOutline
  private let loader: PageLoader
  private let types: [Int: TypeIndex.TypePage]

  init(_ outline: SiteOutline, _ loader: PageLoader) {
    self.outline = outline
    self.loader = loader
    types = Dictionary(outline.types.map { ($0.page, $0) }) { first, _ in first }
  }

  /// Whether a page says the same to others.
  func isSame(_ page: Int) -> Bool {
    let (name, order) = SourceNames.read(page, loader, outline.publications)
    let known = outline.names.names[page]
    guard name?.text == known?.text, name?.member == known?.member, name?.kind?.name == known?.kind?.name,
      outline.names.orders.isEmpty ? order == nil : order == outline.names.orders[page],
      outline.sameNamePages.facts(of: page).map({ $0 == SameNamePages.facts(of: page, loader) }) ?? true
    else { return false }
    let type = name.flatMap { TypeIndex.mayBeType($0) ? TypeIndex.type(page, name: $0.text, loader) : nil }
    var (old, new) = (StateWriter(), StateWriter())
    TypeIndex.write(types[page].map { [$0] } ?? [], to: &old)
    TypeIndex.write(type.map { [$0] } ?? [], to: &new)
    return old.bytes == new.bytes
  }
}
