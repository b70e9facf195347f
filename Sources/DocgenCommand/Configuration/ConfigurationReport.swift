import DocgenSupport

/// Writes the values of a configuration, each with where it comes from.
struct ConfigurationReport {
  let configuration: Configuration

  /// As YAML, with the origin of each value in a comment.
  func writeText(to output: Output) {
    var entries: [(text: String, origin: String)] = []
    var isLint = false
    for key in ConfigurationKey.allCases {
      if key.isOfLint, !isLint { entries.append(("\(ConfigurationKey.lint):", "")) }
      isLint = key.isOfLint
      let line = (key.isOfLint ? "  " : "") + key.name + ": " + Self.yaml(configuration.value(of: key))
      entries.append((line, words(configuration.origins[key])))
    }
    let column = min(entries.map { DisplayWidth.of($0.text) }.max() ?? 0, 48)
    var buffer = ByteBuffer()
    for entry in entries {
      VisibleText.append(entry.text, to: &buffer)
      if !entry.origin.isEmpty {
        buffer.append(String(repeating: " ", count: max(1, column + 2 - DisplayWidth.of(entry.text))))
        VisibleText.append("# " + entry.origin, to: &buffer)
      }
      buffer.append(0x0A)
    }
    output.write(buffer)
  }

  /// As one JSON object, `docgen-config/1`.
  func writeJSON(to output: Output) {
    var writer = JSONWriter(isIndented: true)
    writer.object { writer in
      writer.member("schema", "docgen-config/1")
      if let file = configuration.file { writer.member("file", file) }
      writer.member("root", configuration.root)
      writer.key("values")
      writer.array { writer in
        for key in ConfigurationKey.allCases { write(key, to: &writer) }
      }
    }
    output.write(writer.buffer)
    output.write("\n")
  }

  private func write(_ key: ConfigurationKey, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("key", key.rawValue)
      writer.key("value")
      writer.value(configuration.value(of: key))
      switch configuration.origins[key] {
      case .file(let line):
        writer.member("origin", "file")
        writer.member("line", line)
      case .commandLine(let option):
        writer.member("origin", "command-line")
        writer.member("option", option)
      case .found: writer.member("origin", "found")
      case nil: writer.member("origin", "default")
      }
    }
  }

  private func words(_ origin: Configuration.Origin?) -> String {
    switch origin {
    case .file(let line): "\(configuration.file ?? ""):\(line)"
    case .commandLine(let option): option
    case .found: "found"
    case nil: "default"
    }
  }

  /// A value on one line, in quotes where it would be read as something else.
  private static func yaml(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let text): yaml(text)
    case .array(let items): "[" + items.map(yaml).joined(separator: ", ") + "]"
    case .object(let members): "{" + members.map { "\(yaml($0.name)): \(yaml($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private static func yaml(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"): true
      case UInt8(ascii: "-"): true
      default: false
      }
    }
    if isPlain, let first = text.utf8.first, first != UInt8(ascii: "-"), !reserved.contains(text) { return text }
    var writer = JSONWriter(isIndented: false)
    writer.string(text)
    return writer.buffer.string
  }

  private static let reserved = ["true", "false", "null", "on", "off", "yes", "no"]
}
