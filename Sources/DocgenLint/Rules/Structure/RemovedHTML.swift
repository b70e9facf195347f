import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds HTML that the site leaves out because it could run, load or restyle something.
///
/// What a translation has from its source is found there. Of an attribute, a page has one finding, at its first place.
enum RemovedHTML: ContentCheck {
  static let rule = Rule(
    "removed-html", in: .structure, .warning,
    "A page holds HTML that its site leaves out.")

  struct Messages: MessageSet {
    let element = MessageForm<String>("the site leaves out the element '<{1}>'; write it in Markdown, or remove it")
    let attribute = MessageForm<String>("the site leaves out the attribute '{1}'; remove it")
  }

  static func check(_ context: PageContext, _ findings: inout Findings) {
    let removals = removals(in: context.page.document).filter {
      !$0.isElement || !context.page.showsBackquote(before: $0.span)
    }
    guard !removals.isEmpty else { return }
    var inherited: [String: Int] = [:]
    if let source = context.source?.page.document {
      for removal in Self.removals(in: source) { inherited[removal.text, default: 0] += 1 }
    }
    var attributes: Set<String> = []
    for removal in removals {
      if let count = inherited[removal.text], count > 0 {
        inherited[removal.text] = count - (removal.isElement ? 1 : 0)
        continue
      }
      if !removal.isElement, !attributes.insert(removal.text).inserted { continue }
      let message: Message =
        removal.isElement
        ? messages.element(removal.text)
        : messages.attribute(removal.text)
      // Without its style a page looks otherwise, but says the same.
      let severity = removal.text == "style" && !removal.isElement ? Severity.note : nil
      report(Finding(message, at: removal.span, severity: severity, actual: removal.text), to: &findings)
    }
  }

  private struct Removal {
    /// The name of an element or attribute.
    var text: String
    var isElement: Bool
    var span: SourceSpan
  }

  /// In the order of the file.
  private static func removals(in document: Document) -> [Removal] {
    var removals = document.droppedTags.map { Removal(text: "\($0.tag.name)", isElement: true, span: $0.span) }
    for node in document.nodes where node.kind == .element {
      switch node.tag {
      case .math, .svg, .video:
        let end = document.source.bytes[node.span.range].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
        let span = SourceSpan(Int(node.span.start)..<(end ?? Int(node.span.end)))
        removals.append(Removal(text: "\(node.tag.name)", isElement: true, span: span))
      default:
        let removed = document.attributes(of: node).lazy.map(\.name).filter(isRemoved)
        guard !removed.isEmpty else { continue }
        let places = places(in: node, document)
        removals += removed.map {
          Removal(text: $0, isElement: false, span: places[$0] ?? SourceSpan(at: node.span.start))
        }
      }
    }
    return removals.sorted { $0.span.start < $1.span.start }
  }

  /// Attributes that run a script, and styles; others are dropped as well, but the page shows no difference.
  private static func isRemoved(_ attribute: String) -> Bool {
    attribute == "style" || attribute == "srcdoc" || (attribute.hasPrefix("on") && attribute.utf8.count > 4)
  }

  /// The first place of each word in the start tag of an element, in lower case.
  private static func places(in node: Node, _ document: Document) -> [String: SourceSpan] {
    let bytes = document.source.bytes
    var places: [String: SourceSpan] = [:]
    var index = Int(node.span.start)
    var quote: UInt8 = 0
    while index < Int(node.span.end) {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      } else if Identifier.isNameByte(byte), index > 0, bytes[index - 1] <= 0x20 {
        let start = index
        while index < Int(node.span.end), Identifier.isNameByte(bytes[index]) { index += 1 }
        let name = String(decoding: bytes[start..<index].map(ASCIICase.lowercased), as: UTF8.self)
        if places[name] == nil { places[name] = SourceSpan(start..<index) }
        continue
      }
      index += 1
    }
    return places
  }
}
