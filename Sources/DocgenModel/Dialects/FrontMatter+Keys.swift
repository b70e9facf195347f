import DocgenMarkup
import DocgenSupport

extension FrontMatter {
  /// The value of a key; a point leads into the mapping after a key, unless a key has the point itself.
  package func value(at path: String) -> Value? {
    if let value = self[path] { return value }
    guard let node = node(at: path) else { return nil }
    return Value(node)
  }

  /// The text at a key or at a path of keys.
  package func text(at path: String) -> Located<String>? {
    if case .scalar(let text, _) = value(at: path), !text.value.isEmpty { return text }
    return nil
  }

  private func node(at path: String) -> YAMLNode? {
    var end = path.utf8.startIndex
    while let point = path.utf8[end...].firstIndex(of: UInt8(ascii: ".")) {
      end = path.utf8.index(after: point)
      guard case .nested(let node) = self[String(path[..<point])] else { continue }
      if let found = node.value(at: path[end...]) { return found }
    }
    return nil
  }
}

extension YAMLNode {
  /// The value at a path of keys with points between them; a key may have points itself.
  fileprivate func value(at path: Substring) -> YAMLNode? {
    if let value = self[String(path)] { return value }
    var end = path.utf8.startIndex
    while let point = path.utf8[end...].firstIndex(of: UInt8(ascii: ".")) {
      end = path.utf8.index(after: point)
      if let found = self[String(path[..<point])]?.value(at: path[end...]) { return found }
    }
    return nil
  }
}
