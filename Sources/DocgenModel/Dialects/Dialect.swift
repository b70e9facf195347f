import DocgenMarkup
import DocgenSupport

/// How a family of documentation writes its pages: data of `site/dialects/<name>.yml`.
///
/// A dialect extends others: what it lists goes before what they list, and a single value of its own replaces theirs.
package struct Dialect: Sendable {
  /// The name that the configuration knows it by; of several, joined by a comma.
  package internal(set) var name: String
  /// The names of the dialects that it is made of, its own first.
  package internal(set) var names: [String] = []
  /// What readers call it.
  package internal(set) var title = ""
  /// Which keys of the front matter say what.
  package internal(set) var keys = DialectKeys()
  /// Which keys of the front matter tell the kind of a page, the first to be asked first.
  package internal(set) var kinds: [KindTable] = []
  /// The keys of the front matter that decide about publishing.
  package internal(set) var publishing = PublishingKeys()
  /// How a heading is given an id.
  package internal(set) var headingIDs: [HeadingIDSyntax] = []
  /// How an anchor is made of a title.
  package internal(set) var anchors = AnchorStyle()
  /// Marks of emphasis count between letters and punctuation, too.
  package internal(set) var hasLooseEmphasis = false
  /// Which files are pages, and which are the page of their folder.
  package internal(set) var files = DialectFiles()
  /// Where links lead.
  package internal(set) var links = DialectLinks()
  /// Words that mean something in every language, by the part of the vocabularies that they belong to.
  package internal(set) var words: [Vocabulary.Part: VocabularyTable] = [:]
  /// How macros, shortcodes, directives and tags are written, and what they mean.
  package internal(set) var tokens = TokenSet([])
  /// By what pages show that they are written so.
  package internal(set) var evidence = DialectEvidence()
  /// What is wrong with the data.
  package internal(set) var problems: [FileProblem] = []

  init(name: String) { self.name = name }

  /// The dialect that all others extend, and that pages are read in that show no other.
  package static let common: Dialect = DialectSource.builtIn.dialect(commonName)

  /// The name of the dialect that all others extend.
  package static let commonName = "common"

  /// The kind of a page that its front matter tells, or ``KindTable/reference``; `nil` if it tells none.
  package func kind(in frontMatter: FrontMatter) -> String? {
    for table in kinds {
      if let kind = table.kind(in: frontMatter) { return kind }
    }
    return nil
  }

  /// Whether it is that of a name, or extends it.
  package func isOf(_ name: String) -> Bool { names.contains(name) }
}
