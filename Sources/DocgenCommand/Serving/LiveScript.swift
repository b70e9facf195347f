import DocgenRender
import DocgenServe
import DocgenSupport

/// What is added to pages while they are served: the script that reloads them, and how what it shows looks.
///
/// Both are files of the server itself, so that the site's own policy allows them; no page of the site on disk has them.
enum LiveScript {
  /// What the addresses of the server itself begin with; no locale is called so.
  static let folder = "~docgen"
  static let events = "events"
  private static let source = "site/live/"

  /// A file of the server itself.
  static func file(_ name: String) -> [UInt8]? { EmbeddedFiles.bytes(source + name) }

  /// The strings of the interface that the script shows, by the names that it knows them by.
  private static let strings = [
    ("title", "live-preview"), ("problem", "live-problem"), ("ended", "live-ended"), ("findings", "findings"),
    ("close", "close"),
  ]

  /// Adds the script to a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - version: What tells it from what it was before, and will be.
  ///   - text: Gives a string of the interface.
  /// - Returns: The page with the script at the end of its head.
  static func added(to page: [UInt8], version: String, text: (String) -> String) -> [UInt8] {
    var markup =
      "<link rel=\"stylesheet\" href=\"/\(folder)/live.css\"><script defer src=\"/\(folder)/live.js\" data-version=\"\(version)\""
    for (name, key) in strings { markup += " data-\(name)=\"\(escaped(text(key)))\"" }
    markup += "></script>\n"
    let end = Array("</head>".utf8)
    let place = ByteSearch.firstIndex(of: end, in: page, from: 0) ?? page.count
    return page[..<place] + Array(markup.utf8) + page[place...]
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "<": result += "&lt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The page that is shown until there is a site, in English: the languages of the project are not known yet.
  static func placeholder(_ text: (String) -> String) -> [UInt8] {
    let words = escaped(text("live-building"))
    return Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(words)</title>
      </head>
      <body>
      <main><h1>\(words)</h1></main>
      </body>
      </html>

      """.utf8)
  }
}
