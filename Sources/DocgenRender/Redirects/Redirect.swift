import DocgenModel
import DocgenSupport

/// An address that a page had before, and where it leads.
struct Redirect: Sendable {
  /// Where a redirect leads.
  enum Target: Equatable, Sendable {
    /// A page, and an anchor with its `#`, or nothing.
    case page(Int, fragment: String)
    /// An address elsewhere, percent-encoded.
    case outside(String)
  }

  /// The file at the old address, below the locale's folder.
  var file: String
  var target: Target
  /// What asks for it.
  var place: Place

  /// A place in a file that a user writes.
  struct Place: Hashable, Sendable {
    var path: String
    var position: SourcePosition

    func problem(_ message: String) -> FileProblem { FileProblem(path: path, position: position, message: message) }
  }
}
