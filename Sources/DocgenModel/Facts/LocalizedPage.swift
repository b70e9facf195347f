import DocgenMarkup
import DocgenSupport

/// One page in one locale: its facts, and the document that holds facts and prose.
///
/// It is large and many look at it, so that it is shared and not copied.
package final class LocalizedPage: Sendable {
  /// The index of the locale in the catalog.
  package let locale: Int
  /// The file.
  package let source: SourceFile
  /// The entries before the text, and what is wrong with them.
  package let frontMatter: FrontMatter
  /// The text.
  package let document: Document
  /// What text and front matter state.
  package let facts: PageFacts
  /// How it is written.
  package let dialect: Dialect

  init(
    locale: Int, source: SourceFile, frontMatter: FrontMatter, document: Document, facts: PageFacts,
    dialect: Dialect = .common
  ) {
    self.locale = locale
    self.source = source
    self.frontMatter = frontMatter
    self.document = document
    self.facts = facts
    self.dialect = dialect
  }

  /// Whether anything stands below the front matter but comments.
  package var hasText: Bool {
    document.nodes.contains { $0.kind != .document && $0.kind != .comment && $0.kind != .ignored }
  }

  /// How anchors are made of its titles.
  package var anchorStyle: AnchorStyle { dialect.anchors }

  /// Where its links lead.
  package var linkStyle: DialectLinks { dialect.links }
}
