import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenRender

/// How code is coloured: blocks of each language in `Fixtures/highlighting/languages.md`, and their pieces as reviewed.
@Suite struct CodeHighlightingTests {
  /// The blocks of the fixture: the language and the code.
  private static func blocks() throws -> [(info: String, code: String)] {
    let path = Snapshot.fixtures(for: #filePath) + "/highlighting/languages.md"
    let lines = String(decoding: try FileSystem.read(path), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    var blocks: [(info: String, code: String)] = []
    var isInside = false
    for line in lines {
      if line.hasPrefix("```") {
        if !isInside { blocks.append((String(line.dropFirst(3)), "")) }
        isInside.toggle()
      } else if isInside {
        blocks[blocks.count - 1].code += line + "\n"
      }
    }
    return blocks
  }

  private static func tokens(_ code: String, _ info: String) -> [CodeToken] {
    guard let grammar = CodeLanguage(info: info).grammar else { return [] }
    return Array(code.utf8).withUnsafeBufferPointer { CodeScanner.tokens(of: $0, grammar) }
  }

  /// The code with the kind of each piece before it: `‹keyword if›`.
  private static func marked(_ code: String, _ info: String) -> String {
    let bytes = Array(code.utf8)
    var result = ""
    var position = 0
    for token in tokens(code, info) {
      result += String(decoding: bytes[position..<token.start], as: UTF8.self)
      result += "‹\(token.kind.className) \(String(decoding: bytes[token.start..<token.end], as: UTF8.self))›"
      position = token.end
    }
    return result + String(decoding: bytes[position...], as: UTF8.self)
  }

  @Test func coloursEachLanguage() throws {
    let texts = try Self.blocks().map { info, code in
      "=== \(info): \(CodeLanguage(info: info).name ?? "-")\n" + Self.marked(code, info)
    }
    #expect(texts.count > 30)
    Snapshot.expect(texts.joined(separator: "\n"), "highlighting/languages.txt")
  }

  @Test func coversTextInItsOrder() throws {
    for (info, code) in try Self.blocks() {
      // Each beginning of the code, as if the rest were missing.
      for count in 0...code.utf8.count {
        let part = String(decoding: Array(code.utf8).prefix(count), as: UTF8.self)
        var position = 0
        for token in Self.tokens(part, info) {
          #expect(token.start >= position && token.end > token.start, "\(info) \(count)")
          #expect(token.end <= part.utf8.count, "\(info) \(count)")
          position = token.end
        }
      }
    }
  }

  @Test(arguments: ["\"", "'", "/*", "<a ", "`", "$", "${", "{", "@\"", "- ", "r\"", "\\", "#"])
  func takesAnyNumberOfMarksThatNothingCloses(_ mark: String) {
    let code = String(repeating: mark + "\n", count: 20_000)
    for info in ["c", "js", "rust", "html", "yaml", "powershell", "sql", "shell"] {
      #expect(Self.tokens(code, info).count <= 60_000)
    }
  }

  @Test(arguments: [
    ("C++", "C++"), ("Python", "python"), ("py", "Python"), ("tsx", "TSX"), ("VB", "Visual Basic"), ("syntax", nil),
    ("", nil), ("text", nil), ("output", "Output"), ("vbs", "VBScript"), ("ts:line-numbers", "TypeScript"),
    ("{.python title=\"x\"}", "Python"), ("Elvish", "Elvish"),
  ])
  func namesLanguages(info: String, name: String?) {
    #expect(CodeLanguage(info: info).name?.lowercased() == name?.lowercased())
  }
}
