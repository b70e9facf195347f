import DocgenMarkup

/// Where a link of a page leads on the site.
package enum LinkResolution: Equatable, Sendable {
  /// A place on this page or another one of the site: a relative address, percent-encoded.
  case page(String)
  /// An address outside of the site, percent-encoded.
  case outside(String)
  /// Nowhere: the link's text is shown as text.
  case missing
  /// To a page of the content that is not on the site: shown as text, too.
  case unpublished
}

/// Finds the addresses of what a page links to and shows.
package protocol LinkResolver {
  /// The address of a link's destination, as the page writes it with escapes and character references resolved.
  func link(_ destination: String) -> LinkResolution

  /// The address of an image; `nil` if there is no such file.
  func image(_ destination: String) -> String?

  /// The content of a file that the page includes, at the first of several paths; `nil` if there is none, or if the file
  /// is being included already.
  func inclusion(_ paths: [String]) -> Inclusion?
}

extension LinkResolver {
  package func inclusion(_: [String]) -> Inclusion? { nil }
}

/// The content of a file that a page includes, and where its links lead.
package struct Inclusion {
  var document: Document
  var links: any LinkResolver
}

/// Takes destinations as they are, for documents that stand alone.
struct UnresolvedLinks: LinkResolver {
  func link(_ destination: String) -> LinkResolution { .outside(destination) }

  func image(_ destination: String) -> String? { destination }
}
