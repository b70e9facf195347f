import DocgenMarkup
import DocgenSupport

/// A key of the front matter that tells the kind of a page, with what its values mean.
package struct KindTable: Sendable {
  /// The meaning of values that tell only that a page is about one thing of an API.
  package static let reference = "reference"

  /// The key.
  package var key: String
  /// The kinds by the values, both in lower case.
  package var kinds: [String: String]
  /// The kinds by what values start with, the longest first.
  package var prefixes: [(start: String, kind: String)] = []

  /// Reads `value: kind` for each value; a `*` at the end of one stands for anything.
  init(key: String, _ node: YAMLNode) {
    self.key = key
    kinds = [:]
    for member in node.members ?? [] {
      guard let kind = member.value.text?.value else { continue }
      let value = member.key.value.lowercased()
      if value.hasSuffix("*") {
        prefixes.append((String(value.dropLast()), kind))
      } else if kinds[value] == nil {
        kinds[value] = kind
      }
    }
    prefixes.sort { $0.start.utf8.count > $1.start.utf8.count }
  }

  /// The kind that a front matter tells by the key; `nil` if it does not have the key, or another value.
  package func kind(in frontMatter: FrontMatter) -> String? {
    guard let value = frontMatter.text(at: key)?.value.lowercased() else { return nil }
    return kinds[value] ?? prefixes.first { value.hasPrefix($0.start) }?.kind
  }
}
