import DocgenModel
import DocgenSupport

/// What docgen tells of what it found out by itself.
enum ProjectNotice: MessageSource {
  struct Messages: MessageSet {
    let dialectByFolders = MessageForm<String, Int, Int, String>(
      "the pages are read in the dialect '{1}', as {2} of {3} folders have a file '{4}'; name another by 'dialect:' in the configuration, or by --dialect"
    )
    let dialectByPages = MessageForm<String, Int, Int, String>(
      "the pages are read in the dialect '{1}', as {2} of {3} that were looked at show it, most often by '{4}'; name another by 'dialect:' in the configuration, or by --dialect"
    )
    let noWords = MessageForm<Message>(
      "there are no words of {1}, so titles and labels of these pages are known by their places alone; add a folder with a vocabulary to 'locales'"
    )
    let more = MessageForm<Int>("{1} more")
    let noLocales = MessageForm<Message, Int>(
      "{1}: no tag of a language, so {2:this folder is no locale|these folders are no locales}; name a locale by --locale, or as 'locales' in the configuration, where it is one"
    )
  }

  /// In which dialect the pages are read, and why.
  static func dialect(_ result: DialectDetection.Result) -> Message {
    result.isOfFiles
      ? Self.messages.dialectByFolders(result.name, result.count, result.total, result.mark)
      : Self.messages.dialectByPages(result.name, result.count, result.total, result.mark)
  }

  /// Which locales have no words of their own; `nil` if all have.
  static func localesWithoutWords(_ vocabularies: [Vocabulary]) -> Message? {
    let listed = vocabularies.filter { !$0.hasOwnWords }.map { Message.quoted($0.locale) }
    return Message.listed(listed).map { list in
      Self.messages.noWords(list)
    }
  }

  /// No more folders are named.
  private static let mostNamed = 5

  /// Which folders were taken for none of a locale; `nil` if all are of one.
  static func otherFolders(_ names: [String]) -> Message? {
    var listed = names.prefix(mostNamed).map(Message.quoted)
    if names.count > mostNamed { listed.append(Self.messages.more(names.count - mostNamed)) }
    return Message.listed(listed).map { list in
      Self.messages.noLocales(list, names.count)
    }
  }
}
