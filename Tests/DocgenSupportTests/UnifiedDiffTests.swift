import DocgenSupport
import Testing

@Suite struct UnifiedDiffTests {
  private func text(_ diff: UnifiedDiff) -> String {
    var text = ""
    for hunk in diff.hunks {
      text += hunk.header + "\n"
      for line in hunk.lines {
        text += String(UnicodeScalar(line.kind.rawValue)) + String(decoding: line.bytes, as: UTF8.self)
        if line.bytes.last != 0x0A { text += "\n\\\n" }
      }
    }
    return text
  }

  private func diff(_ old: String, _ new: String) -> String {
    text(UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)))
  }

  @Test func showsThreeLinesAround() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func joinsChangesThatAreNear() {
    let lines = (1...20).map { "\($0)\n" }
    func changed(_ numbers: Int...) -> String {
      lines.enumerated().map { numbers.contains($0 + 1) ? "x\n" : $1 }.joined()
    }
    #expect(UnifiedDiff(from: Array(lines.joined().utf8), to: Array(changed(3, 10).utf8)).hunks.count == 1)
    #expect(UnifiedDiff(from: Array(lines.joined().utf8), to: Array(changed(3, 11).utf8)).hunks.count == 2)
  }

  @Test func namesTheEndsOfTexts() {
    #expect(diff("a\n", "a\n") == "")
    #expect(diff("", "a\n") == "@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "@@ -1 +0,0 @@\n-a\n")
    #expect(diff("a", "b") == "@@ -1 +1 @@\n-a\n\\\n+b\n\\\n")
    #expect(diff("a\nb", "a\nb\n") == "@@ -1,2 +1,2 @@\n a\n-b\n\\\n+b\n")
    #expect(diff("a\r\nb\r\n", "a\r\nc\r\n") == "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
  }

  /// Applies hunks in the simplest way there is.
  private func applying(_ diff: UnifiedDiff, to old: [UInt8]) -> [UInt8] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < old.count {
      let end = old[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? old.count
      lines.append(old[start..<end])
      start = end
    }
    var result: [UInt8] = []
    var next = 0
    for hunk in diff.hunks {
      while next < hunk.oldStart {
        result += lines[next]
        next += 1
      }
      for line in hunk.lines {
        if line.kind != .added {
          #expect(lines[next] == line.bytes)
          next += 1
        }
        if line.kind != .removed { result += line.bytes }
      }
    }
    for line in lines[next...] { result += line }
    return result
  }

  @Test func leadsFromEachTextToTheOther() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let count = Int.random(in: 0...40, using: &random)
      let old = (0..<count).map { _ in "\(Int.random(in: 0...6, using: &random))\n" }
      var new = old
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let place = Int.random(in: 0...new.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: new.insert("+\n", at: place)
        case 1 where place < new.count: new.remove(at: place)
        case 2 where place < new.count: new[place] = "*\n"
        default: break
        }
      }
      let (before, after) = (Array(old.joined().utf8), Array(new.joined().utf8))
      #expect(applying(UnifiedDiff(from: before, to: after), to: before) == after)
    }
  }

  @Test func endsSoonForTextsWithoutACommonLine() {
    let old = Array((0..<5000).map { "a\($0)\n" }.joined().utf8)
    let new = Array((0..<5000).map { "b\($0)\n" }.joined().utf8)
    #expect(applying(UnifiedDiff(from: old, to: new), to: old) == new)
  }
}
