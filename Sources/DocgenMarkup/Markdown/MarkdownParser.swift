import CCmark
import CDocgen
import DocgenSupport
import Glibc
import Synchronization

/// Reads Markdown with libcmark-gfm into a ``Document``.
public enum MarkdownParser {
  /// How a page is read.
  public struct Options: Sendable {
    /// Assemble HTML tags and the Markdown between them into elements; else HTML stays as it is.
    public var assemblesHTML = true
    /// How headings are given ids at their ends, which are left out of the text.
    public var headingIDs: [HeadingIDSyntax] = []

    /// How macros, shortcodes, directives and tags are written; `nil` if they are text.
    public var tokens: TokenSet?
    /// Lines may be indented at will, as in MDX: no indentation makes code, and tags hold Markdown.
    public var hasFreeLines = false
    /// Marks of emphasis count between letters and punctuation, too.
    public var hasLooseEmphasis = false

    /// Makes options; by default HTML is assembled, headings have no ids, and nothing is a token.
    public init(
      assemblesHTML: Bool = true, headingIDs: [HeadingIDSyntax] = [], tokens: TokenSet? = nil,
      hasFreeLines: Bool = false, hasLooseEmphasis: Bool = false
    ) {
      self.assemblesHTML = assemblesHTML
      self.headingIDs = headingIDs
      self.tokens = tokens
      self.hasFreeLines = hasFreeLines
      self.hasLooseEmphasis = hasLooseEmphasis
    }
  }

  /// Why nothing can be parsed here; `nil` if all is well.
  ///
  /// Nodes are read in place, so that the library must be of the version that docgen was compiled with.
  public static let libraryProblem: String? = {
    guard cmark_version() != docgen_cmark_version() else { return nil }
    let loaded = cmark_version_string().map { String(cString: $0) } ?? ""
    let own = CMARK_GFM_VERSION_STRING
    return "this docgen was built with libcmark-gfm \(own), and \(loaded) is loaded; build it again"
  }()

  /// Parses the part of a file from `bodyStart` on.
  ///
  /// Any text is valid Markdown. Tables are read always, task lists and strikethrough where their characters occur.
  ///
  /// - Complexity: O(*n*) in the number of bytes, as far as the library's own parser is.
  public static func parse(_ source: SourceFile, from bodyStart: Int = 0, options: Options = Options()) -> Document {
    var document = Document(source: source)
    document.tokenSet = options.tokens
    document.hasFreeLines = options.hasFreeLines
    document.hasLooseEmphasis = options.hasLooseEmphasis
    let start = min(max(0, bodyStart), source.bytes.count)
    document.headingIDSyntaxes = options.headingIDs
    source.bytes.withUnsafeBufferPointer { bytes in
      let ids = options.headingIDs.isEmpty ? [] : HeadingIDFinder(bytes, from: start, options.headingIDs).find()
      let tokens = options.tokens.map { TokenScanner.scan(bytes, from: start, $0) } ?? []
      if ids.isEmpty, tokens.isEmpty { return parseLines(bytes, from: start, options, into: &document) }
      // The text of the document is that of the file, so that what looked like a heading in code is still there.
      var masked = options.tokens.map { TokenMask.masked(bytes, tokens, $0) } ?? Array(bytes)
      for id in ids {
        for index in id.span.range { masked[index] = 0x20 }
      }
      masked.withUnsafeBufferPointer { parseLines($0, from: start, options, into: &document) }
      if !tokens.isEmpty { TokenWeaver.weave(tokens, into: &document) }
      // Headings hold no others, so that the last that starts before an id is the only one that may hold it.
      let headings = document.nodes.lazy.filter { $0.kind == .heading }.map(\.span).sorted { $0.start < $1.start }
      document.headingIDs = ids.filter { id in
        let next = headings.partitioningIndex { $0.start > id.span.start }
        return next > 0 && headings[next - 1].end >= id.span.end
      }
    }
    return document
  }

  private static func parseLines(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ options: Options, into document: inout Document
  ) {
    guard options.hasFreeLines, let free = FreeLines(bytes, from: start) else {
      return parse(bytes, from: start, options, into: &document)
    }
    free.bytes.withUnsafeBufferPointer { parse($0, from: start, options, into: &document) }
    free.restore(&document)
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ options: Options, into document: inout Document
  ) {
    guard options.hasLooseEmphasis, let loose = LooseEmphasis.masked(bytes, from: start) else {
      return parseMarks(bytes, from: start, options, into: &document)
    }
    loose.withUnsafeBufferPointer { parseMarks($0, from: start, options, into: &document) }
  }

