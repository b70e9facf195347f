extension Diagnostic {
  /// Writes the finding, to be kept until the next run.
  public func write(to writer: inout StateWriter) {
    writer.write(repeated: rule)
    writer.write(repeated: group)
    writer.write(repeated: severity.rawValue)
    writer.write(repeated: page)
    writer.write(repeated: locale)
    message.write(to: &writer)
    location.write(to: &writer)
    writer.write(slot)
    writer.write(expected)
    writer.write(actual)
    writer.write(damage?.rawValue)
    writer.write(change?.rawValue)
    writer.write(foldedInto != nil)
    if let foldedInto {
      writer.write(repeated: foldedInto.rule)
      foldedInto.location.write(to: &writer)
    }
    writer.write(related) { writer, related in
      related.location.write(to: &writer)
      related.message.write(to: &writer)
    }
    writer.write(fix != nil)
    fix?.write(to: &writer)
  }

  /// Reads a finding that was kept.
  public convenience init(_ reader: inout StateReader) throws(StateReader.Damage) {
    let rule = try reader.repeatedText()
    let group = try reader.repeatedText()
    guard let severity = Severity(rawValue: try reader.repeatedText()) else { throw StateReader.Damage() }
    let page = try reader.repeatedText()
    let locale = try reader.repeatedText()
    self.init(
      rule: rule, group: group, severity: severity, page: page, locale: locale, message: try Message(&reader),
      location: try SourceLocation(&reader), slot: try reader.optionalText(), expected: try reader.optionalText(),
      actual: try reader.optionalText(), damage: try reader.optionalText().flatMap(Damage.init),
      change: try reader.optionalText().flatMap(SourceChangeClass.init),
      foldedInto: try reader.flag()
        ? try Explanation(rule: reader.repeatedText(), location: SourceLocation(&reader)) : nil,
      related: try reader.list { reader throws(StateReader.Damage) in
        Related(location: try SourceLocation(&reader), message: try Message(&reader))
      }, fix: try reader.flag() ? try Fix(&reader) : nil)
  }
}

extension Diagnostic.Fix {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(applicability == .safe)
    writer.write(edits) { writer, edit in
      edit.span.write(to: &writer)
      edit.start.write(to: &writer)
      edit.end.write(to: &writer)
      writer.write(edit.text)
    }
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init(
      try reader.flag() ? .safe : .unsafe,
      edits: try reader.list { reader throws(StateReader.Damage) in
        Edit(
          span: try SourceSpan(&reader), start: try SourcePosition(&reader), end: try SourcePosition(&reader),
          text: try reader.text())
      })
  }
}

extension SourceSpan {
  /// Writes the span, to be kept until the next run.
  public func write(to writer: inout StateWriter) {
    writer.write(Int(start))
    writer.write(Int(end))
  }

  /// Reads a span that was kept.
  public init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init(
      start: Int32(truncatingIfNeeded: try reader.number()), end: Int32(truncatingIfNeeded: try reader.number()))
  }
}

extension SourcePosition {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(line)
    writer.write(column)
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init(line: try reader.number(), column: try reader.number())
  }
}

extension SourceLocation {
  /// Writes the location, to be kept until the next run.
  public func write(to writer: inout StateWriter) {
    writer.write(repeated: file)
    start.write(to: &writer)
    end.write(to: &writer)
  }

  /// Reads a location that was kept.
  public init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init(file: try reader.repeatedText(), start: try SourcePosition(&reader), end: try SourcePosition(&reader))
  }
}

extension Message {
  /// Writes the message, to be kept until the next run.
  public func write(to writer: inout StateWriter) {
    writer.write(repeated: template)
    writer.write(arguments) { writer, argument in
      switch argument {
      case .text(let text):
        writer.write(0)
        writer.write(text)
      case .number(let number):
        writer.write(1)
        writer.write(number)
      case .message(let message):
        writer.write(2)
        message.write(to: &writer)
      }
    }
  }

  /// Reads a message that was kept.
  public init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init(
      template: try reader.repeatedText(),
      arguments: try reader.list { reader throws(StateReader.Damage) in
        switch try reader.number() {
        case 0: return .text(try reader.text())
        case 1: return .number(try reader.number())
        case 2: return .message(try Message(&reader))
        default: throw StateReader.Damage()
        }
      })
  }
}
