import DocgenSupport

/// A template that cannot be used, and where.
package struct TemplateError: Error, Sendable, CustomStringConvertible {
  /// The name of the template, without its extension.
  package let template: String
  /// The place in the template; `nil` if the template as a whole is the trouble.
  package let position: SourcePosition?
  /// What is wrong and what to do about it.
  package let message: String

  init(template: String, position: SourcePosition? = nil, message: String) {
    self.template = template
    self.position = position
    self.message = message
  }

  /// The place and the message, as compilers print them.
  package var description: String {
    guard let position else { return "\(template).mustache: \(message)" }
    return "\(template).mustache:\(position.line):\(position.column): \(message)"
  }
}
