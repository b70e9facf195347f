import DocgenSupport

/// A Mustache template, compiled once.
///
/// The program is flat: an instruction with content of its own is followed by that content and knows where it ends.
/// A class, for rendering on many threads counts references to one thing instead of to each of its parts.
package final class Template: Sendable {
  enum Instruction: Sendable {
    /// A range of ``Template/text``.
    case text(start: Int32, end: Int32)
    case variable(path: Int32, isEscaped: Bool)
    case section(path: Int32, end: Int32)
    case inverted(path: Int32, end: Int32)
    case partial(inclusion: Int32)
    /// The content holds only the blocks that are arguments.
    case parent(inclusion: Int32, end: Int32)
    case block(block: Int32, end: Int32)
  }

  /// A tag that shows another template.
  struct Inclusion: Sendable {
    enum Target: Sendable {
      case name(String)
      /// A dynamic name: the value at the path is the name.
      case path(Int32)
    }
    var target: Target
    /// What is put before each line of the other template.
    var indentation: [UInt8]
    /// Where the tag stands in the source.
    var offset: Int32
  }

  /// A part that another template can replace.
  struct Block: Sendable {
    var key: TemplateKey
    /// What is put before each line of the content; the content itself has lost it.
    var indentation: [UInt8]
  }

  /// The name, without its extension.
  package let name: String
  let source: [UInt8]
  let instructions: [Instruction]
  let text: [UInt8]
  /// The parts of all dotted names.
  let keys: [TemplateKey]
  /// Dotted names as ranges of ``keys``; an empty one is the implicit iterator.
  let paths: [Range<Int32>]
  let inclusions: [Inclusion]
  let blocks: [Block]

  /// Compiles a template.
  ///
  /// - Parameters:
  ///   - name: the name that errors give.
  ///   - source: the bytes of the template.
  /// - Throws: ``TemplateError`` with the place of the first thing that is wrong.
  /// - Complexity: O(*n*) in the number of bytes.
  package init(name: String, source: [UInt8]) throws(TemplateError) {
    var compiler = TemplateCompiler(name: name, source: source)
    try compiler.compile()
    self.name = name
    self.source = source
    instructions = compiler.instructions
    text = compiler.text
    keys = compiler.keys
    paths = compiler.paths
    inclusions = compiler.inclusions
    blocks = compiler.blocks
  }

  func error(at offset: Int32, _ message: String) -> TemplateError {
    TemplateError(template: name, position: LineTable(source).position(of: offset), message: message)
  }
}
