/// What a token shows to a reader, and which of its arguments are shown text.
public struct TokenMeaning: Sendable {
  /// What is shown in place of a token.
  public enum Display: String, Sendable, CaseIterable {
    /// Nothing; of a block, what it holds.
    case nothing
    /// The text of an argument.
    case text
    /// A link.
    case link
    /// A box with a label, around what the block holds.
    case alert
    /// What the block holds; the marks say when or where.
    case block
    /// Blocks of which a reader wants one.
    case tabs
    /// One of them.
    case tab
    /// Another file.
    case include
    /// An image.
    case image
    /// A film, as a link to it.
    case video
    /// Code of another file, by the file's name.
    case file
    /// A formula, as its source.
    case math
    /// Elements of MathML, as they stand.
    case mathml
    /// A name that other pages are known by.
    case reference
    /// What the block holds, as code.
    case code
    /// Nothing, and nothing of what the block holds.
    case hidden

    /// Whether tokens that mean this stand around blocks or in place of one.
    public var isOfBlocks: Bool {
      switch self {
      case .alert, .block, .tabs, .tab, .include, .image, .video, .file, .code, .hidden: true
      case .nothing, .text, .link, .math, .mathml, .reference: false
      }
    }

    /// Whether what stands between start and end is no Markdown.
    public var holdsRawText: Bool { self == .code || self == .hidden }
  }

  /// An argument: by its place, from 0 on, or by its name.
  public enum Argument: Sendable, Hashable {
    case position(Int)
    case name(String)

    /// Reads a number as a place, and all else as a name.
    public init(_ text: String) {
      if let number = Int(text), number >= 0 { self = .position(number) } else { self = .name(text) }
    }
  }

  /// Where links with arguments of some form lead.
  public struct Route: Sendable {
    /// What the argument starts with and ends with, which is no part of what `{}` stands for.
    public var prefix: [UInt8]
    /// The end of the argument.
    public var suffix: [UInt8]
    /// The addresses that may be meant, with `{}` for the argument; the first that leads to a page counts.
    public var addresses: [String]

    /// Takes a form with one `*` for the argument.
    public init(form: String, addresses: [String]) {
      let parts = form.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
      prefix = Array((parts.first ?? "").utf8)
      suffix = parts.count > 1 ? Array(parts[1].utf8) : []
      self.addresses = addresses
    }
  }

  /// What is shown.
  public var display = Display.nothing
  /// What names a kind of alert, or the language of code.
  public var kind = ""
  /// The arguments with the text that is shown, of which the first that is there counts.
  public var texts: [Argument] = []
  /// More arguments that a translator translates.
  public var prose: [Argument] = []
  /// The argument with the target.
  public var target: Argument?
  /// The argument that names a heading of the page, by its title or anchor in the page's language.
  public var anchor: Argument?
  /// Where links lead; without any, the target is the address.
  public var routes: [Route] = []
  /// What stands in place of characters of the target (`.`, a slash).
  public var replacements: [(from: UInt8, to: [UInt8])] = []
  /// What is shown has the form of code.
  public var isCode = false
  /// What is shown is no part of the title that it stands in, nor of its anchor.
  public var isAside = false
  /// What stands around the text of the target, with `{}` for it; a text of its own is shown as it is.
  public var format = ""
  /// Texts by the value of the first text argument and the language.
  public var words: [String: [String: String]] = [:]
  /// The token stands alone, and is no start of a block.
  public var standsAlone = false

  /// Makes a meaning that shows nothing.
  public init() {}

  /// Whether an argument names a heading of the page.
  public func namesHeading(_ argument: TokenArgument, at position: Int) -> Bool {
    anchor != nil && anchor == place(of: argument, at: position)
  }

  /// Whether an argument is the target.
  public func isTarget(_ argument: TokenArgument, at position: Int) -> Bool {
    target != nil && target == place(of: argument, at: position)
  }

  private func place(of argument: TokenArgument, at position: Int) -> Argument {
    argument.name.map { Argument.name($0) } ?? .position(position)
  }

  /// Whether what is written as code is text all the same: three words in a row, or letters beyond ASCII.
  static func isSentence(_ text: String) -> Bool {
    var words = 0
    var isInWord = false
    for byte in text.utf8 {
      if byte >= 0x80 { return true }
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      // A hyphen joins words, and a sign of a calculation has a space before it.
      guard isLetter || byte == 0x20 || isInWord && byte == UInt8(ascii: "-") else { return false }
      if isLetter, !isInWord { words += 1 }
      isInWord = byte != 0x20
    }
    return words > 2
  }

  /// Whether an argument is text that a translator translates.
  public func isProse(_ argument: TokenArgument, at position: Int) -> Bool {
    let place = place(of: argument, at: position)
    if prose.contains(place) || isCode && place == target && Self.isSentence(argument.value) { return true }
    return words.isEmpty && place != target && texts.contains(place)
  }
}
