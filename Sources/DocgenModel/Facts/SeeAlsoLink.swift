import DocgenSupport

/// A link to a related page, from the sections that list such links.
public struct SeeAlsoLink: Sendable {
  /// The text of the link.
  public var text: Located<String>
  /// Where the link leads, with its place in the file.
  public var destination: Located<String>
}
