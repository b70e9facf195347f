/// Bytes of a file, and those that take their place.
public struct TextEdit: Sendable {
  /// What goes.
  public var span: SourceSpan
  /// What comes in its place.
  public var text: [UInt8]

  /// Makes an edit.
  public init(_ span: SourceSpan, _ text: [UInt8]) {
    self.span = span
    self.text = text
  }

  /// A file with edits made, which are in the order of the file and apart from each other.
  public static func applying(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var index = 0
    for edit in edits {
      result += bytes[index..<Int(edit.span.start)]
      result += edit.text
      index = Int(edit.span.end)
    }
    return result + bytes[index...]
  }
}
