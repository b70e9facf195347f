import DocgenSupport
import DocgenTestSupport
import Glibc
import Testing

@testable import DocgenCommand

@Suite struct TerminalTests {
  @Test func endsQuietlyWhenNobodyReads() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let output = Output(descriptor: ends[1])
    output.write("text")
    output.flush()
    output.write(String(repeating: "more ", count: 100_000))
    output.flush()
    close(ends[1])
    #expect(output.isClosed)
    #expect(output.failure == nil)
  }

  @Test func keepsAFailureForTheEnd() {
    let device = open("/dev/full", O_WRONLY | O_CLOEXEC)
    let console = Console(output: Output(descriptor: device), errorOutput: Output(descriptor: nil))
    #expect(Program.run(["--version"], on: console) == .failure)
    close(device)
    let message = String(decoding: console.errorOutput.collected, as: UTF8.self)
    #expect(message.hasPrefix("docgen: error: the output is incomplete: cannot write"))
  }

  @Test(arguments: [
    (done: 100, left: 50, milliseconds: 999, text: ""), (0, 50, 5000, ""), (100, 0, 5000, ""),
    (100, 50, 2000, " (50/s, 0:01)"), (9600, 156_000, 4000, " (2,400/s, 1:05)"), (7, 70, 2000, " (3.5/s, 0:20)"),
  ])
  func tellsThePaceOfLongWork(_ done: Int, _ left: Int, _ milliseconds: Int, _ text: String) {
    #expect(Pace(done: done, left: left, nanoseconds: UInt64(milliseconds) * 1_000_000).text == text)
  }

  @Test func writesAllOfALargeOutput() {
    let output = Output(descriptor: nil)
    for number in 0..<100_000 { output.write("\(number)\n") }
    output.flush()
    #expect(output.collected.split(separator: 0x0A).count == 100_000)
    #expect(output.collected.suffix(6).elementsEqual("99999\n".utf8))
  }

  @Test(arguments: [
    ("a", 1), ("ä", 1), ("\u{A0}", 1), ("\u{301}", 0), ("\u{200D}", 0), ("漢", 2), ("か", 2), ("한", 2), ("ａ", 2),
    ("Ж", 1),
    ("👩", 2), ("…", 1), ("\u{1160}", 0), ("\u{20000}", 2),
  ])
  func knowsHowWideCharactersAre(text: String, width: Int) throws {
    #expect(DisplayWidth.of(try #require(text.unicodeScalars.first)) == width)
  }

  @Test func showsWhatWouldNotBeSeen() {
    #expect(
      VisibleText.string("a\u{1B}[31m\n\u{9B}\u{200B}é\u{202E}\u{FEFF}") == "a␛[31m␊<U+009B><U+200B>é<U+202E><U+FEFF>")
  }

  /// Continuous integration takes such lines for commands.
  @Test func spellsOutWhatWouldCommandALog() {
    #expect(VisibleText.string("::add-mask::x") == "<U+003A>:add-mask::x")
    #expect(VisibleText.string("  ::error::") == "  <U+003A>:error::")
    #expect(VisibleText.string("std::vector :: x") == "std::vector :: x")
    #expect(VisibleText.string("a ##[group]x ##vso[task.x]") == "a ##<U+005B>group]x ##vso<U+005B>task.x]")
    #expect(VisibleText.string("## [x](y) #[z]") == "## [x](y) #[z]")
    let excerpt = Excerpt(of: "see ##[add-mask]x", marking: 0..<3, width: 80)
    #expect(excerpt.text.string == "see ##<U+005B>add-mask]x")
  }

  @Test func colorsOnlyWhereItIsWanted() {
    var console = Console(output: Output(descriptor: nil), errorOutput: Output(descriptor: nil))
    #expect(!console.styles(.auto).isColored && console.styles(.always).isColored)
    console.allowsColor = true
    #expect(console.styles(.auto).isColored && !console.styles(.never).isColored)
  }

  @Test(arguments: [
    (0, "0 pages"), (1, "1 page"), (999, "999 pages"), (2535, "2,535 pages"), (1_234_567, "1,234,567 pages"),
  ])
  func countsWithNouns(number: Int, text: String) {
    #expect(counted(number, "page") == text)
  }

  @Test func rereadsLinesOfFiles() throws {
    let folder = try TemporaryFolder(["a.md": "\u{FEFF}one\r\ntwo\rthree", "folder/b.md": ""])
    try folder.write([0x61, 0xFF, 0x62, 0x0A], to: "broken.md")
    var lines = SourceLines { try? FileSystem.read(folder.path + "/" + $0) }
    for _ in 0..<2 {
      #expect((0...4).map { lines.line($0, of: "a.md") } == [nil, "one", "two", "three", nil])
      #expect(lines.line(1, of: "folder/b.md")?.isEmpty == true)
      #expect(lines.line(1, of: "broken.md") == "aÿb")
      #expect(lines.line(1, of: "missing.md") == nil)
      #expect(lines.line(1, of: "folder") == nil)
      for number in 0..<20 { #expect(lines.line(1, of: "\(number).md") == nil) }
    }
  }
}
