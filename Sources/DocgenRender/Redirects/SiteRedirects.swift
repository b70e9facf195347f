import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Where addresses of before lead: what the project's table of redirects says, and what pages say of themselves.
///
/// The table has `old/path: new/path` on a line each. Paths stand below every locale's folder; a target may be an address
/// elsewhere.
struct SiteRedirects: Sendable {
  /// By the index of the locale.
  private(set) var redirects: [[Redirect]]
  /// What cannot be followed.
  private(set) var problems: [FileProblem] = []
  /// Where pages lead that only say that, by page and locale.
  private var pages: [Int: Redirect] = [:]
  private let localeCount: Int

  /// Where a page leads in a locale, where it only says that.
  func target(of page: Int, _ locale: Int) -> Redirect.Target? {
    pages.isEmpty ? nil : pages[page * localeCount + locale]?.target
  }

  /// The redirects of pages that only lead elsewhere, in a locale.
  func ofPages(_ locale: Int) -> [Redirect] {
    pages.keys.sorted().compactMap { $0 % localeCount == locale ? pages[$0] : nil }
  }

  /// Reads table and pages; no page, list or other redirect is at the old addresses that are taken.
  init(
    table: SourceFile?, publications: Publications, links: LinkTargets, folders: SiteFolders, paths: SitePaths,
    style: SitePaths.Style
  ) {
    localeCount = links.catalog.locales.count
    redirects = [[Redirect]](repeating: [], count: localeCount)
    var reader = Reader(links: links, folders: folders, style: style)
    let lines = table.map { reader.lines($0) } ?? []
    guard !lines.isEmpty || !publications.isEmpty else {
      problems = reader.sortedProblems
      return
    }
    for locale in links.catalog.locales.indices {
      var resolver = RedirectResolver(links: links, publications: publications, locale: locale)
      var order: [(address: OldAddress, text: String)] = []
      for line in lines + reader.aliases(publications, locale) {
        if let address = reader.take(line, &resolver) { order.append((address, line.text)) }
      }
      for (page, _, state) in publications.all.filter({ $0.locale == locale }) {
        guard let text = state.target else { continue }
        let wish = RedirectResolver.wish(text, on: links.folders[page])
        let start = RedirectResolver.name(ofPage: links.catalog.entries[page].name)
        guard let target = reader.target(wish, from: start, text.value, &resolver) else { continue }
        pages[page * localeCount + locale] = Redirect(file: paths.files[page], target: target, place: wish.place)
      }
      for (address, text) in order {
        guard let wish = resolver.wishes[address],
          let target = reader.target(wish, from: address.path, text, &resolver)
        else { continue }
        redirects[locale].append(Redirect(file: address.file(style), target: target, place: wish.place))
      }
    }
    problems = reader.sortedProblems
  }
}

extension SiteRedirects {
  /// Reads wishes, and says what is wrong with them: once, though they hold in every locale.
  private struct Reader {
    typealias Line = (text: String, place: Redirect.Place, wish: RedirectResolver.Wish)

    let links: LinkTargets
    let folders: SiteFolders
    let style: SitePaths.Style
    private(set) var problems: [FileProblem] = []
    private var reported: Set<FileProblem> = []

    init(links: LinkTargets, folders: SiteFolders, style: SitePaths.Style) {
      self.links = links
      self.folders = folders
      self.style = style
    }

    /// By their places.
    var sortedProblems: [FileProblem] {
      problems.sorted {
        ($0.path, $0.position.line, $0.position.column, $0.message)
          < ($1.path, $1.position.line, $1.position.column, $1.message)
      }
    }

    private mutating func report(_ message: String, at place: Redirect.Place) {
      let problem = place.problem(message)
      if reported.insert(problem).inserted { problems.append(problem) }
    }

    /// The lines of the table that say where they lead.
    mutating func lines(_ file: SourceFile) -> [Line] {
      let document = YAMLReader.read(file.bytes)
      let lines = LineTable(file.bytes)
      func place(_ span: SourceSpan) -> Redirect.Place {
        Redirect.Place(path: file.path, position: lines.position(of: span.start))
      }
      for error in document.errors { report(error.description, at: place(error.span)) }
      guard let root = document.root, !root.isNull else { return [] }
      guard let members = root.members else {
        report("redirects must be lines 'old/path: new/path'", at: place(root.span))
        return []
      }
      var seen: Set<String> = []
      return members.compactMap { member in
        // What is wrong with a key that stands twice is said already.
        guard seen.insert(member.key.value).inserted else { return nil }
        guard let text = member.value.text, !text.value.isEmpty else {
          report(
            "'\(member.key.value)' leads nowhere; write the page it became after it", at: place(member.key.span))
          return nil
        }
        let wish = RedirectResolver.Wish(goal: .text(text.value), place: place(text.span))
        return (member.key.value, place(member.key.span), wish)
      }
    }

    /// What pages say of addresses that they had.
    func aliases(_ publications: Publications, _ locale: Int) -> [Line] {
      publications.all.filter { $0.locale == locale }.flatMap { page, _, state in
        state.aliases.map { alias in
          let isBesidePage = alias.value.hasPrefix("./") || alias.value.hasPrefix("../")
          let folder = isBesidePage ? String(SitePaths.folder(of: links.catalog.entries[page].name)) : ""
          let place = Redirect.Place(path: alias.path, position: alias.position)
          return (alias.value, place, RedirectResolver.Wish(goal: .page(page), folder: folder, place: place))
        }
      }
    }

    /// Takes an old address, where nothing else is.
    ///
    /// - Returns: The address; `nil` if it cannot be taken.
    mutating func take(_ line: Line, _ resolver: inout RedirectResolver) -> OldAddress? {
      let (text, place, wish) = line
      let address: OldAddress
      do throws(OldAddress.Refusal) {
        address = try OldAddress(text, from: wish.folder, locales: resolver.folders)
      } catch {
        report(error.message, at: place)
        return nil
      }
      if let page = pageOrList(at: address) {
        // A page at the address that it says it had before is where it was.
        if case .page(page) = wish.goal { return nil }
        report("there is a page '\(text)'; remove it, or its redirect", at: place)
        return nil
      }
      if let other = resolver.wishes[address] {
        if case (.page(let page), .page(let otherPage)) = (wish.goal, other.goal), page == otherPage { return nil }
        report(
          "'\(text)' leads elsewhere already, by \(other.place.path):\(other.place.position.line); remove one of the two",
          at: place)
        return nil
      }
      resolver.wishes[address] = wish
      return address
    }

    /// The page at an address; -1 for the list of a folder.
    private func pageOrList(at address: OldAddress) -> Int? {
      if let page = links.page(at: Substring(URLText.encodedPath(address.path)), from: "") { return page }
      guard address.path.isEmpty || address.path.hasSuffix("/") else { return nil }
      return folders.index(of: String(address.path.dropLast()).lowercased()) == nil ? nil : -1
    }

    /// Where a wish ends; says what is wrong with it.
    mutating func target(
      _ wish: RedirectResolver.Wish, from start: String, _ text: String, _ resolver: inout RedirectResolver
    ) -> Redirect.Target? {
      switch resolver.outcome(of: wish, from: start) {
      case .problem(let message):
        report(message, at: wish.place)
        return nil
      case .target(let target, let via):
        if let via, case .text = wish.goal {
          report("'\(text)' leads to '\(via)', which leads on itself; write where that leads", at: wish.place)
        }
        return target
      }
    }
  }
}
