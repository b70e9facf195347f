import DocgenModel
import DocgenSupport

/// A redirect as servers are told of it.
struct ServerRedirect: Sendable {
  /// The old address from the host on, with nothing in it encoded.
  var path: String
  var target: ServerTarget
  /// What asks for it.
  var place: Redirect.Place

  /// The old address as browsers ask for it, and as hosts compare it that do not decode it.
  var encodedPath: String { Self.encoded(path) }

  /// The addresses under which a file is asked for: its own; its folder's where it is what servers show for that; and that
  /// of a page that was no HTML file, as `page.php` was.
  static func addresses(of file: String) -> [String] {
    if file.hasSuffix("/index.html") { return [String(file.dropLast("index.html".utf8.count)), file] }
    let name = file[SitePaths.folder(of: file).endIndex...]
    guard name.hasSuffix(".html"), name.dropLast(5).utf8.contains(UInt8(ascii: ".")) else { return [file] }
    return [file, String(file.dropLast(5))]
  }

  /// A path with those characters encoded that browsers encode (WHATWG URL, path percent-encode set), and `%`.
  static func encoded(_ path: String) -> String {
    var buffer = ByteBuffer(capacity: path.utf8.count + 16)
    for byte in path.utf8 {
      switch byte {
      case 0x00...0x20, 0x7F...0xFF: buffer.appendPercentEncoded(byte)
      case UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "?"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        buffer.appendPercentEncoded(byte)
      default: buffer.append(byte)
      }
    }
    return buffer.string
  }
}

/// Where a redirect leads: a path from the host on or a whole address, percent-encoded; in its parts.
struct ServerTarget: Sendable, Equatable {
  /// `https://host`, or nothing for this host.
  var origin: String
  var path: String
  /// With its `?`, or nothing.
  var query: String
  /// With its `#`, or nothing.
  var fragment: String

  /// Takes an address apart.
  init(_ address: String) {
    var rest = address[...]
    let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
    fragment = String(rest[hash...])
    rest = rest[..<hash]
    let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
    query = String(rest[mark...])
    rest = rest[..<mark]
    let parts = rest.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    if rest.utf8.first != UInt8(ascii: "/"), parts.count >= 3, parts[1].isEmpty {
      origin = parts[0] + "//" + parts[2]
      path = parts.count > 3 ? "/" + parts[3] : "/"
    } else {
      origin = ""
      path = String(rest)
    }
  }

  /// The address with some characters encoded that a format reads otherwise.
  ///
  /// - Parameters:
  ///   - characters: The characters, all of them ASCII.
  ///   - between: What stands before the fragment.
  /// - Returns: The whole address.
  func text(encoding characters: String, between: String = "") -> String {
    var buffer = ByteBuffer(capacity: origin.utf8.count + path.utf8.count + 64)
    func append(_ part: String, keepingColons: Bool = false) {
      for byte in part.utf8 {
        let isKept = !characters.utf8.contains(byte) || (keepingColons && byte == UInt8(ascii: ":"))
        if isKept { buffer.append(byte) } else { buffer.appendPercentEncoded(byte) }
      }
    }
    append(origin, keepingColons: true)
    append(path + query)
    buffer.append(between)
    append(fragment)
    return buffer.string
  }
}
