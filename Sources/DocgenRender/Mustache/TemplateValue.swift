/// What a template is rendered against: a value of the view model.
package enum TemplateValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case double(Double)
  case string(String)
  /// Text that is ready as UTF-8, such as the HTML of a page; a template shows it with three braces.
  case bytes([UInt8])
  case list([TemplateValue])
  case object(TemplateObject)

  /// Whether a section shows its content: not for null, false, an empty list and empty text.
  ///
  /// A number is always true, for 0 is a return code like any other.
  var isTruthy: Bool {
    switch self {
    case .null: false
    case .boolean(let value): value
    case .integer, .double, .object: true
    case .string(let text): !text.isEmpty
    case .bytes(let bytes): !bytes.isEmpty
    case .list(let items): !items.isEmpty
    }
  }

  /// The member of an object; `nil` for every other value.
  func member(_ key: TemplateKey) -> TemplateValue? {
    if case .object(let object) = self { return object[key] }
    return nil
  }
}

extension TemplateValue: ExpressibleByStringLiteral {
  /// Text.
  package init(stringLiteral value: String) { self = .string(value) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
  /// True or false.
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
  /// A number.
  package init(integerLiteral value: Int) { self = .integer(value) }
}

extension TemplateValue: ExpressibleByArrayLiteral {
  /// A list.
  package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  /// An object; of members with the same name, the last one counts.
  package init(dictionaryLiteral elements: (TemplateKey, TemplateValue)...) {
    var object = TemplateObject(capacity: elements.count)
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}
