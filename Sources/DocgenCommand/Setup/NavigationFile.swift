import DocgenMarkup
import DocgenSupport

/// Writes the `toc.yml` of a language from the navigation of another generator.
struct NavigationFile {
  /// The project's root.
  let root: String
  /// The folder of the language and that of the source, from the root.
  let folder: String
  let sourceFolder: String
  /// The tag of the language.
  let locale: String
  /// Pages that entries name and that are not there.
  private(set) var missing: [String] = []

  init(root: String, folder: String, sourceFolder: String, locale: String) {
    self.root = root
    self.folder = folder
    self.sourceFolder = sourceFolder
    self.locale = locale
  }

  /// The file; empty where no entry leads anywhere.
  mutating func yaml(_ entries: [NavigationEntry]) -> String {
    let lines = lines(entries, indent: "")
    return lines.map { $0 + "\n" }.joined()
  }

  private mutating func lines(_ entries: [NavigationEntry], indent: String) -> [String] {
    var result: [String] = []
    for entry in entries {
      var href: String?
      var title: String?
      switch entry.target {
      case .address(let address): href = address
      case .folder(let path):
        href = FileSystem.kind(of: Configuration.join(root, sourceFolder + "/" + path)) == .folder ? path + "/" : nil
      case .page(let path):
        if let page = page(path) {
          href = page
          title = self.title(page, in: folder) ?? self.title(page, in: sourceFolder)
        } else {
          missing.append(path)
        }
      case .none: break
      }
      let items = lines(entry.items, indent: indent + "  ")
      if href == nil, items.isEmpty { continue }
      let label = entry.labels[locale.lowercased()] ?? (folder == sourceFolder ? entry.label : title ?? entry.label)
      result.append("\(indent)- name: \(Self.quoted(label ?? title ?? href ?? ""))")
      if let href { result.append("\(indent)  href: \(ConfigurationText.quoted(href))") }
      if !items.isEmpty { result += ["\(indent)  items:"] + items }
    }
    return result
  }

  /// The file of a page, by its path below the source's folder without its ending.
  private func page(_ path: String) -> String? {
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index" : path
    let endings = [".md", ".mdx", ".markdown", "/index.md", "/index.mdx", "/README.md", ""]
    return endings.map { name + $0 }.first {
      FileSystem.kind(of: Configuration.join(root, sourceFolder + "/" + $0)) == .file
    }
  }

  /// The title that a page has in its front matter or its first heading.
  private func title(_ page: String, in folder: String) -> String? {
    let file = Configuration.join(root, folder + "/" + page)
    guard let bytes = try? FileSystem.read(file, upTo: Limits.pageBytes) else { return nil }
    var isFrontMatter = false
    for (number, line) in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).enumerated() {
      if line == "---" { isFrontMatter = number == 0 }
      let lead = isFrontMatter ? "title:" : "# "
      guard line.hasPrefix(lead) else { continue }
      var text = line.dropFirst(lead.count).drop { $0 == " " }
      if !isFrontMatter, let id = text.firstRange(of: " {") { text = text[..<id.lowerBound] }
      while text.last == " " { text.removeLast() }
      if let quote = text.first, quote == "'" || quote == "\"", text.count > 1, text.last == quote {
        text = text.dropFirst().dropLast()
      }
      if !text.isEmpty { return String(text) }
    }
    return nil
  }

  /// Names are in quotes, whatever is in them.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
  }
}
