internal import CYAML
import DocgenSupport

/// Builds a tree from the events of libyaml, without recursion.
struct YAMLTreeBuilder: MessageSource {
  struct Messages: MessageSet {
    let nesting = MessageForm<Int>("values nest more than {1} deep; make the text flatter")
    let noTextAsKey = PlainMessage("a key must be a text, not a list or a mapping; put it in quotes")
    let unknownAlias = MessageForm<String>(
      "the alias '*{1}' names nothing above it; put a text that starts with '*' in quotes")
    let repetition = MessageForm<Int>("aliases repeat more than {1} values; write the values out")
    let duplicateKey = MessageForm<String>("the key '{1}' stands twice; remove one of the two")
  }

  /// A collection whose end is still to come.
  private struct Frame {
    var start: Int
    var isMapping: Bool
    var isFlow: Bool
    var anchor: String?
    var items: [YAMLNode] = []
    var members: [YAMLMember] = []
    var key: Located<String>?
    /// The keys so far, once there are too many to compare one by one.
    var keys: Set<String> = []
    var size = 1

    /// Whether no member has that key yet; each key is asked for once.
    mutating func isNew(_ key: String) -> Bool {
      if members.count < 16 { return !members.contains { $0.key.value == key } }
      if keys.isEmpty { keys = Set(members.map(\.key.value)) }
      return keys.insert(key).inserted
    }
  }

  private struct Anchored {
    var node: YAMLNode
    var size: Int
  }

  var offsets: YAMLOffsets
  var failure: YAMLError?
  private(set) var isComplete = false
  private var root: YAMLNode?
  private var duplicateKeys: [YAMLError] = []
  private var frames: [Frame] = []
  private var anchors: [String: Anchored] = [:]
  private var repeated = 0

  init(offsets: YAMLOffsets) {
    self.offsets = offsets
  }

  var document: YAMLDocument {
    YAMLDocument(root: failure == nil ? root : nil, failure: failure, duplicateKeys: duplicateKeys)
  }

  /// Takes one event; nothing of it is kept but copies.
  mutating func take(_ event: inout yaml_event_t) {
    let start = offsets.byte(ofScalar: event.start_mark.index)
    let end = offsets.byte(ofScalar: event.end_mark.index)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let (style, span) = shape(scalar.style, start, end)
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      add(YAMLNode(.scalar(YAMLScalar(text, style: style)), at: span), size: 1, anchor: name(scalar.anchor))
    case YAML_ALIAS_EVENT:
      addAlias(name(event.data.alias.anchor) ?? "", at: offsets.span(start, end))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      let isFlow = sequence.style == YAML_FLOW_SEQUENCE_STYLE
      open(Frame(start: start, isMapping: false, isFlow: isFlow, anchor: name(sequence.anchor)))
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      let isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE
      open(Frame(start: start, isMapping: true, isFlow: isFlow, anchor: name(mapping.anchor)))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      close(end)
    case YAML_DOCUMENT_END_EVENT, YAML_STREAM_END_EVENT:
      isComplete = true
    default:
      break
    }
  }

  private func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    anchor.map { String(cString: $0) }
  }

  private func shape(_ style: yaml_scalar_style_t, _ start: Int, _ end: Int) -> (YAMLScalar.Style, SourceSpan) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: (.singleQuoted, offsets.spanInsideQuotes(start, end))
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: (.doubleQuoted, offsets.spanInsideQuotes(start, end))
    case YAML_LITERAL_SCALAR_STYLE: (.literal, offsets.spanOfBlock(start, end))
    case YAML_FOLDED_SCALAR_STYLE: (.folded, offsets.spanOfBlock(start, end))
    default: (.plain, offsets.span(start, end))
    }
  }

  private mutating func open(_ frame: Frame) {
    guard frames.count < YAMLReader.depthLimit else {
      let message = Self.messages.nesting(YAMLReader.depthLimit)
      failure = YAMLError(message, at: offsets.span(ofByte: frame.start))
      return
    }
    if let parent = frames.last, parent.isMapping, parent.key == nil {
      failure = YAMLError(
        Self.messages.noTextAsKey, at: offsets.span(ofByte: frame.start))
      return
    }
    frames.append(frame)
  }

  private mutating func close(_ end: Int) {
    guard let frame = frames.popLast() else { return }
    var span = offsets.span(frame.start, end)
    // The end of a block collection shows only where the next thing begins.
    if !frame.isFlow {
      let last = frame.isMapping ? frame.members.last?.value.span : frame.items.last?.span
      span.end = last.map { max($0.end, span.start) } ?? span.start
    }
    let content: YAMLNode.Content = frame.isMapping ? .mapping(frame.members) : .sequence(frame.items)
    add(YAMLNode(content, at: span), size: frame.size, anchor: frame.anchor)
  }

  private mutating func addAlias(_ name: String, at span: SourceSpan) {
    guard let anchored = anchors[name] else {
      let message = Self.messages.unknownAlias(name)
      failure = YAMLError(message, at: span)
      return
    }
    repeated += anchored.size
    guard repeated <= YAMLReader.repetitionLimit else {
      let message = Self.messages.repetition(YAMLReader.repetitionLimit)
      failure = YAMLError(message, at: span)
      return
    }
    var node = anchored.node
    node.span = span
    add(node, size: anchored.size, anchor: nil)
  }

  private mutating func add(_ node: YAMLNode, size: Int, anchor: String?) {
    if let anchor { anchors[anchor] = Anchored(node: node, size: size) }
    guard !frames.isEmpty else {
      root = node
      return
    }
    let top = frames.count - 1
    frames[top].size += size
    guard frames[top].isMapping else {
      frames[top].items.append(node)
      return
    }
    if let key = frames[top].key {
      frames[top].members.append(YAMLMember(key: key, value: node))
      frames[top].key = nil
    } else if let scalar = node.scalar {
      if !frames[top].isNew(scalar.text) {
        let message = Self.messages.duplicateKey(scalar.text)
        duplicateKeys.append(YAMLError(message, at: node.span))
      }
      frames[top].key = Located(scalar.text, at: node.span)
    } else {
      failure = YAMLError(Self.messages.noTextAsKey, at: node.span)
    }
  }
}
