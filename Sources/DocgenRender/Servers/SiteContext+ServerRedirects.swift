import DocgenModel

extension SiteContext {
  /// What servers are told of redirects.
  func serverRedirects(_ redirects: [[Redirect]]) -> [ServerRedirect] {
    let base = URLText.decoded(basePath[...])
    return redirects.enumerated().flatMap { locale, redirects in
      redirects.flatMap { redirect in
        let target: String
        switch redirect.target {
        case .page(let page, let fragment):
          target = address(paths.pages[page], in: locale).absolute(basePath) + fragment
        case .outside(let address): target = address
        }
        let path = base + "/" + catalog.locales[locale] + "/" + redirect.file
        return ServerRedirect.addresses(of: path).map {
          ServerRedirect(path: $0, target: ServerTarget(target), place: redirect.place)
        }
      }
    }
  }
}
