import DocgenSupport

/// A link to a related page, from the sections that list such links.
package struct SeeAlsoLink: Sendable {
  /// The text of the link.
  package var text: Located<String>
  /// Where the link leads, with its place in the file.
  package var destination: Located<String>
}
