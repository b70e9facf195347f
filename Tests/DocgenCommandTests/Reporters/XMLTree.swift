/// A strict reader of the XML that the reporters write: elements, attributes, text, character references.
///
/// What XML 1.0 does not allow is an error, and lines in attributes are normalised as it demands, so that what was not
/// escaped does not come back as it was written.
struct XMLTree {
  struct Element: Equatable {
    var name: String
    var attributes: [String: String] = [:]
    /// All text in the element and not in its children.
    var text = ""
    var children: [Element] = []

    func children(_ name: String) -> [Element] { children.filter { $0.name == name } }
  }

  struct Refusal: Error {
    var message: String
    var offset: Int
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  static func read(_ text: String) throws -> Element {
    var tree = XMLTree(scalars: Array(text.unicodeScalars))
    for scalar in tree.scalars where !isAllowed(scalar) { throw Refusal(message: "U+\(scalar.value)", offset: 0) }
    try tree.expect("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let root = try tree.element()
    try tree.expect("\n")
    guard tree.index == tree.scalars.count else { throw tree.refusal("more than one root") }
    return root
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private func refusal(_ message: String) -> Refusal { Refusal(message: message, offset: index) }

  private func starts(with text: String) -> Bool { scalars[index...].starts(with: text.unicodeScalars) }

  private mutating func expect(_ text: String) throws {
    guard starts(with: text) else { throw refusal("'\(text)' expected") }
    index += text.unicodeScalars.count
  }

  private mutating func name() throws -> String {
    let start = index
    while index < scalars.count, scalars[index].properties.isAlphabetic || scalars[index] == "-" { index += 1 }
    guard index > start else { throw refusal("a name expected") }
    return String(String.UnicodeScalarView(scalars[start..<index]))
  }

  private mutating func element() throws -> Element {
    try expect("<")
    var element = Element(name: try name())
    while starts(with: " ") {
      index += 1
      let name = try name()
      try expect("=\"")
      guard element.attributes.updateValue(try characters(until: "\"", inAttribute: true), forKey: name) == nil else {
        throw refusal("'\(name)' stands twice")
      }
      try expect("\"")
    }
    if starts(with: "/>") {
      index += 2
      return element
    }
    try expect(">")
    while !starts(with: "</") {
      if starts(with: "<") {
        element.children.append(try self.element())
      } else {
        element.text += try characters(until: "<", inAttribute: false)
      }
    }
    try expect("</\(element.name)>")
    return element
  }

  private mutating func characters(until end: Unicode.Scalar, inAttribute: Bool) throws -> String {
    var text = ""
    while index < scalars.count, scalars[index] != end {
      let scalar = scalars[index]
      if scalar == "<" { throw refusal("'<' in a value") }
      if scalar == "&" {
        text.unicodeScalars.append(try reference())
        continue
      }
      if starts(with: "]]>") { throw refusal("']]>' in text") }
      let isWhitespace = scalar == "\n" || scalar == "\t" || scalar == "\r"
      text.unicodeScalars.append(inAttribute && isWhitespace ? " " : scalar == "\r" ? "\n" : scalar)
      index += 1
    }
    guard index < scalars.count else { throw refusal("the text ends") }
    return text
  }

  private mutating func reference() throws -> Unicode.Scalar {
    var named: [(String, Unicode.Scalar)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#9;", "\t"), ("&#10;", "\n"), ("&#13;", "\r"),
    ]
    named += (UInt8(0x7F)...0x9F).map { ("&#\($0);", Unicode.Scalar($0)) }
    guard let (text, scalar) = named.first(where: { starts(with: $0.0) }) else { throw refusal("a bare '&'") }
    index += text.unicodeScalars.count
    return scalar
  }
}
