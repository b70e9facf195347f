import DocgenSupport

/// The files of a project's locales as they are handed to another machine.
package struct ContentFileList: Sendable {
  /// The locales' names, the source's first.
  package let locales: [String]
  /// How files are assigned to them.
  package let layout: ContentLayout
  let files: [[ContentFiles.Found]]
  let skipped: [PageCatalog.SkippedFile]
  let failures: [FileError]

  /// Lists files.
  ///
  /// - Parameters:
  ///   - content: The files.
  ///   - others: What else was left out.
  package init(_ content: ContentFiles, skipped others: [PageCatalog.SkippedFile]) {
    locales = content.locales
    layout = content.layout
    files = content.files
    skipped = (content.skipped + others).sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    failures = content.failures
  }
}

extension ContentFileList {
  /// Writes the list; of a path, what it does not share with the one before.
  package func write(to writer: inout StateWriter) {
    writer.write(locales) { $0.write($1) }
    switch layout {
    case .folders(let folders):
      writer.write(0)
      writer.write(folders) { $0.write($1) }
    case .suffixes(let folder):
      writer.write(1)
      writer.write(folder)
    }
    for (locale, files) in files.enumerated() {
      writer.write(files.count)
      var previous: [UInt8] = []
      for file in files {
        let path = Array(file.path.utf8)
        var shared = 0
        while shared < previous.count, shared < path.count, previous[shared] == path[shared] { shared += 1 }
        writer.write(shared)
        writer.write(path[shared...])
        writer.write(file.file == layout.path(file.path, of: locale) ? nil : file.file)
        previous = path
      }
    }
    writer.write(skipped) { writer, file in
      writer.write(file.file)
      writer.write(file.locale)
      writer.write(file.folder)
      file.reason.write(to: &writer)
    }
    writer.write(failures) { $1.write(to: &$0) }
  }

  /// Reads a list.
  package init(_ reader: inout StateReader) throws(StateReader.Damage) {
    locales = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    layout =
      try reader.number() == 0
      ? .folders(try reader.list { reader throws(StateReader.Damage) in try reader.text() })
      : .suffixes(folder: try reader.text())
    if case .folders(let folders) = layout, folders.count != locales.count { throw StateReader.Damage() }
    var files: [[ContentFiles.Found]] = []
    for locale in locales.indices {
      var previous: [UInt8] = []
      files.append(
        try reader.list { [layout] reader throws(StateReader.Damage) in
          let shared = try reader.number()
          guard shared >= 0, shared <= previous.count else { throw StateReader.Damage() }
          previous.removeLast(previous.count - shared)
          previous += try reader.content()
          let path = String(decoding: previous, as: UTF8.self)
          let file = try reader.optionalText() ?? layout.path(path, of: locale)
          return ContentFiles.Found(path: path, file: file)
        })
    }
    self.files = files
    skipped = try reader.list { reader throws(StateReader.Damage) in
      let (file, locale, folder) = (try reader.text(), try reader.text(), try reader.text())
      return PageCatalog.SkippedFile(
        file: file, locale: locale, reason: try SkippedEntry.Reason(&reader), folder: folder)
    }
    failures = try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
  }
}
