/// What the configuration of another generator says that docgen needs, too.
struct ToolSettings: Equatable {
  /// The file that was read.
  let file: String
  var title: String?
  var baseURL: String?
  /// The folder of the pages, from the project's root.
  var contentFolder: String?
  /// The folder of each language, where the file says them.
  var folders: [Configuration.LocaleFolder] = []
  var sourceLocale: String?
  /// Patterns of what is left out.
  var excluded: [String] = []
  /// Addresses that pages had, each with that of today.
  var redirects: [Redirect] = []
  /// Where a page can be edited, as `edit-url` says it.
  var editURL: String?
  /// The navigation of the source, and of other languages by the tag of their folder where they have one of their own.
  var navigation: [NavigationEntry] = []
  var navigations: [String: [NavigationEntry]] = [:]
  /// The dialect of the pages, where the generator has one of its own.
  var dialect: String?
  /// Settings that nothing was made of, by their names.
  var left: [String] = []

  /// An address that a page had, and the page of today.
  struct Redirect: Equatable {
    var old: String
    var new: String
  }

  init(file: String) { self.file = file }

  /// The folder of the file, with a slash at its end; empty for the root.
  var folder: String { file.split(separator: "/").dropLast().map { $0 + "/" }.joined() }

  /// Takes a text that must be literal; names the setting where only running the script would tell.
  mutating func take(_ value: Literal?, _ name: String) -> String? {
    if let value, value.text == nil, !value.isNothing { left.append("\(name), which is computed") }
    return value?.text
  }
}
