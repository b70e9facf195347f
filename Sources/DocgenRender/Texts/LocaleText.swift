import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What pages of one locale say in the words of its interface.
struct LocaleText: Sendable {
  /// The locale as folders are named.
  let name: String
  /// The BCP 47 tag.
  let tag: String
  /// The language's own name.
  let language: String
  /// `rtl`, where the language is written from right to left.
  let direction: String?
  let vocabulary: Vocabulary
  /// The strings for templates, under the names that `interface.yml` gives them.
  let strings: TemplateValue
  let htmlStyle: HTMLStyle
  let dateForm: DateForm
  let numberForm: NumberForm
  /// How the language joins words, where it does.
  let compounds: CompoundWords?
  private let texts: [String: String]
  /// The numbers that the language takes for one thing.
  private let singular: Set<Int>

  /// Takes the words of a locale; for strings that it lacks, those of the others in turn.
  init(_ vocabulary: Vocabulary, fallbacks: [Vocabulary]) {
    self.vocabulary = vocabulary
    name = vocabulary.locale
    tag = vocabulary.tag
    language = vocabulary.language
    let primary = vocabulary.tag.utf8.prefix { $0 != UInt8(ascii: "-") }
    let isFromRight = ["ar", "dv", "fa", "he", "ps", "ur", "yi"].contains(String(Substring(primary)).lowercased())
    direction = isFromRight ? "rtl" : nil
    var texts: [String: String] = [:]
    for source in [vocabulary] + fallbacks {
      for key in source.interfaceKeys where texts[key] == nil { texts[key] = source.interfaceText(key) }
    }
    var object = TemplateObject(capacity: texts.count)
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) { object[TemplateKey(key)] = .string(text) }
    strings = .object(object)
    dateForm = DateForm(
      pattern: texts["date-form"] ?? "yyyy-MM-dd", months: (1...12).map { texts["month-\($0)"] ?? "\($0)" })
    numberForm = NumberForm(
      group: texts["number-group"] ?? "", decimal: texts["number-decimal"] ?? ".",
      percent: texts["percent-form"] ?? "#%")
    self.texts = texts
    singular = Set((texts["number-singular"] ?? "1").split(separator: " ").compactMap { Int($0) })
    compounds = CompoundWords(links: vocabulary.compoundLinks)
    var titles: [AlertKind: String] = [:]
    for kind in AlertKind.allCases { titles[kind] = texts[kind.name] }
    htmlStyle = HTMLStyle(
      alertTitles: titles, anchorLabel: texts["anchor-link"] ?? "#", tableLabel: texts["kind-table"] ?? "Table",
      originalLabel: texts["original-text"] ?? "Original")
  }

  /// A string of the interface; its key where no locale has it.
  subscript(_ key: String) -> String { texts[key] ?? key }

  /// A string of the interface with numbers in their places, as messages have them: `{1} of {2:# page|# pages}`.
  func counted(_ key: String, _ numbers: [Int]) -> String {
    var result: [UInt8] = []
    for part in MessageTemplate(self[key]) {
      switch part {
      case .words(let words): result += words
      case .argument(let place, let forms):
        // A project's own words may name what there is not.
        guard numbers.indices.contains(place - 1) else { continue }
        let digits = numberForm.text(numbers[place - 1]).utf8
        let form = singular.contains(numbers[place - 1]) ? forms.first : forms.last
        for byte in form ?? [UInt8(ascii: "#")] {
          if byte == UInt8(ascii: "#") { result += digits } else { result.append(byte) }
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text in a language, named as folders or tags are, is in the language of the locale.
  func isWritten(in language: String) -> Bool {
    func primary(_ tag: String) -> String {
      tag.lowercased().split { $0 == "-" || $0 == "_" }.first.map(String.init) ?? ""
    }
    return primary(language) == primary(tag)
  }

  /// A string of the interface, if there is one.
  func text(_ key: String) -> String? { texts[key] }
}
