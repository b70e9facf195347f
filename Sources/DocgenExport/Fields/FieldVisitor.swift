/// A part of the exported model.
///
/// A record lists its fields once, in ``visit(_:)``; what it is written by, read by and described by in the schema all
/// follow from that list. So a new fact is a property and a line.
package protocol ExportRecord: Sendable, Equatable {
  /// The name of the record's definition in the schema (`parameter`).
  static var name: String { get }
  /// What the record is, in one sentence.
  static var explanation: String { get }

  /// A record that says nothing.
  init()

  /// Shows each field to the visitor, in the order of the text.
  mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor)
}

/// What is done with the fields of records: they are written, read or described.
///
/// Each field has a name and a sentence for the schema. Absent texts, empty lists and false flags are left out of the
/// text; a field whose type has no such value always stands there.
package protocol FieldVisitor {
  /// A text that is always there; `choices` are all texts that it can be, none where it is free.
  mutating func text(
    _ name: String, _ value: inout String, choices: @autoclosure () -> [String], _ explanation: String)
  /// A text that may be absent.
  mutating func text(
    _ name: String, _ value: inout String?, choices: @autoclosure () -> [String], _ explanation: String)
  /// A text of the page with its place.
  mutating func slot(_ name: String, _ value: inout ExportedText, _ explanation: String)
  /// A text of the page with its place, which may be absent.
  mutating func slot(_ name: String, _ value: inout ExportedText?, _ explanation: String)
  /// Texts of the page, each with its place.
  mutating func slots(_ name: String, _ value: inout [ExportedText], _ explanation: String)
  /// Words that say one thing together, with the place that says it.
  mutating func words(
    _ name: String, _ value: inout ExportedWords, choices: @autoclosure () -> [String], _ explanation: String)
  mutating func flag(_ name: String, _ value: inout Bool, _ explanation: String)
  mutating func number(_ name: String, _ value: inout Int, _ explanation: String)
  /// A number that may be absent.
  mutating func number(_ name: String, _ value: inout Int?, _ explanation: String)
  mutating func record<Record: ExportRecord>(_ name: String, _ value: inout Record, _ explanation: String)
  mutating func records<Record: ExportRecord>(_ name: String, _ value: inout [Record], _ explanation: String)
  /// The place of the record as a whole.
  mutating func place(_ span: inout ExportedSpan?)
}

extension FieldVisitor {
  /// A text that is always there and can be any.
  mutating func text(_ name: String, _ value: inout String, _ explanation: String) {
    text(name, &value, choices: [], explanation)
  }

  /// A text that may be absent and can be any.
  mutating func text(_ name: String, _ value: inout String?, _ explanation: String) {
    text(name, &value, choices: [], explanation)
  }
}
