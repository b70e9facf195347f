import DocgenSupport

extension PageCatalog {
  /// What all pages share, as far as it was read before the first page is: the answers to all that was asked besides what
  /// pages hold and which there are, and the catalog in place of these.
  ///
  /// What is made of pages before is to be added.
  ///
  /// - Parameter trace: What was asked so far.
  /// - Returns: `nil` if something cannot be asked again.
  package func context(_ trace: FileTrace) -> StateWriter? {
    guard let answers = trace.answers else { return nil }
    var writer = StateWriter()
    let content = contentFolder + "/"
    for (question, answer) in answers {
      let isInContent = question.path.hasPrefix(content)
      switch question.subject {
      case .content where isInContent && DialectFiles.pageExtension(of: question.path) != nil: continue
      case .listing where isInContent || question.path == contentFolder: continue
      default:
        writer.write(plain: [question.subject.rawValue])
        writer.write(question.path)
        writer.write(plain: answer.digest?.bytes ?? [])
      }
    }
    write(to: &writer)
    return writer
  }

  private func write(to writer: inout StateWriter) {
    writer.write(dialect.name)
    writer.write(locales) { $0.write($1) }
    writer.write(entries) { writer, entry in
      writer.write(entry.name)
      for file in entry.files { writer.write(file) }
      writer.write(entry.duplicates) { writer, duplicate in
        writer.write(duplicate.locale)
        writer.write(duplicate.file)
      }
    }
    writer.write(resources) { writer, resource in
      writer.write(resource.locale)
      writer.write(resource.file)
      writer.write(resource.path)
    }
    writer.write(skipped) { writer, file in
      writer.write(file.file)
      writer.write(file.locale)
      file.reason.message.write(to: &writer)
    }
    writer.write(unpublished.sorted()) { $0.write($1) }
  }
}
