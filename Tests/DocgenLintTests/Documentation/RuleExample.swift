import DocgenLint
import DocgenMarkup
import DocgenSupport

/// The examples of a rule's page: the files that are wrong, what is found in them, and the files to write instead.
///
/// A paragraph in front of a code block names the file in code; a block in the language `text` holds the findings as
/// `docgen lint --concise` prints them, one in the language `symlink` what a link of the file system says.
struct RuleExample {
  /// The files of a content directory.
  struct Content: Equatable {
    var files: [String: String] = [:]
    /// What links of the file system say, by their paths.
    var links: [String: String] = [:]

    fileprivate func without(locales: Set<Substring>) -> Content {
      func isKept(_ path: String) -> Bool { !locales.contains(path.prefix { $0 != "/" }) }
      return Content(files: files.filter { isKept($0.key) }, links: links.filter { isKept($0.key) })
    }
  }

  private(set) var wrong = Content()
  private(set) var findings = ""
  private var replacements: [String: String] = [:]

  /// The files to write instead: a language that "Use instead" shows takes the place of the one that was wrong.
  var right: Content {
    var content = wrong.without(locales: Set(replacements.keys.map { $0.prefix { $0 != "/" } }))
    content.files.merge(replacements) { $1 }
    return content
  }

  init(_ page: RulePage) {
    let document = page.document
    var section: Int?
    var name: String?
    for index in document.children(of: 0) {
      let node = document.nodes[index]
      switch node.kind {
      case .heading where node.level == 2: section = (section ?? -1) + 1
      case .paragraph:
        name = document.children(of: index).filter { document.nodes[$0].kind == .code }.last
          .map { document.text(of: $0).string }
      case .codeBlock:
        add(
          Self.text(of: index, in: document), of: name ?? "", language: document.infoString(of: node)?.value,
          to: section.flatMap { RulePage.Section(rawValue: $0) })
      default: break
      }
    }
  }

  private mutating func add(_ text: String, of name: String, language: String?, to section: RulePage.Section?) {
    switch section {
    case .example where language == "text": findings += text
    case .example where language == "symlink": wrong.links[name] = String(text.dropLast())
    case .example: wrong.files[name] = text
    case .useInstead: replacements[name] = text
    default: break
    }
  }

  private static func text(of index: Int, in document: Document) -> String {
    var text = ""
    for child in document.children(of: index) {
      document.withText(of: document.nodes[child]) { text += String(decoding: $0, as: UTF8.self) }
    }
    return text
  }
}
