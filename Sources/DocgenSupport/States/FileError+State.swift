extension FileError {
  /// Writes the error, to be told by another run.
  public func write(to writer: inout StateWriter) {
    writer.write(repeated: operation)
    writer.write(path)
    writer.write(Int(code))
    writer.write(reason)
  }

  /// Reads an error that was written.
  public init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init(
      operation: try reader.repeatedText(), path: try reader.text(),
      code: Int32(truncatingIfNeeded: try reader.number()), reason: try reader.optionalText())
  }
}
