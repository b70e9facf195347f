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
  /// How anchors are made of its titles.
  package let anchorStyle: AnchorStyle

  init(
    locale: Int, source: SourceFile, frontMatter: FrontMatter, document: Document, facts: PageFacts,
    anchorStyle: AnchorStyle = AnchorStyle()
  ) {
    self.locale = locale
    self.source = source
    self.frontMatter = frontMatter
    self.document = document
    self.facts = facts
    self.anchorStyle = anchorStyle
  }
}
