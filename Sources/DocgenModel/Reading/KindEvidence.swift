import DocgenMarkup
import DocgenSupport

/// What a page says about its kind without words of a language.
struct KindEvidence {
  /// A kind, and others that a title may name in its place.
  struct Findings {
    var kind: PageKind?
    var alternatives: Set<PageKind> = []
    /// A list of things is out of the question.
    var isSure = true

    func allows(_ other: PageKind) -> Bool { kind == nil || other == kind || alternatives.contains(other) }
  }

  /// The front matter says that the page is about something of an API.
  let isOfReference: Bool
  /// The last parts of the API's names: `KillJob` of `CIM_Job.KillJob`.
  let names: [[UInt8]]
  /// The kind that the front matter states as such.
  let declaredKind: PageKind?
  private let document: Document
  private let facts: PageFacts
  private let roles: Set<SectionRole>
  private let apiTypes: [String]
  private let apiNames: [String]
  private let isReference: Bool
  private let declaration: Declaration?

  init(frontMatter: FrontMatter, document: Document, facts: PageFacts, declared: String?) {
    self.document = document
    self.facts = facts
    roles = Set(facts.sections.compactMap(\.role))
    apiTypes = frontMatter.strings("api_type").map { $0.value.lowercased() }
    apiNames = frontMatter.strings("api_name").map { FrontMatter.unescaped($0.value) }
    names = apiNames.map { Array($0.utf8.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }.last ?? []) }
    isReference = facts.isReference
    declaration = facts.declaration
    isOfReference = declared == KindTable.reference
    let declared = isOfReference ? nil : declared.map { PageKind($0) }
    declaredKind = declared ?? frontMatter.string("UID").flatMap { Self.kind(ofIdentifier: $0.value) }
  }

  /// The kind that starts an identifier of the API's metadata: `NF:winuser.CreateWindow` is a function.
  private static func kind(ofIdentifier identifier: String) -> PageKind? {
    guard let colon = identifier.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    switch identifier[..<colon].lowercased() {
    case "nf": return identifier[colon...].utf8.count { $0 == UInt8(ascii: ".") } > 1 ? .method : .function
    case "nn": return .interface
    case "ns": return .structure
    case "ne": return .enumeration
    case "nc": return .callback
    case "ni": return .controlCode
    case "nl": return .class
    case "na": return .macro
    default: return nil
    }
  }

  /// The page describes things of an API: it names them, shows a signature, or has sections that only such pages have.
  var isItem: Bool {
    if isReference { return true }
    if isOfReference {
      return roles.contains(.requirements) || !roles.isDisjoint(with: Self.itemRoles)
    }
    return !roles.isDisjoint(with: Self.ownItemRoles)
  }

  /// The page leads to others that it lists.
  var isOverview: Bool { listsParts || document.leadsToOthers(facts) }

  /// The page has a section that lists others.
  var listsParts: Bool { roles.contains(.inThisSection) || roles.contains(.overloadList) }

  /// The name that the metadata gives is the title of a text, of several words, and nothing of the page is of an API.
  var isProse: Bool {
    !apiNames.isEmpty && apiNames.allSatisfy { $0.utf8.contains(0x20) && !$0.utf8.contains(UInt8(ascii: "<")) }
      && !apiTypes.contains("headerdef") && roles.isDisjoint(with: Self.itemRoles) && !isNumbered
      && roles.isDisjoint(with: [.syntax, .requirements, .possibleCauses, .possibleFixes]) && declaration == nil
  }

  /// What is left for a name without anything said about it.
  var fallback: PageKind? {
    guard names.count == 1, Identifier.isSymbolic(names[0]), declaration == nil, !roles.contains(.parameters) else {
      return nil
    }
    return roles.contains(.requirements) || roles.isSubset(of: [.remarks, .seeAlso]) ? .constant : nil
  }

  /// Sections that a page about one thing has.
  private static let itemRoles: Set<SectionRole> = [
    .parameters, .propertyValue, .members, .fields, .constants, .dataType, .defaultValue, .columns, .eventValues,
    .childElements, .parentElements, .elementInformation, .propertyGUID, .validControls,
  ]
  /// Sections that prose never has.
  private static let ownItemRoles: Set<SectionRole> = [
    .propertyValue, .columns, .elementInformation, .childElements, .parentElements, .validControls, .requirements,
    .globalConstant, .propertyGUID, .eventValues, .parameters, .returnValue,
  ]

  /// Sections that may stand around a table of constants.
  private static let constantRoles: Set<SectionRole> = [.requirements, .remarks, .seeAlso, .examples, .constants]
  /// Kinds of pages that are no more than a table and requirements, too.
  private static let describedKinds: Set<PageKind> = [
    .attribute, .property, .element, .type, .interface, .structure, .event, .object, .function, .class, .enumeration,
    .message, .macro, .table, .command, .control,
  ]

  /// What the declaration and the sections say; no kind where they say nothing.
  func findings() -> Findings {
    if let kind = kindOfDeclaration() { return kind }
    return kindOfSections()
  }

  // MARK: Declarations

  private func kindOfDeclaration() -> Findings? {
    guard let declaration else { return nil }
    switch declaration.kind {
    case .method, .function, .destructor, .callback: return kindOfFunction(declaration)
    case .constructor: return Findings(kind: .constructor)
    case .macro: return Findings(kind: .macro, alternatives: [.function])
    case .class: return Findings(kind: .class, alternatives: [.object, .event])
    case .interface: return Findings(kind: .interface, alternatives: [.object, .class])
    case .structure: return Findings(kind: .structure, alternatives: [.event, .union])
    case .union: return Findings(kind: .union, alternatives: [.structure])
    case .enumeration: return Findings(kind: .enumeration)
    case .property: return Findings(kind: .property, alternatives: [.method])
    case .event: return Findings(kind: .event)
    case .element: return kindOfElement(declaration)
    case .message: return Findings(kind: messageKind, alternatives: [.message, .notificationCode, .command])
    case .constant, .variable:
      // Messages are shown as `#define`s, too.
      let kind = roles.contains(.parameters) ? messageKind : .constant
      return Findings(
        kind: kind, alternatives: [.message, .notificationCode, .constant, .type, .controlCode, .command, .attribute])
    case .typeAlias: return Findings(kind: .type, alternatives: [.callback, .attribute, .structure, .enumeration])
    case .enumerator, .field, .namespace, .command, .endpoint, .statement: return nil
    }
  }

  private func kindOfFunction(_ declaration: Declaration) -> Findings {
    if roles.contains(.propertyValue) { return Findings(kind: .property) }
    if declaration.kind == .callback {
      return Findings(kind: .callback, alternatives: isNamedAfter(declaration) ? [.function] : [.function, .type])
    }
    if declaration.owner != nil || isOwned || apiTypes.contains("com") {
      return Findings(kind: .method, alternatives: [.event, .constructor, .property, .operator])
    }
    // A call that shows how the named thing is used: `DeviceIoControl(…, IOCTL_…, …)`.
    if !apiNames.isEmpty, let name = declaration.name?.value, !apiNames.contains(name),
      apiNames[0].utf8.contains(UInt8(ascii: "_")), !name.utf8.contains(UInt8(ascii: "_")),
      apiNames[0].utf8.allSatisfy({ !(0x61...0x7A).contains($0) && Identifier.isNameByte($0) })
    {
      return Findings(kind: .controlCode, alternatives: [.function, .macro, .attribute, .callback, .message])
    }
    let alternatives: Set<PageKind> = [.callback, .macro, .controlCode, .attribute, .method, .event, .message]
    return Findings(
      kind: declaration.kind == .method ? .method : .function, alternatives: alternatives.union([.function]))
  }

  private func kindOfElement(_ declaration: Declaration) -> Findings {
    let tag = declaration.qualifiers.first?.name.value ?? ""
    if tag.hasSuffix("Type") { return Findings(kind: .type, alternatives: [.element]) }
    if tag.hasSuffix("attribute") { return Findings(kind: .attribute, alternatives: [.element, .type]) }
    return Findings(kind: .element, alternatives: [.type, .attribute])
  }

  private func isNamedAfter(_ declaration: Declaration) -> Bool {
    guard let name = declaration.name?.value else { return false }
    return apiNames.contains(name)
  }

  /// All names have an owner: `CIM_Job.KillJob`.
  private var isOwned: Bool {
    !apiNames.isEmpty
      && apiNames.allSatisfy { $0.utf8.dropFirst().contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") } }
  }

  /// Notification codes have an N at the end of their prefix: `LVN_ITEMCHANGED`, `NM_CLICK`.
  private var messageKind: PageKind {
    let name = apiNames.first ?? facts.declaration?.name?.value ?? ""
    let prefix = name.utf8.prefix { $0 != UInt8(ascii: "_") }
    let isNotification = prefix.last == UInt8(ascii: "N") || prefix.elementsEqual("NM".utf8)
    return isNotification && declaration?.kind == .message ? .notificationCode : .message
  }

  // MARK: Sections

  private func kindOfSections() -> Findings {
    if roles.contains(.propertyValue) { return Findings(kind: .property, alternatives: [.method, .attribute]) }
    if roles.contains(.globalConstant) { return Findings(kind: .constant) }
    if roles.contains(.switchOptions) { return Findings(kind: .commandSwitch) }
    if roles.contains(.possibleCauses) || roles.contains(.possibleFixes) || isNumbered {
      return Findings(kind: .diagnostic)
    }
    if roles.contains(.columns) { return Findings(kind: .table) }
    if roles.contains(.validControls) { return Findings(kind: .attribute) }
    if !roles.isDisjoint(with: [.childElements, .parentElements, .elementInformation, .attributesAndElements]) {
      return Findings(kind: .element, alternatives: [.type, .attribute])
    }
    if isReference { return kindOfReferenceSections() }
    if roles.contains(.eventValues) { return Findings(kind: .event) }
    if isOfReference, roles.contains(.requirements), roles.isSubset(of: Self.constantRoles), holdsTable {
      return Findings(kind: .constants, alternatives: Self.describedKinds, isSure: false)
    }
    return Findings(isSure: false)
  }

  private func kindOfReferenceSections() -> Findings {
    let isHeader = apiTypes.contains("headerdef")
    if isProgram { return Findings(kind: .command) }
    if roles.contains(.parameters) {
      if isHeader {
        let isMessage =
          roles.contains(.returnValue) || facts.parameters.contains { Self.isMessageParameter($0.name.value) }
        return Findings(
          kind: isMessage ? .message : .constant,
          alternatives: [.notificationCode, .message, .function, .macro, .command])
      }
      if isOwned || apiTypes.contains("com") { return Findings(kind: .method, alternatives: [.event, .property]) }
      if apiTypes.contains("dllexport") { return Findings(kind: .function, alternatives: [.callback, .macro]) }
    }
    if roles.contains(.members) || roles.contains(.methods) {
      if apiTypes.contains("com") {
        let isInterface = names.allSatisfy { Self.isInterfaceName($0) }
        return Findings(kind: isInterface ? .interface : .object, alternatives: [.interface, .object, .class])
      }
      if isHeader {
        return Findings(kind: .structure, alternatives: [.interface, .enumeration, .union, .class], isSure: false)
      }
      return Findings(kind: .class, alternatives: [.interface, .object, .structure], isSure: false)
    }
    if apiNames.count > 1, isHeader || apiTypes.contains("na") {
      return Findings(kind: .constants, isSure: !listsParts)
    }
    if isHeader {
      let isTable = facts.members.count > 1 || holdsTable
      if isTable { return Findings(kind: .constants, isSure: !listsParts) }
      return Findings(
        kind: .constant, alternatives: [.interface, .type, .attribute, .property, .macro], isSure: !listsParts)
    }
    return Findings(isSure: false)
  }

  /// A list or table outside of the requirements.
  private var holdsTable: Bool {
    let start = facts.headingNode.map { Int(document.nodes[$0].end) } ?? 1
    let end = facts.section(.requirements)?.heading ?? document.nodes.count
    return start < end && !document.containers(in: start..<end).isEmpty
  }

  /// A title that is the number of a message and words: `D1235 Target …`.
  private var isNumbered: Bool {
    guard isReference, roles.isDisjoint(with: [.syntax, .requirements]), let name = apiNames.first?.utf8 else {
      return false
    }
    let word = name.prefix { $0 != 0x20 }
    guard word.count < name.count, let first = word.first, (0x41...0x5A).contains(first) else { return false }
    let digits = word.drop { (0x41...0x5A).contains($0) }
    return digits.count > 2 && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The name is that of a program (`wecutil.exe`), or the words of a command line (`delete timeout`).
  private var isProgram: Bool {
    guard let name = apiNames.first?.utf8, apiNames.count == 1 else { return false }
    if name.count > 4, name.suffix(4).elementsEqual(".exe".utf8) { return true }
    let isCommandLine = facts.signatures.contains { $0.signature?.isCommandLine == true }
    if isCommandLine, roles.contains(.argument) { return true }
    return isCommandLine && name.contains(0x20) && name.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 }
  }

  private static func isMessageParameter(_ name: String) -> Bool {
    ASCIICase.equal(name.utf8, "wparam".utf8) || ASCIICase.equal(name.utf8, "lparam".utf8)
  }

  /// `IUnknown`: an I and another capital.
  private static func isInterfaceName(_ name: [UInt8]) -> Bool {
    name.count > 2 && name[0] == UInt8(ascii: "I") && (0x41...0x5A).contains(name[1])
  }
}
