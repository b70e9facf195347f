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
}

/// Takes destinations as they are, for documents that stand alone.
struct UnresolvedLinks: LinkResolver {
  func link(_ destination: String) -> LinkResolution { .outside(destination) }

  func image(_ destination: String) -> String? { destination }
}
