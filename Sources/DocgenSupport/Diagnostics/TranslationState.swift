/// What a translation is to its source as that is today.
public enum TranslationState: Hashable, Sendable {
  /// It was made of the text of today.
  case current
  /// The source changed since.
  case outdated(SourceChangeClass)
  /// Nothing tells of which text it was made.
  case unknown
}
