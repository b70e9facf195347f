/// What rules that compare pages ask to be noted about each.
struct PageNotes: OptionSet, Sendable {
  let rawValue: UInt8

  /// Links into folders that the project does not have.
  static let folderLinks = PageNotes(rawValue: 1)
  /// The anchors of the page, and links to those of other pages.
  static let anchors = PageNotes(rawValue: 2)
  /// The signature of the page's API.
  static let apis = PageNotes(rawValue: 4)
  /// How terms of the source are translated.
  static let terms = PageNotes(rawValue: 8)
}
