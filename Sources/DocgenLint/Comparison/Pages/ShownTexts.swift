import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The texts of an image or link that stand beside what is shown: the one in place of the image, and the title.
struct ShownTexts {
  /// What is shown or read aloud where an image is not; `nil` for a link.
  let alternative: String?
  /// What is shown when a reader points at it; empty where there is none.
  let title: String
  /// The whole image or link.
  let span: SourceSpan

  init(_ link: PageLink, in document: Document) {
    let node = document.nodes[link.node]
    if node.kind == .element {
      alternative = link.isImage ? document.attribute("alt", of: node) ?? "" : nil
      title = document.attribute("title", of: node) ?? ""
      span = document.startTag(of: node)
    } else {
      alternative = link.isImage ? document.text(of: link.node).string : nil
      title = document.link(of: node)?.title ?? ""
      span = node.span
    }
  }

  /// The pairs of such texts of a source and its translation, for images and links that stand for each other.
  static func pairs(_ pair: TranslationPair) -> [(source: ShownTexts, translation: ShownTexts)] {
    let (source, translation) = (pair.source.document, pair.translation.document)
    guard pair.prose.source.links.contains(where: { mayHave($0, source) }) else { return [] }
    let links = pair.prose.links
    let changed = links.differences.filter { $0.certainty.isBeyondDoubt }
    return (links.equal + changed).compactMap { match in
      guard let own = match.source, let other = match.translation, !own.isOfToken, mayHave(own, source) else {
        return nil
      }
      return (ShownTexts(own, in: source), ShownTexts(other, in: translation))
    }
  }

  /// Whether a link may have such texts: most have none.
  private static func mayHave(_ link: PageLink, _ document: Document) -> Bool {
    if link.isImage { return true }
    let node = document.nodes[link.node]
    if node.kind == .element { return document.attribute("title", of: node) != nil }
    return document.link(of: node)?.title.isEmpty == false
  }
}
