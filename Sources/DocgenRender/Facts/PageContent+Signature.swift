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
    writer.openCode(info: Self.language(signature.language, info), className: "code signature", isTranslated: false)
    var highlighter = SignatureHighlighter(signature, bytes: page.source.bytes)
    highlighter.write(document.nodes[nodes[0]].span, into: &writer.buffer)
    writer.closeCode()
    return true
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
    }
  }
}
