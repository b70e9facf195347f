/// What the ending of a file's name says of its content, in the words of a browser.
package enum ContentType {
  private static let text: [String: String] = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript",
    "json": "application/json", "map": "application/json", "txt": "text/plain", "md": "text/markdown",
    "xml": "application/xml", "svg": "image/svg+xml", "csv": "text/csv", "yml": "text/plain", "yaml": "text/plain",
    "conf": "text/plain", "webmanifest": "application/manifest+json", "jsonl": "text/plain",
  ]
  private static let binary: [String: String] = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "bmp": "image/bmp", "ico": "image/x-icon", "woff": "font/woff", "woff2": "font/woff2",
    "ttf": "font/ttf", "otf": "font/otf", "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
    "wasm": "application/wasm", "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "ogg": "audio/ogg",
  ]

  /// The type of a file; of text, with its encoding, which is UTF-8 in a site.
  package static func of(_ path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "application/octet-stream" }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    if let type = text[ending] { return type + "; charset=utf-8" }
    return binary[ending] ?? "application/octet-stream"
  }
}
