import DocgenMarkup
import DocgenRender
import DocgenSupport
import DocgenTestSupport

/// Links to pages of a site are kept, others are missing; images are there when their name says so.
struct FixtureLinks: LinkResolver {
  func link(_ destination: String) -> LinkResolution {
    if destination.hasPrefix("https://") { return .outside(destination) }
    guard destination.hasSuffix(".md") else { return .missing }
    return destination.hasPrefix("missing") ? .missing : .page(destination.dropLast(3) + ".html")
  }

  func image(_ destination: String) -> String? { destination.hasPrefix("images/") ? destination : nil }
}

/// Writes Markdown as a site does.
func siteHTML(of markdown: String) -> String {
  let source = SourceFile(path: "page.md", bytes: Array(markdown.utf8))
  let style = HTMLStyle(
    alertTitles: [.note: "Hinweis", .warning: "Warnung"], anchorLabel: "Link to this section", tableLabel: "Table")
  let document = MarkdownParser.parse(source)
  let headings = document.children(of: 0).filter { document.nodes[$0].kind == .heading }.enumerated()
    .map { (node: $1, anchor: "section-\($0 + 1)") }
  var writer = HTMLWriter(
    document, style: style, links: FixtureLinks(), anchors: PageAnchors(headings: headings, reserved: ["main"]))
  writer.writeDocument()
  return writer.buffer.string
}
