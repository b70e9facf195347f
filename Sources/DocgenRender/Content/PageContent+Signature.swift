import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Signatures, with their parts marked for style sheets; the text stays as it is.
extension PageContent {
  /// Writes a block of code that is the page's signature; false where it is none.
  mutating func writeSignature(_ block: Int) -> Bool {
    guard let number = index.signatures[block], let signature = page.facts.codeBlocks[number].signature else {
      return false
    }
    // The places of tokens are those of the file: a text in pieces, or one that differs from it, has others.
    let nodes = Array(document.children(of: block))
    guard nodes.count == 1, document.nodes[nodes[0]].kind == .text, document.nodes[nodes[0]].payload < 0 else {
      return false
    }
    writer.startLine()
    let info = page.facts.codeBlocks[number].infoString?.value ?? ""
    let language = Self.language(signature.language, info)
    let span = document.nodes[nodes[0]].span
    let restored = writer.facts(in: span)
    write(signature, span, language, bytes: page.source.bytes, isRestored: !restored.isEmpty)
    guard !restored.isEmpty else { return true }
    guard let own = original, own.facts.codeBlocks.count == page.facts.codeBlocks.count,
      case let block = own.facts.codeBlocks[number], let said = block.signature,
      let place = Self.text(of: block, in: own.document)
    else {
      writer.show(restored)
      writer.flushOriginals()
      return true
    }
    writer.buffer.append("<details class=\"fact-original\"><summary>" as StaticString)
    writer.buffer.appendText(text["original-text"])
    writer.buffer.append("</summary>\n" as StaticString)
    write(said, place, language, bytes: own.source.bytes, isRestored: false)
    writer.buffer.append("</details>\n" as StaticString)
    return true
  }

  private mutating func write(
    _ signature: Signature, _ span: SourceSpan, _ language: String, bytes: [UInt8], isRestored: Bool
  ) {
    writer.openCode(
      info: language, className: isRestored ? "code signature fact-corrected" : "code signature", isTranslated: false)
    let highlighter = SignatureHighlighter(signature, bytes: bytes, grammar: CodeLanguage(info: language).grammar)
    highlighter.write(span, into: &writer.buffer, typeAddress: typeAddress)
    writer.closeCode()
  }

  /// The place of a block's text; `nil` if it is in pieces.
  private static func text(of block: CodeBlock, in document: Document) -> SourceSpan? {
    let nodes = Array(document.children(of: block.node))
    guard nodes.count == 1, document.nodes[nodes[0]].kind == .text, document.nodes[nodes[0]].payload < 0 else {
      return nil
    }
    return document.nodes[nodes[0]].span
  }

  /// The language by what the block says of itself, or else by what it was read as.
  private static func language(_ language: SignatureLanguage, _ info: String) -> String {
    let said = CodeLanguage(info: info)
    guard said.name == nil else { return info }
    return switch language {
    case .mof: "mof"
    case .c: "c++"
    case .idl: "idl"
    case .cSharp: "c#"
    case .visualBasic: "vb"
    case .jScript: "jscript"
    case .xml: "xml"
    case .other: ""
    default: language.rawValue.lowercased()
    }
  }
}
