import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Addresses that pages had before, and where the pages are now: `old/path: new/path` on a line each.
///
/// Paths stand below every locale's folder; a target may be an address elsewhere. Old paths may keep their `.html` or
/// `.md`.
struct RedirectTable: Sendable {
  /// Where a redirect leads.
  enum Target: Equatable, Sendable {
    /// A page, and an anchor with its `#`, or nothing.
    case page(Int, fragment: String)
    case outside(String)
  }

  struct Redirect: Equatable, Sendable {
    /// The file at the old address, below the locale's folder.
    var file: String
    var target: Target
  }

  private(set) var redirects: [Redirect] = []
  /// What of the file cannot be followed.
  private(set) var problems: [FileProblem] = []

  init() {}

  /// Takes the lines of a file whose targets are found, and whose old addresses no page has.
  init(_ file: SourceFile, links: LinkTargets, folders: SiteFolders, style: SitePaths.Style) {
    let document = YAMLReader.read(file.bytes)
    let lines = LineTable(file.bytes)
    func report(_ message: String, at span: SourceSpan) {
      problems.append(FileProblem(path: file.path, position: lines.position(of: span.start), message: message))
    }
    for error in document.errors { report(error.description, at: error.span) }
    guard let root = document.root, !root.isNull else { return }
    guard let members = root.members else {
      report("redirects must be lines 'old/path: new/path'", at: root.span)
      return
    }
    for member in members {
      let old = Self.path(member.key.value)
      guard let text = member.value.text, !text.value.isEmpty else {
        report("'\(member.key.value)' leads nowhere; write the page it became behind it", at: member.key.span)
        continue
      }
      let folder = (old.hasSuffix("/") ? String(old.dropLast()) : old).lowercased()
      let isListing = old.hasSuffix("/") && folders.index(of: folder) != nil
      if old.isEmpty || isListing || links.page(at: Substring(old), from: "") != nil {
        report("there is a page '\(member.key.value)'; remove it, or its redirect", at: member.key.span)
        continue
      }
      guard let target = Self.target(text.value, links) else {
        report("there is no page '\(text.value)' to lead to; correct the path", at: text.span)
        continue
      }
      redirects.append(Redirect(file: Self.file(old, style), target: target))
    }
  }

  /// A path without what addresses may have around it.
  private static func path(_ text: String) -> String {
    var path = Substring(text)
    while path.hasPrefix("/") { path.removeFirst() }
    for ending in ["index.html", ".html", ".md"] where path.hasSuffix(ending) {
      path.removeLast(ending.utf8.count)
      break
    }
    return LinkTargets.joined("", String(path))
  }

  private static func file(_ path: String, _ style: SitePaths.Style) -> String {
    if path.hasSuffix("/") { return path + "index.html" }
    return style == .file ? path + ".html" : path + "/index.html"
  }

  private static func target(_ text: String, _ links: LinkTargets) -> Target? {
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return .outside(URLText.encodedAddress(text)) }
    let (path, suffix) = LinkTargets.split(text.hasPrefix("/") ? String(text.dropFirst()) : text)
    guard let page = links.page(at: path, from: "") else { return nil }
    return .page(page, fragment: suffix.hasPrefix("#") ? URLText.encodedAddress(String(suffix)) : "")
  }
}

extension Site {
  /// The pages that lead from old addresses to new ones, for browsers whose server does not.
  func redirectPages(_ locale: Int) -> [(path: String, render: @Sendable () throws(TemplateError) -> [UInt8])] {
    redirects.redirects.map { redirect in
      (
        redirect.file,
        { [self] () throws(TemplateError) in
          let address = URLText.encodedPath(redirect.file)
          var view = PageView(self, locale: locale, path: address, title: locales[locale]["page-moved"])
          view.object["address"] = .string(relativeAddress(of: redirect.target, from: address))
          view.object["is-unlisted"] = true
          return try view.render("redirect", capacity: 1024)
        }
      )
    }
  }

  private func relativeAddress(of target: RedirectTable.Target, from path: String) -> String {
    switch target {
    case .page(let page, let fragment): SitePaths.relative(from: path, to: paths.pages[page]) + fragment
    case .outside(let address): address
    }
  }

  /// What servers are told: old and new addresses from the host on.
  var redirectAddresses: [(from: String, to: String)] {
    locales.indices.flatMap { locale in
      redirects.redirects.map { redirect in
        let folder = basePath + "/" + self.folder(locale) + "/"
        let from = folder + URLText.encodedPath(redirect.file)
        switch redirect.target {
        case .page(let page, let fragment): return (from, folder + paths.pages[page] + fragment)
        case .outside(let address): return (from, address)
        }
      }
    }
  }
}
