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

  static func check(_ context: PageContext, _ findings: inout Findings) {
    let removals = removals(in: context.page.document)
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
        ? "the site leaves out the element '<\(removal.text)>'; write it in Markdown, or remove it"
        : "the site leaves out the attribute '\(removal.text)'; remove it"
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
        for attribute in document.attributes(of: node) where isRemoved(attribute.name) {
          let span = place(of: attribute.name, in: node, document)
          removals.append(Removal(text: attribute.name, isElement: false, span: span))
        }
      }
    }
    return removals.sorted { $0.span.start < $1.span.start }
  }

  /// Attributes that run a script, and styles; others are dropped as well, but the page shows no difference.
  private static func isRemoved(_ attribute: String) -> Bool {
    attribute == "style" || attribute == "srcdoc" || (attribute.hasPrefix("on") && attribute.utf8.count > 4)
  }

  private static func place(of attribute: String, in node: Node, _ document: Document) -> SourceSpan {
    let tag = Int(node.span.start)..<min(Int(node.span.end), document.source.bytes.count)
    let bytes = document.source.bytes[tag].map(ASCIICase.lowercased)
    let name = [UInt8](attribute.utf8)
    for start in bytes.indices where bytes[start...].starts(with: name) && start > 0 && bytes[start - 1] <= 0x20 {
      return SourceSpan(tag.lowerBound + start..<tag.lowerBound + start + name.count)
    }
    return SourceSpan(at: node.span.start)
  }
}