  private static func parseMarks(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ options: Options, into document: inout Document
  ) {
    let lines = BodyLines(file: bytes, from: start)
    if let masked = CostlyMarkup.masked(bytes, lines, keepsInnerPipes: options.assemblesHTML) {
      masked.bytes.withUnsafeBufferPointer { read(BodyLines($0, lines.starts), options, into: &document) }
      CostlyMarkup.restore(masked.hidden, of: bytes, in: &document)
      document.exceededLimits += CostlyMarkup.first(of: masked.exceeded, in: document)
    } else {
      read(lines, options, into: &document)
    }
  }

  private static func read(_ lines: BodyLines, _ options: Options, into document: inout Document) {
    var reader = CmarkReader(lines, assemblesHTML: options.assemblesHTML, splitsLines: options.hasFreeLines)
    withTree(of: UnsafeBufferPointer(rebasing: lines.file[reader.bodyStart...])) { reader.read($0) }
    TreeBuilder.build(from: reader.finish(into: &document), into: &document, assemblesHTML: options.assemblesHTML)
  }

  /// The extensions, registered once before any thread uses them: registering is not thread-safe.
  private struct Extensions: @unchecked Sendable {
    let table: OpaquePointer?
    let taskList: OpaquePointer?
    let strikethrough: OpaquePointer?

    init() {
      precondition(MarkdownParser.libraryProblem == nil, "the node layout is not that of the library")
      cmark_gfm_core_extensions_ensure_registered()
      table = cmark_find_syntax_extension("table")
      taskList = cmark_find_syntax_extension("tasklist")
      strikethrough = cmark_find_syntax_extension("strikethrough")
    }
  }

  private static let extensions = Extensions()

  /// Held while a document is parsed with strikethrough.
  ///
  /// The library keeps the characters that extensions make special in a global table and edits it for each document,
  /// so only one such document may be parsed at a time. Documents without `~` are not affected by that edit.
  private static let strikethroughLock = Mutex<Void>(())

  /// Memory for the library: all of a document's is taken from the thread's arena, and given back at once.
  private struct Allocator: @unchecked Sendable {
    let memory: UnsafeMutablePointer<cmark_mem>

    init() {
      memory = .allocate(capacity: 1)
      memory.initialize(
        to: cmark_mem(calloc: docgen_arena_calloc, realloc: docgen_arena_realloc, free: docgen_arena_free))
    }
  }

  private static let allocator = Allocator()

  private static func withTree(
    of body: UnsafeBufferPointer<UInt8>, _ use: (UnsafeMutablePointer<cmark_node>) -> Void
  ) {
    if holdsTilde(body) {
      strikethroughLock.withLock { _ in parse(body, hasTilde: true, use) }
    } else {
      parse(body, hasTilde: false, use)
    }
  }

  private static func parse(
    _ body: UnsafeBufferPointer<UInt8>, hasTilde: Bool, _ use: (UnsafeMutablePointer<cmark_node>) -> Void
  ) {
    defer { docgen_arena_reset() }
    guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, allocator.memory) else { return }
    cmark_parser_attach_syntax_extension(parser, extensions.table)
    if hasCheckBox(body) { cmark_parser_attach_syntax_extension(parser, extensions.taskList) }
    if hasTilde { cmark_parser_attach_syntax_extension(parser, extensions.strikethrough) }
    body.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    if let tree = cmark_parser_finish(parser) { use(tree) }
    cmark_parser_free(parser)
  }

  private static func holdsTilde(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = body.baseAddress else { return false }
    return memchr(base, 0x7E, body.count) != nil
  }

  /// Whether `[ ]`, `[x]` or `[X]` occurs.
  private static func hasCheckBox(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = UnsafeRawPointer(body.baseAddress) else { return false }
    var index = 0
    while index + 2 < body.count, let found = memchr(base + index, 0x5B, body.count - 2 - index) {
      index = UnsafeRawPointer(found) - base + 1
      guard body[index + 1] == UInt8(ascii: "]") else { continue }
      if body[index] == 0x20 || body[index] | 0x20 == UInt8(ascii: "x") { return true }
    }
    return false
  }
}
