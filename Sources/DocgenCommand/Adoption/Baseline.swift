import DocgenSupport

/// The findings that a team has accepted for now, each by the fact that it is about; see ``FindingKey``.
struct Baseline: Equatable, Sendable {
  static let schema = "docgen-baseline/1"

  /// No two of them are equal.
  private(set) var keys: Set<FindingKey>

  init(_ keys: some Sequence<FindingKey> = []) {
    self.keys = Set(keys)
  }

  /// Takes the findings away that the baseline lists.
  ///
  /// - Parameter diagnostics: All findings of a run, in their total order; those that are new are left.
  /// - Returns: The entries that were found again.
  func apply(to diagnostics: inout [Diagnostic]) -> Set<FindingKey> {
    guard !keys.isEmpty else { return [] }
    var found: Set<FindingKey> = []
    var new: [Diagnostic] = []
    for (key, diagnostic) in zip(FindingKey.keys(of: diagnostics), diagnostics) {
      if keys.contains(key) { found.insert(key) } else { new.append(diagnostic) }
    }
    diagnostics = new
    return found
  }
}

extension Baseline {
  /// Reads a baseline.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - boundary: Where it may lie; `nil` for anywhere.
  /// - Throws: A failure of the configuration that names the file and what is wrong with it.
  init(file: String, within boundary: FileBoundary? = nil) throws(CommandFailure) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(file, within: boundary)
    } catch {
      throw .configuration(error.isMissing ? "\(error); --write-baseline makes it" : error.description)
    }
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.read(bytes) } catch { throw .configuration("\(file): \(error)") }
    guard value["schema"]?.string == Self.schema, let items = value["findings"]?.items else {
      throw .configuration(
        "\(file): this is no baseline of docgen: it must have \"schema\": \"\(Self.schema)\" and \"findings\"")
    }
    var keys: Set<FindingKey> = []
    for (index, item) in items.enumerated() {
      guard let page = item["page"]?.string, let locale = item["locale"]?.string, let rule = item["rule"]?.string else {
        throw .configuration("\(file): finding \(index + 1) needs \"page\", \"locale\" and \"rule\"")
      }
      keys.insert(
        FindingKey(
          page: page, locale: locale, rule: rule, slot: item["slot"]?.string ?? "", value: item["value"]?.string ?? "",
          ordinal: item["ordinal"]?.integer ?? 1))
    }
    self.init(keys)
  }

  /// Writes the baseline, one finding a line and sorted, so that a change of one finding is a change of one line.
  func write(to file: String) throws(CommandFailure) {
    try OutputFile.write(file) { output throws(CommandFailure) in
      output.write("{\"schema\":\"\(Self.schema)\",\n\"findings\":[")
      var separator = "\n"
      for key in keys.sorted() {
        output.write(separator)
        var writer = JSONWriter(isIndented: false)
        writer.object { writer in
          writer.member("page", key.page)
          writer.member("locale", key.locale)
          writer.member("rule", key.rule)
          if !key.slot.isEmpty { writer.member("slot", key.slot) }
          if !key.value.isEmpty { writer.member("value", key.value) }
          if key.ordinal > 1 { writer.member("ordinal", key.ordinal) }
        }
        output.write(writer.buffer)
        separator = ",\n"
      }
      output.write(keys.isEmpty ? "]}\n" : "\n]}\n")
    }
  }
}

extension FileError {
  /// There is no such file.
  var isMissing: Bool { code == 2 }
}
