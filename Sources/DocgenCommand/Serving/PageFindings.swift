import DocgenLint
import DocgenModel
import DocgenRender
import DocgenSupport

/// The findings of a project by the pages that they are about.
struct PageFindings: Sendable {
  private var pages: [SitePreview.Page: [Diagnostic]] = [:]
  private let locales: [String]

  /// No findings yet.
  init() { locales = [] }

  init(_ findings: [Diagnostic], _ catalog: PageCatalog) {
    locales = catalog.locales
    add(findings)
  }

  /// The findings of a page in a locale, in the order of lines.
  func findings(of page: SitePreview.Page) -> [Diagnostic] { pages[page] ?? [] }

  var count: Int { pages.values.reduce(0) { $0 + $1.count } }

  /// Takes what was found anew in some pages by the rules that look at one page; what other rules have found stays.
  mutating func renew(_ findings: [Diagnostic], of ids: [String]) {
    let renewed = Set(RuleCatalog.rulesOfOnePage.map(\.id))
    for id in ids {
      for locale in locales.indices {
        pages[SitePreview.Page(id: id, locale: locale)]?.removeAll { renewed.contains($0.rule) }
      }
    }
    add(findings)
  }

  private mutating func add(_ findings: [Diagnostic]) {
    for finding in findings {
      guard let locale = locales.firstIndex(of: finding.locale) else { continue }
      pages[SitePreview.Page(id: finding.page, locale: locale), default: []].append(finding)
    }
  }
}

extension PageFindings {
  /// The findings of a page for the script of the preview.
  ///
  /// - Parameters:
  ///   - page: The page; `nil` for one that is made from no file.
  ///   - catalog: What the findings are told in.
  ///   - file: Gives the path of a file as a user opens it.
  /// - Returns: An object with a list of findings.
  func json(of page: SitePreview.Page?, _ catalog: MessageCatalog, file: (String) -> String) -> String {
    var json = JSONWriter(isIndented: false)
    json.object { json in
      json.key("findings")
      json.array { json in
        for finding in page.map(findings) ?? [] {
          json.object { json in
            json.member("severity", finding.severity.rawValue)
            json.member("label", catalog.text(finding.severity.label))
            json.member("rule", finding.rule)
            json.member("message", catalog.text(finding.message))
            json.member("place", "\(file(finding.location.file)):\(finding.location.start.line)")
          }
        }
      }
    }
    return json.buffer.string
  }
}
