import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Files that pages include.
extension PageLinks {
  /// Files that include others are read up to this depth.
  private static let depth = 8

  func inclusion(_ paths: [String]) -> Inclusion? {
    guard including.count < Self.depth else { return nil }
    for path in paths {
      if let inclusion = inclusion(path) { return inclusion }
    }
    return nil
  }

  private func inclusion(_ path: String) -> Inclusion? {
    let catalog = targets.catalog
    let path = Self.withoutLines(path)
    let isOfTop = path.hasPrefix("/") || path.hasPrefix("~/")
    let origin = including.last ?? catalog.entries[page].name
    let name = LinkTargets.joined(
      isOfTop ? "" : String(SitePaths.folder(of: origin)),
      URLText.decoded(LinkTargets.split(isOfTop ? String(path.drop { $0 == "~" || $0 == "/" }) : path).path))
    guard !name.isEmpty, !including.contains(name), let file = file(name) else { return nil }
    var links = self
    links.including.append(name)
    let frontMatter = FrontMatter.read(file.bytes)
    return Inclusion(
      document: MarkdownParser.parse(
        file, from: Int(frontMatter.bodyStart),
        options: catalog.dialect.options(in: catalog.locales[locale], file: file.path)),
      links: links)
  }

  /// A path without the lines of the file that are meant: `part.md{3,}`.
  private static func withoutLines(_ path: String) -> String {
    guard path.utf8.last == UInt8(ascii: "}"), let brace = path.utf8.lastIndex(of: UInt8(ascii: "{")) else {
      return path
    }
    return String(path[..<brace])
  }

  /// The file at a path below the folder of the locale, or else of the source.
  private func file(_ name: String) -> SourceFile? {
    let catalog = targets.catalog
    for locale in locale == PageCatalog.source ? [locale] : [locale, PageCatalog.source] {
      let path = catalog.file(at: name, of: locale)
      if let bytes = try? catalog.read(path, upTo: Limits.pageBytes) { return SourceFile(path: path, bytes: bytes) }
    }
    return nil
  }
}
