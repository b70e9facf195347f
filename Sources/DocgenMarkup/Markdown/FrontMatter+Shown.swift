extension FrontMatter {
  /// A text as readers see it: without backslashes, and with its character references resolved.
  public static func shown(_ text: String) -> String { CharacterReference.decoded(unescaped(text)) }
}
