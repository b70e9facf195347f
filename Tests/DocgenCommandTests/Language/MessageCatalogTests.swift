import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// The languages that ship messages say all that the program can say, and nothing else.
struct MessageCatalogTests {
  static let languages = VocabularySource.builtIn.locales.filter {
    VocabularySource.builtIn.holds(MessageCatalog.fileName, of: $0)
  }

  @Test func findsMessagesInSources() {
    let source = """
      /// No "message here".
      static let rule = Rule("name", "Not a message.")
      let key = "\\(page.id) \\(page.locale)"
      throw .configuration("not a message: \\(file)")
      switch problem {
      case ("not a message", _),
        ("nor this one", _): message = "a message"
      default: message = problem == "not a message" ? "a {brace}" : "b \\(f("x"))"
      }
      report(Finding("the \\(isTitle ? "title" : "heading") lacks '\\(name.value)'", at: span), to: &findings)
      let headings: [Message] = ["Rule", "\\(a):\\(b)"]
      var label: Message { "error" }
      let word = "error"
      output.write("not a message \\(catalog.text("\\(pages, one: "# page", other: "# pages") read"))")
      """
    let expected = [
      "a message", "a {{brace}}", "b {1}", "x", "the {1} lacks '{2}'", "title", "heading", "Rule", "{1}:{2}", "error",
      "{1:# page|# pages} read",
    ]
    #expect(MessageScanner.templates(in: source) == expected)
  }

  @Test(arguments: languages)
  func translatesEveryMessage(_ language: String) throws {
    let translations = try MessageCatalog.read(language, from: .builtIn).templates
    let files = try MessageScanner.templates(of: SharedData.packageFolder)
    for (file, templates) in files.sorted(by: { $0.key < $1.key }) {
      for template in templates where translations[template] == nil {
        Translations.lacks("\(language) lacks '\(template)' of \(file)")
      }
    }
    let stale = Set(translations.keys).subtracting(files.values.joined())
    #expect(stale.sorted() == [], "\(language) translates what nothing says")
    #expect(translations.count > 100)
  }

  @Test(arguments: languages)
  func translationsHaveTheSameArguments(_ language: String) throws {
    for (template, translation) in try MessageCatalog.read(language, from: .builtIn).templates {
      let (expected, actual) = (Self.arguments(of: template), Self.arguments(of: translation))
      #expect(Set(actual.keys) == Set(expected.keys), "\(language): '\(translation)'")
      for (number, forms) in actual { #expect([0, 2].contains(forms), "\(language): {\(number)} of '\(translation)'") }
      #expect(!translation.isEmpty)
      #expect(template.hasSuffix(".") == translation.hasSuffix("."), "\(language): '\(translation)'")
      // What stands after it is what to do.
      if template.contains("; ") { #expect(translation.contains("; "), "\(language): '\(translation)'") }
      #expect(Self.quotes(in: translation) == Self.quotes(in: template), "\(language): '\(translation)'")
    }
  }

  @Test func readsAProjectsOwnLanguage() throws {
    let folder = try TemporaryFolder([
      "xx/messages.yml": """
      singular: [1, 2]
      group-separator: "_"
      messages:
        "{1:# page|# pages}": "{1:# un|# deux}"
      """,
      "bad/messages.yml": "plural: [1]\nsingular: [x]\n",
    ])
    let locales = try VocabularySource(folder: folder.path)
    let catalog = try MessageCatalog.read("xx", from: locales)
    let texts = [2, 1234].map { catalog.text("\($0, one: "# page", other: "# pages")") }
    #expect(texts == ["2 un", "1_234 deux"])
    #expect(UserLanguage(locales).names.contains("xx"))
    #expect(throws: CommandFailure.self) { try MessageCatalog.read("bad", from: locales) }
  }

  /// The arguments that stand in quotation marks of their own: values are quoted in every language, words in none.
  private static func quotes(in template: String) -> [Int] {
    arguments(of: template).keys.filter { template.contains("'{\($0)}'") }.sorted()
  }

  /// The arguments of a template, each with the greatest number of its forms.
  private static func arguments(of template: String) -> [Int: Int] {
    var arguments: [Int: Int] = [:]
    for part in MessageTemplate(template) {
      if case .argument(let number, let forms) = part {
        arguments[number] = max(arguments[number] ?? 0, forms.count)
      }
    }
    return arguments
  }
}
