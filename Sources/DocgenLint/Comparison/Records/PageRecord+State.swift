import DocgenSupport

extension PageRecord {
  /// Writes the record, to be kept until the next run.
  func write(to writer: inout StateWriter) {
    writer.write(isUnpublished)
    writer.write(innerLinks) { writer, link in
      writer.write(Int(link.locale))
      writer.write(Int(link.page))
      link.span.write(to: &writer)
    }
    writer.write(anchors) { writer, anchors in writer.write(anchors) { $0.write(hash: $1) } }
    writer.write(openLinks) { writer, link in
      writer.write(link.locale)
      writer.write(link.page ?? -1)
      writer.write(link.name)
      writer.write(link.destination)
      link.span.write(to: &writer)
    }
    writer.write(apis) { $1.write(to: &$0) }
    writer.write(terms) { $1.write(to: &$0) }
    for hashes in [tokens.kept, tokens.changed] { writer.write(hashes) { $0.write(hash: $1) } }
  }

  /// Reads a record that was kept.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    isUnpublished = try reader.flag()
    innerLinks = try reader.list { reader throws(StateReader.Damage) in
      InnerLink(
        locale: Int32(truncatingIfNeeded: try reader.number()), page: Int32(truncatingIfNeeded: try reader.number()),
        span: try SourceSpan(&reader))
    }
    anchors = try reader.list { reader throws(StateReader.Damage) in
      try reader.list { reader throws(StateReader.Damage) in try reader.hash() }
    }
    openLinks = try reader.list { reader throws(StateReader.Damage) in
      let (locale, page) = (try reader.number(), try reader.number())
      return OpenLink(
        locale: locale, page: page < 0 ? nil : page, name: try reader.text(), destination: try reader.text(),
        span: try SourceSpan(&reader))
    }
    apis = try reader.list { reader throws(StateReader.Damage) in try APIRecord(&reader) }
    terms = try reader.list { reader throws(StateReader.Damage) in try TermRecord(&reader) }
    tokens.kept = try reader.list { reader throws(StateReader.Damage) in try reader.hash() }
    tokens.changed = try reader.list { reader throws(StateReader.Damage) in try reader.hash() }
  }
}

extension APIRecord {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(locale)
    for hash in [key, signature, language] { writer.write(hash: hash) }
    span.write(to: &writer)
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    locale = try reader.number()
    key = try reader.hash()
    signature = try reader.hash()
    language = try reader.hash()
    span = try SourceSpan(&reader)
  }
}

extension TermRecord {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(Int(kind.rawValue))
    writer.write(locale)
    writer.write(hash: source)
    writer.write(hash: translation)
    sourceSpan.write(to: &writer)
    span.write(to: &writer)
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    guard let kind = Kind(rawValue: UInt8(truncatingIfNeeded: try reader.number())) else { throw StateReader.Damage() }
    self.kind = kind
    locale = try reader.number()
    source = try reader.hash()
    translation = try reader.hash()
    sourceSpan = try SourceSpan(&reader)
    span = try SourceSpan(&reader)
  }
}
