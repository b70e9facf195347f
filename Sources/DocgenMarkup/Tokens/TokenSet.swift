/// The ways in which a dialect writes tokens, and what they mean.
public final class TokenSet: Sendable {
  /// The syntaxes, those with longer marks before others that start like them.
  public let syntaxes: [TokenSyntax]
  /// The words of a language, for texts that tokens show.
  public let language: String
  /// What may start a token within a line, by byte.
  let starts: [Bool]
  /// What may start a token at the start of a line, by byte.
  let lineStarts: [Bool]
  /// The number of the footnotes' syntax.
  let footnotes: Int?

  /// Takes syntaxes.
  public init(_ syntaxes: [TokenSyntax], language: String = "en") {
    self.syntaxes = syntaxes.sorted { ($1.open.count, $0.name) < ($0.open.count, $1.name) }
    self.language = language
    var starts = [Bool](repeating: false, count: 256)
    var lineStarts = starts
    for syntax in syntaxes {
      switch syntax.form {
      case .span, .bracket: if let first = syntax.open.first { starts[Int(first)] = true }
      case .tag: starts[Int(UInt8(ascii: "<"))] = true
      case .footnote:
        starts[Int(UInt8(ascii: "["))] = true
        lineStarts[Int(UInt8(ascii: "["))] = true
      case .heading: for byte in "#-*_".utf8 { lineStarts[Int(byte)] = true }
      case .line, .indented: if let first = syntax.open.first { lineStarts[Int(first)] = true }
      case .statement: for name in syntax.meanings.keys { lineStarts[Int(name.utf8.first ?? 0)] = true }
      }
    }
    self.starts = starts
    self.lineStarts = lineStarts
    footnotes = self.syntaxes.firstIndex { $0.form == .footnote }
  }

  /// Whether nothing is a token.
  public var isEmpty: Bool { syntaxes.isEmpty }

  /// The same with the words of another language.
  public func inLanguage(_ language: String) -> TokenSet { TokenSet(syntaxes, language: language) }
}
