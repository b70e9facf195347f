import DocgenMarkup
import DocgenSupport

/// Reads the facts of one page in one locale.
///
/// What the reader does not know stays in the document as prose.
package struct PageReader: Sendable {
  /// The vocabularies of all locales, by index; the source's first.
  private let vocabularies: [Vocabulary]
  /// How the pages are written.
  private let dialect: Dialect
  /// How the pages of each locale are parsed.
  private let options: [MarkdownParser.Options]

  /// Makes a reader for the locales of a project, whose pages are written in a dialect.
  ///
  /// - Parameters:
  ///   - vocabularies: The words of each locale.
  ///   - dialect: How the pages are written.
  ///   - locales: The tags of the locales, in whose languages tokens show words; without them it is English.
  package init(vocabularies: [Vocabulary], dialect: Dialect = .common, locales: [String] = []) {
    self.vocabularies = vocabularies.map { $0.knowingHeaders(of: vocabularies[PageCatalog.source]) }
    self.dialect = dialect
    options = vocabularies.indices.map { dialect.options(in: $0 < locales.count ? locales[$0] : "en") }
  }

  /// Reads a file as a page of the locale with an index.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - locale: The index of the locale.
  ///   - original: The page that it is a translation of, whose kind decides what its lists are read as: the words of a
  ///     title that tell it may be lost.
  /// - Returns: The page; what it does not state is left out.
  package func read(_ source: SourceFile, locale: Int, beside original: LocalizedPage? = nil) -> LocalizedPage {
    let frontMatter = FrontMatter.read(source.bytes)
    var options = options[locale]
    options.hasFreeLines = dialect.files.hasFreeLines(source.path)
    let document = MarkdownParser.parse(source, from: Int(frontMatter.bodyStart), options: options)
    return read(document, frontMatter, locale: locale, beside: original)
  }

  /// Reads a page of which the front matter and the document are known.
  func read(
    _ document: Document, _ frontMatter: FrontMatter, locale: Int, beside original: LocalizedPage?
  ) -> LocalizedPage {
    var facts = PageFacts()
    facts.title = frontMatter.string("title")
    readSections(document, locale: locale, into: &facts)
    let entries = original.map { HeadingEntries(&facts.sections, document, beside: $0) } ?? HeadingEntries()
    facts.isReference = isReference(frontMatter, facts)
    readCodeBlocks(document, into: &facts)
    readLists(document, locale: locale, beside: original, entries, into: &facts)
    for (index, node) in document.nodes.enumerated() where node.kind == .alert {
      guard let kind = AlertKind(rawValue: node.level) else { continue }
      facts.alerts.append(Alert(kind: kind, node: index, span: node.span))
    }
    let declared = dialect.kind(in: frontMatter)
    let kinds = KindReader(
      vocabulary: vocabularies[locale], frontMatter: frontMatter, document: document, facts: facts, declared: declared)
    (facts.kind, facts.listedKind) = kinds.read()
    facts.declaresKind = declared.map { $0 != KindTable.reference } ?? false
    // Front matter is often left out of translations.
    if declared == nil, let original, original.facts.declaresKind {
      (facts.kind, facts.listedKind) = (original.facts.kind, original.facts.listedKind)
    }
    if let kind = original?.facts.kind ?? facts.kind, !kind.isArticle {
      readValues(of: kind, frontMatter, document, locale: locale, into: &facts)
    }
    return LocalizedPage(
      locale: locale, source: document.source, frontMatter: frontMatter, document: document, facts: facts,
      dialect: dialect)
  }

  private func isReference(_ frontMatter: FrontMatter, _ facts: PageFacts) -> Bool {
    !frontMatter.strings("api_name").isEmpty
      || frontMatter.strings("topic_type").contains { ASCIICase.equal($0.value.utf8, "apiref".utf8) }
      || facts.section(.syntax) != nil
  }

  // MARK: Sections

  private func readSections(_ document: Document, locale: Int, into facts: inout PageFacts) {
    guard !document.nodes.isEmpty else { return }
    var headings = document.children(of: 0).filter { document.nodes[$0].kind == .heading }
    if let first = headings.first, document.nodes[first].level == 1 {
      facts.heading = document.text(of: first).located
      facts.headingNode = first
      headings.removeFirst()
    }
    let end = Int(document.nodes[0].end)
    var ancestors: [Int] = []
    for (index, heading) in headings.enumerated() {
      let node = document.nodes[heading]
      while let last = ancestors.last, facts.sections[last].level >= Int(node.level) { ancestors.removeLast() }
      let next = index + 1 < headings.count ? headings[index + 1] : end
      let text = document.text(of: heading)
      let title = text.located
      let anchor = explicitAnchor(document, heading)
      facts.sections.append(
        Section(
          role: role(title: title.value, anchor: anchor, locale: locale), title: title,
          anchor: anchor ?? self.anchor(of: text, title.value, document), hasExplicitAnchor: anchor != nil,
          level: Int(node.level),
          heading: heading, content: Int(node.end)..<next, parent: ancestors.last, span: node.span))
      ancestors.append(index)
    }
  }

  /// The anchor of a title; most programs leave no-break spaces out.
  private func anchor(of text: InlineText, _ title: String, _ document: Document) -> String {
    let style = dialect.anchors
    let hasOthers =
      !title.isEmpty && document.source.bytes[text.span.range].contains { $0 == 0xC2 || $0 == 0xE2 }
    if style.joinsSpaces || !hasOthers { return style.anchor(of: title) }
    return style.anchor(of: text.withoutNoBreakSpaces(in: document.source.bytes))
  }

  /// The id at the end of a heading, or the name of the last empty `<a name="…"></a>` in it: programs that translate put
  /// what they make of the title before the author's own.
  private func explicitAnchor(_ document: Document, _ heading: Int) -> String? {
    if let id = document.headingID(of: heading) { return id.value }
    var anchor: String?
    for index in document.content(of: heading) where document.isElement(index, .a) {
      let node = document.nodes[index]
      if let name = document.attribute("name", of: node) ?? document.attribute("id", of: node), !name.isEmpty {
        anchor = name
      }
    }
    return anchor
  }

  /// The role by the title, in the locale's words; else by the anchor, which keeps the source's words; else by a
  /// title that was left in the source's.
  private func role(title: String, anchor: String?, locale: Int) -> SectionRole? {
    if title.utf8.first == UInt8(ascii: "-") {
      // The names of options begin so, too, in capitals: `-Syntax`.
      return title.utf8.dropFirst().first.map { (0x41...0x5A).contains($0) } ?? true ? nil : markedRole(title)
    }
    if let role = vocabularies[locale].sectionRole(title) { return SectionRole(role) }
    let source = vocabularies[PageCatalog.source]
    if let anchor {
      let words = String(decoding: anchor.utf8.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }, as: UTF8.self)
      if let role = source.sectionRole(words) { return SectionRole(role) }
    }
    return source.sectionRole(title).map(SectionRole.init)
  }

  /// The role of a section with a marker for a title, as some reference sets write them: `## -struct-fields`.
  private func markedRole(_ title: String) -> SectionRole? {
    let words = title.utf8.dropFirst().map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }
    return vocabularies[PageCatalog.source].sectionRole(String(decoding: words, as: UTF8.self)).map(SectionRole.init)
  }

  // MARK: Code

  private func readCodeBlocks(_ document: Document, into facts: inout PageFacts) {
    let firstSection = facts.sections.first?.heading ?? document.nodes.count
    var section = -1
    for index in document.nodes.indices where document.nodes[index].kind == .codeBlock {
      while section + 1 < facts.sections.count, facts.sections[section + 1].heading < index { section += 1 }
      let isSignature =
        index < firstSection ? facts.isReference : section >= 0 && hasRole(.syntax, section, in: facts)
      let span = textSpan(document, index)
      let info = document.infoString(of: document.nodes[index])
      var block = CodeBlock(infoString: info, node: index, span: span)
      if isSignature {
        block.signature = document.source.bytes.withUnsafeBufferPointer {
          Signature.parse(
            UnsafeBufferPointer(rebasing: $0[span.range]), infoString: info?.value ?? "", baseOffset: span.start)
        }
      }
      facts.codeBlocks.append(block)
    }
  }

  /// The place of the text of a code block, without the line end before the closing fence.
  private func textSpan(_ document: Document, _ index: Int) -> SourceSpan {
    let content = document.content(of: index)
    guard let first = content.first, let last = content.last else {
      return SourceSpan(at: document.nodes[index].span.end)
    }
    var span = document.nodes[first].span.union(document.nodes[last].span)
    let bytes = document.source.bytes
    while !span.isEmpty, [0x0A, 0x0D].contains(bytes[Int(span.end) - 1]) { span.end -= 1 }
    return span
  }

  /// Whether a section, or one that it is a part of, has a role.
  private func hasRole(_ role: SectionRole, _ index: Int, in facts: PageFacts) -> Bool {
    var index: Int? = index
    while let current = index {
      if facts.sections[current].role == role { return true }
      index = facts.sections[current].parent
    }
    return false
  }

  // MARK: Lists and tables

  private func readLists(
    _ document: Document, locale: Int, beside original: LocalizedPage?, _ entries: HeadingEntries,
    into facts: inout PageFacts
  ) {
    let vocabulary = vocabularies[locale]
    let forms = original.map { TermForms($0) } ?? TermForms()
    var parameters = ParameterReader(document: document, vocabulary: vocabulary, forms: forms.parameters)
    var returnCodes = ReturnCodeReader(
      document: document, vocabulary: vocabulary, allowsAnyTerm: forms.returnCodes.contains(.paragraph),
      allowsAnyItem: forms.returnCodes.contains(.item))
    var exceptions = ReturnCodeReader(document: document, vocabulary: vocabulary)
    var requirements = RequirementReader(
      document: document, vocabulary: vocabulary, originals: original?.facts.requirements ?? [])
    var members = MemberReader(
      document: document, vocabulary: vocabulary,
      allowsAnyTerm: forms.members.contains(.paragraph) || forms.members.contains(.item))
    let start = facts.headingNode.map { Int(document.nodes[$0].end) } ?? 1
    var titles = MemberTitles()
    members.readConstants(headedIn: start..<max(start, facts.sections.first?.heading ?? document.nodes.count))
    for (index, section) in facts.sections.enumerated() {
      guard let (role, isOwn) = factRole(index, in: facts) else {
        returnCodes.readTables(headedIn: section.content)
        members.readConstants(headedIn: section.content)
        continue
      }
      let outer = isOwn ? nil : section.parent.flatMap { facts.sections[$0].role }
      switch role {
      case let role where role.holdsParameters:
        parameters.owner = facts.owner(ofListIn: index, entries.isOwner)
        parameters.isOfTemplate = role == .templateParameters
        if isOwn {
          parameters.read(section.content)
        } else if outer?.holdsParameters == true,
          entries.isEntry(index)
            ?? (original.map { _ in forms.parameters.contains(.heading) } ?? parameters.areNames(besides: index, facts))
        {
          parameters.read(heading: section)
        }
      case .requirements:
        requirements.read(section.content)
      case let role where role.holdsReturnCodes:
        if outer == role,
          returnCodes.read(
            heading: section, allowsAnyTerm: entries.isEntry(index) ?? forms.returnCodes.contains(.heading))
        {
          continue
        }
        returnCodes.readAll(section.content)
      case .exceptions:
        exceptions.readAll(section.content)
      case .remarks:
        returnCodes.readTables(headedIn: section.content)
      case .seeAlso, .relatedTopics:
        for index in section.content {
          guard let link = document.link(of: document.nodes[index]), document.nodes[index].kind == .link else {
            continue
          }
          facts.seeAlso.append(
            SeeAlsoLink(
              text: document.text(of: index).located, destination: Located(link.destination, at: link.span)))
        }
      case let role where role.holdsMembers:
        if outer == role,
          entries.isEntry(index) ?? (members.isMember(section, role) && !titles.hold(section, members, facts))
        {
          members.read(heading: section, role: role)
        } else {
          members.read(section.content, role: role, isOfHeading: !isOwn)
        }
      default: break
      }
    }
    facts.parameters = parameters.parameters
    facts.findTemplateParameters(in: document.source)
    facts.readParameterProperties(in: document.source, vocabulary)
    facts.returnCodes = returnCodes.codes
    facts.exceptions = exceptions.codes.filter { $0.name.map { Identifier.isName($0.value.utf8) } ?? false }
    for index in facts.exceptions.indices { facts.exceptions[index].isSymbolic = true }
    facts.requirements = requirements.requirements
    facts.members = members.members
  }

  /// The role that a section's lists are read by: its own, or that of the nearest section around it that has any.
  ///
  /// A parameter or member may be called like a section ("Property", "Value"): under a list of such, it is one of them.
  private func factRole(_ index: Int, in facts: PageFacts) -> (SectionRole, isOwn: Bool)? {
    guard let (role, isOwn) = effectiveRole(index, in: facts) else { return nil }
    guard isOwn, !role.isMain, let outer = facts.sections[index].parent.flatMap({ facts.sections[$0].role }) else {
      return (role, isOwn)
    }
    if outer.holdsParameters || (outer.holdsMembers && !role.holdsMembers) { return (outer, false) }
    return (role, isOwn)
  }

  /// What pages about one thing state besides: values, what it inherits, requirements in the front matter.
  private func readValues(
    of kind: PageKind, _ frontMatter: FrontMatter, _ document: Document, locale: Int, into facts: inout PageFacts
  ) {
    let vocabulary = vocabularies[locale]
    if facts.members.isEmpty, kind == .constants || kind == .constant || kind == .enumeration,
      let heading = facts.headingNode
    {
      var members = MemberReader(document: document, vocabulary: vocabulary)
      let end = facts.sections.first?.heading ?? Int(document.nodes[0].end)
      members.read(Int(document.nodes[heading].end)..<end, role: .constants)
      facts.members = members.members
    }
    if kind == .table, let heading = facts.headingNode, let first = facts.sections.first?.heading {
      var members = MemberReader(document: document, vocabulary: vocabulary, members: facts.members)
      members.readTypes(from: Int(document.nodes[heading].end)..<first)
      facts.members = members.members
    }
    let labels = LabelReader(document: document, vocabulary: vocabulary)
    facts.labelledValues = labels.read(facts)
    facts.implementations = labels.implementations(facts)
    facts.baseTypes = BaseTypeReader(document: document).read(facts)
    for entry in frontMatter.entries where entry.key.value.hasPrefix("req.") {
      guard let key = MetadataRequirement.keys[String(entry.key.value.dropFirst(4))],
        case .scalar(let value, _) = entry.value, !value.value.isEmpty
      else { continue }
      facts.metadataRequirements.append(MetadataRequirement(key: key, value: value))
    }
  }

  /// The role of a section, or of the nearest one around it that has any.
  private func effectiveRole(_ index: Int, in facts: PageFacts) -> (SectionRole, isOwn: Bool)? {
    var current: Int? = index
    while let section = current {
      if let role = facts.sections[section].role { return (role, section == index) }
      current = facts.sections[section].parent
    }
    return nil
  }
}
