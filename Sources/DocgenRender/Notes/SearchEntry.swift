/// A name that stands on a page and leads the search to its place there.
struct SearchEntry: Sendable, Equatable {
  /// Where the name comes from; of equal names, those that say more of their page go first.
  enum Origin: Int, Sendable {
    /// What the page is about.
    case page
    /// A heading that names something, on a page of several things.
    case section
    /// The front matter, for what the page itself does not name.
    case keyword
    /// A heading of what belongs to the page's type.
    case member
    /// A row or term of a list.
    case listed
    /// An entry that links to where its thing is documented.
    case linked
    case returnCode
    case parameter
    /// The title of the page, with the words around its name.
    case title
  }

  var name: String
  var origin: Origin
  /// What it is, by the name that the vocabularies and the interface have for it; `nil` if that is not known.
  var kind: String?
  /// The anchor on the page; `nil` for the page itself.
  var anchor: String?
  /// What belongs together on a page has the same number: a section that names something, and its parameters; 0 for none.
  var group = 0
}
