/// What pages mark by the class of an element.
package enum Marks {
  /// The contents of the elements with a tag that do not nest, in their order, with their tags.
  package static func elements(_ tag: String, in html: String) -> [Substring] {
    var elements: [Substring] = []
    var rest = html[...]
    while let start = rest.firstRange(of: "<\(tag)>"),
      let end = rest[start.upperBound...].firstRange(of: "</\(tag)>")
    {
      elements.append(rest[start.upperBound..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return elements
  }

  /// The texts of the elements with a class, in the order of their ends: without tags, whitespace joined.
  package static func texts(of className: String, in html: String) -> [String] {
    var open: [(depth: Int, text: [UInt8])] = []
    var texts: [String] = []
    var names: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      for index in open.indices { open[index].text += rest[..<start].utf8 }
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "\n" }
      if tag.hasPrefix("/") {
        guard let depth = names.lastIndex(of: name) else { continue }
        names.removeSubrange(depth...)
        while let last = open.last, last.depth >= depth {
          texts.append(plain(last.text))
          open.removeLast()
        }
      } else if !["br", "hr", "img", "wbr", "meta", "link", "input"].contains(name), !tag.hasPrefix("!") {
        if classes(of: tag).contains(className[...]) { open.append((names.count, [])) }
        names.append(name)
      }
    }
    return texts
  }

  private static func classes(of tag: Substring) -> [Substring] {
    guard let start = tag.firstRange(of: "class=\"")?.upperBound, let end = tag[start...].firstIndex(of: "\"") else {
      return []
    }
    return tag[start..<end].split(separator: " ")
  }

  private static func plain(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
