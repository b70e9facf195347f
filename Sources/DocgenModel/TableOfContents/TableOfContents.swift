import DocgenMarkup
import DocgenSupport

/// The navigation of a folder, as its `toc.yml` says.
package struct TableOfContents: Sendable, Equatable {
  /// A line of the navigation, with those below it.
  package struct Entry: Sendable, Equatable {
    /// What the reader sees; empty where the file says nothing.
    package var name: Located<String>
    /// The page, relative to the folder, with slashes; `nil` for a mere title.
    package var href: Located<String>?
    /// The entries below this one.
    package var items: [Entry]

    /// Makes an entry of its parts.
    package init(name: Located<String>, href: Located<String>?, items: [Entry]) {
      self.name = name
      self.href = href
      self.items = items
    }
  }

  /// How deep entries may nest; deeper ones are left out.
  package static let depthLimit = Limits.contentsNesting

  /// The entries of the top.
  package var entries: [Entry]
  /// What is wrong with the file, in its order.
  package var problems: [YAMLError]

  /// Makes a table of contents of its parts.
  package init(entries: [Entry], problems: [YAMLError]) {
    self.entries = entries
    self.problems = problems
  }

  /// The number of entries on all levels.
  package var count: Int { Self.count(entries) }

  private static func count(_ entries: [Entry]) -> Int {
    entries.reduce(entries.count) { $0 + count($1.items) }
  }
}

extension TableOfContents {
  /// Reads a `toc.yml`: a list of entries, or a mapping whose `items` are that list.
  ///
  /// Nothing is lost but what is no entry: what is wrong becomes a problem.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func read(_ bytes: [UInt8]) -> TableOfContents {
    let document = YAMLReader.read(bytes)
    var reader = Reader(problems: document.errors)
    var entries: [Entry] = []
    if let root = document.root, !root.isNull {
      entries = reader.entries(root.members == nil ? root : root["items"] ?? root, depth: 1)
    }
    let problems = reader.problems.sorted { ($0.span.start, $0.message) < ($1.span.start, $1.message) }
    return TableOfContents(entries: entries, problems: problems)
  }

  /// Turns YAML values into entries.
  private struct Reader {
    var problems: [YAMLError]

    mutating func entries(_ node: YAMLNode, depth: Int) -> [Entry] {
      guard !node.isNull else { return [] }
      guard let items = node.items else {
        problems.append(YAMLError(english: "write the entries as a list of '- name: …'", at: node.span))
        return []
      }
      guard depth <= TableOfContents.depthLimit else {
        let text = "entries nest more than \(TableOfContents.depthLimit) deep; make the contents flatter"
        problems.append(YAMLError(english: text, at: node.span))
        return []
      }
      var entries: [Entry] = []
      entries.reserveCapacity(items.count)
      for item in items where !item.isNull {
        if let entry = entry(item, depth: depth) { entries.append(entry) }
      }
      return entries
    }

    private mutating func entry(_ node: YAMLNode, depth: Int) -> Entry? {
      guard let members = node.members else {
        problems.append(
          YAMLError(english: "an entry is written '- name: …', with 'href: page.md' below", at: node.span))
        return nil
      }
      var name: Located<String>?
      var href: Located<String>?
      var items: [Entry] = []
      for member in members {
        switch member.key.value {
        case "name": if name == nil { name = text(member) }
        case "href": if href == nil { href = text(member).map(Self.withSlashes) }
        case "items": if items.isEmpty { items = entries(member.value, depth: depth + 1) }
        default: break
        }
      }
      if name == nil {
        let start = node.span.start
        problems.append(YAMLError(english: "the entry has no name; add 'name: …'", at: SourceSpan(at: start)))
      }
      return Entry(name: name ?? Located("", at: SourceSpan(at: node.span.start)), href: href, items: items)
    }

    private mutating func text(_ member: YAMLMember) -> Located<String>? {
      if member.value.scalar == nil {
        problems.append(
          YAMLError(english: "'\(member.key.value)' must be a text; put it in quotes", at: member.value.span))
      }
      return member.value.text
    }

    /// Some systems write paths with backslashes.
    private static func withSlashes(_ href: Located<String>) -> Located<String> {
      let backslash = UInt8(ascii: "\\")
      guard href.value.utf8.contains(backslash) else { return href }
      let bytes = href.value.utf8.map { $0 == backslash ? UInt8(ascii: "/") : $0 }
      return Located(String(decoding: bytes, as: UTF8.self), at: href.span)
    }
  }
}
