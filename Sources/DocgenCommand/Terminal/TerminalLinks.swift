import DocgenSupport
import Glibc

/// Links on a terminal, by the escape sequence OSC 8.
struct TerminalLinks: Sendable {
  /// What stands before a path below the content folder (`file://host/home/me/docs/content/`); `nil` for no links.
  let base: String?

  /// No links.
  static let none = TerminalLinks(base: nil)

  init(base: String?) {
    self.base = base
  }

  /// Links to the files of a folder, on this machine.
  init(folder: String, workingFolder: String = FileSystem.workingFolder, host: String = Self.host) {
    let parts = RepositoryPaths.absolute(folder, from: workingFolder)
    base = "file://\(host)/" + parts.map { URIText.path(String($0)) + "/" }.joined()
  }

  /// Appends what the body appends, as a link to a file.
  func append(_ file: String, to buffer: inout ByteBuffer, _ body: (inout ByteBuffer) -> Void) {
    guard let base else { return body(&buffer) }
    buffer.append("\u{1B}]8;;\(base)\(URIText.path(file))\u{1B}\\")
    body(&buffer)
    buffer.append("\u{1B}]8;;\u{1B}\\" as StaticString)
  }

  /// Whether the terminal is known to make links; others would show nothing, or the sequence itself.
  ///
  /// `FORCE_HYPERLINK` decides where it is set: 0 for no links, anything else for links.
  static func areShown(isTerminal: Bool, _ environment: Environment) -> Bool {
    if let forced = environment["FORCE_HYPERLINK"] { return forced != "0" }
    // A screen within the terminal is drawn by another program.
    guard isTerminal, environment["TMUX"] == nil, environment["STY"] == nil else { return false }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "rio", "Hyper", "Tabby", "WarpTerminal"]
    if let program = environment["TERM_PROGRAM"], programs.contains(program) { return true }
    if let version = environment["VTE_VERSION"].flatMap(Int.init), version >= 5000 { return true }
    if ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID"].contains(where: { environment[$0] != nil }) {
      return true
    }
    let terminals = ["xterm-kitty", "alacritty", "foot", "contour", "xterm-ghostty", "wezterm"]
    return environment["TERM"].map { term in terminals.contains { term.hasPrefix($0) } } ?? false
  }

  /// The name of this machine, by which a terminal tells its own files from those of others.
  static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
