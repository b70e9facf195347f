import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The ids that elements of HTML have in a page, which links lead to.
enum ElementIDs {
  /// The ids of the source that the translation lacks, each with the one in its place.
  ///
  /// - Complexity: O(*n*) in the elements of both pages.
  static func changed(_ pair: TranslationPair) -> [(source: Located<String>, translation: Located<String>)] {
    let (source, own) = (ids(pair.source.document), ids(pair.translation.document))
    if source.isEmpty || own.isEmpty || source.elementsEqual(own, by: { $0.id == $1.id }) { return [] }
    let (wanted, found) = (Set(source.map(\.id)), Set(own.map(\.id)))
    let missing = source.filter { !found.contains($0.id) }
    let extra = own.filter { !wanted.contains($0.id) }
    guard !missing.isEmpty, missing.count == extra.count, source.count == own.count else { return [] }
    return zip(missing, extra).compactMap { expected, actual in
      guard expected.tag == actual.tag, let wanted = place(of: expected, in: pair.source.document),
        let found = place(of: actual, in: pair.translation.document)
      else { return nil }
      return (wanted, found)
    }
  }

  private struct ElementID {
    var id: String
    var tag: HTMLTag
    var node: Int
  }

  private static func ids(_ document: Document) -> [ElementID] {
    var result: [ElementID] = []
    for (index, node) in document.nodes.enumerated() where node.kind == .element && node.payload >= 0 {
      for attribute in document.attributes(of: node)
      where attribute.name == "id" || attribute.name == "name" && node.tag == .a {
        result.append(ElementID(id: attribute.value, tag: node.tag, node: index))
      }
    }
    return result
  }

  /// The place of an id in its start tag; `nil` if it is written there in another way.
  private static func place(of id: ElementID, in document: Document) -> Located<String>? {
    let tag = document.startTag(of: document.nodes[id.node])
    let text = Array(id.id.utf8)
    guard !text.isEmpty,
      let start = ByteSearch.firstIndex(of: text, in: document.source.bytes, from: Int(tag.start) + id.tag.length + 1),
      start + text.count <= Int(tag.end)
    else { return nil }
    return Located(id.id, at: SourceSpan(start..<start + text.count))
  }
}

extension HTMLTag {
  /// The number of letters of the name.
  fileprivate var length: Int { name.utf8CodeUnitCount }
}
