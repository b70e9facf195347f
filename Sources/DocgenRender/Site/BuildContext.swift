import DocgenModel
import DocgenSupport

/// All that pages of a site are made with besides their own files, as a digest: where it is the same, a page whose files are
/// the same comes out the same.
///
/// It is the answers to all questions that were asked before the first page is rendered. Of the pages themselves, others
/// ask in the passes over all pages that come before; what those found stands in the place of the pages' contents.
enum BuildContext {
  /// - Parameters:
  ///   - site: What was read.
  ///   - names: What the source calls the pages.
  ///   - features: What the passes found.
  ///   - trace: What was asked so far.
  /// - Returns: `nil` if something cannot be asked again.
  static func digest(
    _ site: SiteContext, _ names: SourceNames, _ features: SiteFeatures, _ trace: FileTrace
  ) -> ContentDigest? {
    guard var writer = site.catalog.context(trace) else { return nil }
    write(site.publications, to: &writer)
    names.write(to: &writer)
    features.sameNamePages.write(to: &writer)
    features.types.write(to: &writer)
    for navigation in site.navigation { navigation.write(to: &writer) }
    return ContentDigest(of: writer.bytes)
  }

  private static func write(_ publications: Publications, to writer: inout StateWriter) {
    func write(_ text: Publications.Text) {
      writer.write(text.value)
      writer.write(text.path)
      writer.write(text.position.line)
      writer.write(text.position.column)
    }
    for (page, locale, state) in publications.all {
      writer.write(page)
      writer.write(locale)
      writer.write(Int(state.exclusions.rawValue))
      writer.write(state.target != nil)
      state.target.map(write)
      writer.write(state.aliases.count)
      state.aliases.forEach(write)
    }
  }
}
