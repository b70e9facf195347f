/// A value of a JSON text.
public enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  /// A number without fraction and exponent that fits.
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// The members in the order of the text; no name stands twice.
  case object([JSONMember])

  /// The value of a member, when the value is an object that has it.
  ///
  /// - Complexity: O(*n*) in the number of members.
  public subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

  /// The text, when the value is a string.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The number, when the value is a whole one.
  public var integer: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The truth value, when the value is one.
  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

  /// The items, when the value is an array.
  public var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

  /// The members, when the value is an object.
  public var members: [JSONMember]? { if case .object(let members) = self { members } else { nil } }

  /// The name of the value's type, as JSON Schema says it.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

/// A member of a JSON object.
public struct JSONMember: Sendable, Equatable {
  /// The name, without quotes and escapes.
  public var name: String
  /// What stands after the colon.
  public var value: JSONValue

  /// Makes a member of its parts.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

/// Why a text is not JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public var message: String
  /// The offset of the byte at which reading ended.
  public var offset: Int
  /// The same place in lines and columns.
  public var position: SourcePosition

  /// Makes an error of its parts.
  public init(_ message: String, offset: Int, position: SourcePosition) {
    self.message = message
    self.offset = offset
    self.position = position
  }

  /// The message with its place.
  public var description: String { "line \(position.line), column \(position.column): \(message)" }
}
