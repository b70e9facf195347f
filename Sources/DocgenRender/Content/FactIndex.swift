import DocgenModel
import DocgenSupport

/// Finds the fact that a node of a page states, and the anchor of the fact.
struct FactIndex {
  private(set) var parameters: [Int: Int] = [:]
  private(set) var returnCodes: [Int: Int] = [:]
  private(set) var requirements: [Int: Int] = [:]
  private(set) var members: [Int: Int] = [:]
  private(set) var signatures: [Int: Int] = [:]
  private let parameterAnchors: [String]
  private let returnCodeAnchors: [String]
  private let memberAnchors: [String]

  /// Takes a page, its source beside it where it is a translation, and the words of its locale.
  init(_ page: LocalizedPage, beside alignment: PageAlignment?, _ vocabulary: Vocabulary) {
    let facts = page.facts
    func anchors(_ kind: FactKind) -> [String] {
      alignment?.anchors(of: kind) ?? PageAlignment.anchors(of: kind, in: page, vocabulary)
    }
    parameterAnchors = facts.parameters.isEmpty ? [] : anchors(.parameters)
    returnCodeAnchors = facts.returnCodes.isEmpty ? [] : anchors(.returnCodes)
    memberAnchors = facts.members.isEmpty ? [] : anchors(.members)
    for (index, fact) in facts.parameters.enumerated() { parameters[fact.node] = index }
    for (index, fact) in facts.returnCodes.enumerated() { returnCodes[fact.node] = index }
    for (index, fact) in facts.requirements.enumerated() { requirements[fact.node] = index }
    for (index, fact) in facts.members.enumerated() { members[fact.node] = index }
    for (index, block) in facts.codeBlocks.enumerated() where block.signature != nil { signatures[block.node] = index }
  }

  /// The anchor of a parameter: `parameter-deleteonkill`.
  func anchor(ofParameter index: Int) -> String { parameterAnchors[index] }

  /// The anchor of a return code: `return-4`; that of a range has its start.
  func anchor(ofReturnCode index: Int) -> String { returnCodeAnchors[index] }

  /// The anchor of a member: `property-name`, `method-killjob`.
  func anchor(ofMember index: Int) -> String { memberAnchors[index] }
}
