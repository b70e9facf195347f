import DocgenSupport

extension TranslationNote {
  /// Writes the note, to be read by another run.
  func write(to writer: inout StateWriter) {
    writer.write(translator.rawValue)
    writer.write(fragments) { $0.write($1) }
  }

  /// Reads a note that was written.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    guard let translator = Translator(rawValue: try reader.text()) else { throw StateReader.Damage() }
    self.init(
      translator: translator, fragments: try reader.list { reader throws(StateReader.Damage) in try reader.text() })
  }
}
