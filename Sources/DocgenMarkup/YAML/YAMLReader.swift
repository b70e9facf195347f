internal import CYAML
import DocgenSupport

/// Reads YAML texts by libyaml into values with spans.
///
/// No input crashes or hangs it: nesting, the values that aliases repeat and hence time and memory are limited. Of
/// several documents the first is read.
public enum YAMLReader {
  /// How deep collections may nest.
  public static let depthLimit = Limits.yamlNesting
  /// How many values the aliases of a text may repeat.
  public static let repetitionLimit = Limits.yamlRepetitions

  /// Reads a whole file, with or without a byte order mark.
  public static func read(_ bytes: [UInt8]) -> YAMLDocument {
    read(bytes, in: (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<bytes.count)
  }

  /// Reads a part of a file; spans count from the start of the file.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public static func read(_ bytes: [UInt8], in range: Range<Int>) -> YAMLDocument {
    bytes.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[range]), startingAt: range.lowerBound) }
  }

  static func read(_ bytes: UnsafeBufferPointer<UInt8>, startingAt offset: Int) -> YAMLDocument {
    let parser = YAMLParser(bytes)
    var builder = YAMLTreeBuilder(offsets: YAMLOffsets(bytes, startingAt: offset))
    var isReading = true
    while isReading, builder.failure == nil {
      isReading = parser.next { builder.take(&$0) }
      if !isReading { builder.failure = parser.failure(&builder.offsets) }
      if builder.isComplete { isReading = false }
    }
    return builder.document
  }
}

/// Owns a libyaml parser for as long as the bytes that it reads are at hand.
struct YAMLParser: ~Copyable {
  // libyaml keeps the parser's address, so that it may not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter bytes: memory that must stay valid for the parser's life.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Passes the next event on; false when the text is refused.
  borrowing func next(_ take: (inout yaml_event_t) -> Void) -> Bool {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { return false }
    defer { yaml_event_delete(&event) }
    take(&event)
    return true
  }

  /// Why the text was refused.
  borrowing func failure(_ offsets: inout YAMLOffsets) -> YAMLError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    if parser.pointee.error == YAML_READER_ERROR {
      let message = YAMLRefusal.message(forUnreadable: problem, value: Int(parser.pointee.problem_value))
      return YAMLError(message, at: offsets.span(ofByte: parser.pointee.problem_offset))
    }
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    let place = offsets.byte(ofScalar: parser.pointee.problem_mark.index)
    // Without a context its mark is the start of the text, which says nothing.
    let contextPlace = context.isEmpty ? place : offsets.byte(ofScalar: parser.pointee.context_mark.index)
    let refusal = YAMLRefusal(
      problem: problem, context: context, found: offsets.value(atByte: place),
      opening: offsets.value(atByte: contextPlace), isAtLineStart: offsets.isAtLineStart(place))
    return YAMLError(refusal.message, at: offsets.span(ofByte: refusal.isAtContext ? contextPlace : place))
  }
}
