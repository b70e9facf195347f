import DocgenModel
import DocgenSupport

/// Finds the fact that a node of a page states, and the anchor of the fact.
///
/// Anchors are made from the source's facts where both pages have as many, so that they are equal in every locale.
struct FactIndex {
  private(set) var parameters: [Int: Int] = [:]
  private(set) var returnCodes: [Int: Int] = [:]
  private(set) var requirements: [Int: Int] = [:]
  private(set) var members: [Int: Int] = [:]
  private(set) var signatures: [Int: Int] = [:]
  private let facts: PageFacts
  private let source: PageFacts?

  init(_ page: LocalizedPage, source: LocalizedPage?) {
    facts = page.facts
    self.source = source?.facts
    for (index, fact) in facts.parameters.enumerated() { parameters[fact.node] = index }
    for (index, fact) in facts.returnCodes.enumerated() { returnCodes[fact.node] = index }
    for (index, fact) in facts.requirements.enumerated() { requirements[fact.node] = index }
    for (index, fact) in facts.members.enumerated() { members[fact.node] = index }
    for (index, block) in facts.codeBlocks.enumerated() where block.signature != nil { signatures[block.node] = index }
  }

  /// Whether there is nothing to find.
  var isEmpty: Bool {
    parameters.isEmpty && returnCodes.isEmpty && requirements.isEmpty && members.isEmpty && signatures.isEmpty
  }

  /// The anchor of a parameter: `parameter-deleteonkill`.
  func anchor(ofParameter index: Int) -> String {
    let name = corresponding(index, \.parameters)?.name.value ?? facts.parameters[index].name.value
    return "parameter-" + Self.slug(name)
  }

  /// The anchor of a return code: `return-4`; that of a range has its start.
  func anchor(ofReturnCode index: Int) -> String {
    let code = corresponding(index, \.returnCodes) ?? facts.returnCodes[index]
    if code.isSymbolic, let name = code.name { return "return-" + Self.slug(name.value) }
    guard let value = code.value?.value else { return "return-" + Self.slug(code.name?.value ?? "") }
    var start = value[...]
    if let dots = value.utf8.firstIndex(of: UInt8(ascii: ".")), dots != value.utf8.startIndex { start = value[..<dots] }
    return "return-" + (value == ".." ? "others" : Self.slug(String(start)))
  }

  /// The anchor of a member: `property-name`, `method-killjob`.
  func anchor(ofMember index: Int) -> String {
    let member = corresponding(index, \.members) ?? facts.members[index]
    let prefix =
      switch member.role {
      case .methods: "method-"
      case .properties: "property-"
      case .fields: "field-"
      case .constants: "constant-"
      case .events: "event-"
      default: "member-"
      }
    return prefix + Self.slug(member.name.value)
  }

  private func corresponding<Fact>(_ index: Int, _ list: KeyPath<PageFacts, [Fact]>) -> Fact? {
    guard let facts = source?[keyPath: list], facts.count == self.facts[keyPath: list].count else { return nil }
    return facts[index]
  }

  /// A name as part of an anchor: letters, digits, `_` and `-`, in lower case.
  static func slug(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", "_": result.append(Character(scalar.properties.lowercaseMapping))
      case "-": if result.isEmpty || result.last != "-" { result.append("-") }
      default:
        if scalar.properties.isAlphabetic {
          result += scalar.properties.lowercaseMapping
        } else if scalar.properties.isWhitespace, !result.isEmpty, result.last != "-" {
          result.append("-")
        }
      }
    }
    return result.isEmpty ? "value" : result
  }
}
