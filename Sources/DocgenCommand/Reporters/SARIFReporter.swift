import DocgenLint
import DocgenSupport

/// Writes findings as a SARIF 2.1.0 log with one run: one rule and one result a line.
struct SARIFReporter: Reporter, MessageSource {
  struct Messages: MessageSet {
    let topLevel = PlainMessage("The top level of the repository.")
    let safeFix = PlainMessage("Restore what the source says.")
    let unsafeFix = PlainMessage("Restore what the source says, and look at the result.")
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  /// The name under which the results know the top level of the repository.
  private static let root = "%SRCROOT%"

  func write(_ report: LintReport, to output: Output) {
    output.write("{\"$schema\":\"\(Self.schema)\",\"version\":\"2.1.0\",\"runs\":[{\n\"tool\":{\"driver\":{")
    let catalog = report.catalog
    // English is what a log without it is in.
    let language = catalog.language == MessageCatalog.source.language ? "" : "\"language\":\"\(catalog.language)\","
    output.write("\"name\":\"docgen\",\"semanticVersion\":\"\(Version.current)\",\(language)\"rules\":[")
    Self.writeLines(count: RuleCatalog.all.count, jobs: 1, to: output) { index, writer in
      writer.rule(RuleCatalog.all[index], in: catalog.language)
    }
    var root = JSONWriter(isIndented: false)
    root.object { $0.textMember("description", catalog.text(Self.messages.topLevel)) }
    output.write("]}},\n\(language)\"columnKind\":\"unicodeCodePoints\",\n\"originalUriBaseIds\":{\"\(Self.root)\":")
    output.write("\(root.buffer.string)},\n\"results\":[")
    let indices = Dictionary(uniqueKeysWithValues: zip(RuleCatalog.all.map(\.id), RuleCatalog.all.indices))
    let keys = FindingKey.keys(of: report.diagnostics)
    Self.writeLines(count: keys.count, jobs: report.jobs, to: output) { index, writer in
      let diagnostic = report.diagnostics[index]
      Result(
        diagnostic: diagnostic, ruleIndex: indices[diagnostic.rule], fingerprint: keys[index].fingerprint,
        paths: report.paths, catalog: catalog
      ).write(to: &writer)
    }
    output.write("]}]}\n")
  }

  /// Writes the items of an array, one a line.
  private static func writeLines(
    count: Int, jobs: Int, to output: Output, _ write: @escaping @Sendable (Int, inout JSONWriter) -> Void
  ) {
    guard count > 0 else { return }
    output.write("\n")
    output.writeLines(count: count, separator: ",\n", jobs: jobs, write)
    output.write("\n")
  }

  /// One finding as a result.
  private struct Result {
    let diagnostic: Diagnostic
    let ruleIndex: Int?
    let fingerprint: String
    let paths: RepositoryPaths
    let catalog: MessageCatalog

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("ruleId", diagnostic.rule)
        if let ruleIndex { writer.member("ruleIndex", ruleIndex) }
        writer.member("level", diagnostic.severity.rawValue)
        writer.textMember("message", catalog.text(diagnostic.message))
        writer.key("locations")
        writer.array { $0.object { writePhysicalLocation(diagnostic.location, to: &$0) } }
        writeRelated(to: &writer)
        writer.key("partialFingerprints")
        writer.object { $0.member("docgenFact/v1", fingerprint) }
        if let fix = diagnostic.fix { write(fix, to: &writer) }
        writeProperties(to: &writer)
      }
    }

    private func writeRelated(to writer: inout JSONWriter) {
      guard !diagnostic.related.isEmpty else { return }
      writer.key("relatedLocations")
      writer.array { writer in
        for (index, related) in diagnostic.related.enumerated() {
          writer.object { writer in
            writer.member("id", index + 1)
            writePhysicalLocation(related.location, to: &writer)
            writer.textMember("message", catalog.text(related.message))
          }
        }
      }
    }

    private func writePhysicalLocation(_ location: SourceLocation, to writer: inout JSONWriter) {
      writer.key("physicalLocation")
      writer.object { writer in
        writeArtifact(location.file, to: &writer)
        writer.key("region")
        writeRegion(location.start, location.end, to: &writer)
      }
    }

    private func writeArtifact(_ file: String, to writer: inout JSONWriter) {
      writer.key("artifactLocation")
      writer.object { writer in
        writer.member("uri", paths.uri(file))
        if paths.areRelative { writer.member("uriBaseId", SARIFReporter.root) }
      }
    }

    private func writeRegion(_ start: SourcePosition, _ end: SourcePosition, to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("startLine", start.line)
        writer.member("startColumn", start.column)
        writer.member("endLine", end.line)
        writer.member("endColumn", end.column)
      }
    }

    private func write(_ fix: Diagnostic.Fix, to writer: inout JSONWriter) {
      writer.key("fixes")
      writer.array { writer in
        writer.object { writer in
          writer.textMember("description", catalog.text(Self.description(fix.applicability)))
          writer.key("artifactChanges")
          writer.array { $0.object { writeChange(fix.edits, to: &$0) } }
          writer.key("properties")
          writer.object { $0.member("applicability", fix.applicability.rawValue) }
        }
      }
    }

    private static func description(_ applicability: Diagnostic.Fix.Applicability) -> Message {
      switch applicability {
      case .safe: SARIFReporter.messages.safeFix
      case .unsafe: SARIFReporter.messages.unsafeFix
      }
    }

    private func writeChange(_ edits: [Diagnostic.Fix.Edit], to writer: inout JSONWriter) {
      writeArtifact(diagnostic.location.file, to: &writer)
      writer.key("replacements")
      writer.array { writer in
        for edit in edits {
          writer.object { writer in
            writer.key("deletedRegion")
            writeRegion(edit.start, edit.end, to: &writer)
            writer.textMember("insertedContent", edit.text)
          }
        }
      }
    }

    /// What other programs may want of the finding and SARIF has no place for.
    private func writeProperties(to writer: inout JSONWriter) {
      writer.key("properties")
      writer.object { writer in
        writer.member("group", diagnostic.group)
        writer.member("page", diagnostic.page)
        writer.member("locale", diagnostic.locale)
        if let expected = diagnostic.expected { writer.member("expected", expected) }
        if let actual = diagnostic.actual { writer.member("actual", actual) }
        if let damage = diagnostic.damage { writer.member("damage", damage.rawValue) }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a member whose value is an object with a text, as messages and contents are.
  fileprivate mutating func textMember(_ name: String, _ text: String) {
    key(name)
    object { $0.member("text", text) }
  }

  /// Writes a rule with its page of documentation.
  fileprivate mutating func rule(_ rule: Rule, in language: String) {
    let page = RulePages.page(of: rule, in: language)
    object { writer in
      writer.member("id", rule.id)
      writer.textMember("shortDescription", page?.summary ?? rule.summary)
      if let page {
        let sections = page.sections
        if let text = sections[.whatItDoes] { writer.textMember("fullDescription", text) }
        writer.key("help")
        writer.object { writer in
          writer.member("text", [sections[.whatItDoes], sections[.why]].compactMap(\.self).joined(separator: "\n\n"))
          writer.member("markdown", page.markdown)
        }
      }
      writer.key("defaultConfiguration")
      writer.object { $0.member("level", rule.defaultSeverity.rawValue) }
      writer.key("properties")
      writer.object { writer in
        writer.key("tags")
        writer.array { $0.string(rule.group.rawValue) }
      }
    }
  }
}
