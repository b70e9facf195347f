import DocgenSupport

/// A table of numbers for the templates: each row has a name and numbers.
struct QualityTable {
  /// What a row is about.
  struct Name {
    var text: String
    var href: String?
    /// The language of the name, where it is not the page's.
    var language: String?
    /// The name is one of the program's, and the same in every language.
    var isCode = false
    var note: String?
    /// The language of the note, where it is not the page's.
    var noteLanguage: String?
    /// The row is about the page that shows it.
    var isCurrent = false
  }

  private let label: String
  private let columns: [String]
  private var rows: [TemplateValue] = []

  /// - Parameters:
  ///   - label: What the table is called for those who do not see it.
  ///   - columns: The heads of all columns, that of the names first.
  init(label: String, columns: [String]) {
    self.label = label
    self.columns = columns
  }

  mutating func add(_ name: Name, _ numbers: [String]) {
    var label = ByteBuffer()
    if name.isCode { label.append(NameBreaks.html(name.text)) } else { label.appendText(name.text) }
    var row = TemplateObject(capacity: 8)
    row["label"] = .bytes(label.bytes)
    row["href"] = name.href.map { .string($0) } ?? .null
    row["language"] = name.language.map { .string($0) } ?? .null
    row["is-code"] = .boolean(name.isCode)
    row["note"] = name.note.map { .string($0) } ?? .null
    row["note-language"] = name.noteLanguage.map { .string($0) } ?? .null
    row["is-current"] = .boolean(name.isCurrent)
    row["numbers"] = .list(numbers.map { .string($0) })
    rows.append(.object(row))
  }

  /// The table; `.none` if it has no rows.
  var value: TemplateValue {
    if rows.isEmpty { return .null }
    return [
      "label": .string(label), "first": .string(columns[0]), "columns": .list(columns.dropFirst().map { .string($0) }),
      "rows": .list(rows),
    ]
  }
}
