import DocgenSupport

/// What a code block says to people, which each language has its own words for.
///
/// By the language of the block, it is what a listing of options says of each, as programs print it for help
/// (`  -f, --force   overwrite what is there`), with the comments in the drawing of a tree; values of several words without
/// quotes; or what stands between tags.
package struct TextInCode {
  /// Where they stand, in the order of the file.
  package private(set) var places: [SourceSpan] = []

  /// Finds those of a code block.
  ///
  /// - Complexity: O(*n*) in its bytes.
  package init(of block: CodeBlock, in page: LocalizedPage) {
    guard let form = CodeLanguages.shared.language(of: block.infoString?.value)?.textForm else { return }
    page.source.bytes.withUnsafeBufferPointer { bytes in
      switch form {
      case .options: readOptions(bytes, block.span.range)
      case .scalars: readScalars(bytes, block.span.range)
      case .elements: readElements(bytes, block.span.range)
      }
    }
  }

  /// What stands between them, read into tokens of a language: their quotes and apostrophes begin no strings of the code.
  package func code(of block: CodeBlock, in page: LocalizedPage, language: String?) -> Signature {
    var pieces: [Signature] = []
    var start = block.span.start
    for text in places + [SourceSpan(at: block.span.end)] {
      var piece = block
      piece.span = SourceSpan(start: start, end: max(start, text.start))
      pieces.append(CodeBlockText.tokens(of: piece, in: page, language: language))
      start = text.end
    }
    return Signature(language: pieces[0].language, tokens: pieces.flatMap(\.tokens), declarations: [])
  }

  /// The digits in the texts, in order.
  package func digits(in bytes: [UInt8]) -> some Sequence<UInt8> {
    places.lazy.flatMap { bytes[$0.range] }.filter { (0x30...0x39).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Calls a function with each line, and where its text begins.
  private static func forEachLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ use: (Range<Int>, _ text: Int) -> Void
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      use(start..<end, bytes[start..<end].firstIndex { $0 > 0x20 } ?? end)
      start = end + 1
    }
  }

  // MARK: Listings of options, and trees

  /// What a description goes on with in the next line stands below it, to the right of any option.
  private static let indentationOfRest = 8
  private static let dash = UInt8(ascii: "-")

  private mutating func readOptions(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var places: [SourceSpan] = []
    var isAfterEntry = false
    Self.forEachLine(bytes, range) { line, text in
      if let description = Self.description(bytes, text..<line.upperBound) {
        places.append(SourceSpan(description..<line.upperBound))
        isAfterEntry = true
      } else if isAfterEntry, text < line.upperBound, text - line.lowerBound >= Self.indentationOfRest,
        bytes[text] != Self.dash
      {
        places.append(SourceSpan(text..<line.upperBound))
      } else {
        isAfterEntry = false
        if let comment = Self.commentOfTree(bytes, text..<line.upperBound) {
          places.append(SourceSpan(comment..<line.upperBound))
        }
      }
    }
    self.places = places
  }

  /// Where the description begins in a line without its indentation; `nil` if the line does not begin with an option.
  private static func description(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let line = bytes[range]
    guard line.first == dash else { return nil }
    let option = line.prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "=") }
    let name = option.drop { $0 == dash }
    guard option.count - name.count <= 2, let first = name.first, isLetter(first) else { return nil }
    guard let gap = gap(in: line), let start = line[gap...].firstIndex(where: { $0 > 0x20 }) else { return nil }
    let text = line[start...]
    // A row of a table has numbers there, and a command goes on after a backslash.
    let isText = isLetter(line[start]) || line[start] >= 0x80 || line[start] == UInt8(ascii: "(")
    return isText && text.last != UInt8(ascii: "\\") && text.contains { $0 == 0x20 || $0 >= 0x80 } ? start : nil
  }

  /// Where two spaces or a tab stand first.
  private static func gap(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var index = line.startIndex
    while index + 1 < line.endIndex {
      if line[index] == 0x09 || line[index] == 0x20 && line[index + 1] == 0x20 { return index }
      index += 1
    }
    return nil
  }

  /// Where a comment begins in a line that draws a branch: `├─ guide  # what to read first`.
  private static func commentOfTree(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count > 4, bytes[range.lowerBound] == 0xE2, (0x94...0x95).contains(bytes[range.lowerBound + 1]) else {
      return nil
    }
    return range.dropFirst(3).first { bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1] == 0x20 }
  }

  // MARK: Values without quotes

  private mutating func readScalars(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var places: [SourceSpan] = []
    Self.forEachLine(bytes, range) { line, text in
      var end = line.upperBound
      while end > text, bytes[end - 1] <= 0x20 { end -= 1 }
      let colon = (text..<end).first { bytes[$0] == UInt8(ascii: ":") && $0 + 1 < end && bytes[$0 + 1] == 0x20 }
      guard let colon, let value = (colon + 1..<end).first(where: { bytes[$0] > 0x20 }),
        Self.isSentence(bytes[value..<end])
      else { return }
      places.append(SourceSpan(value..<end))
    }
    self.places = places
  }

  /// Whether a text is of words, several of them or in letters that no program reads.
  private static func isSentence(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = text.first, isLetter(first) || first >= 0x80 else { return false }
    var isOfSeveral = false
    for byte in text {
      if byte == 0x20 || byte >= 0x80 { isOfSeveral = true }
      guard byte >= 0x80 || isLetter(byte) || (0x30...0x39).contains(byte) || " ,.!?'()-".utf8.contains(byte) else {
        return false
      }
    }
    return isOfSeveral
  }

  // MARK: Between tags

  private mutating func readElements(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    var isAfterTag = false
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "<") {
        index = Self.endOfTag(bytes, index, range.upperBound)
        isAfterTag = true
        continue
      }
      let end = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "<")) ?? range.upperBound
      if isAfterTag, end < range.upperBound { appendText(bytes, index..<end) }
      index = end
    }
  }

  /// The end of a tag or comment, or of an element that holds no text.
  private static func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    func end(of mark: String, from index: Int) -> Int {
      let (mark, rest) = (
        Array(mark.utf8), UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[index..<limit])
      )
      return ByteSearch.firstIndex(of: mark, in: rest).map { index + $0 + mark.count } ?? limit
    }
    func starts(with name: String) -> Bool {
      bytes[start..<limit].dropFirst().prefix(name.utf8.count).elementsEqual(name.utf8)
    }
    if starts(with: "!--") { return end(of: "-->", from: start) }
    if starts(with: "script") { return end(of: "</script>", from: start) }
    if starts(with: "style") { return end(of: "</style>", from: start) }
    return end(of: ">", from: start)
  }

  /// Takes what stands between tags, without spaces around it; what has braces is code of a template.
  private mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let first = range.first(where: { bytes[$0] > 0x20 }), let last = range.last(where: { bytes[$0] > 0x20 }),
      !bytes[first...last].contains(where: { "{}=;$".utf8.contains($0) }),
      bytes[first...last].contains(where: { Self.isLetter($0) || $0 >= 0x80 })
    else { return }
    places.append(SourceSpan(first..<last + 1))
  }
}
