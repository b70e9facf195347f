import DocgenMarkup
import DocgenSupport

extension PageAlignment {
  /// What gives a text of the body the name that the source has: over that part of it which became of the name.
  ///
  /// - Parameters:
  ///   - source: The place of the name in the source.
  ///   - translation: The place in the translation, which may hold words of the sentence, too.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  ///   - isEntry: The text is there for the name alone, as in a list of members.
  /// - Returns: `nil` if markup stands in the way, or it cannot be told what of the text became of the name.
  package func restoration(
    ofName source: SourceSpan, at translation: SourceSpan, isCertain: Bool, isEntry: Bool = false
  ) -> Restoration? {
    if !isEntry, NameSurroundings(source, in: self.source.source).isCut { return nil }
    let wanted = self.source.source.bytes[source.range]
    let found = self.translation.source.bytes[translation.range]
    func whole() -> Restoration? { restoration(of: source, at: translation, isCertain: isCertain) }
    if wanted.lazy.filter({ $0 != 0x20 }).elementsEqual(found.lazy.filter { $0 != 0x20 }) { return whole() }
    // What nearly all names are written with tells without the documents how much of the text the name takes.
    if let plain = PlainRestoration(wanted, over: found),
      takesAll(name: Self.unescaped(wanted), of: Self.unescaped(found), at: translation, isEntry: isEntry)
    {
      return Restoration([TextEdit(translation, plain.text)], isSafe: isCertain || plain.isOfWhitespaceAlone)
    }
    guard let slots = slots(source, translation) else { return nil }
    let (name, text) = (slots.source.text, slots.translation.text)
    // An expression is what its place is there for.
    guard name.allSatisfy(NameExtent.isPart) else { return whole() }
    if isEntry {
      let extent = NameExtent(ofEntry: name, in: text)
      return extent.numbers.isEmpty ? whole() : Restoration(slots.edits(of: extent), isSafe: isCertain)
    }
    guard let extent = NameExtent(of: name, in: text, words),
      !NameSurroundings(translation, in: self.translation.source).holdPiece(of: name, without: text[extent.range])
    else { return nil }
    if extent.range == text.indices, extent.kinds.isEmpty, extent.numbers.isEmpty { return whole() }
    return Restoration(slots.edits(of: extent), isSafe: isCertain)
  }

  private func takesAll(name: [UInt8], of text: [UInt8], at place: SourceSpan, isEntry: Bool) -> Bool {
    guard name.allSatisfy(NameExtent.isPart) else { return true }
    if isEntry { return NameExtent(ofEntry: name, in: text).numbers.isEmpty }
    guard let extent = NameExtent(of: name, in: text, words) else { return false }
    return extent.range == text.indices && extent.kinds.isEmpty && extent.numbers.isEmpty
      && !NameSurroundings(place, in: translation.source).holdPiece(of: name, without: text[...])
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] { text.filter { $0 != UInt8(ascii: "\\") } }
}

/// What stands beside a name in its file, markers of emphasis and links left out.
private struct NameSurroundings {
  private let bytes: [UInt8]
  private let span: SourceSpan

  init(_ span: SourceSpan, in file: SourceFile) {
    bytes = file.bytes
    self.span = span
  }

  /// Whether the name goes on beyond markup: `**Name**Of`, but not `**Name**s`. Underscores that set it apart may belong to it.
  var isCut: Bool {
    let before = bytes[..<Int(span.start)].reversed().drop(while: Self.isStyle)
    let after = bytes[Int(span.end)...].drop(while: Self.isStyle).prefix(while: Identifier.isNameByte)
    let isEnding = after.count <= Self.longestEnding && after.allSatisfy { (0x61...0x7A).contains($0) }
    return !isEnding || before.first.map(Identifier.isNameByte) ?? false
  }

  /// The letters of a plural.
  private static let longestEnding = 2

  /// Whether a part of a name stands there that some text in its place lacks, or underscores do.
  func holdPiece(of name: [UInt8], without text: ArraySlice<UInt8>) -> Bool {
    [before, after].contains { words in
      guard let words else { return false }
      if words.hasUnderscore { return true }
      let word = words.word
      return word.count > 1 && NameParts.words(of: Array(name)).contains { ASCIICase.equal($0, word) }
        && !NameParts.words(of: Array(text)).contains { ASCIICase.equal($0, word) }
    }
  }

  private typealias Neighbour = (word: [UInt8], hasUnderscore: Bool)

  private var before: Neighbour? {
    var index = Int(span.start)
    var neighbour = Neighbour(word: [], hasUnderscore: false)
    var isOutside = false
    while index > 0, Self.isBetween(bytes[index - 1]) {
      index -= 1
      if Self.isMarker(bytes[index]) { isOutside = true }
      if isTornUnderscore(index) { neighbour.hasUnderscore = true }
    }
    guard isOutside else { return nil }
    let end = index
    while index > 0, Identifier.isNameByte(bytes[index - 1]) { index -= 1 }
    neighbour.word = bytes[index..<end].map(ASCIICase.lowercased)
    return neighbour
  }

  private var after: Neighbour? {
    var index = Int(span.end)
    var neighbour = Neighbour(word: [], hasUnderscore: false)
    var isOutside = false
    while index < bytes.count, Self.isBetween(bytes[index]) {
      if Self.isMarker(bytes[index]) { isOutside = true }
      if isTornUnderscore(index) { neighbour.hasUnderscore = true }
      index += 1
      if bytes[index - 1] == UInt8(ascii: "]"), index < bytes.count, bytes[index] == UInt8(ascii: "(") {
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ")") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: ")") { index += 1 }
      }
    }
    guard isOutside else { return nil }
    let start = index
    while index < bytes.count, Identifier.isNameByte(bytes[index]) { index += 1 }
    neighbour.word = bytes[start..<index].map(ASCIICase.lowercased)
    return neighbour
  }

  /// Whether an underscore stands by itself, and is no marker of emphasis.
  private func isTornUnderscore(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "_"), index > 0 else { return false }
    let (before, after) = (bytes[index - 1], index + 1 < bytes.count ? bytes[index + 1] : 0x20)
    return before == UInt8(ascii: "\\") || before == 0x20 && after == 0x20
  }

  private static func isStyle(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") }

  private static func isMarker(_ byte: UInt8) -> Bool {
    isStyle(byte) || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: isMarker(byte)
    }
  }
}
