import DocgenSupport

extension PageSummary {
  /// Whether the summary can be kept until the next build: files that could not be read are tried anew.
  var canBeKept: Bool { unreadable.isEmpty && translations.isEmpty }

  /// Writes what is kept.
  func write(to writer: inout StateWriter) {
    writer.write(names) { $0.write($1) }
    writer.write(kind)
    writer.write(facets) { writer, value in
      writer.write(value.facet.rawValue)
      writer.write(value.text)
    }
    writer.write(searchNames) { $0.write($1) }
    writer.write(searchEntries) { writer, entry in
      writer.write(entry.name)
      writer.write(entry.origin.rawValue)
      writer.write(entry.kind)
      writer.write(entry.anchor)
      writer.write(entry.group)
    }
    writer.write(texts) { writer, text in
      writer.write(text != nil)
      text?.write(to: &writer)
    }
    writer.write(titles) { $0.write($1) }
    writer.write(updated) { $0.write($1) }
    for count in [fallbackPages, pages, files, missingLinks, unpublishedLinks, missingImages] { writer.write(count) }
  }

  /// Reads what was kept.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    names = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    kind = try reader.optionalText()
    facets = try reader.list { reader throws(StateReader.Damage) in
      guard let facet = Facet(rawValue: try reader.text()) else { throw StateReader.Damage() }
      return Facet.Value(facet: facet, text: try reader.text())
    }
    searchNames = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    searchEntries = try reader.list { reader throws(StateReader.Damage) in
      let name = try reader.text()
      guard let origin = SearchEntry.Origin(rawValue: try reader.number()) else { throw StateReader.Damage() }
      return SearchEntry(
        name: name, origin: origin, kind: try reader.optionalText(), anchor: try reader.optionalText(),
        group: try reader.number())
    }
    texts = try reader.list { reader throws(StateReader.Damage) in
      try reader.flag() ? try SearchText(&reader) : nil
    }
    titles = try reader.list { reader throws(StateReader.Damage) in try reader.optionalText() }
    updated = try reader.list { reader throws(StateReader.Damage) in try reader.optionalText() }
    fallbackPages = try reader.number()
    pages = try reader.number()
    files = try reader.number()
    missingLinks = try reader.number()
    unpublishedLinks = try reader.number()
    missingImages = try reader.number()
  }
}
