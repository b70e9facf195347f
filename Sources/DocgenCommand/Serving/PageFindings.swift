import DocgenLint
import DocgenSupport

/// The findings of a project by the pages that they are about.
struct PageFindings: Sendable {
  /// By the ids of the pages, over all locales.
  private var pages: [String: [Diagnostic]] = [:]

  /// Takes what was found in all of the project.
  init(_ findings: [Diagnostic] = []) { add(findings) }

  /// The findings of a page in a locale, as it is named.
  func findings(ofPage id: String, in locale: String) -> [Diagnostic] {
    pages[id, default: []].filter { $0.locale == locale }
  }

  /// Takes what was found anew in some pages by the rules that look at one page; what other rules have found stays.
  mutating func renew(_ findings: [Diagnostic], of ids: [String]) {
    let renewed = Set(RuleCatalog.rulesOfOnePage.map(\.id))
    for id in ids { pages[id]?.removeAll { renewed.contains($0.rule) } }
    add(findings)
  }

  private mutating func add(_ findings: [Diagnostic]) {
    for finding in findings { pages[finding.page, default: []].append(finding) }
  }
}

extension PageFindings {
  /// Findings for the script of the preview.
  ///
  /// - Parameters:
  ///   - findings: Those of a page.
  ///   - catalog: What the findings are told in.
  ///   - file: Gives the path of a file as a user opens it.
  /// - Returns: An object with a list of findings.
  static func json(_ findings: [Diagnostic], _ catalog: MessageCatalog, file: (String) -> String) -> String {
    var json = JSONWriter(isIndented: false)
    json.object { json in
      json.key("findings")
      json.array { json in
        for finding in findings {
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
