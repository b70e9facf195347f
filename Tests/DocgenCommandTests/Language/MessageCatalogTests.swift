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

  /// A source that nothing lists, and a form that is no stored property of its set, would be left out of the others.
  @Test func knowsAllThatIsDeclared() throws {
    let declaration = /(?m)^ +let (\w+) = (?:PlainMessage|MessageForm<[^>]+>)\(/
    var count = 0
    for file in try Self.sources(below: SharedData.packageFolder + "/Sources") {
      let text = String(decoding: file, as: UTF8.self)
      for form in text.matches(of: declaration) {
        count += 1
        #expect(text.contains("messages.\(form.1)"), "'\(form.1)' is declared, and not said")
      }
    }
    #expect(count == ProgramMessages.sources.flatMap { $0.declaredMessages }.count)
    #expect(count > 300)
  }

  @Test(arguments: ProgramMessages.sources.flatMap { $0.declaredMessages }.map(Form.init))
  func formsHavePlacesForTheirValues(_ form: Form) {
    let places = Self.arguments(of: form.message.template)
    let values = form.message.values
    #expect(places.keys.sorted() == Array(1..<values.count + 1), "\(form)")
    for (number, forms) in places where forms > 0 {
      #expect(forms == 2, "\(form)")
      #expect(values.indices.contains(number - 1) && values[number - 1] == Int.self, "\(form): {\(number)}")
    }
  }

  @Test(arguments: languages)
  func translatesEveryMessage(_ language: String) throws {
    let translations = try MessageCatalog.read(language, from: .builtIn).templates
    var known: Set<String> = []
    for source in ProgramMessages.sources {
      for template in source.declaredMessages.map(\.template) where known.insert(template).inserted {
        // What holds values alone is the same in every language, but for the signs between several.
        if translations[template] == nil, Self.hasWords(template) {
          Translations.lacks("\(language) lacks '\(template)' of \(source)")
        }
      }
    }
    #expect(Set(translations.keys).subtracting(known).sorted() == [], "\(language) translates what nothing says")
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

  struct Form: Sendable, CustomTestStringConvertible {
    let message: any DeclaredMessage

    var testDescription: String { message.template }
  }

  private static func hasWords(_ template: String) -> Bool {
    MessageTemplate(template).contains { part in
      switch part {
      case .words(let words): words.contains { (0x61...0x7A).contains($0 | 0x20) }
      case .argument(_, let forms): !forms.isEmpty
      }
    }
  }

  private static func sources(below path: String) throws -> [[UInt8]] {
    guard FileSystem.kind(of: path) == .folder else {
      return path.hasSuffix(".swift") ? [try FileSystem.read(path)] : []
    }
    return try FileSystem.list(path).flatMap { try sources(below: "\(path)/\($0.name)") }
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
