import DocgenSupport

/// What is noted about a page in all of its locales, to be compared with other pages when all have been read.
///
/// It is small, since there is one for each page of the project: anchors are hashes, texts are kept where they are rare.
struct PageRecord: Sendable {
  /// A link that only other pages can tell right from wrong.
  struct OpenLink: Sendable {
    var locale: Int
    /// The page that it leads to; `nil` if its folder is not in the project.
    var page: Int?
    /// The anchor there, or the name of the folder.
    var name: String
    var destination: String
    var span: SourceSpan
  }

  /// A link to a page of the project.
  struct InnerLink: Sendable {
    var locale: Int32
    var page: Int32
    var span: SourceSpan
  }

  /// Whether the page is in the content and not on the site.
  var isUnpublished = false
  /// The links to other pages.
  var innerLinks: [InnerLink] = []
  /// The anchors of the page in each locale, as ``AnchorTable/hash(_:)`` has them.
  var anchors: [[UInt64]] = []
  var openLinks: [OpenLink] = []
  var apis: [APIRecord] = []
  var terms: [TermRecord] = []
  /// The tokens of all translations of which nobody knows what they are for.
  var tokens = KeptTokens()
}
