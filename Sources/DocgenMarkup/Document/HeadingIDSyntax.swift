/// How a heading is given an id at its end: marks, with attributes such as `#id`, `.class` or `key=value` between them.
public struct HeadingIDSyntax: Sendable, Equatable {
  /// What opens the attributes: `{`, `{:`, `{/*`.
  public let opening: [UInt8]
  /// What closes them: `}`, `*/}`.
  public let closing: [UInt8]

  /// Takes both marks with `…` between them: `{…}`; `nil` if one is missing.
  public init?(_ text: String) {
    let parts = text.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    opening = Array(parts[0].utf8)
    closing = Array(parts[1].utf8)
  }
}
