import DocgenModel
import DocgenSupport

/// The files and folders of a project that links may lead to besides pages; case does not count.
struct ProjectFiles: Sendable {
  /// The files of each locale that are no pages, by their path below the locale's folder.
  private let resources: [Set<String>]
  /// The folders directly below those of the locales, whichever locale has them.
  private let folders: Set<String>
  /// Whether the project keeps any of its images beside the pages.
  let hasImages: Bool

  init(_ catalog: PageCatalog) {
    var resources = [Set<String>](repeating: [], count: catalog.locales.count)
    var folders: Set<String> = []
    var hasImages = false
    for resource in catalog.resources {
      let path = resource.path.lowercased()
      if LinkPath.isImage(path) { hasImages = true }
      if let folder = LinkPath.topFolder(of: path) { folders.insert(folder) }
      resources[resource.locale].insert(path)
    }
    var last = ""
    for entry in catalog.entries {
      guard let folder = LinkPath.topFolder(of: entry.id), folder != last else { continue }
      folders.insert(folder)
      last = folder
    }
    self.resources = resources
    self.folders = folders
    self.hasImages = hasImages
  }

  /// Whether a locale has a file, or the source has it for all locales.
  func contains(_ path: String, locale: Int) -> Bool {
    resources[locale].contains(path) || resources[PageCatalog.source].contains(path)
  }

  /// Whether there is such a folder at the top.
  func hasFolder(_ name: String) -> Bool { folders.contains(name) }
}

/// Takes the paths of links apart.
enum LinkPath {
  /// The first folder of a path; nothing where the path is a file's name alone.
  static func topFolder(of path: String) -> String? {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(path[..<slash])
  }

  /// Whether a path in lower case ends as the names of images do.
  static func isImage(_ path: String) -> Bool {
    [".png", ".gif", ".jpg", ".jpeg", ".svg", ".bmp", ".webp", ".avif", ".ico", ".tif", ".tiff"]
      .contains { path.hasSuffix($0) }
  }

  /// Whether a destination leads out of the project: it has a scheme, a host or starts at the root of a site.
  static func isOutside(_ destination: String) -> Bool {
    for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "."): return false
      case UInt8(ascii: "/"), UInt8(ascii: "\\"): return destination.utf8.first == byte
      // A placeholder of a templating language.
      case UInt8(ascii: "{"), UInt8(ascii: "<"): return true
      default: break
      }
    }
    return false
  }

  /// The parts of a destination before and behind `#`; a query is left out.
  static func parts(_ destination: String) -> (path: Substring, fragment: Substring?) {
    let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
    let path = destination[..<(hash ?? destination.utf8.endIndex)]
    let end = path.utf8.firstIndex(of: UInt8(ascii: "?")) ?? path.utf8.endIndex
    return (path[..<end], hash.map { destination[destination.utf8.index(after: $0)...] })
  }

  /// The path that a relative one means from a folder, in lower case; what leads above the top starts there.
  static func resolved(_ path: Substring, from folder: some StringProtocol) -> String {
    // Most links lead to a file beside the page.
    if let name = fileName(path) { return String(folder) + name }
    var parts: [Substring] = []
    for part in (String(folder) + decoded(path).lowercased())
      .split(omittingEmptySubsequences: true, whereSeparator: { $0 == "/" || $0 == "\\" })
    {
      switch part {
      case ".": break
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// A path without folders and escapes, in lower case; nothing for others.
  private static func fileName(_ path: Substring) -> String? {
    var bytes = Array(path.utf8)
    let end = bytes.suffix(3).elementsEqual(".md".utf8) ? bytes.count - 3 : bytes.count
    for index in 0..<end {
      guard Identifier.isNameByte(bytes[index]) || bytes[index] == UInt8(ascii: "-") else { return nil }
      bytes[index] = ASCIICase.lowercased(bytes[index])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text with `%41` and its like resolved; as it is where that gives no valid text.
  static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = hexValue(rest[rest.startIndex]),
        let low = hexValue(rest[rest.startIndex + 1])
      {
        result.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return UTF8Validation.isValid(result) ? String(decoding: result, as: UTF8.self) : String(text)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
