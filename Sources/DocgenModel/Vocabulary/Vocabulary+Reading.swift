import DocgenMarkup
import DocgenSupport

extension Vocabulary {
  /// The names of the files of a locale.
  static let fileName = "vocabulary.yml"
  static let interfaceFileName = "interface.yml"

  private static let language = "language"
  private static let tagKey = "tag"
  private static let requirementHeadersKey = "requirement-headers"
  private static let lostDirectionsKey = "lost-directions"
  private static let rangeWordsKey = "range-words"
  private static let compoundLinksKey = "compound-links"
  private static let knownKeys =
    [language, tagKey, requirementHeadersKey, lostDirectionsKey, rangeWordsKey, compoundLinksKey]
    + Part.allCases.map(\.rawValue)

  /// Takes the words of `vocabulary.yml`; what cannot be read becomes a problem.
  mutating func readWords(_ file: SourceFile) {
    let document = YAMLReader.read(file.bytes)
    var errors = document.errors
    let members = Self.members(document, &errors)
    for member in members {
      switch member.key.value {
      case Self.language: language = Self.text(member, &errors) ?? language
      case Self.tagKey: tag = Self.text(member, &errors) ?? tag
      case Self.requirementHeadersKey:
        for row in member.value.items ?? [] {
          requirementHeaders.insert((row.items ?? [row]).map { FoldedText($0.text?.value ?? "") })
        }
      case Self.lostDirectionsKey:
        for item in member.value.items ?? [member.value] {
          if let text = item.text { lostDirections.insert(FoldedText(text.value)) }
        }
      case Self.rangeWordsKey:
        for item in member.value.items ?? [member.value] {
          if let text = item.text { rangeWords.append(FoldedText(text.value).bytes) }
        }
      case Self.compoundLinksKey:
        compoundLinks = (member.value.items ?? [member.value]).compactMap { $0.text?.value }
      default:
        guard let part = Part(rawValue: member.key.value) else {
          let meant = Suggestions.nearest(to: member.key.value, among: Self.knownKeys)
          let hint = meant.map { "did you mean '\($0)'?" } ?? "remove it"
          errors.append(YAMLError(english: "the part '\(member.key.value)' is not known; \(hint)", at: member.key.span))
          continue
        }
        // Phrases are looked for within a value, so that a word may be a phrase of its own and a filler.
        tables[part, default: VocabularyTable()]
          .read(member.value, allowsTwoMeanings: part == .phrases, problems: &errors)
      }
    }
    addProblems(errors, in: file)
  }

  /// Takes the strings of `interface.yml`; what cannot be read becomes a problem.
  mutating func readInterface(_ file: SourceFile) {
    let document = YAMLReader.read(file.bytes)
    var errors = document.errors
    for member in Self.members(document, &errors) {
      guard let text = Self.text(member, &errors) else { continue }
      if interface[member.key.value] == nil { interface[member.key.value] = text }
    }
    addProblems(errors, in: file)
  }

  private static func members(_ document: YAMLDocument, _ errors: inout [YAMLError]) -> [YAMLMember] {
    guard let root = document.root, !root.isNull else { return [] }
    if root.members == nil { errors.append(YAMLError(english: "write the file as lines 'key: value'", at: root.span)) }
    return root.members ?? []
  }

  private static func text(_ member: YAMLMember, _ errors: inout [YAMLError]) -> String? {
    if let text = member.value.text { return text.value }
    errors.append(YAMLError(english: "'\(member.key.value)' must be a text", at: member.key.span))
    return nil
  }

  private mutating func addProblems(_ errors: [YAMLError], in file: SourceFile) {
    guard !errors.isEmpty else { return }
    let lines = LineTable(file.bytes)
    let sorted = errors.sorted { $0.span.start < $1.span.start }
    problems += sorted.map {
      FileProblem(path: file.path, position: lines.position(of: $0.span.start), message: $0.description)
    }
  }
}
