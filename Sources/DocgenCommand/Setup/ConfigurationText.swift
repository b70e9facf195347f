/// Writes a small configuration file for what was found.
enum ConfigurationText {
  /// The file; what it does not say is found or has its default.
  static func yaml(
    _ layout: FoundLayout, title: String, dialect: String?, from settings: ToolSettings? = nil
  ) -> String {
    var text = """
      # What docgen builds and checks. 'docgen config' shows all values, and where each comes from.

      title: \(quoted(title))

      # Where the pages are.

      """
    switch layout.content {
    case .folder(let folder):
      text += "content: \(quoted(folder))\n"
      if layout.layout == .suffix { text += "layout: suffix\n" }
      text += "source-locale: \(layout.locales[0])\n"
      text += "locales: [\(layout.locales.joined(separator: ", "))]\n"
    case .folders(let folders):
      text += "content:\n"
      for folder in folders { text += "  \(folder.locale): \(quoted(folder.folder))\n" }
      if folders.count == 1 { text += "  # de: the folder of a translation\n" }
    }
    if let dialect {
      text += "\n# How the pages are written, as they show.\ndialect: \(dialect)\n"
    }
    let excluded = settings?.excluded ?? []
    if !excluded.isEmpty {
      text += "\n# What is not read.\nexclude: [\(excluded.map(quoted).joined(separator: ", "))]\n"
    }
    text += "\n# The address of the site, for canonical links and search engines.\n"
    text += settings?.baseURL.map { "base-url: \(quoted($0))\n" } ?? "# base-url: https://docs.example.com\n"
    if let address = settings?.editURL { text += "\n# Where a page can be edited.\nedit-url: \(quoted(address))\n" }
    text += """

      lint:
        # The lowest severity that makes 'docgen lint' fail.
        fail-on: error

      """
    return text
  }

  /// A text as YAML takes it for one, in quotes where it needs them.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "."): true
      case UInt8(ascii: "-"): true
      default: false
      }
    }
    let starts = text.utf8.first.map { $0 >= 0x41 } ?? false
    return isPlain && starts ? text : "'" + text.replacing("'", with: "''") + "'"
  }
}
