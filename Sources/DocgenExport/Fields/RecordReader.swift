import DocgenSupport

/// Why a JSON value is not a record of the model.
package struct RecordError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The members and indices that lead to the value (`pages[3].id`).
  package var path: String
  /// What is wrong.
  package var message: String

  /// The message with the path.
  package var description: String { path.isEmpty ? message : "\(path): \(message)" }
}

/// Reads records from JSON values; what the writer would not have written is refused.
struct RecordReader: FieldVisitor {
  private let members: [JSONMember]
  private let spans: JSONValue?
  private let path: String
  /// The members that no field has asked for yet.
  private var unread: Set<Int>
  /// The first thing that is wrong.
  private var problem: RecordError?

  static func read<Record: ExportRecord>(_ value: JSONValue, path: String = "") throws(RecordError) -> Record {
    guard let members = value.members else {
      throw RecordError(path: path, message: "an object should stand here, not \(value.typeName)")
    }
    var reader = RecordReader(members: members, path: path)
    var record = Record()
    record.visit(&reader)
    if let problem = reader.problem { throw problem }
    if let index = reader.unread.min() {
      throw RecordError(path: path, message: "the member '\(members[index].name)' is not known")
    }
    return record
  }

  private init(members: [JSONMember], path: String) {
    self.members = members
    self.path = path
    unread = Set(members.indices)
    let index = members.firstIndex { $0.name == SpanNames.member }
    spans = index.map { members[$0].value }
    if let index { unread.remove(index) }
    if let spans, spans.members == nil { fail(SpanNames.member, "an object should stand here") }
  }

  // MARK: Values

  private mutating func fail(_ name: String, _ message: String) {
    guard problem == nil else { return }
    problem = RecordError(path: path.isEmpty ? name : "\(path).\(name)", message: message)
  }

  private mutating func value(_ name: String) -> JSONValue? {
    guard problem == nil, let index = members.firstIndex(where: { $0.name == name }) else { return nil }
    unread.remove(index)
    return members[index].value
  }

  private mutating func required<Value>(
    _ name: String, _ type: String, _ convert: (JSONValue) -> Value?
  ) -> Value? {
    guard problem == nil else { return nil }
    guard let value = optional(name, type, convert) else {
      fail(name, "\(type) is missing")
      return nil
    }
    return value
  }

  private mutating func optional<Value>(
    _ name: String, _ type: String, _ convert: (JSONValue) -> Value?
  ) -> Value? {
    guard let value = value(name) else { return nil }
    guard let result = convert(value) else {
      fail(name, "\(type) should stand here, not \(value.typeName)")
      return nil
    }
    return result
  }

  private mutating func strings(_ name: String) -> [String] {
    let items = optional(name, "a list of texts") { $0.items } ?? []
    var texts: [String] = []
    for item in items {
      guard let text = item.string else {
        fail(name, "a text should stand here, not \(item.typeName)")
        return []
      }
      texts.append(text)
    }
    return texts
  }

  // MARK: Fields

  mutating func text(
    _ name: String, _ value: inout String, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    value = required(name, "a text") { $0.string } ?? ""
    check(value, name, choices())
  }

  mutating func text(
    _ name: String, _ value: inout String?, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    value = optional(name, "a text") { $0.string }
    if let value { check(value, name, choices()) }
  }

  private mutating func check(_ text: String, _ name: String, _ choices: [String]) {
    if !choices.isEmpty, !choices.contains(text) { fail(name, "'\(text)' is not one of the values allowed") }
  }

  mutating func slot(_ name: String, _ value: inout ExportedText, _ explanation: String) {
    value = ExportedText(required(name, "a text") { $0.string } ?? "", at: span(name))
  }

  mutating func slot(_ name: String, _ value: inout ExportedText?, _ explanation: String) {
    let text = optional(name, "a text") { $0.string }
    value = text.map { ExportedText($0, at: span(name)) }
  }

  mutating func slots(_ name: String, _ value: inout [ExportedText], _ explanation: String) {
    value = strings(name).map { ExportedText($0) }
    guard let places = spans?[name] else { return }
    guard let items = places.items, items.count == value.count else {
      fail("\(SpanNames.member).\(name)", "a list with a place for each value should stand here")
      return
    }
    for (index, item) in items.enumerated() { value[index].span = readSpan(item, name) }
  }

  mutating func words(
    _ name: String, _ value: inout ExportedWords, choices: @autoclosure () -> [String], _ explanation: String
  ) {
    value = ExportedWords(strings(name), at: span(name))
    let known = choices()
    for word in value.words { check(word, name, known) }
  }

  mutating func flag(_ name: String, _ value: inout Bool, _ explanation: String) {
    value = optional(name, "true or false") { $0.boolean } ?? false
  }

  mutating func number(_ name: String, _ value: inout Int, _ explanation: String) {
    value = required(name, "a whole number") { $0.integer } ?? 0
  }

  mutating func number(_ name: String, _ value: inout Int?, _ explanation: String) {
    value = optional(name, "a whole number") { $0.integer }
  }

  mutating func record<Record: ExportRecord>(_ name: String, _ value: inout Record, _ explanation: String) {
    guard let found = required(name, "an object", { $0 }) else { return }
    value = read(found, path: memberPath(name)) ?? value
  }

  mutating func records<Record: ExportRecord>(_ name: String, _ value: inout [Record], _ explanation: String) {
    let items = optional(name, "a list") { $0.items } ?? []
    value = []
    value.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      guard let record: Record = read(item, path: "\(memberPath(name))[\(index)]") else { return }
      value.append(record)
    }
  }

  mutating func place(_ span: inout ExportedSpan?) { span = self.span(SpanNames.whole) }

  private func memberPath(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  private mutating func read<Record: ExportRecord>(_ value: JSONValue, path: String) -> Record? {
    guard problem == nil else { return nil }
    do throws(RecordError) {
      return try Self.read(value, path: path)
    } catch {
      problem = error
      return nil
    }
  }

  // MARK: Places

  private mutating func span(_ name: String) -> ExportedSpan? {
    guard problem == nil, let value = spans?[name] else { return nil }
    return readSpan(value, name)
  }

  private mutating func readSpan(_ value: JSONValue, _ name: String) -> ExportedSpan? {
    var span = ExportedSpan()
    for (key, path, least) in ExportedSpan.numbers {
      guard let number = value[key]?.integer, number >= least else {
        fail("\(SpanNames.member).\(name).\(key)", "a whole number from \(least) on is missing")
        return nil
      }
      span[keyPath: path] = number
    }
    if value.members?.count != ExportedSpan.numbers.count {
      fail("\(SpanNames.member).\(name)", "the place has members that are not known")
    }
    return span
  }
}
