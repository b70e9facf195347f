import DocgenSupport

/// One argument of a token.
public struct TokenArgument: Sendable, Equatable {
  /// The name, in lower case; `nil` for one that is known by its place.
  public var name: String?
  /// What it says, without quotes and escapes.
  public var value: String
  /// The place of the value in the file, without quotes.
  public var span: SourceSpan
}

/// A macro, shortcode, directive or tag of a page.
public struct Token: Sendable {
  /// Whether it stands alone, or at an end of a block.
  public enum Role: UInt8, Sendable {
    case single
    case start
    case end
  }

  /// The index of its syntax.
  public var syntax: Int
  /// The name as the page writes it, without the mark of an end.
  public var name: String
  /// The place of all of it.
  public var span: SourceSpan
  /// What follows the name.
  public var arguments: [TokenArgument]
  /// Start, end or neither.
  public var role = Role.single
  /// What it means.
  public var meaning: TokenMeaning
  /// Whether the dialect has the name.
  public var isKnown = true
  /// Where the content of a block starts and ends that is no Markdown.
  var rawContent: Range<Int>?
  /// The number of the block's start or end among the tokens.
  public internal(set) var partner: Int?
  /// How it is hidden from the parser.
  var mask = Mask.span
  /// A footnote's definition.
  public internal(set) var isDefinition = false

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
  public func value(_ argument: TokenMeaning.Argument) -> TokenArgument? {
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
  public var text: TokenArgument? {
    for argument in meaning.texts {
      if let value = value(argument), !value.value.isEmpty { return value }
    }
    return nil
  }

  /// What the token is about.
  public var target: TokenArgument? { meaning.target.flatMap { value($0) } }
}
