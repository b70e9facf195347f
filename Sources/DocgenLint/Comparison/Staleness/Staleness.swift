import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells for the translations of one page whether the source is still what was translated.
///
/// What several translations ask for is worked out once.
struct Staleness {
  /// What a translation is to the source of today.
  enum Judgement {
    /// It was made of the text of today.
    case upToDate
    /// Nothing tells of which text it was made.
    case unknown
    /// The source changed.
    case changed(SourceChange)
    /// The source changed, and it is not known how.
    case changedSomehow
    /// The source of the translation is gone.
    case deleted
  }

  private let page: APIPage
  private let names: ContentHashes?
  private let history: (any PageRevisions)?
  private let loader: PageLoader
  /// The words of the source, beside themselves.
  private let words: TranslationWords
  /// By the ids of the contents that were translated.
  private var changes: [String: SourceChange] = [:]
  /// The same for the pages that these contents are.
  private var translatedPages: [String: LocalizedPage] = [:]
  /// The content that the translation which was judged last was made of, where the source is another today.
  private var lastText: (id: String, file: SourceFile)?

  init(_ page: APIPage, history: (any PageRevisions)?, loader: PageLoader, words: TranslationWords) {
    self.page = page
    self.history = history
    self.loader = loader
    self.words = words
    names = page.source.map { ContentHashes($0.source.originalBytes) }
  }

  /// The name of the source's content today.
  var sourceName: String? { names?.blob(.sha1) }

  /// The commit of the source's repository that was translated.
  func commit(of page: LocalizedPage) -> Located<String>? {
    loader.catalog.dialect.keys.text(.revision, in: page.frontMatter)
  }

  /// The name of the text that was translated.
  func translatedName(of page: LocalizedPage) -> Located<String>? {
    loader.catalog.dialect.keys.text(.hash, in: page.frontMatter)
  }

  /// The path of the source's page below its folder.
  private var path: String {
    page.source.map { loader.catalog.path(of: $0.source.path, locale: PageCatalog.source) }
      ?? page.name + DialectFiles.extensions[0]
  }

  /// Judges by the history, where it knows the commit; else by the name of the text that was translated.
  mutating func judge(_ translation: LocalizedPage) -> Judgement {
    lastText = nil
    let translatedName = translatedName(of: translation)?.value
    if let history, let commit = commit(of: translation)?.value {
      let revision = history.revision(
        of: path, at: commit, today: names, translatedName: translatedName)
      switch revision {
      case .unchanged: return .upToDate
      case .changed(let id, let bytes): return change(id, bytes)
      case .absent, .unknown, .unavailable: break
      }
    }
    guard let names, let translatedName, let isCurrent = names.contains(translatedName) else { return .unknown }
    return isCurrent ? .upToDate : .changedSomehow
  }

  private mutating func change(_ id: String, _ bytes: [UInt8]) -> Judgement {
    guard let source = page.source else { return .deleted }
    let text = SourceFile(path: source.source.path, bytes: bytes)
    lastText = (id, text)
    if let known = changes[id] { return .changed(known) }
    let change = change(text, source)
    changes[id] = change
    return .changed(change)
  }

  /// The source as it was when the translation that was judged last was made; `nil` if it is the same, or not known.
  mutating func translatedPage() -> LocalizedPage? {
    guard let (id, file) = lastText else { return nil }
    if let page = translatedPages[id] { return page }
    let page = loader.read(file, locale: PageCatalog.source)
    translatedPages[id] = page
    return page
  }

  private func change(_ old: SourceFile, _ new: LocalizedPage) -> SourceChange {
    let oldBody = old.bytes[Int(FrontMatter.read(old.bytes).bodyStart)...]
    let hasSameBody = oldBody == new.source.bytes[Int(new.frontMatter.bodyStart)...]
    // A text that is known need not be read again.
    let file = hasSameBody ? SourceFile(path: old.path, bytes: Array(old.bytes[..<oldBody.startIndex])) : old
    return SourceChange.between(
      loader.read(file, locale: PageCatalog.source), new, words, hasSameBody: hasSameBody)
  }
}
