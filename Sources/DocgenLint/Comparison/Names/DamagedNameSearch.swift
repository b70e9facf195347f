import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Looks for names in a part of a file where spaces were put into them or their case changed.
///
/// It is made for one block of a translation that lacks names of its source.
struct DamagedNameSearch {
  private let run: ProseRun
  private let links: [PageLink]
  private let page: LocalizedPage
  private let bytes: [UInt8]
  private let source: [UInt8]
  /// The text without whitespace, backslashes and hyphens, in lower case; made when the first name is looked for.
  private var squeezed: [UInt8] = []
  private var offsets: [Int32] = []
  /// In the order of the page, apart from each other.
  private var claimed: [SourceSpan] = []

  /// What a search costs: the bytes of the text when it is gone through for the first time, and later few of them, which
  /// are looked for many at once.
  var cost: Int { squeezed.isEmpty ? Int(run.span.end - run.span.start) : squeezed.count / 4 + 1 }

  /// Takes the text of a block.
  init(_ run: ProseRun, in inventory: PageInventory, beside source: PageInventory) {
    self.run = run
    self.source = source.page.source.bytes
    links = inventory.links
    page = inventory.page
    bytes = inventory.page.source.bytes
  }

  private mutating func squeeze() {
    // What stands right after the last word may be the rest of a name: `CIM \_`.
    let wordsEnd = Int(run.span.end)
    let end = min(wordsEnd + 8, bytes.count)
    var squeezed: [UInt8] = []
    var offsets: [Int32] = []
    squeezed.reserveCapacity(end - Int(run.span.start))
    offsets.reserveCapacity(end - Int(run.span.start))
    var destinations = destinations()[...]
    bytes.withUnsafeBufferPointer { bytes in
      var index = Int(run.span.start)
      while index < end {
        if index >= wordsEnd, bytes[index] == 0x0A { break }
        while let skipped = destinations.first, index >= Int(skipped.start) {
          index = max(index, Int(skipped.end))
          destinations.removeFirst()
          squeezed.append(0)
          offsets.append(Int32(truncatingIfNeeded: index))
        }
        guard index < end else { break }
        let byte = bytes[index]
        if !Identifier.isNameByte(byte) {
          let length = Self.gap(bytes, index)
          if length > 0 {
            index += length
            continue
          }
        }
        if byte == UInt8(ascii: "<"), let next = Self.tagEnd(bytes, index, end) {
          squeezed.append(0)
          offsets.append(Int32(truncatingIfNeeded: index))
          index = next
          continue
        }
        squeezed.append(ASCIICase.lowercased(byte))
        offsets.append(Int32(truncatingIfNeeded: index))
        index += 1
      }
    }
    self.squeezed = squeezed
    self.offsets = offsets
  }

  /// Whether no part of a place was taken.
  func isFree(_ span: SourceSpan) -> Bool {
    let index = place(of: span)
    return index == claimed.count || claimed[index].start >= span.end
  }

  /// The index of the first claimed place that does not end before another.
  private func place(of span: SourceSpan) -> Int {
    var low = 0
    var high = claimed.count
    while low < high {
      let middle = (low + high) / 2
      if claimed[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an underscore stands apart from any name, outside of all places that were taken: a piece of a name that was
  /// torn, so that it is not certain where that one begins and ends.
  var hasStrayUnderscore: Bool {
    let destinations = destinations()
    var index = Int(run.span.start)
    let end = min(Int(run.span.end) + 8, bytes.count)
    while index < end, index < Int(run.span.end) || bytes[index] != 0x0A {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "_") else { continue }
      let place = SourceSpan(index..<index + 1)
      guard isFree(place), !destinations.contains(where: { $0.contains(place) }) else { continue }
      let before = index > 0 && bytes[index - 1] == UInt8(ascii: "\\") ? index - 2 : index - 1
      if before < 0 || !Self.isLetter(bytes[before]) || index + 1 >= bytes.count || !isLetter(after: index) {
        return true
      }
    }
    return false
  }

  /// Whether a name goes on after an underscore, which another one with its escape may do.
  private func isLetter(after index: Int) -> Bool {
    let isEscape = bytes[index + 1] == UInt8(ascii: "\\") && index + 2 < bytes.count
    return Self.isLetter(bytes[isEscape ? index + 2 : index + 1])
  }

  /// The destinations of the links within, which are no text.
  private func destinations() -> [SourceSpan] {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].node < run.node { low = middle + 1 } else { high = middle }
    }
    let end = run.span.end + 8
    return links[low...].prefix { page.document.nodes[$0.node].span.start < end }.map(\.span)
      .filter { $0.start >= run.span.start && $0.start < end }
  }

