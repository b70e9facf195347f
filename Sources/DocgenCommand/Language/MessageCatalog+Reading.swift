import DocgenMarkup
import DocgenModel
import DocgenSupport

extension MessageCatalog {
  /// The name of the file of a locale.
  static let fileName = "messages.yml"

  /// Reads the messages of a language; a language without any speaks English.
  ///
  /// - Throws: A failure of the configuration, where the file cannot be read or says what it must not.
  static func read(_ language: String, from locales: VocabularySource) throws(CommandFailure) -> MessageCatalog {
    let file: SourceFile?
    do throws(FileError) { file = try locales.file(language, fileName) } catch { throw CommandFailure(error) }
    guard let file else {
      return language == source.language
        ? source : MessageCatalog(language: language, singular: [1], groupSeparator: ",")
    }
    var reader = Reader(YAMLReader.read(file.bytes))
    let catalog = reader.catalog(of: language)
    let lines = LineTable(file.bytes)
    let problems = reader.problems.sorted { $0.span.start < $1.span.start }.map {
      FileProblem(path: file.path, position: lines.position(of: $0.span.start), message: $0.description)
    }
    guard problems.isEmpty else { throw .configuration(problems.map(\.description).joined(separator: "\n")) }
    return catalog
  }

  private struct Reader {
    private let root: YAMLNode?
    private(set) var problems: [YAMLError]

    init(_ document: YAMLDocument) {
      root = document.root
      problems = document.errors
    }

    mutating func catalog(of language: String) -> MessageCatalog {
      var singular: Set<Int> = []
      var groupSeparator = ""
      var templates: [String: String] = [:]
      for member in root?.members ?? [] {
        switch member.key.value {
        case "singular": singular = Set((member.value.items ?? [member.value]).compactMap { number($0) })
        case "group-separator": groupSeparator = text(member)
        case "messages":
          for message in member.value.members ?? [] { templates[message.key.value] = text(message) }
        default:
          problems.append(
            YAMLError(english: "the key '\(member.key.value)' is not known; remove it", at: member.key.span))
        }
      }
      return MessageCatalog(
        language: language, singular: singular, groupSeparator: groupSeparator, templates: templates)
    }

    private mutating func number(_ node: YAMLNode) -> Int? {
      if let number = node.text.flatMap({ Int($0.value) }) { return number }
      problems.append(YAMLError(english: "this must be a whole number", at: node.span))
      return nil
    }

    private mutating func text(_ member: YAMLMember) -> String {
      if let text = member.value.text { return text.value }
      problems.append(YAMLError(english: "'\(member.key.value)' must be a text", at: member.key.span))
      return ""
    }
  }
}
