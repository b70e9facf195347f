import DocgenModel
import DocgenSupport

/// Makes the exported form of values with names.
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
