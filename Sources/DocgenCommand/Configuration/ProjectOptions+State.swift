import DocgenSupport

extension ProjectOptions {
  /// Whether the command line names a project, and does not leave it to the working directory.
  var namesProject: Bool {
    var other = ProjectOptions()
    other.jobs = jobs
    other.allowsEmpty = allowsEmpty
    return self != other
  }

  /// Writes what another machine is to be told of the project.
  func write(to writer: inout StateWriter) {
    writer.write(configurationFile)
    writer.write(contentFolder)
    writer.write(sourceLocale)
    writer.write(locales) { $0.write($1) }
    writer.write(localesFolder)
    writer.write(dialects) { $0.write($1) }
    writer.write(excluded) { $0.write($1) }
    writer.write(layout?.rawValue)
    writer.write(allowsEmpty)
  }

  /// Reads what was written; the number of threads is that of this machine.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init()
    configurationFile = try reader.optionalText()
    contentFolder = try reader.optionalText()
    sourceLocale = try reader.optionalText()
    locales = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    localesFolder = try reader.optionalText()
    dialects = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    excluded = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    layout = try reader.optionalText().flatMap(Configuration.Layout.init)
    allowsEmpty = try reader.flag()
  }
}
