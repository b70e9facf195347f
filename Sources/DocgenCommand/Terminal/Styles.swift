import DocgenSupport

/// The colours of text on a terminal; plain elsewhere.
struct Styles: Sendable {
  enum Style: Sendable {
    case error
    case warning
    case note
    case place
    case gutter
    case heading
    case strong
    case code
    case removed
    case added

    /// The parameters of "select graphic rendition".
    fileprivate var parameters: StaticString {
      switch self {
      case .error: "\u{1B}[1;31m"
      case .warning: "\u{1B}[1;33m"
      case .note: "\u{1B}[1;36m"
      case .place: "\u{1B}[1m"
      case .gutter: "\u{1B}[34m"
      case .heading, .strong: "\u{1B}[1m"
      case .code: "\u{1B}[36m"
      case .removed: "\u{1B}[31m"
      case .added: "\u{1B}[32m"
      }
    }
  }

  let isColored: Bool

  /// Appends what the body appends, in a style.
  func append(_ style: Style, to buffer: inout ByteBuffer, _ body: (inout ByteBuffer) -> Void) {
    if isColored { buffer.append(style.parameters) }
    body(&buffer)
    if isColored { buffer.append("\u{1B}[0m" as StaticString) }
  }
}

extension Styles.Style {
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }
}
