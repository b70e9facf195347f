import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds where redirects of one locale end: at a page that shows something, or at an address elsewhere.
struct RedirectResolver {
  /// What a redirect asks for.
  struct Wish {
    /// Where it leads, as it is written; or the page itself.
    enum Goal {
      case text(String)
      case page(Int)
    }

    var goal: Goal
    /// The folder that a path counts from, with a slash at its end; empty for the locale's.
    var folder = ""
    var place: Redirect.Place
  }

  /// Where a redirect ends, or what is wrong with it.
  enum Outcome {
    /// The target, and the old address that it led to first, where it did.
    case target(Redirect.Target, via: String?)
    case problem(String)
  }

  let links: LinkTargets
  let publications: Publications
  let locale: Int
  /// The old addresses that lead somewhere.
  var wishes: [OldAddress: Wish] = [:]
  /// Where the wishes of old addresses lead to next: each is read once, however many lead over it.
  private var steps: [OldAddress: Step] = [:]

  init(links: LinkTargets, publications: Publications, locale: Int) {
    self.links = links
    self.publications = publications
    self.locale = locale
  }

  /// Follows a wish to its end, once all wishes are known.
  mutating func outcome(of wish: Wish, from start: String) -> Outcome {
    var step = step(wish)
    var via: String?
    var seen: Set<String> = [start]
    while seen.count <= Limits.redirectSteps + 1 {
      switch step {
      case .problem(let message): return .problem(message)
      case .outside(let address): return .target(.outside(address), via: via)
      case .page(let page, let fragment):
        guard let next = publications.state(page, locale)?.target else {
          return .target(.page(page, fragment: fragment), via: via)
        }
        let name = links.catalog.entries[page].name
        guard seen.insert(Self.name(ofPage: name)).inserted else { return Self.circle(backTo: name) }
        via = via ?? name
        step = self.step(Self.wish(next, on: links.folders[page]))
      case .old(let address, let next):
        guard seen.insert(address.path).inserted else { return Self.circle(backTo: address.path) }
        via = via ?? address.path
        step = steps[address] ?? self.step(next)
        steps[address] = step
      }
    }
    return .problem(
      "the redirect leads over more than \(Limits.redirectSteps) others; write where the last of them leads")
  }

  /// What a page says that leads elsewhere.
  static func wish(_ text: Publications.Text, on folder: String) -> Wish {
    Wish(goal: .text(text.value), folder: folder, place: Redirect.Place(path: text.path, position: text.position))
  }

  /// The name of a page among those that a redirect passes.
  static func name(ofPage name: String) -> String { "page " + name }

  private static func circle(backTo back: String) -> Outcome {
    .problem("the redirect leads in a circle, back to '\(back)'; let one of its addresses lead to a page")
  }

  /// The folders of locales that may stand before a path: what the source says holds in every locale.
  var folders: [String] { [links.catalog.locales[locale], links.catalog.locales[PageCatalog.source]] }

  // MARK: One step

  private enum Step {
    case page(Int, fragment: String)
    case outside(String)
    case old(OldAddress, Wish)
    case problem(String)
  }

  private func step(_ wish: Wish) -> Step {
    guard case .text(let text) = wish.goal else {
      if case .page(let page) = wish.goal { return .page(page, fragment: "") }
      return .problem("")
    }
    let (path, suffix) = LinkTargets.split(text)
    let fragment = LinkTargets.fragment(suffix)
    if path.utf8.first == UInt8(ascii: "/"), let page = links.page(mapping: text, locale: locale) {
      return .page(page, fragment: fragment)
    }
    if let page = page(at: path, from: wish.folder) { return .page(page, fragment: fragment) }
    if let address = try? OldAddress(String(path), from: wish.folder, locales: folders),
      let next = wishes[address]
    {
      return .old(address, next)
    }
    // Any page will do to ask for what does not depend on the page.
    if path.utf8.first == UInt8(ascii: "/"), !links.catalog.entries.isEmpty,
      case .outside(let address) = links.target(of: text, on: 0, locale: locale)
    {
      return .outside(address)
    }
    return elsewhere(text)
  }

  /// The page at a path, which may start with the locale's folder.
  private func page(at path: Substring, from folder: String) -> Int? {
    guard path.utf8.first == UInt8(ascii: "/") else { return path.isEmpty ? nil : links.page(at: path, from: folder) }
    let rest = path.drop { $0 == "/" }
    if let page = links.page(at: rest, from: "") { return page }
    guard let prefix = folders.first(where: { rest.hasPrefix($0 + "/") }) else { return nil }
    return links.page(at: rest.dropFirst(prefix.count + 1), from: "")
  }

  private func elsewhere(_ text: String) -> Step {
    switch LinkTargets.scheme(of: text) {
    case "http", "https": return Self.outside(text)
    case let scheme?:
      return .problem(
        "a redirect leads to a page or to an address with 'https:', and '\(scheme):' is neither; correct it")
    case nil: return .problem("there is no page '\(text)' to lead to; correct the path")
    }
  }

  private static func outside(_ text: String) -> Step {
    let address = URLText.encodedAddress(text)
    let host = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard host.count == 3, host[1].isEmpty, ["http:", "https:"].contains(host[0].lowercased()),
      let first = host[2].first, !"/?#".contains(first)
    else { return .problem("'\(text)' is no whole address; write it as 'https://host/path'") }
    return .outside(address)
  }
}
