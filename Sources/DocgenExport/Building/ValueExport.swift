import DocgenModel
import DocgenSupport

/// Makes the exported form of values, labels and what pages inherit from.
struct ValueExport {
  let places: Places

  func value(_ value: NamedValue) -> ExportedNamedValue {
    var result = ExportedNamedValue()
    result.valueName = places.text(value.name)
    result.isSymbolic = value.isSymbolic
    result.value = places.text(value.value)
    result.alternateValue = places.text(value.alternateValue)
    result.span = places.span(value.span)
    return result
  }

  func labelledValue(_ value: LabelledValue) -> ExportedLabelledValue {
    var result = ExportedLabelledValue()
    result.key = value.key
    result.label = places.text(value.label)
    result.value = places.text(value.value)
    result.section = value.section
    return result
  }

  func implementation(_ implementation: Implementation) -> ExportedImplementation {
    var result = ExportedImplementation()
    result.product = places.text(implementation.product)
    result.section = implementation.section
    result.values = implementation.values.map { labelledValue($0) }
    return result
  }

  func baseType(_ type: BaseType, _ links: PageLinks) -> ExportedBaseType {
    var result = ExportedBaseType()
    result.typeName = places.text(type.name)
    result.target = type.link
    result.page = type.link.flatMap { links.page(at: $0) }
    return result
  }

  /// Puts the values under what they are for.
  func add(_ tables: [ValueTable], to page: inout ExportedTranslation) {
    for table in tables {
      let values = table.values.map { value($0) }
      switch table.owner {
      case .parameter(let index): page.parameters[index].values += values
      case .member(let index): page.members[index].values += values
      case .section(let index): page.sections[index].values += values
      }
    }
  }
}
