import DocgenMarkup
import DocgenSupport

/// One page in one locale: its facts, and the document that holds facts and prose.
public struct LocalizedPage: Sendable {
  /// The index of the locale in the catalog.
  public let locale: Int
  /// The file.
  public let source: SourceFile
  /// The entries before the text, and what is wrong with them.
  public let frontMatter: FrontMatter
  /// The text.
  public let document: Document
  /// What text and front matter state.
  public let facts: PageFacts
}
