import DocgenMarkup
import DocgenSupport

/// Formulas in MathML as a site may show them: elements and attributes that only say how a formula looks.
enum MathMLCleaner {
  private static let elements: Set<String> = [
    "math", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom", "mprescripts",
    "mroot",
    "mrow", "ms", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder",
    "munderover", "none", "semantics",
  ]
  private static let attributes: Set<String> = [
    "accent", "accentunder", "columnalign", "columnspan", "depth", "dir", "display", "displaystyle", "fence", "form",
    "height", "linethickness", "lspace", "mathvariant", "maxsize", "minsize", "movablelimits", "rowspan", "rspace",
    "scriptlevel", "separator", "stretchy", "symmetric", "voffset", "width",
  ]
  /// Elements that are left out with what they hold: notes for other programs.
  private static let dropped: Set<String> = ["annotation", "annotation-xml", "script", "style"]

  /// The formula with what is not known left out: of an element its tags, of an attribute all of it.
  static func cleaned(_ formula: ArraySlice<UInt8>) -> [UInt8] {
    var result = ByteBuffer()
    var open: [String] = []
    var hidden: String?
    Array(formula).withUnsafeBufferPointer { text in
      var index = 0
      var start = 0
      while index < text.count {
        guard text[index] == UInt8(ascii: "<"), let token = HTMLToken.scan(text, at: index, end: text.count) else {
          index += 1
          continue
        }
        if hidden == nil { result.append(Array(text[start..<index])) }
        index = token.end
        start = index
        let name = String(decoding: text[token.name].map(ASCIICase.lowercased), as: UTF8.self)
        switch token.kind {
        case .startTag:
          if hidden == nil, dropped.contains(name) { hidden = name }
          guard hidden == nil, elements.contains(name) else { continue }
          append(name, HTMLToken.attributes(text, token.name.upperBound..<token.end), to: &result)
          if text[token.end - 2] == UInt8(ascii: "/") {
            result.append(Array("</\(name)>".utf8))
          } else {
            open.append(name)
          }
        case .endTag:
          if hidden == name { hidden = nil }
          guard hidden == nil, let depth = open.lastIndex(of: name) else { continue }
          while open.count > depth { result.append(Array("</\(open.removeLast())>".utf8)) }
        case .comment, .other: break
        }
      }
      if hidden == nil { result.append(Array(text[start...]).filter { $0 != UInt8(ascii: "<") }) }
    }
    while let name = open.popLast() { result.append(Array("</\(name)>".utf8)) }
    return result.bytes
  }

  private static func append(_ name: String, _ list: [HTMLAttribute], to result: inout ByteBuffer) {
    result.append(Array("<\(name)".utf8))
    for attribute in list where attributes.contains(attribute.name) {
      result.append(Array(" \(attribute.name)=\"".utf8))
      result.appendAttributeValue(attribute.value)
      result.append(Array("\"".utf8))
    }
    result.append(Array(">".utf8))
  }
}
