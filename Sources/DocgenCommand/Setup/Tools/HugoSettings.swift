import DocgenMarkup
import DocgenSupport

extension ToolSettings {
  /// Reads the settings of Hugo.
  init(hugo node: YAMLNode, file: String) {
    self.init(file: file)
    let members = node.members ?? []
    // Keys of Hugo count without regard to case.
    func value(_ key: String) -> YAMLNode? { members.first { $0.key.value.lowercased() == key }?.value }
    title = value("title")?.text?.value
    baseURL = value("baseurl")?.text?.value
    sourceLocale = value("defaultcontentlanguage")?.text?.value ?? "en"
    contentFolder = value("contentdir")?.text?.value ?? "content"
    let languages = value("languages")?.members ?? []
    for language in languages {
      let settings = language.value.members ?? []
      guard let folder = settings.first(where: { $0.key.value.lowercased() == "contentdir" })?.value.text?.value else {
        continue
      }
      folders.append(Configuration.LocaleFolder(locale: language.key.value, folder: folder))
    }
    left = ["menu", "menus", "permalinks", "module", "ignorefiles", "taxonomies", "theme"].filter { value($0) != nil }
  }
}
