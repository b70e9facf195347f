import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Writes the facts of a page as text to review, every one with its place.
struct FactsDump {
  private let page: LocalizedPage
  private let table: LineTable
  private var text = ""

  private init(_ page: LocalizedPage) {
    self.page = page
    table = LineTable(page.source.bytes)
  }

  static func dump(_ page: LocalizedPage) -> String {
    var dump = FactsDump(page)
    let facts = page.facts
    dump.text += "title \(dump.show(facts.title))\n"
    dump.text += "heading \(dump.show(facts.heading))\(facts.isReference ? " of a reference page" : "")\n"
    dump.text += "kind \(facts.kind?.name ?? "unknown")\(facts.listedKind.map { " of \($0.name)" } ?? "")\n"
    for section in facts.sections { dump.add(section) }
    for block in facts.codeBlocks { dump.add(block) }
    for parameter in facts.parameters { dump.add(parameter) }
    for code in facts.returnCodes { dump.add(code) }
    for exception in facts.exceptions { dump.add(exception, "exception") }
    for requirement in facts.requirements { dump.add(requirement) }
    for member in facts.members { dump.add(member) }
    for link in facts.seeAlso { dump.text += "see also \(dump.show(link.text)) -> \(dump.show(link.destination))\n" }
    for alert in facts.alerts { dump.text += "alert \(alert.kind.name) \(dump.place(alert.span))\n" }
    dump.addValues()
    return dump.text
  }

  private func place(_ span: SourceSpan) -> String {
    let start = table.position(of: span.start)
    let end = table.position(of: span.end)
    let tail = start.line == end.line ? "\(end.column)" : "\(end.line):\(end.column)"
    return "@\(start.line):\(start.column)-\(tail)"
  }

  private func show(_ value: Located<String>?) -> String {
    value.map { "'\($0.value)' \(place($0.span))" } ?? "none"
  }

  /// The start of what a description says.
  private func start(of description: Range<Int>) -> String {
    let text = page.document.text(in: description).string
    return text.isEmpty ? "" : " | " + (text.count > 40 ? text.prefix(40) + "…" : text[...])
  }

  private mutating func add(_ section: Section) {
    text += "section \(section.role?.name ?? "unknown") \(show(section.title)) level \(section.level) "
    text += "#\(section.anchor)\(section.hasExplicitAnchor ? "" : " made from the title")"
    if let parent = section.parent { text += " in '\(page.facts.sections[parent].title.value)'" }
    text += "\n"
  }

  private mutating func add(_ block: CodeBlock) {
    text += "\(block.signature == nil ? "code" : "signature") \(place(block.span)) \(show(block.infoString))\n"
    for declaration in block.signature?.declarations ?? [] {
      text += "  \(declaration.kind.rawValue) \(show(declaration.name))\n"
      for parameter in declaration.parameters {
        text += "    \(show(parameter.name)): \(parameter.type?.value ?? "no type")"
        text += " [\(parameter.direction?.value.description ?? "")]\n"
      }
    }
  }

  private mutating func add(_ parameter: Parameter) {
    text += "parameter \(show(parameter.name))"
    if let words = parameter.directionText {
      let meaning = parameter.direction.map { $0.isEmpty ? "no direction" : $0.description } ?? "unknown"
      text += " [\(show(words)): \(parameter.hasLostDirection ? "lost" : meaning)]"
    }
    if parameter.isOfTemplate { text += " of a template" }
    if let owner = parameter.owner { text += " of '\(page.facts.sections[owner].title.value)'" }
    if let type = page.facts.declaration(of: parameter, in: page.source)?.type {
      text += " declared as '\(type.value)'"
    }
    text += start(of: parameter.description) + "\n"
    for property in parameter.properties {
      text += "  \(property.key ?? "no key") \(show(property.label)): \(show(property.value))\n"
    }
  }

  private mutating func add(_ code: ReturnCode, _ label: String = "return code") {
    text += label
    if let name = code.name { text += " \(code.isSymbolic ? "symbol" : "words") \(show(name))" }
    if let value = code.value { text += " = \(show(value))" }
    if let alternate = code.alternateValue { text += " or \(show(alternate))" }
    text += start(of: code.description) + "\n"
  }

  private mutating func add(_ requirement: Requirement) {
    text += "requirement \(requirement.key ?? "unknown") \(show(requirement.label)):"
    text += requirement.values.isEmpty ? " none" : ""
    text += requirement.values.map { " " + show($0) }.joined(separator: ",")
    text += " in \(place(requirement.valueSpan))\n"
  }

  private mutating func add(_ member: Member) {
    text += "member of \(member.role.name) \(show(member.name))"
    if let link = member.link { text += " -> \(link)" }
    if let type = member.dataType { text += ", type \(show(type))" }
    if let access = member.access { text += ", access \(show(access))" }
    if let qualifiers = member.qualifiers { text += ", qualifiers \(show(qualifiers))" }
    if let value = member.value { text += ", value \(show(value))" }
    if let value = member.defaultValue { text += ", default \(show(value))" }
    if let required = member.required { text += ", required \(show(required))" }
    text += start(of: member.description) + "\n"
  }

  /// What a page states besides its lists.
  private mutating func addValues() {
    for base in page.facts.baseTypes {
      text += "inherits from \(show(base.name))\(base.link.map { " -> \($0)" } ?? "")\n"
    }
    for value in page.facts.labelledValues { add(value) }
    for implementation in page.facts.implementations {
      text += "implementation in \(show(implementation.product))\n"
      for value in implementation.values { add(value, indent: "  ") }
    }
    for requirement in page.facts.metadataRequirements {
      text += "front matter requires \(requirement.key) \(show(requirement.value))\n"
    }
    for table in page.valueTables(FactsFixture.vocabularies[page.locale]) {
      text += "values of \(table.owner)\n"
      for value in table.values { text += "  \(show(value.name)) = \(show(value.value))\n" }
    }
  }

  private mutating func add(_ value: LabelledValue, indent: String = "") {
    text += "\(indent)\(value.key ?? "unknown label") \(show(value.label)): \(show(value.value))\n"
  }
}

extension PageFacts {
  /// All facts that have a place, to check the places with.
  var located: [Located<String>] {
    var result = [title, heading].compactMap(\.self) + sections.map(\.title) + codeBlocks.compactMap(\.infoString)
    for parameter in parameters { result += [parameter.name, parameter.directionText].compactMap(\.self) }
    for code in returnCodes + exceptions { result += [code.name].compactMap(\.self) }
    for requirement in requirements { result += [requirement.label] + requirement.values }
    for member in members {
      result += [member.name, member.dataType, member.access, member.defaultValue, member.required].compactMap(\.self)
    }
    for value in labelledValues + implementations.flatMap(\.values) { result += [value.label, value.value] }
    result += baseTypes.map(\.name) + implementations.map(\.product) + metadataRequirements.map(\.value)
    return result
  }
}
