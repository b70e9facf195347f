import DocgenModel
import DocgenSupport

/// What docgen tells of what it found out by itself.
enum ProjectNotice {
  /// In which dialect the pages are read, and why.
  static func dialect(_ result: DialectDetection.Result) -> Message {
    result.isOfFiles
      ? "the pages are read in the dialect '\(result.name)', as \(result.count) of \(result.total) folders have a file '\(result.mark)'; name another by 'dialect:' in the configuration, or by --dialect"
      : "the pages are read in the dialect '\(result.name)', as \(result.count) of \(result.total) that were looked at show it, most often by '\(result.mark)'; name another by 'dialect:' in the configuration, or by --dialect"
  }

  /// Which locales have no words of their own; `nil` if all have.
  static func localesWithoutWords(_ vocabularies: [Vocabulary]) -> Message? {
    let listed: [Message] = vocabularies.filter { !$0.hasOwnWords }.map { "'\($0.locale)'" }
    return Message.listed(listed).map { list in
      "there are no words of \(list), so titles and labels of these pages are known by their places alone; add a folder with a vocabulary to 'locales'"
    }
  }

  /// No more folders are named.
  private static let mostNamed = 5

  /// Which folders were taken for none of a locale; `nil` if all are of one.
  static func otherFolders(_ names: [String]) -> Message? {
    var listed: [Message] = names.prefix(mostNamed).map { "'\($0)'" }
    if names.count > mostNamed { listed.append("\(names.count - mostNamed) more") }
    return Message.listed(listed).map { list in
      "\(list): no tag of a language, so \(names.count, one: "this folder is no locale", other: "these folders are no locales"); name a locale by --locale, or as 'locales' in the configuration, where it is one"
    }
  }
}
