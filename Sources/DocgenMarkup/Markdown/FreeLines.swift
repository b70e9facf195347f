import DocgenSupport

/// The lines of a page in which no indentation makes code, as the parser is to read them.
///
/// MDX lets authors indent what stands within an element at will, and reads Markdown right below a line that is a tag. The
/// parser knows neither, so that lines are moved to the left as far as lists allow, and empty lines are put after such
/// tags. Where each byte stood is known: ``restore(_:)`` gives a document the places of the file.
///
/// - Complexity: O(*n*) in the number of bytes
struct FreeLines {
  /// What the parser reads; the part before the body is the file's.
  private(set) var bytes: [UInt8] = []
  /// From which byte on others follow than in the file, and where these stand there.
  private var moves: [(start: Int, source: Int)] = []

  private let file: UnsafeBufferPointer<UInt8>
  /// The items around a line, the innermost last.
  private var items: [Item] = []
  private var fence: Fence?
  /// Some line since the last one at the margin was moved.
  private var hasMoved = false
  private var isAfterText = false

  /// An item of a list: the column of its text, in the file and as it is read.
  private struct Item {
    var column: Int
    var newColumn: Int
  }

  private struct Fence {
    var mark: UInt8
    var length: Int
    var column: Int
    var newColumn: Int
    /// The items around it.
    var depth: Int
  }

  /// `nil` if all lines are read as they stand.
  init?(_ file: UnsafeBufferPointer<UInt8>, from bodyStart: Int) {
    self.file = file
    guard Self.mayDiffer(file, from: bodyStart) else { return nil }
    bytes.reserveCapacity(file.count + 64)
    bytes += file[..<bodyStart]
    var start = bodyStart
    while start < file.count {
      let end = file.endOfLine(from: start)
      readLine(start..<end)
      start = min(end + 1, file.count)
    }
    if moves.isEmpty { return nil }
  }

  /// Whether a line is indented by what makes code, or begins with a tag.
  private static func mayDiffer(_ file: UnsafeBufferPointer<UInt8>, from bodyStart: Int) -> Bool {
    var start = bodyStart
    while start < file.count {
      var index = start
      while index < file.count, file[index] == 0x20 { index += 1 }
      if index < file.count, index - start >= 4 || file[index] == 0x09 || file[index] == UInt8(ascii: "<") {
        return true
      }
      start = file.endOfLine(from: index) + 1
    }
    return false
  }

  // MARK: Lines

  private mutating func readLine(_ line: Range<Int>) {
    var text = line.lowerBound
    var column = 0
    while text < line.upperBound, file[text] == 0x20 || file[text] == 0x09 {
      column = file[text] == 0x09 ? (column / 4 + 1) * 4 : column + 1
      text += 1
    }
    var end = line.upperBound
    while end > text, file[end - 1] <= 0x20 { end -= 1 }
    if text == end {
      isAfterText = false
      copy(line)
    } else if let fence {
      readLine(line, of: fence, text..<end, column)
    } else {
      readLine(line, text..<end, column)
    }
  }

  private mutating func readLine(_ line: Range<Int>, of fence: Fence, _ text: Range<Int>, _ column: Int) {
    if let item = items.prefix(fence.depth).last, column < item.column {
      self.fence = nil
      readLine(line, text, column)
      return
    }
    if isEnd(text, of: fence) {
      self.fence = nil
      copy(line, from: fence.newColumn)
    } else {
      copy(line, from: fence.newColumn + max(0, column - fence.column))
    }
  }

