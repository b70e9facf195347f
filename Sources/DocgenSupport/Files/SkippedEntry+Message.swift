/// What is told of names in the content that stand for no file to be read.
public enum SkippedEntryMessages: MessageSource {
  /// The forms of its messages.
  public struct Messages: MessageSet {
    let outside = MessageForm<String>(
      "the link leads out of the project, to '{1}', and is not followed; copy what it leads to, or write 'follow-links: true' in 'site/config.yml'"
    )
    let hidden = MessageForm<String>(
      "the link leads to '{1}', which a name that starts with a dot keeps out of the project; copy what it leads to, or write 'follow-links: true' in 'site/config.yml'"
    )
    let missing = MessageForm<String>("the link leads to '{1}', where there is nothing; correct or remove it")
    let circle = MessageForm<String>("the link leads to '{1}', and so in a circle; correct or remove it")
    let above = MessageForm<String>(
      "the link leads to '{1}', a folder around the content, and is not followed; remove it")
    let repeated = MessageForm<String>(
      "this is the folder '{1}', whose files are read there; remove it here, for each folder is read once")
    let invalidName = PlainMessage("the name is not UTF-8, so that the file is not read; rename it")
    let tooLong = MessageForm<Int>("the path is too long, so that the file is not read; shorten it to {1} bytes")
    let tooDeep = MessageForm<Int>("the folder lies deeper than {1} folders, so that it is not read; move it up")
    let pipe = PlainMessage("this is a named pipe and no file, and is not read; remove it")
    let socket = PlainMessage("this is a socket and no file, and is not read; remove it")
    let device = PlainMessage("this is a device and no file, and is not read; remove it")

    /// Makes the set.
    public init() {}
  }
}

extension SkippedEntry.Reason {
  /// What is wrong, and what to do.
  public var message: Message {
    switch self {
    case .outside(let target):
      return SkippedEntryMessages.messages.outside(target)
    case .hidden(let target):
      return SkippedEntryMessages.messages.hidden(target)
    case .missing(let target): return SkippedEntryMessages.messages.missing(target)
    case .circle(let target): return SkippedEntryMessages.messages.circle(target)
    case .above(let target):
      return SkippedEntryMessages.messages.above(target)
    case .repeated(let path):
      return SkippedEntryMessages.messages.repeated(path)
    case .special(let type): return Self.message(type)
    case .invalidName: return SkippedEntryMessages.messages.invalidName
    case .tooLong:
      return SkippedEntryMessages.messages.tooLong(FileTree.longestPath)
    case .tooDeep:
      return SkippedEntryMessages.messages.tooDeep(FileTree.deepestFolder)
    }
  }

  private static func message(_ type: FileType) -> Message {
    switch type {
    case .namedPipe: return SkippedEntryMessages.messages.pipe
    case .socket: return SkippedEntryMessages.messages.socket
    default: return SkippedEntryMessages.messages.device
    }
  }
}
