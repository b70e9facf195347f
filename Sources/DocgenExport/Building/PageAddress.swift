import DocgenModel

/// The addresses of pages, relative to the root of the site.
public struct PageAddress: Sendable {
  /// How the addresses end.
  public enum Style: Sendable {
    /// `guide/index.html`
    case file
    /// `guide/`
    case folder
  }

  private let style: Style

  /// Makes addresses of one style.
  public init(_ style: Style = .file) {
    self.style = style
  }

  /// The address of a page in a locale, percent-encoded (`en/HyperV_v2/cim-job.html`).
  public func url(ofPage path: String, locale: String) -> String {
    let lowercased = path.lowercased()
    let isIndex = lowercased == "index" || lowercased.hasSuffix("/index")
    let address: String
    switch style {
    // A folder's own page must be what servers show for the folder.
    case .file: address = (isIndex ? path.dropLast(5) + "index" : path) + ".html"
    case .folder: address = isIndex ? String(path.dropLast(5)) : path + "/"
    }
    return Self.encoded(locale) + "/" + Self.encoded(address)
  }

  private static func encoded(_ path: String) -> String {
    guard !path.utf8.allSatisfy(isPlain) else { return path }
    var result = ""
    for byte in path.utf8 {
      if isPlain(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += byte < 16 ? "%0" : "%"
        result += String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// A byte that stands for itself in the path of an address.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~!$&'()*+,;=:@/".utf8.contains(byte)
    }
  }
}
