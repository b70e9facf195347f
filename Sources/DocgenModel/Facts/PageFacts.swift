import DocgenSupport

/// What a page states that no language may change, with the place of each statement.
package struct PageFacts: Sendable {
  /// The title of the front matter.
  package var title: Located<String>?
  /// The first heading of level 1.
  package var heading: Located<String>?
  /// The node of that heading.
  package var headingNode: Int?
  /// Whether the page describes an item of an API, and not a subject.
  package var isReference = false
  /// What the page is about, as it tells itself in its language; `nil` if a reference page does not tell.
  package var kind: PageKind?
  /// Whether the front matter tells the kind.
  package var declaresKind = false
  /// What a page that lists others lists, where its title says so.
  package var listedKind: PageKind?
  /// The sections, in the order of the page.
  package var sections: [Section] = []
  /// The code blocks, in the order of the page.
  package var codeBlocks: [CodeBlock] = []
  /// The entries of the sections that describe parameters.
  package var parameters: [Parameter] = []
  /// The entries of the sections that hold return codes.
  package var returnCodes: [ReturnCode] = []
  /// The exceptions that the page says may be thrown; their names are symbolic.
  package var exceptions: [NamedValue] = []
  /// The rows of the requirements.
  package var requirements: [Requirement] = []
  /// The entries of the sections that list members.
  package var members: [Member] = []
  /// What holds of the page's thing as a whole: data type, default value, syntax …
  package var labelledValues: [LabelledValue] = []
  /// What holds of it in each version of a product.
  package var implementations: [Implementation] = []
  /// What the page's class or interface inherits from, the nearest first.
  package var baseTypes: [BaseType] = []
  /// The requirements that the front matter states.
  package var metadataRequirements: [MetadataRequirement] = []
  /// The links of the sections that list related pages.
  package var seeAlso: [SeeAlsoLink] = []
  /// The page's alerts, in their order.
  package var alerts: [Alert] = []

  /// Makes the facts of a page that states nothing.
  package init() {}

  /// The blocks that hold the page's signature, one for each language it is written in.
  package var signatures: some Sequence<CodeBlock> { codeBlocks.lazy.filter { $0.signature != nil } }

  /// The first declaration that the page's signature blocks make.
  package var declaration: Declaration? {
    for block in codeBlocks {
      if let declaration = block.signature?.declarations.first { return declaration }
    }
    return nil
  }

  /// The last section before a node of the document, as its index.
  ///
  /// - Complexity: O(log *sections*).
  package func lastSection(before node: Int) -> Int? {
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].heading < node { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The first section of a role.
  package func section(_ role: SectionRole) -> Section? { sections.first { $0.role == role } }
}
