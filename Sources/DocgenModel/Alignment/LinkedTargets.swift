import DocgenMarkup
import DocgenSupport

/// What the links of a page lead to, apart from those of tokens: a translation may write a link where the source has a macro.
struct LinkedTargets {
  private let names: Set<String>

  init(_ page: LocalizedPage) {
    var names: Set<String> = []
    for node in page.document.nodes {
      if node.kind == .text {
        // A link of Markdown that shows as itself, such as one in HTML: other rules tell of that.
        page.document.withText(of: node) { text in
          for destination in Self.destinations(in: text) { names.insert(Self.name(destination)) }
        }
      } else if let link = page.document.link(of: node), link.token == nil {
        names.insert(Self.name(link.destination))
      }
    }
    self.names = names
  }

  func contains(_ token: Token) -> Bool {
    guard token.meaning.display == .link, !names.isEmpty, let target = token.target else { return false }
    return token.meaning.addresses(of: target.value).contains { names.contains(Self.name($0)) }
  }

  /// The addresses after the texts in brackets that a text holds.
  private static func destinations(in text: UnsafeBufferPointer<UInt8>) -> [String] {
    var result: [String] = []
    var index = 1
    while index < text.count {
      if text[index - 1] == UInt8(ascii: "]"), text[index] == UInt8(ascii: "("),
        let end = text[index...].firstIndex(of: UInt8(ascii: ")"))
      {
        result.append(String(decoding: text[index + 1..<end], as: UTF8.self))
        index = end
      }
      index += 1
    }
    return result
  }

  /// The last part of an address's path.
  private static func name(_ address: String) -> String {
    let path = URLText.decoded(LinkTargets.split(address).path).lowercased()
    return path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