  /// Takes a place, so that it is not found again; whether it was free.
  mutating func claim(_ span: SourceSpan) -> Bool {
    guard isFree(span) else { return false }
    claimed.insert(span, at: place(of: span))
    return true
  }

  /// The next free place of a damaged name; those that read as the name itself or as another are passed over.
  mutating func next(_ name: [UInt8], isIntact: ([UInt8]) -> Bool) -> SourceSpan? {
    if squeezed.isEmpty { squeeze() }
    let wanted = name.map(ASCIICase.lowercased)
    guard !wanted.isEmpty else { return nil }
    var other: SourceSpan?
    var following = 0
    while let start = ByteSearch.firstIndex(of: wanted, in: squeezed, from: following) {
      following = start + 1
      let span = SourceSpan(start: offsets[start], end: offsets[start + wanted.count - 1] + 1)
      guard isWord(span), !isIntact(bytes[span.range].filter { $0 != UInt8(ascii: "\\") }), isFree(span),
        !TornName.isBeginning(span, in: bytes, beside: source)
      else { continue }
      // With a torn underscore after it, it may be the beginning of a longer name.
      let end = start + wanted.count
      if end < squeezed.count, squeezed[end] == UInt8(ascii: "_") {
        other = other ?? span
      } else if claim(span) {
        return widened(span)
      }
    }
    return other.flatMap { claim($0) ? widened($0) : nil }
  }

  /// The next free place of a name whose underscores are gone or stand elsewhere: `RBN GETOBJECT`, `_RBN-GETOBJECT`.
  mutating func nextWithoutUnderscores(_ name: [UInt8], isIntact: ([UInt8]) -> Bool) -> SourceSpan? {
    if squeezed.isEmpty { squeeze() }
    let underscore = UInt8(ascii: "_")
    let wanted = name.filter { $0 != underscore }.map(ASCIICase.lowercased)
    guard wanted.count > 1, let first = wanted.first else { return nil }
    let isPlainWord = Self.isPlainWord(name)
    for start in squeezed.indices where squeezed[start] == first || squeezed[start] == underscore {
      var index = start
      var matched = 0
      var rest = name.count - wanted.count
      while index < squeezed.count {
        if squeezed[index] == underscore, rest > 0 {
          rest -= 1
        } else if matched < wanted.count, squeezed[index] == wanted[matched] {
          matched += 1
        } else {
          break
        }
        index += 1
      }
      // Without its underscore, `_Pragma` is a word of the language.
      guard matched == wanted.count, !isPlainWord || rest < name.count - wanted.count else { continue }
      let span = SourceSpan(start: offsets[start], end: offsets[index - 1] + 1)
      guard isWord(span), !isIntact(bytes[span.range].filter { $0 != UInt8(ascii: "\\") }) else { continue }
      if claim(span) { return widened(span) }
    }
    return nil
  }

  /// Whether a name is a word with a capital but for the underscores at its ends.
  private static func isPlainWord(_ name: [UInt8]) -> Bool {
    let word = name.drop { $0 == UInt8(ascii: "_") }
    return word.first.map { (0x41...0x5A).contains($0) } ?? false
      && word.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// The next free place where an underscore stands apart from its name, with the words beside it; rather one that
  /// holds a word of the name.
  mutating func nextTornUnderscore(in span: SourceSpan, of name: [UInt8]) -> SourceSpan? {
    let parts = name.split(separator: UInt8(ascii: "_")).filter { $0.count > 1 }
    var other: SourceSpan?
    var index = Int(span.start)
    while index < Int(span.end) {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "_") else { continue }
      let start = wordStart(before: index)
      let end = wordEnd(after: index)
      let text = bytes[start..<end]
      guard text.contains(0x20) || text.contains(0xC2) else { continue }
      let place = SourceSpan(start..<end)
      index = end
      guard isFree(place) else { continue }
      let words = text.split { !Self.isLetter($0) || $0 == UInt8(ascii: "_") }
      if words.contains(where: { word in parts.contains { ASCIICase.equal($0, word) } }), claim(place) { return place }
      other = other ?? place
    }
    return other.flatMap { claim($0) ? $0 : nil }
  }

