import DocgenSupport

/// One node of a ``Document``: a block or inline of Markdown, or an HTML element.
///
/// Nodes stand in one array in the order of the document, each before its children, so that a subtree is a range
/// of indices. Names are those of CommonMark and GitHub Flavored Markdown.
public struct Node: Sendable {
  /// What a node is.
  public enum Kind: UInt8, Sendable {
    case document
    case blockQuote
    case bulletList
    case orderedList
    case item
    case codeBlock
    case paragraph
    case heading
    case thematicBreak
    case table
    case tableRow
    case tableCell
    /// A block quote that starts with a marker such as `[!NOTE]`.
    case alert
    case text
    case softBreak
    case lineBreak
    case code
    case emphasis
    case strong
    case strikethrough
    case link
    case image
    /// An HTML element, assembled from its tags; see ``Node/tag``.
    case element
    /// An HTML comment.
    case comment
    /// HTML as it stands in the file, where the document is read without assembling elements.
    case htmlBlock
    case htmlInline
    /// Markup that says nothing to a reader, such as the marker of an alert.
    case ignored
    /// A macro, shortcode, directive or tag that nothing in Markdown stands for; see ``Document/token(of:)``.
    case token

    /// Blocks of Markdown, which never stand within a line of text.
    public var isBlock: Bool {
      switch self {
      case .document, .blockQuote, .bulletList, .orderedList, .item, .codeBlock, .paragraph, .heading, .thematicBreak,
        .table, .tableRow, .tableCell, .alert, .htmlBlock:
        true
      default: false
      }
    }
  }

  /// The alignment of a table cell.
  public enum Alignment: UInt8, Sendable {
    case none
    case left
    case center
    case right
  }

  /// What a node is, beside its kind; which flags may be set depends on the kind.
  public struct Flags: OptionSet, Sendable {
    /// One bit for each flag.
    public let rawValue: UInt8

    /// Makes a set of flags of their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A list whose items show their paragraphs without space between.
    public static let tight = Flags(rawValue: 1)
    /// A cell or row of a table's head.
    public static let header = Flags(rawValue: 2)
    /// Text that is no part of the title that it stands in, such as that of a badge; the bit is that of heads of tables.
    public static let aside = Flags(rawValue: 2)
    /// An item with a check box, and its state.
    public static let task = Flags(rawValue: 4)
    /// An item whose check box is checked.
    public static let checked = Flags(rawValue: 8)
    /// An element whose start tag does not stand in the file.
    public static let implied = Flags(rawValue: 16)
    /// A code block between fences.
    public static let fenced = Flags(rawValue: 32)
    /// Text that holds only whitespace.
    public static let whitespace = Flags(rawValue: 64)
    /// A character with a backslash before it in the file, which the span leaves out.
    public static let escaped = Flags(rawValue: 128)
  }

  /// What the node is.
  public var kind: Kind
  /// The element's name, for nodes of kind `element`.
  public var tag: HTMLTag = .unknown
  /// The level of a heading, or the raw value of a cell's ``Alignment`` or of an ``AlertKind``.
  public var level: UInt8 = 0
  /// What the node is, beside its kind.
  public var flags: Flags = []
  /// The index after the last node of the subtree.
  public var end: Int32
  /// The place in the file of the whole construct, markup included; for text, of just the text.
  public var span: SourceSpan
  /// An index into one of the document's side tables, or the number an ordered list starts with; -1 for none.
  public var payload: Int32 = -1

  init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
    self.end = 0
  }

  /// The alignment of a table cell, as its column's head says.
  public var alignment: Alignment { Alignment(rawValue: level) ?? .none }
}

/// The kinds of alerts that `> [!NOTE]` and its like make.
public enum AlertKind: UInt8, Sendable, CaseIterable {
  case note
  case tip
  case important
  case caution
  case warning

  /// The word of the marker, in lower case.
  public var name: String {
    switch self {
    case .note: "note"
    case .tip: "tip"
    case .important: "important"
    case .caution: "caution"
    case .warning: "warning"
    }
  }
}

/// Where a link or image leads.
public struct LinkTarget: Sendable {
  /// The destination as Markdown reads it: escapes and character references resolved.
  public var destination: String
  /// The title, without quotes; empty where there is none.
  public var title: String
  /// The destination's place in the file; empty at the link's end for reference links.
  public var span: SourceSpan
  /// Other destinations that are meant where the first leads to no page.
  public var alternatives: [String] = []
  /// The number of the token that shows the link; `nil` for one of Markdown.
  public var token: Int?
}

/// One attribute of an HTML element; the name is in lower case, character references are resolved.
public struct HTMLAttribute: Sendable, Equatable {
  /// The name, in lower case.
  public var name: String
  /// The value without quotes; empty where there is none.
  public var value: String
}
