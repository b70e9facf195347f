/// What is wrong with the encoding of a file.
public struct EncodingError: Sendable, Hashable {
  /// What a file is that is not plain UTF-8.
  public enum Encoding: Sendable, Hashable {
    case utf16LittleEndian
    case utf16BigEndian
    /// The usual encoding of old pages, Latin-1 but for some signs.
    case windows1252
    /// Another encoding of a language or region.
    case legacy(LegacyEncoding)
    /// UTF-8 in which NUL bytes stand.
    case utf8WithNUL
    /// Other bytes than those of a text in one of these.
    case unknown
  }

  /// What the file probably is.
  public var encoding: Encoding
  /// The first character that was not UTF-8, in the text as it was decoded; nothing of it where the whole file is not.
  public var span: SourceSpan
  /// Whether other parts of the file are UTF-8 beyond ASCII.
  public var isMixed = false
  /// Whether enough of the text is known to say anything about it.
  public var isReadable: Bool
}
