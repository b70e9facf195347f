import DocgenSupport

/// Finds links to folders whose files are read anyway, and to folders around the content.
enum RepeatedFolder: SkippedFileCheck {
  static let rule = Rule(
    "repeated-folder", in: .file, .warning,
    "A link of the file system leads to a folder that is read already, or to one around the content.")

  static func covers(_ reason: SkippedEntry.Reason) -> Bool {
    switch reason {
    case .repeated, .above: true
    default: false
    }
  }
}
