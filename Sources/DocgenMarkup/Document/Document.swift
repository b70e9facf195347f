import DocgenSupport

/// The body of a page as one tree of Markdown blocks, inlines and HTML elements, with the place of each in the file.
public struct Document: Sendable {
  /// The bytes of the whole file; spans are offsets into them.
  public internal(set) var source: SourceFile
  /// The nodes, each before its children; the first is the document itself.
  public internal(set) var nodes: [Node] = []
  /// Text that differs from the file's bytes, such as a resolved character reference.
  var replacements: [[UInt8]] = []
  var links: [LinkTarget] = []
  var infoStrings: [Located<String>] = []
  var attributes: [[HTMLAttribute]] = []
  /// The start tags of elements that are left out of the tree, such as scripts and forms, in the order of the file.
  public internal(set) var droppedTags: [DroppedTag] = []
  /// The tags of elements that have to be closed and are not, or close nothing, in the order of the file.
  public internal(set) var unpairedTags: [UnpairedTag] = []
  /// The blocks of HTML that only their own end marks end, in the order of the file.
  public internal(set) var rawBlocks: [RawBlock] = []

  /// The ids at the ends of headings, in the order of the file.
  public internal(set) var headingIDs: [HeadingID] = []
  /// How ids were looked for.
  var headingIDSyntaxes: [HeadingIDSyntax] = []

  /// The macros, shortcodes, directives and tags of the page, in the order of the file.
  public internal(set) var tokens: [Token] = []
  /// The syntaxes that tokens are read in; `nil` for a dialect without any.
  public internal(set) var tokenSet: TokenSet?
  /// Whether lines may be indented at will.
  public internal(set) var hasFreeLines = false
  /// Whether marks of emphasis count between letters and punctuation, too.
  public internal(set) var hasLooseEmphasis = false

  /// The limits that the page goes beyond, each with its first place.
  public internal(set) var exceededLimits: [ExceededLimit] = []

  /// A start tag that is left out of a document.
  public struct DroppedTag: Sendable {
    /// Its element.
    public var tag: HTMLTag
    /// The place of the tag in the file.
    public var span: SourceSpan
  }

  /// A start tag without its end tag, or an end tag without its start tag.
  public struct UnpairedTag: Sendable, Equatable {
    /// Its element.
    public var tag: HTMLTag
    /// Whether it is an end tag.
    public var isEnd: Bool
    /// The place of an end tag in the file, or where a start tag begins.
    public var span: SourceSpan
  }

  init(source: SourceFile) {
    self.source = source
  }

  /// The indices of a node's children.
  public func children(of index: Int) -> Children { Children(document: self, index: index) }

  /// The nodes of a range that are in no other node of the range.
  public func children(in range: Range<Int>) -> Children { Children(document: self, range: range) }

  /// Iterates over siblings, jumping from subtree to subtree.
  public struct Children: Sequence, IteratorProtocol {
    private let nodes: [Node]
    private var following: Int
    private let end: Int

    init(document: Document, index: Int) {
      self.init(document: document, range: index + 1..<Int(document.nodes[index].end))
    }

    init(document: Document, range: Range<Int>) {
      nodes = document.nodes
      following = range.lowerBound
      end = range.upperBound
    }

    /// The index of the next sibling.
    public mutating func next() -> Int? {
      guard following < end else { return nil }
      defer { following = Int(nodes[following].end) }
      return following
    }
  }

  /// The link or image target of a node of kind `link` or `image`.
  public func link(of node: Node) -> LinkTarget? {
    guard node.kind == .link || node.kind == .image, node.payload >= 0 else { return nil }
    return links[Int(node.payload)]
  }

  /// The info string of a fenced code block (`c++`), where it has one.
  public func infoString(of node: Node) -> Located<String>? {
    guard node.kind == .codeBlock, node.payload >= 0 else { return nil }
    return infoStrings[Int(node.payload)]
  }

  /// The attributes of an element, in the order of the file.
  public func attributes(of node: Node) -> [HTMLAttribute] {
    guard node.kind == .element, node.payload >= 0 else { return [] }
    return attributes[Int(node.payload)]
  }

  /// The value of an element's attribute.
  public func attribute(_ name: String, of node: Node) -> String? {
    attributes(of: node).first { $0.name == name }?.value
  }

  /// Calls a function with the bytes of a text node.
  @inline(__always)
  public func withText<Result>(of node: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if node.payload >= 0 {
      return replacements[Int(node.payload)].withUnsafeBufferPointer(body)
    }
    return source.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[node.span.range])) }
  }
}
