import DocgenSupport

/// What a page states that no language may change, with the place of each statement.
public struct PageFacts: Sendable {
  /// The title of the front matter.
  public var title: Located<String>?
  /// The first heading of level 1.
  public var heading: Located<String>?
  /// The node of that heading.
  public var headingNode: Int?
  /// Whether the page describes an item of an API, and not a subject.
  public var isReference = false
  /// What the page is about, as it tells itself in its language; nothing where a reference page does not tell.
  public var kind: PageKind?
  /// What a page that lists others lists, where its title says so.
  public var listedKind: PageKind?
  /// The sections, in the order of the page.
  public var sections: [Section] = []
  /// The code blocks, in the order of the page.
  public var codeBlocks: [CodeBlock] = []
  /// The entries of the sections that describe parameters.
  public var parameters: [Parameter] = []
  /// The entries of the sections that hold return codes.
  public var returnCodes: [ReturnCode] = []
  /// The exceptions that the page says may be thrown; their names are symbolic.
  public var exceptions: [NamedValue] = []
  /// The rows of the requirements.
  public var requirements: [Requirement] = []
  /// The entries of the sections that list members.
  public var members: [Member] = []
  /// What holds of the page's thing as a whole: data type, default value, syntax …
  public var labelledValues: [LabelledValue] = []
  /// What holds of it in each version of a product.
  public var implementations: [Implementation] = []
  /// What the page's class or interface inherits from, the nearest first.
  public var baseTypes: [BaseType] = []
  /// The requirements that the front matter states.
  public var metadataRequirements: [MetadataRequirement] = []
  /// The links of the sections that list related pages.
  public var seeAlso: [SeeAlsoLink] = []
  /// The page's alerts, in their order.
  public var alerts: [Alert] = []

  /// Makes the facts of a page that states nothing.
  public init() {}

  /// The blocks that hold the page's signature, one for each language it is written in.
  public var signatures: some Sequence<CodeBlock> { codeBlocks.lazy.filter { $0.signature != nil } }

  /// The first declaration that the page's signature blocks make.
  public var declaration: Declaration? {
    for block in codeBlocks {
      if let declaration = block.signature?.declarations.first { return declaration }
    }
    return nil
  }

  /// The last section before a node of the document, as its index.
  ///
  /// - Complexity: O(log *sections*).
  public func lastSection(before node: Int) -> Int? {
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].heading < node { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The first section of a role.
  public func section(_ role: SectionRole) -> Section? { sections.first { $0.role == role } }
}
