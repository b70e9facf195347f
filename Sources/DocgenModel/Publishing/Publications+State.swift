import DocgenSupport

extension Publications {
  /// Writes what pages say.
  package func write(to writer: inout StateWriter) {
    func write(_ text: Text, to writer: inout StateWriter) {
      writer.write(text.value)
      writer.write(text.path)
      writer.write(text.position.line)
      writer.write(text.position.column)
    }
    writer.write(statements) { writer, statement in
      writer.write(statement.page)
      writer.write(statement.states) { writer, state in
        writer.write(state != nil)
        guard let state else { return }
        writer.write(Int(state.exclusions.rawValue))
        writer.write(state.target != nil)
        if let target = state.target { write(target, to: &writer) }
        writer.write(state.aliases) { write($1, to: &$0) }
      }
    }
  }

  /// Reads what pages of a catalog say, as it was written.
  package init(_ reader: inout StateReader, _ all: PageCatalog) throws(StateReader.Damage) {
    let statements = try reader.list { reader throws(StateReader.Damage) in
      let page = try reader.number()
      let states = try reader.list { reader throws(StateReader.Damage) in try Self.state(&reader) }
      guard all.entries.indices.contains(page), states.count == all.locales.count else { throw StateReader.Damage() }
      return (page: page, states: states)
    }
    self.init(all, statements)
  }

  private static func state(_ reader: inout StateReader) throws(StateReader.Damage) -> State? {
    func text(_ reader: inout StateReader) throws(StateReader.Damage) -> Text {
      Text(
        value: try reader.text(), path: try reader.text(),
        position: SourcePosition(line: try reader.number(), column: try reader.number()))
    }
    guard try reader.flag() else { return nil }
    let exclusions = PagePublication.Exclusions(rawValue: .init(truncatingIfNeeded: try reader.number()))
    return State(
      exclusions: exclusions, target: try reader.flag() ? try text(&reader) : nil,
      aliases: try reader.list { reader throws(StateReader.Damage) in try text(&reader) })
  }
}
