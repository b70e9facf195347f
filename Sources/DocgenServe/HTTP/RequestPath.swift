import DocgenSupport

/// The file of a site that a request asks for, which lies in the site whatever was sent.
package struct RequestPath: Equatable, Sendable {
  /// The names of the folders and of the file; a folder alone where the path ends in a slash.
  package let names: [String]
  /// The path ends in a slash.
  package let isFolder: Bool
  /// What follows the question mark, as it was sent.
  package let query: Substring?

  /// Reads what is asked for; `nil` if it can be no file of a site.
  ///
  /// Names are decoded once, and those that mean more to a file system than a name are refused: `.` and `..`, a slash or
  /// a backslash in a name, control characters, what is no UTF-8. A name that begins with a dot is nobody's to see.
  package init?(_ target: String) {
    let bytes = target.utf8
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.endIndex
    query = end < bytes.endIndex && bytes[end] == UInt8(ascii: "?") ? target[bytes.index(after: end)...] : nil
    var parts = target[..<end].dropFirst().utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    isFolder = parts.last?.isEmpty ?? true
    if isFolder { parts = parts.dropLast() }
    var names: [String] = []
    for part in parts {
      guard let name = Self.name(part) else { return nil }
      names.append(name)
    }
    self.names = names
  }

  /// The path below the root of the site, without a slash at its end.
  package var path: String { names.joined(separator: "/") }

  private static func name(_ part: Substring.UTF8View.SubSequence) -> String? {
    var bytes: [UInt8] = []
    var rest = part[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    }
    let isPlain = bytes.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "\\")
    }
    guard isPlain, let first = bytes.first, first != UInt8(ascii: "."), bytes.count <= 255 else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