  /// Where the words start that an underscore separates, spaces and further underscores between.
  private func wordStart(before index: Int) -> Int {
    var start = index
    if start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    var probe = start
    while probe > 0, bytes[probe - 1] == 0x20 { probe -= 1 }
    while probe > 0, Self.isLetter(bytes[probe - 1]) {
      probe -= 1
      start = probe
    }
    return start
  }

  private func wordEnd(after index: Int) -> Int {
    var end = index + 1
    while end < bytes.count {
      var probe = end
      while probe < bytes.count, bytes[probe] == 0x20 { probe += 1 }
      if probe < bytes.count, bytes[probe] == UInt8(ascii: "\\") { probe += 1 }
      let start = probe
      while probe < bytes.count, Self.isLetter(bytes[probe]) { probe += 1 }
      guard probe > start else { break }
      let hadUnderscore = bytes[start..<probe].contains(UInt8(ascii: "_"))
      end = probe
      // After a word, only a further underscore goes on.
      var next = probe
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      if next < bytes.count, bytes[next] == UInt8(ascii: "\\") { next += 1 }
      guard next < bytes.count,
        bytes[next] == UInt8(ascii: "_") || hadUnderscore && bytes[probe - 1] == UInt8(ascii: "_")
      else { break }
    }
    return end
  }

  /// With the backslash before an escaped first character.
  func widened(_ span: SourceSpan) -> SourceSpan {
    span.start > 0 && bytes[Int(span.start) - 1] == UInt8(ascii: "\\") && bytes[Int(span.start)] == UInt8(ascii: "_")
      ? SourceSpan(start: span.start - 1, end: span.end) : span
  }

  private func isWord(_ span: SourceSpan) -> Bool {
    var before = Int(span.start) - 1
    if before >= 0, bytes[before] == UInt8(ascii: "\\") { before -= 1 }
    let after = Int(span.end)
    if before >= 0, Self.isLetter(bytes[before]), !isUncased(endingAt: before) { return false }
    if isOfOption(before, after) { return false }
    if after < bytes.count, Self.isLetter(bytes[after]) {
      return Identifier.startsUncasedLetter(bytes[after]) || after + 1 < bytes.count && isPunctuation(after)
    }
    return !(after + 1 < bytes.count && bytes[after] == UInt8(ascii: "\\") && bytes[after + 1] == UInt8(ascii: "_"))
  }

  /// Whether a letter of a script without capitals ends at a byte.
  private func isUncased(endingAt index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return Identifier.startsUncasedLetter(bytes[start])
  }

  /// Whether a place between two bytes is a part of an option that has further words: `--node-port-range`.
  private func isOfOption(_ before: Int, _ after: Int) -> Bool {
    let hyphen = UInt8(ascii: "-")
    guard before >= 0, bytes[before] == hyphen else { return false }
    let goesOn = after + 1 < bytes.count && bytes[after] == hyphen && Self.isLetter(bytes[after + 1])
    var start = before
    while start > 0, bytes[start - 1] == hyphen || Identifier.isNameByte(bytes[start - 1]) { start -= 1 }
    return bytes[start] == hyphen
      && (goesOn || start + 1 < before && bytes[start + 1..<before].contains { $0 != hyphen })
  }

  private func isPunctuation(_ index: Int) -> Bool {
    (bytes[index] == 0xE2 && bytes[index + 1] == 0x80) || (bytes[index] == 0xC2 && bytes[index + 1] < 0xC0)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { Identifier.isNameByte(byte) || byte >= 0x80 }

  /// Where a tag with attributes ends: what they say is no text, and may be the name itself (`<span id="…">`).
  private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ">")),
      bytes[start..<end].contains(UInt8(ascii: "="))
    else { return nil }
    return end + 1
  }

  /// The length of what may have been put into a name.
  private static func gap(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "\\"), UInt8(ascii: "-"): 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0xAF || (0x8B...0x8F).contains(bytes[index + 2])):
      3
    default: 0
    }
  }
}
