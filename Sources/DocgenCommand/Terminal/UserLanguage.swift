/// The language in which a user reads, told from what the environment says and what there is.
enum UserLanguage {
  /// The language of the user among those that there are; nothing where the environment names none of them.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides, as for other programs.
  static func preferred(among languages: [String], _ environment: Environment) -> String? {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first
    return name.flatMap { match($0, among: languages) }
  }

  /// The language that a name stands for: `de_AT.UTF-8`, `de-at` and `de` for `de`.
  ///
  /// A region that there is goes before the language alone, and any region of the language before none.
  static func match(_ name: String, among languages: [String]) -> String? {
    let tag = String(name.lowercased().prefix { $0 != "." && $0 != "@" }.map { $0 == "_" ? "-" : $0 })
    let primary = tag.prefix { $0 != "-" }
    return languages.first { $0.lowercased() == tag } ?? languages.first { $0.lowercased() == primary }
      ?? languages.first { $0.lowercased().prefix { $0 != "-" } == primary }
  }
}
