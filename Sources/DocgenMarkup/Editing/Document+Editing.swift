import DocgenSupport

extension Document {
  /// The document of an edited file, for which only the parts of the page around the edits are parsed.
  ///
  /// A part goes from one empty line to the next. It is parsed alone after its edits: where it has the markup that the
  /// document has there, and the text but for what was edited, the new text takes the place of the old. Where an edit can
  /// change nothing but text, that takes no parsing.
  ///
  /// - Parameters:
  ///   - edits: In the order of the file, apart from each other.
  ///   - file: The file with the edits made.
  ///   - bodyStart: Where the body starts in the file of this document.
  /// - Returns: `nil` if the whole page has to be parsed to know it.
  /// - Complexity: O(*n*) in the nodes, and the parser's for the parts.
  public func editing(_ edits: [TextEdit], as file: SourceFile, bodyStart: Int32) -> Document? {
    let edits = edits.flatMap { $0.parts(in: source.bytes) }
    guard let shift = EditShift(edits), exceededLimits.isEmpty, !holdsReferences, tokens.isEmpty, !hasFreeLines,
      !hasLooseEmphasis
    else { return nil }
    let others = edits.filter { !PlainEdit.isPlain($0, in: self, bodyStart: Int(bodyStart)) }
    if others.isEmpty {
      var editor = DocumentEditor(self, shift, file: file)
      return editor.replace([])
    }
    guard let parts = EditedPart.parts(around: others, of: source, bodyStart: Int(bodyStart)) else { return nil }
    let markup = MarkupSteps(self)
    var replacements: [DocumentEditor.Replacement] = []
    for part in parts {
      guard let own = part.replacements(in: self, markup, shift, file) else { return nil }
      replacements += own
    }
    var editor = DocumentEditor(self, shift, file: file)
    return editor.replace(replacements)
  }

  /// Whether `]:` occurs: what a definition of a reference says counts in all of the page.
  private var holdsReferences: Bool {
    source.bytes.withUnsafeBytes { bytes in
      var start = 0
      while let colon = ByteSearch.firstIndex(of: UInt8(ascii: ":"), in: bytes, from: start) {
        if colon > 0, bytes[colon - 1] == UInt8(ascii: "]") { return true }
        start = colon + 1
      }
      return false
    }
  }
}
