/// A value that a script says without being run.
indirect enum Literal: Equatable {
  case text(String)
  /// A number, a truth value or null, as it is written.
  case word(String)
  case list([Literal])
  case mapping([Member])
  /// What a function is called with that is not known.
  case call(String, [Literal])
  /// What only running the script would tell.
  case unknown

  /// A key with its value.
  struct Member: Equatable {
    var key: String
    var value: Literal
  }

  /// The value of a key; where it stands twice, the last.
  subscript(key: String) -> Literal? {
    members.last { $0.key == key }?.value
  }

  /// The value below several keys.
  subscript(path: [String]) -> Literal? {
    path.reduce(self) { $0?[$1] }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  var items: [Literal] { if case .list(let items) = self { items } else { [] } }

  var members: [Member] { if case .mapping(let members) = self { members } else { [] } }

  /// Texts of a list, or a text by itself.
  var texts: [String] { text.map { [$0] } ?? items.compactMap(\.text) }

  /// Null, or a truth value.
  var isNothing: Bool { if case .word = self { true } else { false } }

  var isFalse: Bool { self == .word("false") || self == .word("False") }

  /// The settings that functions around them are called with: `defineConfig({…})`.
  var unwrapped: Literal {
    guard case .call(_, let arguments) = self else { return self }
    let values = arguments.map(\.unwrapped)
    return values.first { !$0.members.isEmpty } ?? values.first ?? .unknown
  }
}
