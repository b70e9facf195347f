import DocgenMarkup
import DocgenSupport

/// One page in one locale: its facts, and the document that holds facts and prose.
public struct LocalizedPage: Sendable {
  /// The index of the locale in the catalog.
  public let locale: Int
  public let source: SourceFile
  public let frontMatter: FrontMatter
  public let document: Document
  public let facts: PageFacts
}
