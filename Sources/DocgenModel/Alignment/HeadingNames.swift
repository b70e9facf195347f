import DocgenMarkup
import DocgenSupport

/// What arguments that name headings name, in a translation and in its source.
struct HeadingNames {
  private let style: AnchorStyle
  /// The anchors of the source's headings, and the names of its code.
  private let names: Set<String>
  /// The anchors of the source by those of the translation, and by what its titles give.
  private let sourceAnchors: [String: String]
  /// The titles of the translation by the anchors of the source.
  private let titles: [String: Located<String>]

  init(_ pair: PageAlignment) {
    style = pair.translation.anchorStyle
    let (source, translation) = (pair.source.facts.sections, pair.translation.facts.sections)
    var names = Set(source.map(\.anchor))
    for block in pair.source.facts.codeBlocks {
      // A sample may have its name after the language: `css live-sample___boxes`.
      for word in (block.infoString?.value ?? "").utf8.split(separator: 0x20).dropFirst() {
        let word = String(decoding: word, as: UTF8.self)
        names.insert(style.anchor(of: word))
        if let mark = ByteSearch.firstIndex(of: Array("___".utf8), in: Array(word.utf8), from: 0) {
          names.insert(style.anchor(of: String(word.utf8.dropFirst(mark + 3)) ?? word))
        }
      }
    }
    self.names = names
    var anchors: [String: String] = [:]
    var titles: [String: Located<String>] = [:]
    for match in pair.sections.pairs {
      let (own, other) = (source[match.source].anchor, translation[match.translation])
      for anchor in [other.anchor, style.anchor(of: other.title.value)] where anchors[anchor] == nil {
        anchors[anchor] = own
      }
      if !other.hasExplicitAnchor, match.isCertain, titles[own] == nil { titles[own] = other.title }
    }
    (sourceAnchors, self.titles) = (anchors, titles)
  }

  /// What an argument of the source names; `nil` if that is nothing on its page, so that it may say what it likes.
  func nameInSource(_ argument: String) -> String? {
    let anchor = style.anchor(of: argument)
    return names.contains(anchor) ? anchor : nil
  }

  /// What an argument of the translation names, by the anchor in the source.
  func name(_ argument: String) -> String? {
    let anchor = style.anchor(of: argument)
    return sourceAnchors[anchor] ?? (names.contains(anchor) ? anchor : nil)
  }

  /// The title of the translation's heading for an anchor of the source.
  func title(of anchor: String) -> Located<String>? { titles[anchor] }
}
