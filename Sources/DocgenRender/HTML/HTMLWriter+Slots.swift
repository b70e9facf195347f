import DocgenMarkup
import DocgenModel
import DocgenSupport

extension HTMLWriter {
  /// A text of the project's own, such as a banner, as HTML: of its links, those that lead out of the site are kept.
  static func html(markdown: String, style: HTMLStyle) -> [UInt8] {
    let document = MarkdownParser.parse(SourceFile(path: "", bytes: Array(markdown.utf8)))
    var writer = HTMLWriter(document, style: style, links: OutsideLinks())
    writer.writeDocument()
    return writer.buffer.bytes
  }
}

/// Takes addresses that lead out of the site, and no images.
private struct OutsideLinks: LinkResolver {
  func link(_ destination: String) -> LinkResolution {
    let isOutside = ["https://", "http://", "mailto:", "/"].contains { destination.hasPrefix($0) }
    return isOutside ? .outside(URLText.encodedAddress(destination)) : .missing
  }

  func image(_ destination: String) -> String? { nil }
}
