import DocgenSupport

/// Markup for which the library needs more time or memory than in proportion to its length.
///
/// Within a few lines such markup does no harm. Where a page holds more than ``Limits`` allow, the bytes that make it
/// markup are hidden from the library, so that it is text, and the rest of the page is read as ever.
struct CostlyMarkup {
  /// A character that means nothing to Markdown or HTML.
  static let mask: UInt8 = 0x01

  let bytes: UnsafeBufferPointer<UInt8>
  let lines: BodyLines
  /// The offsets of the bytes to hide.
  private(set) var hidden: [Int] = []
  /// The places in which limits are exceeded, each kind in the order of the file.
  private(set) var exceeded: [ExceededLimit] = []

  /// What the library gets in place of the bytes, and what was hidden for; `nil` if the page may stay as it is.
  ///
  /// Only the bytes that the library gets are changed: a document's text is that of the file.
  ///
  /// `keepsInnerPipes` hides the pipes in code and links that no cell ends at, too.
  ///
  /// - Complexity: O(*n*); a few steps for each line of an ordinary page.
  static func masked(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lines: BodyLines, keepsInnerPipes: Bool = false
  ) -> (bytes: [UInt8], hidden: [Int], exceeded: [ExceededLimit])? {
    var markup = CostlyMarkup(bytes: bytes, lines: lines)
    markup.find(keepsInnerPipes: keepsInnerPipes)
    guard !markup.hidden.isEmpty else { return nil }
    var masked = Array(bytes)
    for index in markup.hidden { masked[index] = mask }
    return (masked, markup.hidden, markup.exceeded)
  }

  /// Puts back what was hidden of the destinations and titles of links, which the library makes texts of its own of.
  ///
  /// - Complexity: O(*n* log *n*) in the bytes that were hidden.
  static func restore(_ hidden: [Int], of bytes: UnsafeBufferPointer<UInt8>, in document: inout Document) {
    let hidden = hidden.sorted()
    for node in document.nodes {
      guard let link = document.link(of: node), node.payload >= 0 else { continue }
      let isMasked = link.destination.utf8.contains(mask) || link.title.utf8.contains(mask)
      guard isMasked, !link.span.isEmpty else { continue }
      let first = hidden.partitioningIndex { $0 >= Int(link.span.start) }
      let inner = hidden[first...].prefix { $0 < Int(node.span.end) }
      let title = inner.partitioningIndex { $0 >= Int(link.span.end) }
      document.links[Int(node.payload)].destination = restored(link.destination, inner[..<title].map { bytes[$0] })
      document.links[Int(node.payload)].title = restored(link.title, inner[title...].map { bytes[$0] })
    }
  }

  private static func restored(_ text: String, _ bytes: [UInt8]) -> String {
    var next = bytes.makeIterator()
    return String(decoding: text.utf8.map { $0 == mask ? next.next() ?? mask : $0 }, as: UTF8.self)
  }

  /// The first place of each limit that a document exceeds: in code, what looks like markup is text anyway.
  ///
  /// - Complexity: O(*n* + *m*) for *n* places and *m* nodes.
  static func first(of places: [ExceededLimit], in document: Document) -> [ExceededLimit] {
    let code = document.nodes.filter { $0.kind == .codeBlock }.map(\.span)
    var first: [ExceededLimit] = []
    var block = 0
    for place in places.sorted(by: { $0.span.start < $1.span.start }) {
      while block < code.count, code[block].end <= place.span.start { block += 1 }
      if block < code.count, code[block].start <= place.span.start { continue }
      if !first.contains(where: { $0.kind == place.kind }) { first.append(place) }
    }
    return first
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, lines: BodyLines) {
    self.bytes = bytes
    self.lines = lines
  }

  mutating func hide(_ offset: Int, for kind: ExceededLimit.Kind) {
    hidden.append(offset)
    exceeded.append(ExceededLimit(kind: kind, span: SourceSpan(offset..<offset + 1)))
  }

  /// Hides bytes that mean something else to the library than they are meant as.
  mutating func hide(_ offsets: [Int]) { hidden += offsets }

  private mutating func find(keepsInnerPipes: Bool) {
    var tables = TableCosts()
    var definitions: [Int] = []
    for line in lines.starts.indices {
      let start = lines.starts[line]
      guard start < bytes.count else { break }
      switch bytes[start] {
      // What can start neither a mark of a container, nor a row of dashes, nor a definition: nearly all lines.
      case 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "#"), UInt8(ascii: "<"), 0x0A, 0x0D: continue
      default: break
      }
      let end = lineEnd(line)
      let content = afterContainers(start..<end)
      guard content < end else { continue }
      switch bytes[content] {
      case UInt8(ascii: "["): definitions.append(content)
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"):
        if isDelimiterRow(content..<end) { tables.addDelimiterRow(line) }
      default: break
      }
    }
    limitCells(tables)
    if keepsInnerPipes { hideInnerPipes(tables) }
    if !definitions.isEmpty { limitReferences(definitions) }
    // No shorter page holds enough of it.
    if bytes.count - (lines.starts.first ?? 0) > 10_000 { limitOpenMarkup() }
  }

  /// The end of a line, its line end included.
  func lineEnd(_ line: Int) -> Int { line + 1 < lines.starts.count ? lines.starts[line + 1] : bytes.count }

  /// The offset of what follows the marks of quotes and lists on a line; those nested too deep are hidden.
  private mutating func afterContainers(_ line: Range<Int>) -> Int {
    var index = line.lowerBound
    var content = index
    var marks = 0
    while index < line.upperBound {
      switch bytes[index] {
      case 0x20, 0x09:
        index += 1
        continue
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isWhitespace(index + 1) else { return index }
      case 0x30...0x39:
        content = index
        // The library reads nine digits.
        while index < line.upperBound, index < content + 9, isDigit(index) { index += 1 }
        guard index < line.upperBound, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
          isWhitespace(index + 1)
        else { return content }
      default: return index
      }
      marks += 1
      if marks > Limits.nesting {
        hide(index, for: .nesting)
        return line.upperBound
      }
      index += 1
    }
    return index
  }

  private func isWhitespace(_ index: Int) -> Bool { index >= bytes.count || bytes[index] <= 0x20 }

  private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(bytes[index]) }

  /// Whether a line holds pipes, dashes and colons alone, at least one pipe and one dash.
  private func isDelimiterRow(_ range: Range<Int>) -> Bool {
    var hasPipe = false
    var hasDash = false
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0A...0x0D: break
      default: return false
      }
    }
    return hasPipe && hasDash
  }

  /// Whether nothing but whitespace stands on a line.
  func isBlankLine(_ line: Int) -> Bool {
    for index in lines.starts[line]..<lineEnd(line) where bytes[index] > 0x20 { return false }
    return true
  }
}
