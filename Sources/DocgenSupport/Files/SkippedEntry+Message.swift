extension SkippedEntry.Reason {
  /// What is wrong, and what to do.
  public var message: Message {
    switch self {
    case .outside(let target):
      return
        "the link leads out of the project, to '\(target)', and is not followed; copy what it leads to, or write 'follow-links: true' in 'site/config.yml'"
    case .hidden(let target):
      return
        "the link leads to '\(target)', which a name that starts with a dot keeps out of the project; copy what it leads to, or write 'follow-links: true' in 'site/config.yml'"
    case .missing(let target): return "the link leads to '\(target)', where there is nothing; correct or remove it"
    case .circle(let target): return "the link leads to '\(target)', and so in a circle; correct or remove it"
    case .above(let target):
      return "the link leads to '\(target)', a folder around the content, and is not followed; remove it"
    case .repeated(let path):
      return "this is the folder '\(path)', whose files are read there; remove it here, for each folder is read once"
    case .special(let type): return Self.message(type)
    case .invalidName: return "the name is not UTF-8, so that the file is not read; rename it"
    case .tooLong:
      return
        "the path is too long, so that the file is not read; shorten it to \(FileTree.longestPath) bytes"
    case .tooDeep:
      return
        "the folder lies deeper than \(FileTree.deepestFolder) folders, so that it is not read; move it up"
    }
  }

  private static func message(_ type: FileType) -> Message {
    switch type {
    case .namedPipe: return "this is a named pipe and no file, and is not read; remove it"
    case .socket: return "this is a socket and no file, and is not read; remove it"
    default: return "this is a device and no file, and is not read; remove it"
    }
  }
}
