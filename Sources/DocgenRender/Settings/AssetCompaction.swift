import DocgenSupport

/// Makes the theme's own style sheets and scripts smaller.
enum AssetCompaction {
  /// An asset without comments and whitespace that separates nothing; other files stay as they are.
  static func compacted(_ bytes: [UInt8], path: String) -> [UInt8] {
    if path.hasSuffix(".js") { return ScriptCompaction.compacted(bytes) }
    if path.hasSuffix(".css") { return styleSheet(bytes) }
    return bytes
  }

  /// Leaves out comments, and spaces where marks separate words anyhow; strings keep theirs.
  private static func styleSheet(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    var quote: UInt8?
    var needsSpace = false
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        result.append(byte)
        if byte == open { quote = nil }
        index += 1
        continue
      }
      if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
        index += 2
        while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") {
          index += 1
        }
        index += 2
        continue
      }
      index += 1
      if byte == 0x20 || byte == 0x0A {
        needsSpace = true
        continue
      }
      if needsSpace, let last = result.last, !"{};,:>".utf8.contains(last), !"{};,>".utf8.contains(byte) {
        result.append(0x20)
      }
      needsSpace = false
      // The last declaration of a rule needs no mark after it.
      if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      result.append(byte)
    }
    return result
  }
}
