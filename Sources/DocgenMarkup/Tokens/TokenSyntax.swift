/// One way in which a dialect writes tokens: macros, shortcodes, directives, tags.
///
/// A token is read as a whole: nothing within it is Markdown.
public struct TokenSyntax: Sendable {
  /// Where tokens of a syntax stand, and what ends them.
  public enum Form: String, Sendable, CaseIterable {
    /// Within a line of text, between an opening and a closing mark: `{{…}}`.
    case span
    /// The same with brackets and parentheses that nest: `[!INCLUDE [x](y)]`.
    case bracket
    /// An element whose name begins with a capital: `<TabItem value="x">`.
    case tag
    /// A line that begins with a mark: `:::note Title`.
    case line
    /// A line that begins with a mark; the lines indented below it are its content: `!!! note "Title"`.
    case indented
    /// A heading that is a link: `# [Title](#tab/id)`.
    case heading
    /// A line that begins with the name: `import x from "y"`.
    case statement
    /// A mark of a note, or the note itself: `[^1]`.
    case footnote
  }

  /// How what follows the name is read.
  public enum ArgumentStyle: String, Sendable, CaseIterable {
    /// `("text", 2)`
    case call
    /// `key="text" word`
    case words
    /// The same where a key is there, else the whole is one text.
    case title
    /// `[text](target "title")`
    case brackets
    /// The whole is one argument, and there is no name.
    case raw
  }

  /// How the end of a block differs from its start.
  public struct Ending: Sendable {
    /// What an end has before the name.
    public var prefix: [UInt8] = []
    /// What an end has after the name.
    public var suffix: [UInt8] = []
    /// A mark without name ends the innermost block.
    public var isBare = false
  }

  /// What the dialect's file calls it.
  public let name: String
  /// Where its tokens stand.
  public var form = Form.span
  /// The opening mark.
  public var open: [UInt8] = []
  /// The closing mark; for lines it may be missing.
  public var close: [UInt8] = []
  /// How arguments are written.
  public var arguments = ArgumentStyle.words
  /// How ends are written.
  public var ending = Ending()
  /// One of these bytes has to occur within; any text will do where there are none.
  public var signs: [UInt8] = []
  /// No space stands after the opening mark, and none before the closing one.
  public var isTight = false
  /// Marks of emphasis beside a token are read as beside a word, not as beside a brace: it is replaced before Markdown is read.
  public var isWord = false
  /// Lines `key: value` that are indented below the mark say more of the token, and are no content.
  public var hasOptions = false
  /// Only tokens whose name has a meaning are read; the rest is text.
  public var readsKnownOnly = false
  /// The meanings by name in lower case; a `*` at the end stands for any rest.
  public var meanings: [String: TokenMeaning] = [:]
  /// What names mean of which nothing is known.
  public var unknown = TokenMeaning()
  /// The names with a `*`, without it, the longest first.
  var prefixes: [String] = []

  /// Makes a syntax of a name.
  public init(name: String) { self.name = name }

  /// What a token of a name means; `nil` if nothing is known of it.
  func meaning(of name: String) -> TokenMeaning? {
    // The mark of a footnote names the footnote.
    if form == .footnote { return unknown }
    if let meaning = meanings[name] { return meaning }
    for prefix in prefixes where name.hasPrefix(prefix) { return meanings[prefix + "*"] }
    return nil
  }

  /// Looks for names with a `*`.
  public mutating func indexNames() {
    prefixes = meanings.keys.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }
}
