/// The language that the info string of a code block names.
struct CodeLanguage {
  /// The name that a reader knows (`C++`); `nil` if the info string says nothing about the language.
  let name: String?
  /// The name for a class (`cpp`).
  let token: String?

  /// Reads the first word of an info string; case does not count.
  init(info: String) {
    let isWord: (UInt8) -> Bool = { $0 > 0x20 && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: ",") }
    let word = String(decoding: info.utf8.prefix(while: isWord), as: UTF8.self)
    let key = word.lowercased()
    switch key {
    case "", "syntax", "text", "txt", "none", "plaintext": (name, token) = (nil, nil)
    case "c++", "cpp", "cxx", "cc", "hpp": (name, token) = ("C++", "cpp")
    case "c", "h": (name, token) = ("C", "c")
    case "c#", "csharp", "cs": (name, token) = ("C#", "csharp")
    case "vb", "vbnet", "vb.net": (name, token) = ("Visual Basic", "vb")
    case "vbs", "vbscript": (name, token) = ("VBScript", "vbs")
    case "js", "javascript": (name, token) = ("JavaScript", "javascript")
    case "jscript": (name, token) = ("JScript", "javascript")
    case "mof", "idl", "xml", "hlsl", "html", "json", "sql", "xaml", "css": (name, token) = (key.uppercased(), key)
    case "yml", "yaml": (name, token) = ("YAML", "yaml")
    case "md", "markdown": (name, token) = ("Markdown", "markdown")
    case "console", "cmd", "bat", "dos": (name, token) = ("Console", "console")
    case "powershell", "ps", "ps1": (name, token) = ("PowerShell", "powershell")
    case "sh", "shell", "bash": (name, token) = ("Shell", "shell")
    default: (name, token) = (word, key)
    }
  }
}
