/// One step of the walk through a Markdown document, before HTML elements are assembled.
struct MarkdownEvent {
  enum Operation: UInt8 {
    case open
    case close
    case leaf
    case startTag
    case endTag
  }

  var operation: Operation
  /// What is opened or stands there; for `close`, the payload is the index of the opening event.
  var node: Node
  /// The event is a heading, or another block, directly below the document.
  var isTopLevel = false
}
