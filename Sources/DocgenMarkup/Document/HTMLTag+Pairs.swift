extension HTMLTag {
  /// Whether an element has both tags, and no other tag ends it: what begins an item or a cell ends the one before.
  var needsBothTags: Bool {
    switch self {
    case .div, .details, .summary, .table, .dl, .ul, .ol, .blockquote, .section, .article, .figure, .pre, .center: true
    default: isInline && !isVoid
    }
  }
}
