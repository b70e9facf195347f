/// The language that a signature block is written in.
package enum SignatureLanguage: String, Sendable, CaseIterable {
  /// Managed Object Format: classes, properties and methods of WMI.
  case mof
  /// C and C++.
  case c
  /// Interface definition language.
  case idl
  /// C#.
  case cSharp
  /// Visual Basic and VBScript.
  case visualBasic
  /// JScript and JavaScript.
  case jScript
  /// XML, XML Schema and HTML.
  case xml
  /// Commands, grammars and prose: only the tokens are known.
  case other

  /// The language that an info string names; nil when it says nothing about the content (`syntax`, none).
  ///
  /// Case and what follows the first word do not count.
  package init?(infoString: String) {
    var word: [UInt8] = []
    for byte in infoString.utf8 {
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",") {
        if word.isEmpty { continue }
        break
      }
      word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      if word.count > 16 { break }
    }
    switch String(decoding: word, as: UTF8.self) {
    case "mof": self = .mof
    case "c", "c++", "cpp", "cc", "cxx", "h", "hpp", "objc": self = .c
    case "idl", "midl", "odl": self = .idl
    case "cs", "csharp", "c#": self = .cSharp
    case "vb", "vbs", "vbnet", "vb.net", "vbscript", "vba", "basic": self = .visualBasic
    case "js", "jscript", "javascript": self = .jScript
    case "xml", "html", "xhtml", "xsd", "xaml", "wxs": self = .xml
    case "console", "cmd", "bat", "dos", "powershell", "ps", "ps1", "sh", "json", "ini", "asm", "text", "output":
      self = .other
    default: return nil
    }
  }
}
