import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Makes the exported form of pages.
struct PageExport: Sendable {
  let loader: PageLoader
  let links: LinkTargets
  let paths: SitePaths
  let hasSpans: Bool

  func page(_ page: APIPage) -> ExportedPage {
    var result = ExportedPage()
    result.id = page.id
    result.path = page.name
    result.kind = loader.kindName(of: page)
    result.listedKind = page.listedKind?.name
    guard let index = loader.catalog.index(of: page.id) else { return result }
    result.translations = page.translations.compactMap { translation in
      translation.map { translation in
        self.translation(
          translation, of: page, PageLinkExport(targets: links, page: index, locale: translation.locale))
      }
    }
    return result
  }

  private func translation(
    _ page: LocalizedPage, of apiPage: APIPage, _ links: PageLinkExport
  ) -> ExportedTranslation {
    let places = Places(page.source, hasSpans: hasSpans)
    let locale = loader.catalog.locales[page.locale]
    let facts = page.facts
    let signatures = SignatureExport(places: places)
    let values = ValueExport(places: places)
    var result = ExportedTranslation()
    result.locale = locale
    result.file = page.source.path
    result.url = paths.url(of: links.page, locale: locale)
    result.title = places.text(facts.title)
    if let title = result.title { result.title?.text = FrontMatter.unescaped(title.text) }
    result.heading = places.text(facts.heading)
    result.isReference = facts.isReference
    result.assetID = places.text(page.frontMatter.string("ms.assetid"))
    result.names = places.texts(page.frontMatter.strings("api_name"))
    result.metadata = page.frontMatter.entries.map { metadata($0, places) }
    for block in facts.codeBlocks {
      if let signature = block.signature {
        result.signatures.append(signatures.signature(signature, in: block))
      } else {
        result.codeBlocks.append(codeBlock(block, places))
      }
    }
    result.parameters = facts.parameters.map { parameter($0, of: page, places) }
    result.returnCodes = facts.returnCodes.map { places.code($0) }
    result.requirements = facts.requirements.map { requirement($0, places) }
    result.members = facts.members.map { member($0, page.document, links, places) }
    result.exceptions = facts.exceptions.map { values.value($0) }
    add(PageFactsExport(page: page, links: links, places: places), to: &result)
    result.sections = zip(facts.sections, apiPage.anchors(of: page)).map { section($0, anchor: $1, places) }
    values.add(page.valueTables(loader.vocabularies[page.locale]), to: &result)
    result.links = LinkExport(document: page.document, links: links, places: places).all()
    return result
  }

  /// What the page states of its thing as a whole.
  private func add(_ facts: PageFactsExport, to result: inout ExportedTranslation) {
    result.labelledValues = facts.labelledValues
    result.implementations = facts.implementations
    result.baseTypes = facts.baseTypes
    result.metadataRequirements = facts.metadataRequirements
    result.seeAlso = facts.seeAlso
    result.alerts = facts.alerts
  }

  private func metadata(_ entry: FrontMatter.Entry, _ places: Places) -> ExportedMetadata {
    var result = ExportedMetadata()
    result.key = entry.key.value
    switch entry.value {
    case .scalar(let text, _): result.values = [places.text(text)]
    case .list(let items, _): result.values = places.texts(items)
    case .null, .nested: break
    }
    return result
  }

  private func codeBlock(_ block: CodeBlock, _ places: Places) -> ExportedCodeBlock {
    var result = ExportedCodeBlock()
    result.infoString = places.text(block.infoString)
    result.text = places.file.text(block.span)
    result.span = places.span(block.span)
    return result
  }

  private func section(_ section: Section, anchor: String, _ places: Places) -> ExportedSection {
    var result = ExportedSection()
    result.role = section.role?.name
    result.title = places.text(section.title)
    result.anchor = anchor
    result.level = section.level
    result.parent = section.parent
    result.span = places.span(section.span)
    return result
  }

  private func parameter(_ parameter: Parameter, of page: LocalizedPage, _ places: Places) -> ExportedParameter {
    let declared = page.facts.declaration(of: parameter, in: page.source)
    var result = ExportedParameter()
    result.parameterName = places.text(parameter.name)
    result.directionText = places.text(parameter.directionText)
    result.direction =
      parameter.directionText == nil
      ? places.direction(declared?.direction?.value, at: declared?.direction?.span)
      : places.direction(parameter.direction, at: parameter.directionText?.span)
    result.hasLostDirection = parameter.hasLostDirection
    result.dataType = declared?.type?.value
    result.owner = parameter.owner
    result.isOfTemplate = parameter.isOfTemplate
    result.properties = parameter.properties.map { places.labelledValue($0, in: page.document) }
    result.span = places.span(page.document.nodes[parameter.node].span)
    return result
  }

  private func requirement(_ requirement: Requirement, _ places: Places) -> ExportedRequirement {
    var result = ExportedRequirement()
    result.key = requirement.key
    result.label = places.text(requirement.label)
    result.values = places.texts(requirement.values)
    result.span = places.span(requirement.valueSpan)
    return result
  }

  private func member(
    _ member: Member, _ document: Document, _ links: PageLinkExport, _ places: Places
  ) -> ExportedMember {
    var result = ExportedMember()
    result.role = member.role.name
    result.memberName = places.text(member.name)
    result.target = member.link
    result.page = member.link.flatMap { links.page(at: $0) }
    result.dataType = places.text(member.dataType)
    result.access = places.text(member.access)
    result.qualifiers = places.text(member.qualifiers)
    result.value = places.text(member.value)
    result.defaultValue = places.text(member.defaultValue)
    result.required = places.text(member.required)
    result.span = places.span(document.nodes[member.node].span)
    return result
  }
}

extension PageLoader {
  /// The name of what the page is about (`method`); `nil` if it is not known.
  func kindName(of page: APIPage) -> String? { page.kind?.name }
}
