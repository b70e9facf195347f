import DocgenSupport

/// Finds links of the file system that lead out of the project.
enum OutsideLink: SkippedFileCheck {
  static let rule = Rule(
    "outside-link", in: .file, .error,
    "A link of the file system leads out of the project and is not followed.")

  static func covers(_ reason: SkippedEntry.Reason) -> Bool {
    switch reason {
    case .outside, .hidden: true
    default: false
    }
  }
}
