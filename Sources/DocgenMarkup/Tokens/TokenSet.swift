/// The ways in which a dialect writes tokens, and what they mean.
public final class TokenSet: Sendable {
  /// The syntaxes, those with longer marks before others that start like them.
  public let syntaxes: [TokenSyntax]
  /// The words of a language, for texts that tokens show.
  public let language: String
  /// What may start a token within a line.
  let starts: TokenStarts
  /// What may start a token at the start of a line.
  let lineStarts: TokenStarts
  /// The number of the footnotes' syntax.
  let footnotes: Int?

  /// Takes syntaxes.
  public init(_ syntaxes: [TokenSyntax], language: String = "en") {
    self.syntaxes = syntaxes.sorted { ($1.open.count, $0.name) < ($0.open.count, $1.name) }
    self.language = language
    var (starts, lineStarts) = (TokenStarts(), TokenStarts())
    for (number, syntax) in self.syntaxes.enumerated() {
      switch syntax.form {
      case .span, .bracket: starts.add(number, mark: syntax.open)
      case .tag: starts.add(number, UInt8(ascii: "<")) { $0 == UInt8(ascii: "/") || (0x41...0x5A).contains($0) }
      case .footnote:
        starts.add(number, mark: syntax.open)
        lineStarts.add(number, mark: syntax.open)
      case .heading: for byte in "#-*_".utf8 { lineStarts.add(number, byte) }
      case .line, .indented: lineStarts.add(number, mark: syntax.open)
      case .statement:
        for byte in Set(syntax.meanings.keys.compactMap(\.utf8.first)).sorted() { lineStarts.add(number, byte) }
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
