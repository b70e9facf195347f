import DocgenModel
import DocgenSupport

/// What the names of a reference are grouped by in an index of their own.
enum Facet: String, CaseIterable, Sendable {
  case kind
  case header
  case library
  case dll
  case namespace

  /// The string of the interface that names the index.
  var title: String { "index-by-" + rawValue }

  /// The kind of thing that its values are, as the interface names it.
  var kindOfValues: String { self == .header ? "header-file" : rawValue }

  /// The key of the requirement that says it; kinds are told by the page as a whole.
  private var requirement: String? { self == .kind ? nil : rawValue }

  /// What a page has to say, without what is set in brackets after it: `Winuser.h` of
  /// `Winuser.h (include Windows.h)`.
  static func values(of page: LocalizedPage) -> [Value] {
    guard page.facts.isReference else { return [] }
    var values: [Value] = []
    for requirement in page.facts.requirements {
      guard let facet = allCases.first(where: { $0.requirement != nil && $0.requirement == requirement.key }) else {
        continue
      }
      for text in requirement.values {
        let value = Value(facet: facet, text: name(text.value, isPath: facet == .namespace))
        if !value.text.isEmpty, !values.contains(value) { values.append(value) }
      }
    }
    return values
  }

  /// A value of a page.
  struct Value: Equatable, Sendable {
    var facet: Facet
    var text: String
  }

  /// The facets that there are names for.
  static func used(by summaries: [PageSummary]) -> [Facet] {
    allCases.filter { facet in
      summaries.contains { summary in
        if summary.names.isEmpty { return false }
        return facet == .kind ? summary.kind != nil : summary.facets.contains { $0.facet == facet }
      }
    }
  }

  private static func name(_ text: String, isPath: Bool) -> String {
    let end = text.utf8.firstIndex { byte in
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ";"), UInt8(ascii: ","): true
      case 0x20: !isPath
      default: false
      }
    }
    var name = text[..<(end ?? text.endIndex)]
    while name.utf8.last == 0x20 { name.removeLast() }
    // A file has an ending, a namespace has parts; all else is a remark.
    let isName = name.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "/") }
    return isName && name.utf8.count <= 120 ? String(name) : ""
  }
}
