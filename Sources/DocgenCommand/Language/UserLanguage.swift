import DocgenLint
import DocgenModel
import DocgenSupport

/// The language in which a user reads: named on the command line, or told from what the environment says.
///
/// What there is to choose from are the languages with messages, `locales/*/messages.yml`, and those with pages of the
/// rules.
struct UserLanguage {
  /// The option of all commands that write for people.
  static let option = Option.text(
    "language", placeholder: "LANGUAGE", help: "Write in LANGUAGE.",
    default: "the first of LC_ALL, LC_MESSAGES and LANG that is set, or else English")
  /// The option of commands whose output may be for other programs, too.
  static let outputOption = Option.text(
    "language", placeholder: "LANGUAGE", help: "Write in LANGUAGE.",
    default:
      "text in the first of LC_ALL, LC_MESSAGES and LANG that is set, or else English; for other programs, English")

  /// The languages that there are, by name.
  let names: [String]
  private let locales: VocabularySource

  /// Finds the languages.
  ///
  /// - Parameter locales: The data of the locales, a project's own or the built-in.
  init(_ locales: VocabularySource = .builtIn) {
    self.locales = locales
    let withMessages = locales.locales.filter { locales.holds(MessageCatalog.fileName, of: $0) }
    names = Set(withMessages + RulePages.languages + [MessageCatalog.source.language]).sorted()
  }

  /// The messages of a language that is named, or else of the environment's, or else in English.
  ///
  /// - Parameters:
  ///   - name: What the command line says, if anything.
  ///   - environment: `nil` for output that other programs read: it must not depend on the machine.
  /// - Returns: A catalog, which may lack messages.
  /// - Throws: The usage, where there is no such language; the configuration, where its messages cannot be read.
  func catalog(_ name: String?, _ environment: Environment?) throws(CommandFailure) -> MessageCatalog {
    let preferred = environment.flatMap { Self.preferred(among: names, $0) }
    var language = preferred ?? MessageCatalog.source.language
    if let name {
      guard let match = Self.match(name, among: names) else {
        throw .usage(
          .invalidValue(
            option: "--language", value: name, expectation: listed(names),
            suggestion: Suggestions.nearest(to: name, among: names)))
      }
      language = match
    }
    return try MessageCatalog.read(language, from: locales)
  }

  /// The language of the user among those that there are; `nil` if the environment names none of them.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides, as for other programs.
  static func preferred(among languages: [String], _ environment: Environment) -> String? {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first
    return name.flatMap { match($0, among: languages) }
  }

  /// The language that a name stands for: `de_AT.UTF-8`, `de-at` and `de` for `de`.
  ///
  /// A region that there is goes before the language alone, and any region of the language before none.
  static func match(_ name: String, among languages: [String]) -> String? {
    let tag = String(name.lowercased().prefix { $0 != "." && $0 != "@" }.map { $0 == "_" ? "-" : $0 })
    let primary = tag.prefix { $0 != "-" }
    return languages.first { $0.lowercased() == tag } ?? languages.first { $0.lowercased() == primary }
      ?? languages.first { $0.lowercased().prefix { $0 != "-" } == primary }
  }
}
