import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Reports front matter that is not closed, is not valid YAML or says a thing twice.
enum InvalidFrontMatter: PageCheck {
  static let rule = Rule(
    "invalid-front-matter", in: .metadata, .error,
    "The front matter of a page is not closed or is not valid YAML.")

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    for problem in page.frontMatter.problems { report(Finding(problem.message, at: problem.span), to: &findings) }
  }
}
