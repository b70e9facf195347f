import DocgenSupport

/// A place of a page that holds text, as what it says and how that is written.
///
/// Changes are made by what the text says; a slot knows which bytes of the file that takes, and refuses what would
/// need the markup between them to change.
public struct Slot: Sendable {
  /// What the text says, as facts have it: whitespace joined, escapes and character references resolved.
  public let text: [UInt8]
  /// The place of each byte.
  private let places: [SlotPlace]
  /// Whether the text stands in a pipe table, or in a YAML list in brackets.
  private let isNested: Bool
  private let file: SourceFile

  /// The place of the whole text.
  public var span: SourceSpan { SourceSpan(start: places[0].start, end: places[places.count - 1].end) }

  /// Whether no markup and no line end stands within the text.
  public var isOneRun: Bool { places.first?.run == places.last?.run }

  /// The runs as ranges of the text, whitespace at their ends is left out.
  public var runRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 1...text.count where index == text.count || places[index].run != places[index - 1].run {
      var range = start..<index
      while !range.isEmpty, text[range.lowerBound] == 0x20 { range = range.lowerBound + 1..<range.upperBound }
      while !range.isEmpty, text[range.upperBound - 1] == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
      if !range.isEmpty { ranges.append(range) }
      start = index
    }
    return ranges
  }

  /// The form of the text, where all of it has the same.
  public var form: TextForm? { places.allSatisfy { $0.form == places[0].form } ? places[0].form : nil }

  /// Finds the text of a page's body at a place; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - span: The place.
  ///   - index: The index of the document, where many slots are asked for.
  /// - Complexity: O(nodes within the place), and without an index those beside it.
  public init?(_ document: Document, at span: SourceSpan, index: SlotIndex? = nil) {
    var reader = SlotReader(document: document, span: span)
    reader.read(from: index?.start(at: span, in: document) ?? SlotIndex.Start())
    guard let text = reader.text else { return nil }
    self.init(text, file: document.source)
  }

  /// What the text of a page's body says at a place; `nil` if there is none.
  public static func text(of document: Document, at span: SourceSpan, index: SlotIndex) -> String? {
    var reader = SlotReader(document: document, span: span)
    reader.read(from: index.start(at: span, in: document))
    let bytes = reader.bytes
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  init?(_ read: SlotReader.Text, file: SourceFile) {
    guard !read.bytes.isEmpty else { return nil }
    text = read.bytes
    places = read.places
    isNested = read.isNested
    self.file = file
  }

  /// The bytes of the file that a part of the text takes; `nil` if markup stands within.
  public func span(of range: Range<Int>) -> SourceSpan? {
    guard !range.isEmpty, places[range.lowerBound].run == places[range.upperBound - 1].run else { return nil }
    let last = range.upperBound - 1
    guard text[last] == 0x20 else { return SourceSpan(start: places[range.lowerBound].start, end: places[last].end) }
    // Spaces that were joined end where the next byte starts.
    guard range.upperBound < text.count, places[range.upperBound].run == places[last].run else { return nil }
    return SourceSpan(start: places[range.lowerBound].start, end: places[range.upperBound].start)
  }

  /// The only run that is set apart by more markup than the others, where there are several; whitespace at its ends is left
  /// out.
  public var innermostRun: Range<Int>? {
    let ranges = runRanges
    guard ranges.count > 1, let depth = ranges.map({ places[$0.lowerBound].depth }).max() else { return nil }
    let innermost = ranges.filter { places[$0.lowerBound].depth == depth }
    return innermost.count == 1 ? innermost.first : nil
  }

  /// The bytes of the file that go where of the text only one run is to stay: those of the others, with the spaces
  /// between.
  public func spans(outside run: Range<Int>) -> [SourceSpan] {
    runRanges.compactMap { range in
      guard range != run else { return nil }
      var (start, end) = (places[range.lowerBound].start, places[range.upperBound - 1].end)
      if range.upperBound <= run.lowerBound, text[range.upperBound] == 0x20, places[range.upperBound].start == end {
        end = places[range.upperBound].end
      }
      if range.lowerBound >= run.upperBound, text[range.lowerBound - 1] == 0x20,
        places[range.lowerBound - 1].end == start
      {
        start = places[range.lowerBound - 1].start
      }
      return SourceSpan(start: start, end: end)
    }
  }

  /// The bytes of the file that write a part of the text; `nil` if markup stands within.
  public func source(of range: Range<Int>) -> ArraySlice<UInt8>? { span(of: range).map { file.bytes[$0.range] } }

  /// The change that makes a part of the text say something else.
  ///
  /// - Parameters:
  ///   - range: The part of ``text`` that goes.
  ///   - replacement: What comes in its place; nothing to leave the part out.
  /// - Returns: `nil` if markup stands within the part, or its form cannot express the replacement.
  public func replacing(_ range: Range<Int>, with replacement: some Collection<UInt8>) -> (SourceSpan, [UInt8])? {
    guard let span = span(of: range) else { return nil }
    let form = places[range.lowerBound].form
    if form == .yaml(.plain), range.count < text.count, !replacement.allSatisfy(Self.isHarmless) {
      // Quotes go around the whole value.
      let whole = text[..<range.lowerBound] + replacement + text[range.upperBound...]
      return replacing(0..<text.count, with: whole)
    }
    return form.written(replacement, isNested: isNested).map { (span, $0) }
  }

  /// Bytes that mean nothing to YAML wherever they stand.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// The change that writes a part of another slot in the place of a part of this one.
  ///
  /// Where both are written in the same form, the bytes are taken over as they are, style of escapes and all.
  public func replacing(
    _ range: Range<Int>, with part: Range<Int>, of other: Slot
  ) -> (SourceSpan, [UInt8])? {
    guard let span = span(of: range), !part.isEmpty else { return nil }
    let form = places[range.lowerBound].form
    if places[range].allSatisfy({ $0.form == form }), isNested == other.isNested,
      other.places[part].allSatisfy({ $0.form == form }), let bytes = other.source(of: part),
      !bytes.contains(where: { $0 == 0x0A || $0 == 0x0D })
    {
      return (span, Array(bytes))
    }
    return replacing(range, with: other.text[part])
  }
}
