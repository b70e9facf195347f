import DocgenSupport

/// What a page states that no language may change, with the place of each statement.
public struct PageFacts: Sendable {
  public var title: Located<String>?
  /// The first heading of level 1.
  public var heading: Located<String>?
  /// The node of that heading.
  public var headingNode: Int?
  public var isReference = false
  /// What the page is about, as it tells itself in its language; nothing where a reference page does not tell.
  public var kind: PageKind?
  /// What a page that lists others lists, where its title says so.
  public var listedKind: PageKind?
  public var sections: [Section] = []
  public var codeBlocks: [CodeBlock] = []
  public var parameters: [Parameter] = []
  public var returnCodes: [ReturnCode] = []
  public var requirements: [Requirement] = []
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

  /// The first section of a role.
  public func section(_ role: SectionRole) -> Section? { sections.first { $0.role == role } }
}