  private mutating func readLine(_ line: Range<Int>, _ text: Range<Int>, _ column: Int) {
    let startsBlock = Self.startsBlock(file[text.lowerBound])
    // A paragraph goes on, however little its lines are indented.
    let isLazy = isAfterText && !startsBlock && items.last.map { column < $0.column } ?? false
    if !isLazy { while let item = items.last, column < item.column { items.removeLast() } }
    if items.isEmpty, column == 0 { hasMoved = false }
    let base = isLazy ? nil : items.last
    let indentation = column - (base?.column ?? 0)
    let isMoved = !isLazy && (indentation >= 4 || hasMoved)
    var newColumn = (base?.newColumn ?? 0) + (isMoved ? 0 : indentation)
    if isLazy { newColumn = column }
    if newColumn < column { hasMoved = true }
    if let inner = markdown(in: text) {
      isAfterText = false
      if isParagraph(text) {
        // Markdown makes the paragraph by itself.
        breakLine(at: inner.lowerBound, column: newColumn)
        bytes += file[inner]
        breakLine(at: min(line.upperBound + 1, file.count), column: 0)
        return
      }
      copy(line.lowerBound..<inner.lowerBound, from: newColumn, hasLineEnd: false)
      breakLine(at: inner.lowerBound, column: newColumn)
      bytes += file[inner]
      breakLine(at: inner.upperBound, column: newColumn)
      copy(inner.upperBound..<line.upperBound)
      return
    }
    copy(line, from: newColumn)
    isAfterText = true
    guard !isLazy else { return }
    var start = text.lowerBound
    var place = (column: column, new: newColumn)
    while let width = widthOfMarker(start..<text.upperBound) {
      place = (place.column + width, place.new + width)
      items.append(Item(column: place.column, newColumn: place.new))
      start += width
      if start >= text.upperBound { return }
    }
    if let length = lengthOfFence(start..<text.upperBound) {
      isAfterText = false
      fence = Fence(
        mark: file[start], length: length, column: place.column, newColumn: place.new, depth: items.count)
    } else if isTag(start..<text.upperBound), hasText(after: line.upperBound) {
      isAfterText = false
      bytes.append(0x0A)
      addMove(to: line.upperBound + 1)
    }
  }

