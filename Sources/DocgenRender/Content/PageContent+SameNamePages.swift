import DocgenModel
import DocgenSupport

extension PageContent {
  /// Writes the same member of other classes, where it is, and what is different there.
  mutating func writeSameNamePages(
    _ others: [SameNamePages.Other], address: (Int) -> String, place: (Int) -> String
  ) {
    var counts: [String: Int] = [:]
    for other in others { counts[other.name, default: 0] += 1 }
    guard !others.isEmpty else { return }
    let anchor = "same-name-elsewhere"
    writer.buffer.append("<h2 id=\"\(anchor)\">")
    writer.buffer.appendText(text[anchor])
    writer.buffer.append("</h2>\n<ul class=\"namesakes\">\n" as StaticString)
    for other in others {
      writer.buffer.append("<li><a href=\"" as StaticString)
      writer.buffer.appendAttributeValue(address(other.page))
      writer.buffer.append("\"><code translate=\"no\">" as StaticString)
      writer.buffer.append(NameBreaks.html(other.name))
      writer.buffer.append("</code></a>" as StaticString)
      if counts[other.name, default: 0] > 1 {
        writer.buffer.append(" <small>" as StaticString)
        writer.buffer.appendText(place(other.page))
        writer.buffer.append("</small>" as StaticString)
      }
      if !other.differences.isEmpty {
        writer.buffer.append(" <span class=\"differences\">" as StaticString)
        writer.buffer.appendText(text["differences"] + text["colon"] + " ")
        writer.buffer.appendText(other.differences.map { text[$0.rawValue] }.joined(separator: ", "))
        writer.buffer.append("</span>" as StaticString)
      }
      writer.buffer.append("</li>\n" as StaticString)
    }
    writer.buffer.append("</ul>\n" as StaticString)
    addToContents(anchor, text[anchor])
  }
}
