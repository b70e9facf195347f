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
    guard let answers = trace.answers else { return nil }
    var writer = StateWriter()
    write(answers, of: site.catalog, to: &writer)
    write(site.catalog, to: &writer)
    write(site.publications, to: &writer)
    names.write(to: &writer)
    features.sameNamePages.write(to: &writer)
    features.types.write(to: &writer)
    for navigation in site.navigation { navigation.write(to: &writer) }
    return ContentDigest(of: writer.bytes)
  }

  /// The answers about all but pages and the folders that they lie in, which the catalog tells of.
  private static func write(
    _ answers: [(question: FileTrace.Question, answer: FileTrace.Answer)], of catalog: PageCatalog,
    to writer: inout StateWriter
  ) {
    let content = catalog.contentFolder + "/"
    for (question, answer) in answers {
      let isInContent = question.path.hasPrefix(content)
      switch question.subject {
      case .content where isInContent && DialectFiles.pageExtension(of: question.path) != nil: continue
      case .listing where isInContent || question.path == catalog.contentFolder: continue
      default:
        writer.write(plain: [question.subject.rawValue])
        writer.write(question.path)
        writer.write(plain: answer.digest?.bytes ?? [])
      }
    }
  }

  private static func write(_ catalog: PageCatalog, to writer: inout StateWriter) {
    writer.write(catalog.dialect.name)
    writer.write(catalog.locales) { $0.write($1) }
    writer.write(catalog.entries) { writer, entry in
      writer.write(entry.name)
      for file in entry.files { writer.write(file) }
    }
    writer.write(catalog.resources) { writer, resource in
      writer.write(resource.locale)
      writer.write(resource.file)
      writer.write(resource.path)
    }
    writer.write(catalog.unpublished.sorted()) { $0.write($1) }
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
