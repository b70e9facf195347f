import DocgenSupport

/// Writes records as JSON.
struct RecordWriter: FieldVisitor {
  private enum Places {
    case one(ExportedSpan)
    case many([ExportedSpan])
  }

  private(set) var json: JSONWriter
  private let hasSpans: Bool
  /// The places of the fields of the record that is open.
  private var places: [(name: String, places: Places)] = []

  init(_ json: JSONWriter, hasSpans: Bool) {
    self.json = json
    self.hasSpans = hasSpans
  }

  mutating func write(_ record: some ExportRecord) {
    json.beginObject()
    writeMembers(of: record)
    json.endObject()
  }

  /// Writes the members of an object that the caller opens and closes.
  mutating func writeMembers(of record: some ExportRecord) {
    var record = record
    let outer = places
    places = []
    record.visit(&self)
    writePlaces()
    places = outer
  }

  // MARK: Fields

  mutating func text(
    _ name: String, _ value: inout String, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    json.member(name, value)
  }

  mutating func text(
    _ name: String, _ value: inout String?, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    if let value { json.member(name, value) }
  }

  mutating func slot(_ name: String, _ value: inout ExportedText, _ explanation: String) {
    json.member(name, value.text)
    note(value.span, for: name)
  }

  mutating func slot(_ name: String, _ value: inout ExportedText?, _ explanation: String) {
    guard let value else { return }
    json.member(name, value.text)
    note(value.span, for: name)
  }

  mutating func slots(_ name: String, _ value: inout [ExportedText], _ explanation: String) {
    guard !value.isEmpty else { return }
    json.key(name)
    json.beginArray()
    for item in value { json.string(item.text) }
    json.endArray()
    if hasSpans, value.allSatisfy({ $0.span != nil }) { places.append((name, .many(value.compactMap(\.span)))) }
  }

  mutating func words(
    _ name: String, _ value: inout ExportedWords, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    guard !value.words.isEmpty else { return }
    json.key(name)
    json.beginArray()
    for word in value.words { json.string(word) }
    json.endArray()
    note(value.span, for: name)
  }

  mutating func flag(_ name: String, _ value: inout Bool, _ explanation: String) {
    guard value else { return }
    json.key(name)
    json.boolean(true)
  }

  mutating func number(_ name: String, _ value: inout Int, _ explanation: String) { json.member(name, value) }

  mutating func number(_ name: String, _ value: inout Int?, _ explanation: String) {
    if let value { json.member(name, value) }
  }

  mutating func record<Record: ExportRecord>(_ name: String, _ value: inout Record, _ explanation: String) {
    json.key(name)
    write(value)
  }

  mutating func records<Record: ExportRecord>(_ name: String, _ value: inout [Record], _ explanation: String) {
    guard !value.isEmpty else { return }
    json.key(name)
    json.beginArray()
    for record in value { write(record) }
    json.endArray()
  }

  mutating func place(_ span: inout ExportedSpan?) { note(span, for: SpanNames.whole) }

  // MARK: Places

  private mutating func note(_ span: ExportedSpan?, for name: String) {
    if hasSpans, let span { places.append((name, .one(span))) }
  }

  private mutating func writePlaces() {
    guard !places.isEmpty else { return }
    json.key(SpanNames.member)
    json.beginObject()
    for entry in places {
      json.key(entry.name)
      switch entry.places {
      case .one(let span): write(span)
      case .many(let spans):
        json.beginArray()
        for span in spans { write(span) }
        json.endArray()
      }
    }
    json.endObject()
  }

  private mutating func write(_ span: ExportedSpan) {
    json.beginObject()
    json.member("start", span.start)
    json.member("end", span.end)
    json.member("line", span.line)
    json.member("column", span.column)
    json.member("endLine", span.endLine)
    json.member("endColumn", span.endColumn)
    json.endObject()
  }
}

/// The names of what holds the places of a record's fields.
enum SpanNames {
  /// The member of a record that maps the names of fields to places.
  static let member = "spans"
  /// The place of the record itself.
  static let whole = "whole"
}
