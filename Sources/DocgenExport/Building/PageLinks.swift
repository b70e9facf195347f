import DocgenModel

/// Finds the pages that relative links lead to.
struct PageLinks {
  private let catalog: PageCatalog
  /// The folders of the page, in lower case.
  private let folder: [Substring]

  /// Finds them for the links of a page.
  init(from id: String, in catalog: PageCatalog) {
    self.catalog = catalog
    folder = Array(id.split(separator: "/").dropLast())
  }

  /// The id of the page at a destination; nothing for addresses, anchors and paths where no page is.
  func page(at destination: String) -> String? {
    let path = destination.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let first = path.first, first != UInt8(ascii: "/"), !path.contains(UInt8(ascii: ":")) else { return nil }
    var parts = folder
    let text = Self.decoded(Substring(path)).lowercased()
    for part in text.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch part {
      case ".": break
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(part)
      }
    }
    let id = parts.joined(separator: "/")
    if id.hasSuffix(".md") { return known(String(id.dropLast(3))) }
    return known(id) ?? known(id.isEmpty ? "index" : id + "/index")
  }

  private func known(_ id: String) -> String? { catalog.index(of: id).map { catalog.entries[$0].id } }

  private static func decoded(_ path: Substring) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return String(path) }
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
