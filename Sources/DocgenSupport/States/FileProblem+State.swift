extension FileProblem {
  /// Writes the problem, to be told by another run.
  public func write(to writer: inout StateWriter) {
    writer.write(path)
    writer.write(position.line)
    writer.write(position.column)
    writer.write(message)
  }

  /// Reads a problem that was written.
  public init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init(
      path: try reader.text(), position: SourcePosition(line: try reader.number(), column: try reader.number()),
      message: try reader.text())
  }
}
