import DocgenSupport
import Testing

@testable import DocgenRender

@Suite struct HTMLPartitionTests {
  private func parts(_ html: String, _ size: Int) -> [HTMLPartition.Part] {
    HTMLPartition(Array(html.utf8), size: size)?.parts ?? []
  }

  private func texts(_ html: String, _ size: Int) -> [String] {
    parts(html, size).map { String(decoding: $0.html, as: UTF8.self) }
  }

  private let filler = "<p>" + String(repeating: "x", count: 60) + "</p>\n"

  @Test func beginsPartsAtHeadings() {
    let sections = (1...6).map { "<h2 id=\"s\($0)\">Section <code>\($0)</code></h2>\n\(filler)" }
    let parts = parts(sections.joined(), 250)
    #expect(parts.map { $0.html.starts(with: Array("<h2".utf8)) } == [true, true, true])
    #expect(parts.flatMap(\.places).map { String(decoding: $0.id, as: UTF8.self) } == (1...6).map { "s\($0)" })
    #expect(String(decoding: parts[1].label, as: UTF8.self) == "Section 3")
    #expect(parts.map(\.html).joined().elementsEqual(Array(sections.joined().utf8)))
  }

  @Test func prefersAMainHeadingToOthers() {
    let html = filler + filler + "<h2>A</h2>\n" + filler + "<h3>B</h3>\n" + filler + filler
    #expect(texts(html, 220)[1].hasPrefix("<h2>A"))
  }

  @Test func cutsNothingAfterAHeading() {
    let html = "<h2>" + String(repeating: "h", count: 50) + "</h2>\n" + String(repeating: filler, count: 5)
    for text in texts(html, 60).dropLast() { #expect(!text.hasSuffix("</h2>\n")) }
  }

  @Test func repeatsTheHeadOfATable() {
    let head = "<div class=\"table-scroll\" id=\"t\"><table>\n<thead>\n<tr><th>N</th></tr>\n</thead>\n<tbody>\n"
    let rows = (1...9).map { "<tr id=\"r\($0)\"><td>\($0)</td></tr>\n" }
    let texts = texts(head + rows.joined() + "</tbody>\n</table></div>\n", 150)
    #expect(texts.count > 2)
    for text in texts.dropFirst() {
      #expect(text.hasPrefix("<div class=\"table-scroll\"><table><thead>\n<tr><th>N</th></tr>\n</thead><tbody><tr id"))
    }
    for text in texts.dropLast() { #expect(text.hasSuffix("</tr>\n</tbody></table></div>")) }
  }

  @Test func keepsRowsThatACellSpansTogether() {
    let head = "<table>\n<tbody>\n"
    let rows = (1...4).map { "<tr><td rowspan=\"2\">\($0)</td><td>a</td></tr>\n<tr><td>b\($0)</td></tr>\n" }
    for text in texts("<div>\n" + head + rows.joined() + "</tbody>\n</table></div>\n", 60).dropFirst() {
      #expect(text.contains("<tbody><tr><td rowspan"))
    }
  }

  @Test func cutsListsBetweenEntries() {
    let members = (1...6).map { "<div id=\"m\($0)\"><dt>m\($0)</dt><dd>\n\(filler)</dd></div>\n" }
    let texts = texts("<dl class=\"members\">\n" + members.joined() + "</dl>\n", 220)
    #expect(texts.count > 2)
    for text in texts.dropFirst() { #expect(text.hasPrefix("<dl class=\"members\"><div id=\"m")) }
    let entries = (1...6).map { "<li><a href=\"x\($0)\">name\($0)</a></li>\n" }
    let list = parts("<section id=\"a\">\n<ul class=\"e\">\n" + entries.joined() + "</ul>\n</section>\n", 90)
    #expect(list.count > 1)
    #expect(String(decoding: list[1].html, as: UTF8.self).hasPrefix("<section><ul class=\"e\"><li><a"))
    #expect(String(decoding: list[1].label, as: UTF8.self).hasPrefix("name"))
  }

  @Test func leavesAloneWhatIsShortOrNotClosed() {
    #expect(parts(filler, 1000).isEmpty)
    #expect(parts(String(repeating: filler, count: 9) + "<div>", 100).isEmpty)
    #expect(parts("<p>" + String(repeating: "x", count: 900) + "</p>", 100).isEmpty)
    // The numbers of an ordered list go on.
    let items = (1...9).map { _ in "<li>\(filler)</li>\n" }
    #expect(parts("<ol>\n" + items.joined() + "</ol>\n", 100).isEmpty)
  }
}
