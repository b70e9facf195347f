import DocgenSupport

/// What is noted about a page in all of its locales, to be compared with other pages when all have been read.
///
/// It is small, since there is one for each page of the project: anchors are hashes, texts are kept where they are rare.
struct PageRecord: Sendable {
  /// A link that only other pages can tell right from wrong.
  struct OpenLink: Sendable {
    var locale: Int
    /// The page that it leads to; nothing where its folder is not in the project.
    var page: Int?
    /// The anchor there, or the name of the folder.
    var name: String
    var destination: String
    var span: SourceSpan
  }

  /// The anchors of the page in each locale, as ``AnchorTable/hash(_:)`` has them.
  var anchors: [[UInt64]] = []
  var openLinks: [OpenLink] = []
  var apis: [APIRecord] = []
  var terms: [TermRecord] = []
}
