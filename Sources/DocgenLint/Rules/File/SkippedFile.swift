import DocgenSupport

/// Finds what stands in the content and cannot be read as a file: dead links, pipes, names that are not UTF-8.
enum SkippedFile: SkippedFileCheck {
  static let rule = Rule(
    "skipped-file", in: .file, .warning,
    "A name in the content stands for nothing that can be read, such as a link to nothing.")

  static func covers(_ reason: SkippedEntry.Reason) -> Bool {
    switch reason {
    case .missing, .circle, .special, .invalidName, .tooLong, .tooDeep: true
    case .outside, .hidden, .repeated, .above: false
    }
  }
}
