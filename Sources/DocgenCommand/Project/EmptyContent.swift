import DocgenModel

/// What to say of content without pages.
enum EmptyContent {
  /// No more formats than these are named.
  private static let limit = 5

  /// Names the formats that are there, and what to do.
  static func message(_ catalog: PageCatalog, _ configuration: Configuration) -> String {
    if let advice = LayoutAdvice(catalog.contentFolder, source: configuration.sourceLocale).sentence {
      return "there are no pages in '\(catalog.contentFolder)'; \(advice)"
    }
    let formats = formats(catalog)
    let folders = catalog.locales.prefix(limit).map { "'\($0)'" }.joined(separator: ", ")
    let found =
      formats.isEmpty
      ? "the folders of its locales (\(folders)) hold none"
      : "there are only \(formats.joined(separator: ", ")); convert or rename those that are pages"
    return "there are no pages in '\(catalog.contentFolder)': docgen reads Markdown in files that end in '.md', and "
      + found + ", name another folder by --content DIR, or allow that there are none by --allow-empty"
  }

  /// The endings of the files that are there, each with their number, the most frequent first.
  private static func formats(_ catalog: PageCatalog) -> [String] {
    var counts: [String: Int] = [:]
    for resource in catalog.resources {
      let name = resource.path.split(separator: "/").last ?? ""
      guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { continue }
      counts[name[dot...].lowercased(), default: 0] += 1
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.prefix(limit).map { "\($0.value) '\($0.key)'" }
  }
}
