import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Makes the exported form of what a page states of its thing as a whole.
struct PageFactsExport {
  let page: LocalizedPage
  let links: PageLinkExport
  let places: Places

  private var facts: PageFacts { page.facts }

  var labelledValues: [ExportedLabelledValue] {
    facts.labelledValues.map { places.labelledValue($0, in: page.document) }
  }

  var implementations: [ExportedImplementation] {
    facts.implementations.map { implementation in
      var result = ExportedImplementation()
      result.product = places.text(implementation.product)
      result.section = implementation.section
      result.values = implementation.values.map { places.labelledValue($0, in: page.document) }
      return result
    }
  }

  var baseTypes: [ExportedBaseType] {
    facts.baseTypes.map { type in
      var result = ExportedBaseType()
      result.typeName = places.text(type.name)
      result.target = type.link
      result.page = type.link.flatMap { links.page(at: $0) }
      return result
    }
  }

  var metadataRequirements: [ExportedMetadataRequirement] {
    facts.metadataRequirements.map { requirement in
      var result = ExportedMetadataRequirement()
      result.key = requirement.key
      result.value = places.text(requirement.value)
      return result
    }
  }

  var seeAlso: [ExportedSeeAlso] {
    facts.seeAlso.map { link in
      var result = ExportedSeeAlso()
      result.text = places.text(link.text)
      result.target = places.text(link.destination)
      result.page = links.page(at: link.destination.value)
      return result
    }
  }

  var alerts: [ExportedAlert] {
    facts.alerts.map { alert in
      var result = ExportedAlert()
      result.kind = alert.kind.name
      result.span = places.span(alert.span)
      return result
    }
  }
}
