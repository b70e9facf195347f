import DocgenSupport

/// Templates that show one another, compiled and linked before the first page is rendered.
package struct TemplateSet: Sendable {
  /// How deeply sections, partials and parents may stand in each other while a page is rendered.
  package static let depthLimit = 200

  let templates: [Template]
  /// For each template and each of its inclusions: the index of the included template, or -1.
  let links: [[Int]]
  private let indices: [String: Int]

  /// Loads the named templates and all those that they name in turn.
  ///
  /// - Parameters:
  ///   - names: the templates to be rendered, and those that only dynamic names (`{{>*kind}}`) reach.
  ///   - allowsMissingTemplates: a template that is not there shows nothing, as the Mustache specification has it;
  ///     otherwise it is an error.
  ///   - load: the source of a template, or `nil` if there is none.
  /// - Throws: ``TemplateError`` for the first template that is wrong or missing, and what `load` throws.
  package init(
    _ names: [String], allowsMissingTemplates: Bool = false, load: (_ name: String) throws -> [UInt8]?
  ) throws {
    var templates: [Template] = []
    var indices: [String: Int] = [:]
    var origins: [(name: String, template: Int, inclusion: Int)] = names.map { ($0, -1, -1) }
    var next = 0
    while next < origins.count {
      let origin = origins[next]
      next += 1
      guard indices[origin.name] == nil else { continue }
      guard let source = try load(origin.name) else {
        if allowsMissingTemplates { continue }
        guard origin.template >= 0 else { throw Self.missing(origin.name) }
        let template = templates[origin.template]
        throw template.error(
          at: template.inclusions[origin.inclusion].offset,
          "there is no template '\(origin.name)': add '\(origin.name).mustache' to the templates, or correct the name")
      }
      let template = try Template(name: origin.name, source: source)
      indices[origin.name] = templates.count
      for (index, inclusion) in template.inclusions.enumerated() {
        if case .name(let name) = inclusion.target { origins.append((name, templates.count, index)) }
      }
      templates.append(template)
    }
    self.templates = templates
    self.indices = indices
    links = templates.map { template in
      template.inclusions.map { inclusion in
        if case .name(let name) = inclusion.target { indices[name] ?? -1 } else { -1 }
      }
    }
  }

  /// Renders a template at the end of a buffer.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - context: the values that names are looked up in, the outermost first; a later one hides the earlier.
  ///   - buffer: what the text is added to.
  /// - Throws: ``TemplateError`` where there is no such template, or one shows itself without an end.
  package func render(_ name: String, _ context: [TemplateValue], into buffer: inout ByteBuffer) throws(TemplateError) {
    guard let index = indices[name] else { throw Self.missing(name) }
    var renderer = TemplateRenderer(set: self, contexts: context)
    try renderer.render(index, into: &buffer)
  }

  func index(of name: String) -> Int? { indices[name] }

  private static func missing(_ name: String) -> TemplateError {
    TemplateError(template: name, message: "there is no such template: add '\(name).mustache' to the templates")
  }
}
