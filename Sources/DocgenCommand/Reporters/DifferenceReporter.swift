import DocgenLint
import DocgenSupport

/// The change of one file, line by line.
struct FileDifference: Sendable {
  /// The path relative to the content directory.
  let file: String
  let difference: UnifiedDiff

  init(_ change: Fixer.Change) {
    file = change.file
    difference = UnifiedDiff(from: change.old, to: change.new)
  }
}

/// Writes changes as one unified diff, which `patch -p1` applies in the content folder.
///
/// Names of files with what must not reach a terminal are in quotes, as git writes and `patch` reads them.
struct DifferenceReporter {
  var styles = Styles(isColored: false)
  /// A person reads it, and no program: text must not move the cursor.
  var isForTerminal = false

  func write(_ differences: [FileDifference], to output: Output) {
    for difference in differences {
      if output.isClosed { return }
      var buffer = ByteBuffer(capacity: 1024)
      append("---", "a/", difference.file, to: &buffer)
      append("+++", "b/", difference.file, to: &buffer)
      for hunk in difference.difference.hunks { append(hunk, to: &buffer) }
      output.write(buffer)
    }
  }

  /// The line that names a file: `mark` is `---` or `+++`, `side` the folder that stands for what was or will be.
  private func append(_ mark: StaticString, _ side: String, _ file: String, to buffer: inout ByteBuffer) {
    styles.append(.place, to: &buffer) { buffer in
      buffer.append(mark)
      buffer.append(0x20)
      let name = side + file
      if QuotedName.isNeeded(for: name) {
        QuotedName.append(name, to: &buffer)
      } else {
        buffer.append(name)
        // Without a tab after it, `patch` takes a name with a space up to the space.
        if name.utf8.contains(0x20) { buffer.append(0x09) }
      }
    }
    buffer.append(0x0A)
  }

  private func append(_ hunk: UnifiedDiff.Hunk, to buffer: inout ByteBuffer) {
    styles.append(.gutter, to: &buffer) { $0.append(hunk.header) }
    buffer.append(0x0A)
    for line in hunk.lines {
      var text = line.bytes
      let isEnded = text.last == 0x0A
      if isEnded { text.removeLast() }
      switch line.kind {
      case .context: append(line.kind, text, to: &buffer)
      case .removed: styles.append(.removed, to: &buffer) { append(line.kind, text, to: &$0) }
      case .added: styles.append(.added, to: &buffer) { append(line.kind, text, to: &$0) }
      }
      buffer.append(0x0A)
      if !isEnded { buffer.append("\\ No newline at end of file\n" as StaticString) }
    }
  }

  private func append(_ kind: UnifiedDiff.Line.Kind, _ text: ArraySlice<UInt8>, to buffer: inout ByteBuffer) {
    buffer.append(kind.rawValue)
    // On a terminal the text must not move the cursor; a pipe gets the bytes as they are.
    if isForTerminal || styles.isColored {
      VisibleText.append(String(decoding: text.last == 0x0D ? text.dropLast() : text, as: UTF8.self), to: &buffer)
    } else {
      buffer.append(Array(text))
    }
  }
}
