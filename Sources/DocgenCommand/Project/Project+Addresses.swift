import DocgenModel

extension Project {
  /// How the addresses of pages end.
  var pathStyle: SitePaths.Style {
    switch configuration.urlStyle {
    case .file: .file
    case .folder: .folder
    }
  }

  /// The addresses of the pages of a catalog.
  func paths(of catalog: PageCatalog) -> SitePaths { SitePaths(catalog, style: pathStyle) }

  /// Where absolute links go.
  var linkMappings: [LinkMapping] {
    let source = catalog.locales[PageCatalog.source]
    return configuration.links.map { link in
      LinkMapping(
        prefix: link.prefix, targets: catalog.locales.map { link.target.text(for: $0, source: source) ?? "" })
    }
  }

  /// A text in each locale; empty where it has none.
  func texts(_ text: Configuration.LocalizedText) -> [String] {
    let source = catalog.locales[PageCatalog.source]
    return catalog.locales.map { text.text(for: $0, source: source) ?? "" }
  }

  /// The title of the site in a locale, where there is one.
  func title(of locale: Int) -> String? {
    configuration.title.text(for: catalog.locales[locale], source: catalog.locales[PageCatalog.source])
  }
}
