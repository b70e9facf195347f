import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What `site/highlighting.yml` says of all languages, and of the attributes of code blocks.
struct CodeHighlighting {
  /// The one that is built in.
  static let shared = CodeHighlighting(EmbeddedFiles.bytes("site/highlighting.yml") ?? [], CodeLanguages.shared)

  /// What is read of the attributes after the name of a language.
  enum Attribute: String, CaseIterable {
    case lines, title, numbers, first
  }

  private var grammars: [String: CodeGrammar] = [:]
  private var attributes: [String: Attribute] = [:]

  init(_ bytes: [UInt8], _ languages: CodeLanguages) {
    let root = YAMLReader.read(bytes).root
    for attribute in Attribute.allCases {
      for name in root?["attributes"]?[attribute.rawValue]?.items ?? [] {
        if let name = name.text?.value { attributes[name.lowercased()] = attribute }
      }
    }
    guard let data = root?["languages"] else { return }
    for member in data.members ?? [] {
      guard let language = languages.language(id: member.key.value) else { continue }
      var nodes = [member.value]
      while nodes.count < Self.longestChain, let other = nodes.last?["like"]?.text?.value, let node = data[other] {
        nodes.append(node)
      }
      grammars[language.id] = CodeGrammar(nodes, comments: language.comments)
    }
  }

  /// A language is like another, which may be like a third.
  private static let longestChain = 4

  /// How code of a language is told apart; `nil` if nothing is known of it.
  func grammar(of language: FenceLanguage?) -> CodeGrammar? { language.flatMap { grammars[$0.id] } }

  /// What an attribute says of a block; case does not count.
  func attribute(_ name: String) -> Attribute? { attributes[name.lowercased()] }
}
