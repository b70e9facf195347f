import DocgenModel
import DocgenSupport

/// What an info string says of its block beside the language: ` {1,3-4}`, ` title="app.py"`, ` linenums="5"`.
struct FenceOptions: Equatable {
  /// The lines that are marked, by their numbers in the block.
  private(set) var lines: [ClosedRange<Int>] = []
  /// The name of the file, or what else stands over the block.
  private(set) var title: String?
  /// The number of the first line, where lines have numbers.
  private(set) var firstNumber: Int?

  /// Whether something is said of single lines.
  var concernsLines: Bool { !lines.isEmpty || firstNumber != nil }

  func marks(_ line: Int) -> Bool { lines.contains { $0.contains(line) } }

  init(info: String) {
    guard info.utf8.contains(where: Self.isSign) else {
      // Flags alone.
      for word in info.split(separator: " ").dropFirst() { take(String(word), nil) }
      return
    }
    var reader = Reader(bytes: Array(info.utf8))
    while let part = reader.next() {
      switch part {
      case .word(let name, let value): take(name, value)
      case .bracketed(let text): if title == nil { title = text }
      case .lines(let text): lines += Self.ranges(text)
      }
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ":")
  }

  private mutating func take(_ name: String, _ value: String?) {
    switch CodeHighlighting.shared.attribute(name) {
    case .lines: lines += Self.ranges(value ?? "")
    case .title: if let value, !value.isEmpty { title = value }
    case .numbers:
      let word = value?.lowercased() ?? ""
      if word != "false", word != "off", word != "none" {
        firstNumber = firstNumber ?? Int(word).map { max($0, 0) } ?? 1
      }
    case .first: if let number = value.flatMap({ Int($0) }), number >= 0 { firstNumber = number }
    case nil: break
    }
  }

  /// The ranges in `1,3-4`, `1 3-4` and `[1, "3-4"]`.
  private static func ranges(_ text: String) -> [ClosedRange<Int>] {
    let parts = text.utf8.split { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
    return parts.prefix(mostRanges).compactMap { part in
      let numbers = part.split { !(0x30...0x39).contains($0) }.compactMap { Int(String(Substring($0))) }
      guard let first = numbers.first, let last = numbers.last, first <= last else { return nil }
      return first...last
    }
  }

  private static let mostRanges = 64
}

extension FenceOptions {
  /// Reads the parts of an info string after the language.
  private struct Reader {
    enum Part {
      /// A flag, or a name with a value.
      case word(String, String?)
      /// What stands in brackets.
      case bracketed(String)
      /// Numbers of lines in braces.
      case lines(String)
    }

    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
      // The language, and what hangs on it without a space.
      while index < bytes.count, !Self.ends(bytes[index]), bytes[index] != UInt8(ascii: ":") { index += 1 }
      // Of `title="…"`, the first word is no language.
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") { index = 0 }
    }

    private static func ends(_ byte: UInt8) -> Bool {
      switch byte {
      case 0...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "="), UInt8(ascii: ","): true
      default: false
      }
    }

    mutating func next() -> Part? {
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "["): return .bracketed(rest(to: UInt8(ascii: "]")))
        case UInt8(ascii: "{"):
          guard index + 1 < bytes.count, (0x30...0x39).contains(bytes[index + 1]) else { break }
          return .lines(rest(to: UInt8(ascii: "}")))
        case let byte where Self.ends(byte) || byte == UInt8(ascii: ":"): break
        default: return word()
        }
        index += 1
      }
      return nil
    }

    /// What stands up to a byte, which is passed.
    private mutating func rest(to end: UInt8) -> String {
      let start = index + 1
      let close = bytes[start...].firstIndex(of: end) ?? bytes.count
      index = min(close + 1, bytes.count)
      return String(decoding: bytes[start..<close], as: UTF8.self)
    }

    private mutating func word() -> Part {
      let start = index
      while index < bytes.count, !Self.ends(bytes[index]) { index += 1 }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "=") else { return .word(name, nil) }
      index += 1
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return .word(name, rest(to: bytes[index]))
      case UInt8(ascii: "["): return .word(name, rest(to: UInt8(ascii: "]")))
      case UInt8(ascii: "{"): return .word(name, rest(to: UInt8(ascii: "}")))
      default:
        let start = index
        while index < bytes.count, !Self.ends(bytes[index]) { index += 1 }
        return .word(name, String(decoding: bytes[start..<index], as: UTF8.self))
      }
    }
  }
}
