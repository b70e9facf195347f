extension SkippedEntry.Reason {
  /// Writes the reason, to be told by another run.
  public func write(to writer: inout StateWriter) {
    let (code, text) = parts
    writer.write(code)
    writer.write(text)
  }

  /// A number for the case, and the text that goes with it.
  private var parts: (code: Int, text: String) {
    switch self {
    case .outside(let text): (0, text)
    case .hidden(let text): (1, text)
    case .missing(let text): (2, text)
    case .circle(let text): (3, text)
    case .above(let text): (4, text)
    case .repeated(let text): (5, text)
    case .invalidName: (6, "")
    case .tooLong: (7, "")
    case .tooDeep: (8, "")
    case .special(let type): (Self.special + Int(type.code), "")
    }
  }

  /// Types of files have the numbers from here on.
  private static let special = 16

  /// Reads a reason that was written.
  public init(_ reader: inout StateReader) throws(StateReader.Damage) {
    let code = try reader.number()
    let text = try reader.text()
    switch code {
    case 0: self = .outside(text)
    case 1: self = .hidden(text)
    case 2: self = .missing(text)
    case 3: self = .circle(text)
    case 4: self = .above(text)
    case 5: self = .repeated(text)
    case 6: self = .invalidName
    case 7: self = .tooLong
    case 8: self = .tooDeep
    default:
      guard let type = FileType.allCases.first(where: { Self.special + Int($0.code) == code }) else {
        throw StateReader.Damage()
      }
      self = .special(type)
    }
  }
}
