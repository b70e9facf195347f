import DocgenSupport
import DocgenTestSupport
import Testing

struct MessageTests {
  private enum Source: MessageSource {
    struct Messages: MessageSet {
      let nothing = PlainMessage("nothing is {{here}}")
      let wrongName = MessageForm<Message, String, String>("the {1} '{2}' is '{3}' here")
      let pages = MessageForm<Int, Int>("{1:# page|# pages} of {2}")
    }
  }

  private enum Silent: MessageSource {}

  @Test func fillsInWhatIsDeclared() {
    let messages = Source.messages
    #expect(messages.nothing.description == "nothing is {here}")
    #expect(messages.pages(1, 2000).description == "1 page of 2,000")
    #expect(messages.pages(1, 2000) == "\(1, one: "# page", other: "# pages") of \(2000)")
    #expect(german.text(messages.wrongName("name", "E_FAIL", "FAIL")) == "hier ist 'FAIL' der Name 'E_FAIL'")
  }

  @Test func listsWhatIsDeclared() {
    let declared = Source.declaredMessages
    #expect(
      declared.map(\.template) == ["nothing is {{here}}", "the {1} '{2}' is '{3}' here", "{1:# page|# pages} of {2}"])
    #expect(declared.map { $0.values.map { "\($0)" } } == [[], ["Message", "String", "String"], ["Int", "Int"]])
    #expect(Silent.declaredMessages.isEmpty)
  }

  private let german = MessageCatalog(
    language: "de", singular: [1], groupSeparator: ".",
    templates: [
      "the {1} '{2}' is '{3}' here": "hier ist '{3}' {1} '{2}'", "name": "der Name",
      "{1:# page|# pages} of {2}": "von {2} {1:eine Seite|# Seiten}", "{1}, {2}": "{1} und {2}",
    ])

  @Test func keepsWordsAndValuesApart() {
    let name = "E_FAIL"
    let message: Message = "the \("name") '\(name)' is '\(name.dropFirst(2))' here"
    #expect(message.template == "the {1} '{2}' is '{3}' here")
    #expect(message.arguments == [.message("name"), .text("E_FAIL"), .text("FAIL")])
    #expect(message.description == "the name 'E_FAIL' is 'FAIL' here")
    #expect(german.text(message) == "hier ist 'FAIL' der Name 'E_FAIL'")
  }

  @Test func doesNotReadValues() {
    let value = "{1:#|{2}} }{ {{"
    let message: Message = "\(value), \(value)"
    #expect(message.description == "{1:#|{2}} }{ {{, {1:#|{2}} }{ {{")
    #expect(german.text(message) == "{1:#|{2}} }{ {{ und {1:#|{2}} }{ {{")
  }

  @Test func showsBraces() {
    let message: Message = "a {1} and } of \(7)"
    #expect(message.template == "a {{1}} and }} of {1}")
    #expect(message.description == "a {1} and } of 7")
  }

  @Test(arguments: [
    (0, "0 pages of 2,000", "von 2.000 0 Seiten"), (1, "1 page of 2,000", "von 2.000 eine Seite"),
    (2, "2 pages of 2,000", "von 2.000 2 Seiten"),
    (-1_234_567, "-1,234,567 pages of 2,000", "von 2.000 -1.234.567 Seiten"),
  ])
  func choosesFormsByNumber(number: Int, english: String, german: String) {
    let message: Message = "\(number, one: "# page", other: "# pages") of \(2000)"
    #expect(message.description == english)
    #expect(self.german.text(message) == german)
  }

  @Test func takesFromTheLanguageWhatOneThingIs() {
    let french = MessageCatalog(language: "fr", singular: [0, 1], groupSeparator: " ")
    let texts = [0, 1, 2].map { french.text("\($0, one: "# page", other: "# pages")") }
    #expect(texts == ["0 page", "1 page", "2 pages"])
  }

  @Test func speaksEnglishWhereATranslationIsMissing() {
    #expect(german.text("no \("name") is known") == "no der Name is known")
  }

  @Test(arguments: ["{2} {0} {1}", "{1", "{", "}", "{x} {1", "{1:} {9999999999999999999}", "{1:a|b} {1:"])
  func showsAnyTemplate(template: String) {
    let catalog = MessageCatalog(
      language: "x", singular: [], groupSeparator: "", templates: ["the {1}": template])
    #expect(catalog.text("the \(5)").utf8.count <= template.utf8.count + 1)
  }

  @Test func joins() {
    #expect(Message.listed([]) == nil)
    #expect(Message.sequence(["a"]) == "a")
    #expect(Message.sequence(["a", "b", "c"])?.description == "a; b; c")
    #expect(Message.listed(["a", "b", "name"]).map(german.text) == "a und b und der Name")
  }

  @Test func hasTheOrderOfEnglish() {
    let (first, second) = ("a", "b")
    let messages: [Message] = ["\(second) x", "\(first) y", "aa"]
    #expect(messages.sorted().map(\.description) == ["a y", "aa", "b x"])
  }
}
