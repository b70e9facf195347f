import DocgenMarkup

/// How the entries of a page's lists of facts are set.
///
/// A translation is set as its source is, so that a name which became words of the language is still known by its place.
struct TermForms {
  /// What an entry is, where it is neither in a description list nor in a table.
  enum Form {
    case paragraph
    case item
    case heading
    /// A paragraph whose first line holds the name, and ends by a break of the page's own.
    case line
  }

  private(set) var parameters: Set<Form> = []
  private(set) var returnCodes: Set<Form> = []
  private(set) var members: Set<Form> = []

  /// The forms of a page that states nothing.
  init() {}

  init(_ page: LocalizedPage) {
    func forms(_ nodes: some Sequence<Int>) -> Set<Form> {
      var result: Set<Form> = []
      for node in nodes {
        switch page.document.nodes[node].kind {
        case .paragraph:
          result.insert(.paragraph)
          if !result.contains(.line), page.document.endsFirstLine(of: node) { result.insert(.line) }
        case .heading: result.insert(.heading)
        case .item: result.insert(.item)
        default: break
        }
      }
      return result
    }
    parameters = forms(page.facts.parameters.lazy.map(\.node))
    returnCodes = forms(page.facts.returnCodes.lazy.map(\.node))
    members = forms(page.facts.members.lazy.map(\.node))
  }
}

extension Document {
  /// Whether a break of the page's own ends the first line of a paragraph, with text below.
  fileprivate func endsFirstLine(of paragraph: Int) -> Bool {
    let rest = afterFirstLine(of: paragraph)
    return rest.lowerBound > paragraph + 1 && nodes[rest.lowerBound - 1].kind != .softBreak && !text(in: rest).isEmpty
  }
}
