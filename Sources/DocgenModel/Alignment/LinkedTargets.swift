import DocgenMarkup
import DocgenSupport

/// What the links of a page lead to, apart from those of tokens: a translation may write a link where the source has a macro.
package struct LinkedTargets {
  private let names: Set<String>

  /// Collects the targets of a page.
  package init(_ page: LocalizedPage) {
    var names: Set<String> = []
    for node in page.document.nodes {
      guard let link = page.document.link(of: node), link.token == nil else { continue }
      names.insert(Self.name(link.destination))
    }
    // Where Markdown is not read, links show as they are written, which is a finding of its own.
    for destination in Self.rawLinks(page.source.bytes[...]) { names.insert(Self.name(destination)) }
    self.names = names
  }

  func contains(_ token: Token) -> Bool {
    guard token.meaning.display == .link, !names.isEmpty, let target = token.target else { return false }
    return token.meaning.addresses(of: target.value).contains { names.contains(Self.name($0)) }
  }

  /// Whether a link leads to the file of an address, whatever folder and anchor it names.
  package func contains(address: String) -> Bool {
    let name = Self.name(address)
    return !name.isEmpty && names.contains(name)
  }

  /// The destinations of what is written as links of Markdown whose text ends with a marker, which shows as itself.
  private static func rawLinks(_ text: ArraySlice<UInt8>) -> [String] {
    var result: [String] = []
    var rest = text
    while let end = rest.firstIndex(of: UInt8(ascii: "]")) {
      let isMarked = end > text.startIndex && "`*_".utf8.contains(text[end - 1])
      rest = rest[(end + 1)...]
      guard isMarked, rest.first == UInt8(ascii: "(") else { continue }
      guard let close = rest.firstIndex(of: UInt8(ascii: ")")) else { break }
      result.append(String(decoding: rest[rest.startIndex + 1..<close], as: UTF8.self))
      rest = rest[close...]
    }
    return result
  }

  /// The last part of an address's path.
  private static func name(_ address: String) -> String {
    let path = URLText.decoded(LinkTargets.split(address).path).lowercased()
    return path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
