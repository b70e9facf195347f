@_spi(Testing) import DocgenSupport

/// Tests say what no form declares: a literal with values among its words is a message.
extension Message: ExpressibleByStringInterpolation {
  /// Takes words alone.
  public init(stringLiteral words: String) {
    self.init(template: StringInterpolation.escaped(words), arguments: [])
  }

  /// Takes words and the values among them.
  public init(stringInterpolation: StringInterpolation) {
    self.init(template: stringInterpolation.template, arguments: stringInterpolation.arguments)
  }

  /// Collects the parts of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var arguments: [Argument] = []

    /// Starts a message.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ words: String) { template += Self.escaped(words) }

    /// Adds words that are said in every language. Literals are taken for such, and not for names.
    public mutating func appendInterpolation(_ words: Message) { append(.message(words)) }

    /// Adds a name or a value, which is the same in every language.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: some StringProtocol) { append(.text(String(text))) }

    /// Adds a number, which is written as the language does.
    public mutating func appendInterpolation(_ number: Int) { append(.number(number)) }

    /// Adds words that a number decides on, with the number in place of `#`.
    public mutating func appendInterpolation(_ number: Int, one: StaticString, other: StaticString) {
      append(.number(number), forms: ":\(Self.escaped("\(one)"))|\(Self.escaped("\(other)"))")
    }

    private mutating func append(_ argument: Argument, forms: String = "") {
      arguments.append(argument)
      template += "{\(arguments.count)\(forms)}"
    }

    fileprivate static func escaped(_ words: String) -> String {
      words.reduce(into: "") { $0 += $1 == "{" || $1 == "}" ? "\($1)\($1)" : "\($1)" }
    }
  }
}
