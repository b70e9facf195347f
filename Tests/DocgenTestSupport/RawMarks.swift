import DocgenSupport

/// What readers see of a page of HTML outside of code, and what of it is a mark that none should see.
package enum RawMarks {
  /// The elements whose text is no prose.
  private static let skipped: Set<String> = [
    "code", "pre", "script", "style", "kbd", "samp", "math", "svg", "template",
  ]

  /// The texts between tags, with their character references as they stand, apart from those of code.
  package static func texts(_ html: [UInt8]) -> [ArraySlice<UInt8>] {
    var texts: [ArraySlice<UInt8>] = []
    var open: [String] = []
    var start = 0
    while start < html.count {
      let tag = html[start...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
      if open.isEmpty, tag > start { texts.append(html[start..<tag]) }
      guard tag < html.count, let end = html[tag...].firstIndex(of: UInt8(ascii: ">")) else { break }
      var name = String(decoding: html[(tag + 1)..<end].prefix { $0 > 0x20 }, as: UTF8.self)
      if name.hasPrefix("/") {
        name.removeFirst()
        if open.last == name { open.removeLast() }
      } else if skipped.contains(name) {
        open.append(name)
      }
      start = end + 1
    }
    return texts
  }

  /// How each kind of mark begins as a page would show it; of those at the start of a line, no text may begin so.
  private static let anywhere = ["{{", "}}", "{%", "%}", "{{&lt;", "[!NOTE", "[!INCLUDE", "[!code", "[!VIDEO", "#tab/"]
  private static let atStart = [":::", "::: ", "!!! ", "??? ", "=== \"", "import ", "--8&lt;--", "&lt;xref:", "$$"]

  /// The marks that a text shows.
  package static func marks(_ text: ArraySlice<UInt8>) -> [String] {
    let lower = text.map { ASCIICase.lowercased($0) }
    var marks = anywhere.filter { holds($0, lower) }
    let line = lower.drop { $0 <= 0x20 }
    marks += atStart.filter { line.starts(with: $0.lowercased().utf8) && isMark($0, line) }
    return marks
  }

  /// Whether a mark stands somewhere in a text; braces around numbers are none.
  private static func holds(_ mark: String, _ text: [UInt8]) -> Bool {
    let mark = Array(mark.lowercased().utf8)
    func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && (0x30...0x39).contains(text[index]) }
    var index = 0
    while let found = ByteSearch.firstIndex(of: mark, in: text, from: index) {
      let isNumber = mark == Array("{{".utf8) && isDigit(found + 2) || mark == Array("}}".utf8) && isDigit(found - 1)
      if !isNumber { return true }
      index = found + 1
    }
    return false
  }

  /// A statement has a string after `from`; a formula goes on after its mark.
  private static func isMark(_ mark: String, _ line: ArraySlice<UInt8>) -> Bool {
    switch mark {
    case "import ": ByteSearch.firstIndex(of: Array(" from ".utf8), in: Array(line), from: 0) != nil
    case "$$": line.count > 4 && line.dropFirst(2).contains(UInt8(ascii: "\\"))
    default: true
    }
  }
}
