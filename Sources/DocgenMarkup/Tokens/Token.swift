import DocgenSupport

/// One argument of a token.
package struct TokenArgument: Sendable, Equatable {
  /// The name, in lower case; `nil` for one that is known by its place.
  package var name: String?
  /// What it says, without quotes and escapes.
  package var value: String
  /// The place of the value in the file, without quotes.
  package var span: SourceSpan
}

/// A macro, shortcode, directive or tag of a page.
package struct Token: Sendable {
  /// Whether it stands alone, or at an end of a block.
  package enum Role: UInt8, Sendable {
    case single
    case start
    case end
  }

  /// The index of its syntax.
  package var syntax: Int
  /// The name as the page writes it, without the mark of an end.
  package var name: String
  /// The place of all of it.
  package var span: SourceSpan
  /// What follows the name.
  package var arguments: [TokenArgument]
  /// Start, end or neither.
  package var role = Role.single
  /// What it means.
  package var meaning: TokenMeaning
  /// Whether the dialect has the name.
  package var isKnown = true
  /// Where the content of a block starts and ends that is no Markdown.
  var rawContent: Range<Int>?
  /// The number of the block's start or end among the tokens.
  package internal(set) var partner: Int?
  /// How it is hidden from the parser.
  var mask = Mask.span
  /// A footnote's definition.
  package internal(set) var isDefinition = false

  /// How the bytes of a token are hidden from the parser.
  enum Mask: Sendable {
    /// As a word within a line.
    case span
    /// As a line of its own: what stands around is given lines of its own.
    case block(prefix: [UInt8], breaksBefore: Bool, breaksAfter: Bool)
    /// As the mark of a list's item, from which the content is indented.
    case item(indentation: Int)
    /// Not at all.
    case none
  }

  /// The value of an argument.
  package func value(_ argument: TokenMeaning.Argument) -> TokenArgument? {
    switch argument {
    case .name(let name): return arguments.first { $0.name == name }
    case .position(let position):
      var index = position
      for argument in arguments where argument.name == nil {
        if index == 0 { return argument }
        index -= 1
      }
      return nil
    }
  }

  /// The text that is shown: the first argument with some.
  package var text: TokenArgument? {
    for argument in meaning.texts {
      if let value = value(argument), !value.value.isEmpty { return value }
    }
    return nil
  }

  /// What the token is about.
  package var target: TokenArgument? { meaning.target.flatMap { value($0) } }
}
