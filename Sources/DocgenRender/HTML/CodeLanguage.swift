import DocgenModel

/// The language that the info string of a code block names.
struct CodeLanguage {
  /// The name that a reader knows (`C++`); `nil` if the info string says nothing about the language.
  let name: String?
  /// The name for a class (`cpp`).
  let token: String?
  /// How its code is told apart; `nil` if nothing is known of that.
  let grammar: CodeGrammar?

  /// Reads the first word of an info string; case does not count.
  init(info: String) {
    let language = CodeLanguages.shared.named(info)
    let word = CodeLanguages.name(in: info)
    grammar = CodeHighlighting.shared.grammar(of: language)
    guard let word else {
      (name, token) = (nil, nil)
      return
    }
    guard let language else {
      // As it is written.
      let isWord: (UInt8) -> Bool = { $0 > 0x20 && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: ",") }
      (name, token) = (String(decoding: info.utf8.prefix(while: isWord), as: UTF8.self), word)
      return
    }
    name = language.label(of: word)
    token = name == nil ? nil : language.token(of: word)
  }
}