  private static func startsBlock(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: ">"),
      UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ":"), 0x30...0x39:
      true
    default: false
    }
  }

  /// The columns from a list's marker to the text after it; `nil` if there is none.
  private func widthOfMarker(_ text: Range<Int>) -> Int? {
    var index = text.lowerBound
    guard index < text.upperBound else { return nil }
    switch file[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): index += 1
    case 0x30...0x39:
      while index < text.upperBound, (0x30...0x39).contains(file[index]) { index += 1 }
      guard index - text.lowerBound <= 9, index < text.upperBound,
        file[index] == UInt8(ascii: ".") || file[index] == UInt8(ascii: ")")
      else { return nil }
      index += 1
    default: return nil
    }
    let width = index - text.lowerBound
    if index == text.upperBound { return width + 1 }
    guard file[index] == 0x20 else { return nil }
    var spaces = 0
    while index + spaces < text.upperBound, file[index + spaces] == 0x20 { spaces += 1 }
    return width + (spaces <= 4 ? spaces : 1)
  }

  private func lengthOfFence(_ text: Range<Int>) -> Int? {
    guard let mark = text.first.map({ file[$0] }), mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let length = text.prefix { file[$0] == mark }.count
    guard length >= 3 else { return nil }
    return mark == UInt8(ascii: "`") && text.dropFirst(length).contains { file[$0] == mark } ? nil : length
  }

  private func isEnd(_ text: Range<Int>, of fence: Fence) -> Bool {
    text.count >= fence.length && text.allSatisfy { file[$0] == fence.mark }
  }

  /// Whether a text is one tag, or begins and ends with tags of a block, of an element that holds Markdown.
  private func isTag(_ text: Range<Int>) -> Bool {
    guard text.count >= 3, file[text.lowerBound] == UInt8(ascii: "<"), file[text.upperBound - 1] == UInt8(ascii: ">")
    else { return false }
    let start = text.lowerBound + (file[text.lowerBound + 1] == UInt8(ascii: "/") ? 2 : 1)
    let name = file[start..<text.upperBound].prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
    }
    let next = file[min(name.endIndex, text.upperBound - 1)]
    // An address in angle brackets is no tag.
    guard !name.isEmpty, next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/"),
      !Self.rawElements.contains(where: { $0.elementsEqual(name.lazy.map { $0 | 0x20 }) })
    else { return false }
    if !file[text].dropFirst().dropLast().contains(UInt8(ascii: ">")) { return true }
    let tag = HTMLTag(name: UnsafeBufferPointer(rebasing: name))
    return tag != .unknown && !tag.isInline
  }

  /// The text between the start and the end tag of a block that is a line, where it has marks of Markdown.
  private func markdown(in text: Range<Int>) -> Range<Int>? {
    guard isTag(text), let start = file[text].firstIndex(of: UInt8(ascii: ">")).map({ $0 + 1 }),
      let end = file[text].lastIndex(of: UInt8(ascii: "<")), start < end, file[end + 1] == UInt8(ascii: "/"),
      file[text.lowerBound + 1] != UInt8(ascii: "/"), file[start - 2] != UInt8(ascii: "/"),
      file[start..<end].contains(where: Self.isMark)
    else { return nil }
    return start..<end
  }

  /// Whether a tag begins a paragraph.
  private func isParagraph(_ tag: Range<Int>) -> Bool {
    let next = file[tag.lowerBound + 2]
    return file[tag.lowerBound + 1] | 0x20 == UInt8(ascii: "p") && (next <= 0x20 || next == UInt8(ascii: ">"))
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "[")
  }

  private static let rawElements = ["pre", "script", "style", "textarea"].map { Array($0.utf8) }

  /// Whether the next line has text, and is no tag.
  private func hasText(after end: Int) -> Bool {
    var index = end + 1
    while index < file.count, file[index] == 0x20 || file[index] == 0x09 { index += 1 }
    return index < file.count && file[index] > 0x20 && file[index] != UInt8(ascii: "<")
  }

  // MARK: Places

  /// Adds a line of the file, with its line end, so that its text begins at a column or right of it.
  private mutating func copy(_ line: Range<Int>, from column: Int = .max, hasLineEnd: Bool = true) {
    var start = line.lowerBound
    if column < .max {
      while start < line.upperBound, file[start] == 0x20 || file[start] == 0x09 { start += 1 }
      start = endOfCut(line.lowerBound..<start, column)
      if start > line.lowerBound { addMove(to: start) }
    }
    bytes += file[start..<min(line.upperBound + (hasLineEnd ? 1 : 0), file.count)]
  }

  /// Adds an empty line, and the indentation of the next one, which the file does not have.
  private mutating func breakLine(at source: Int, column: Int) {
    bytes += [0x0A, 0x0A] + [UInt8](repeating: 0x20, count: column)
    addMove(to: source)
  }

  /// Where what stays of an indentation starts: its end stays as far as it reaches to a column, for in code it is text.
  private func endOfCut(_ indentation: Range<Int>, _ column: Int) -> Int {
    let count = indentation.count
    guard indentation.contains(where: { file[$0] == 0x09 }) else { return indentation.upperBound - min(column, count) }
    // A line that far to the right is code, or none that anybody wrote.
    if column > Self.longestWithTabs { return indentation.lowerBound }
    var start = indentation.upperBound
    while start > indentation.lowerBound, width(start..<indentation.upperBound) < column { start -= 1 }
    return start
  }

  private static let longestWithTabs = 64

  private func width(_ indentation: Range<Int>) -> Int {
    indentation.reduce(0) { file[$1] == 0x09 ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }

  private mutating func addMove(to source: Int) { moves.append((bytes.count, source)) }

  /// Where a byte stands in the file; an end stands before what was left out.
  private func source(of offset: Int32, isEnd: Bool) -> Int32 {
    let offset = Int(offset)
    let next = moves.partitioningIndex { isEnd ? $0.start >= offset : $0.start > offset }
    if next == 0 { return Int32(truncatingIfNeeded: offset) }
    let move = moves[next - 1]
    return Int32(truncatingIfNeeded: min(move.source + offset - move.start, file.count))
  }

  private func source(of span: SourceSpan) -> SourceSpan {
    let start = source(of: span.start, isEnd: false)
    return SourceSpan(start: start, end: max(start, source(of: span.end, isEnd: true)))
  }

  /// Gives all parts of a document the places of the file.
  func restore(_ document: inout Document) {
    for index in document.nodes.indices { document.nodes[index].span = source(of: document.nodes[index].span) }
    for index in document.links.indices { document.links[index].span = source(of: document.links[index].span) }
    for index in document.infoStrings.indices {
      document.infoStrings[index].span = source(of: document.infoStrings[index].span)
    }
    for index in document.droppedTags.indices {
      document.droppedTags[index].span = source(of: document.droppedTags[index].span)
    }
    for index in document.unpairedTags.indices {
      document.unpairedTags[index].span = source(of: document.unpairedTags[index].span)
    }
    for index in document.rawBlocks.indices {
      document.rawBlocks[index].span = source(of: document.rawBlocks[index].span)
      document.rawBlocks[index].opening = source(of: document.rawBlocks[index].opening)
    }
    for index in document.exceededLimits.indices {
      document.exceededLimits[index].span = source(of: document.exceededLimits[index].span)
    }
  }
}
