import DocgenSupport

/// Walks through HTML that a writer of docgen made, and notes where it may be cut and what has an id.
struct HTMLScan {
  /// An element that is open at a place.
  struct Open {
    var name: [UInt8]
    /// The bytes of its start tag.
    var tag: Range<Int>
    /// The bytes of the head of a table, where it has one that can stand twice.
    var head: Range<Int>?
  }

  /// A place where the HTML may be cut.
  struct Cut {
    var position: Int
    /// The higher, the more it says to begin there.
    var rank: Int
    var open: [Open]
  }

  /// An element with an id or a text.
  struct Place {
    var position: Int
    var id: [UInt8]
    var title: [UInt8]?
    /// The level of a heading; 0 of other elements.
    var level = 0
    /// The text of a link in a list.
    var text: [UInt8]?
  }

  private let html: UnsafeBufferPointer<UInt8>
  private(set) var cuts: [Cut] = []
  private(set) var places: [Place] = []
  private var stack: [Open] = []
  /// The end of the heading that was closed last: nothing is cut after it.
  private var headingEnd = -1
  /// The rows that a cell of one before them spans.
  private var spannedRows = 0
  /// The headings and links whose text is being read, by their place and the start of the text.
  private var reading: (place: Int, start: Int, depth: Int)?

  private static let idStart = Array(" id=\"".utf8)

  init(_ html: UnsafeBufferPointer<UInt8>) { self.html = html }

  /// Walks through all of it; false if elements are not closed as they were opened.
  mutating func run() -> Bool {
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard let end = tagEnd(from: index) else { return false }
      if html[index + 1] == UInt8(ascii: "/") {
        guard close(index..<end) else { return false }
      } else if html[index + 1] != UInt8(ascii: "!") {
        open(index..<end)
      }
      index = end
    }
    return stack.isEmpty
  }

  /// The end of a tag; `>` may stand in the value of an attribute.
  private func tagEnd(from start: Int) -> Int? {
    var isQuoted = false
    var index = start + 1
    while index < html.count {
      if html[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if html[index] == UInt8(ascii: ">"), !isQuoted { return index + 1 }
      index += 1
    }
    return nil
  }

  private func name(from start: Int) -> [UInt8] {
    Array(html[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") })
  }

  private static let void = ["br", "wbr", "img", "hr", "col", "input"].map { Array($0.utf8) }

  // MARK: Elements

  private mutating func open(_ tag: Range<Int>) {
    let name = name(from: tag.lowerBound + 1)
    noteCut(before: tag, name)
    let id = id(in: tag)
    let isHeading = Self.level(name) != nil
    let isEntry = name == Self.link && stack.last?.name == Self.item && reading == nil
    if !id.isEmpty || isHeading || isEntry {
      places.append(Place(position: tag.lowerBound, id: id, level: Self.level(name) ?? 0))
      if isHeading || isEntry { reading = (places.count - 1, tag.upperBound, stack.count) }
    }
    if Self.void.contains(name) || html[tag.upperBound - 2] == UInt8(ascii: "/") { return }
    stack.append(Open(name: name, tag: tag))
  }

  private mutating func close(_ tag: Range<Int>) -> Bool {
    let name = name(from: tag.lowerBound + 2)
    guard let element = stack.popLast(), element.name == name else { return false }
    if name == Self.head, let table = stack.indices.last {
      stack[table].head = element.tag.lowerBound..<tag.upperBound
    }
    if let read = reading, read.depth == stack.count {
      let text = text(of: read.start..<tag.lowerBound)
      if Self.level(name) != nil { places[read.place].title = text } else { places[read.place].text = text }
      reading = nil
    }
    if Self.level(name) != nil, stack.isEmpty { headingEnd = tag.upperBound }
    return true
  }

  /// The text of inline HTML, with its character references.
  private func text(of range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var isTag = false
    for byte in html[range] {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { result.append(byte < 0x20 ? 0x20 : byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return result
  }

  /// The value of the id in a start tag; empty if there is none.
  private func id(in tag: Range<Int>) -> [UInt8] {
    let bytes = Array(html[tag])
    guard let start = ByteSearch.firstIndex(of: Self.idStart, in: bytes, from: 0) else { return [] }
    return Array(bytes[(start + Self.idStart.count)...].prefix { $0 != UInt8(ascii: "\"") })
  }

  /// Some HTML without the ids in it.
  static func withoutIDs(_ html: ArraySlice<UInt8>) -> [UInt8] {
    var rest = Array(html)
    while let start = ByteSearch.firstIndex(of: idStart, in: rest, from: 0) {
      let end = rest[(start + idStart.count)...].firstIndex(of: UInt8(ascii: "\"")) ?? rest.count - 1
      rest.removeSubrange(start...end)
    }
    return rest
  }

  // MARK: Cuts

  private static let link = Array("a".utf8)
  private static let item = Array("li".utf8)
  private static let head = Array("thead".utf8)
  private static let row = Array("tr".utf8)
  private static let rowEnd = Array("</tr".utf8)
  private static let span = Array(" rowspan=\"".utf8)

  /// The level of a heading.
  private static func level(_ name: [UInt8]) -> Int? {
    name.count == 2 && name[0] == UInt8(ascii: "h") && (0x31...0x36).contains(name[1]) ? Int(name[1]) - 0x30 : nil
  }

  /// What may be open where a part ends, by what may begin in it there.
  private static let containers: [String: Set<String>] = [
    "div": ["table", "dl", "div", "section", "ul"], "table": ["tbody"], "tbody": ["tr"], "dl": ["div"], "ul": ["li"],
    "section": ["ul"],
  ]

  private mutating func noteCut(before tag: Range<Int>, _ name: [UInt8]) {
    if name == Self.row {
      let isSpanned = spannedRows > 0
      spannedRows = max(spannedRows - 1, rows(spannedFrom: tag.upperBound) - 1)
      if isSpanned { return }
    }
    guard tag.lowerBound > headingEnd + 1, reading == nil else { return }
    guard let last = stack.last else {
      // A block begins a line.
      if tag.lowerBound > 0, html[tag.lowerBound - 1] != 0x0A { return }
      cuts.append(Cut(position: tag.lowerBound, rank: Self.level(name).map { 20 - $0 } ?? 10, open: []))
      return
    }
    let text = String(decoding: name, as: UTF8.self)
    guard Self.containers[String(decoding: last.name, as: UTF8.self)]?.contains(text) ?? false, stack.count < 6,
      stack.allSatisfy({ Self.containers[String(decoding: $0.name, as: UTF8.self)] != nil }),
      // A table begins with its caption and head.
      name != Array("tbody".utf8), name != Array("table".utf8)
    else { return }
    cuts.append(Cut(position: tag.lowerBound, rank: 10 - stack.count, open: stack))
  }

  /// The most rows that a cell of a row spans.
  private func rows(spannedFrom start: Int) -> Int {
    var most = 1
    var index = start
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), html[index...].starts(with: Self.rowEnd) { break }
      if html[index] == UInt8(ascii: " "), html[index...].starts(with: Self.span) {
        let digits = html[(index + Self.span.count)...].prefix { (0x30...0x39).contains($0) }
        most = max(most, Int(String(decoding: digits, as: UTF8.self)) ?? 1)
      }
      index += 1
    }
    return most
  }
}
