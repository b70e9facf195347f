/// Files in one text, each below a line `=== de/page.md`.
///
/// What stands before the first such line is a comment. `=== de/page.md crlf` gives the file CRLF line ends.
package enum FixtureFiles {
  /// What links of the file system say, by their paths: `=== en/page.md -> other.md`.
  package static func links(_ text: String) -> [String: String] {
    var links: [String: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("=== ") {
      let words = line.dropFirst(4).split(separator: " ")
      if words.count == 3, words[1] == "->" { links[String(words[0])] = String(words[2]) }
    }
    return links
  }

  /// The files by their paths.
  package static func read(_ text: String) -> [String: String] {
    var files: [String: String] = [:]
    var current: String?
    var isCRLF = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        let words = line.dropFirst(4).split(separator: " ")
        current = words.dropFirst().first == "->" ? nil : words.first.map(String.init)
        isCRLF = words.dropFirst().contains("crlf")
      } else if let current {
        files[current, default: ""] += line + (isCRLF ? "\r\n" : "\n")
      }
    }
    return files
  }
}
