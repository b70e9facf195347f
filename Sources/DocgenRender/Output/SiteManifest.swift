import DocgenSupport
import Glibc

/// The list of what docgen wrote into a folder, which stands in the folder itself: a later build removes that and
/// nothing else.
///
/// The file holds a line with the version of its form, a line with the SHA-256 of the rest, and the paths below the
/// folder. Each is written as the number of bytes that it shares with the path before (LEB128), its other bytes and
/// NUL. A folder ends with a slash and stands before what it holds; entries of one folder are sorted by the bytes of
/// their names.
struct SiteManifest: Sendable {
  /// The name of the file.
  static let file = ".docgen-site"
  private static let heading = Array("docgen-site 1\n".utf8)
  private static let digestSize = 64

  private let paths: [UInt8]

  /// A list of nothing.
  init() { paths = [] }

  /// Lists all that is in a folder, besides the list itself.
  init(of folder: String) throws(FileError) {
    var writer = Writer()
    try Self.list(Array(folder.utf8), [], into: &writer)
    paths = writer.bytes
  }

  /// Lists paths, of which those of folders end with a slash; the folders around each come by themselves.
  init(paths: [[UInt8]]) {
    var all: Set<[UInt8]> = []
    for path in paths {
      var rest = path[...]
      while !rest.isEmpty, all.insert(Array(rest)).inserted {
        rest = rest.prefix((rest.dropLast().lastIndex(of: 0x2F) ?? -1) + 1)
      }
    }
    var writer = Writer()
    for path in all.sorted(by: Self.precedes) { writer.add(path) }
    self.paths = writer.bytes
  }

  /// Takes what was written.
  init(_ writer: Writer) { paths = writer.bytes }

  /// Reads a list; `nil` if the bytes are none, or damaged.
  init?(_ bytes: [UInt8]) {
    let start = Self.heading.count + Self.digestSize + 1
    guard bytes.count >= start, bytes.starts(with: Self.heading), bytes[start - 1] == 0x0A else { return nil }
    let digest = bytes[Self.heading.count..<start - 1]
    let rest = Array(bytes[start...])
    guard digest.elementsEqual(HashFunction.sha256.hexadecimal(of: rest).utf8) else { return nil }
    paths = rest
  }

  /// The content of the file.
  var bytes: [UInt8] { Self.heading + Array(HashFunction.sha256.hexadecimal(of: paths).utf8) + [0x0A] + paths }

  /// Goes through the paths.
  var cursor: Cursor { Cursor(paths) }

  /// Writes the file into a folder, in one step.
  func write(to folder: String) throws(FileError) {
    let scratch = try ScratchFile(for: folder + "/" + Self.file, replacing: nil)
    try scratch.write(bytes)
    try scratch.place()
  }

  private static func list(_ folder: [UInt8], _ path: [UInt8], into writer: inout Writer) throws(FileError) {
    for entry in try FolderContent.entries(of: folder + [0x2F] + path) {
      if path.isEmpty, entry.name.elementsEqual(file.utf8) { continue }
      let inner = path + entry.name + (entry.isFolder ? [0x2F] : [])
      writer.add(inner)
      if entry.isFolder { try list(folder, inner, into: &writer) }
    }
  }

  /// Writes paths one after the other, in the order of the list.
  struct Writer {
    private(set) var bytes: [UInt8] = []
    private var previous: [UInt8] = []

    /// Adds a path, which must come after all before.
    mutating func add(_ path: [UInt8]) {
      var shared = 0
      while shared < previous.count, shared < path.count, previous[shared] == path[shared] { shared += 1 }
      var rest = shared
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
      bytes += path[shared...]
      bytes.append(0)
      previous = path
    }
  }

  /// A place in the list, which goes forwards only.
  struct Cursor {
    /// The path at the place; `nil` at the end.
    private(set) var path: [UInt8]?
    private let bytes: [UInt8]
    private var index = 0

    fileprivate init(_ bytes: [UInt8]) {
      self.bytes = bytes
      path = []
      advance()
    }

    /// Whether a path is listed; it must stand after all that were asked for before, in the order of the list.
    mutating func isListed(_ wanted: [UInt8]) -> Bool {
      while let path, SiteManifest.precedes(path, wanted) { advance() }
      return path == wanted
    }

    mutating func advance() {
      guard index < bytes.count, var next = path else {
        path = nil
        return
      }
      var (shared, shift) = (0, 0)
      while index < bytes.count, bytes[index] >= 0x80, shift < 28 {
        shared |= Int(bytes[index] & 0x7F) << shift
        shift += 7
        index += 1
      }
      guard index < bytes.count else {
        path = nil
        return
      }
      shared |= Int(bytes[index]) << shift
      index += 1
      guard shared <= next.count, let end = bytes[index...].firstIndex(of: 0) else {
        path = nil
        return
      }
      next.removeLast(next.count - shared)
      next += bytes[index..<end]
      index = end + 1
      path = next
    }
  }

  /// The order of the list: by folders, and in each by the bytes of the names.
  static func precedes(_ path: [UInt8], _ other: [UInt8]) -> Bool {
    var index = 0
    while index < path.count, index < other.count, path[index] == other[index] { index += 1 }
    guard index < path.count, index < other.count else { return path.count < other.count }
    // A slash ends a name, and a name stands before all that are longer.
    if path[index] == 0x2F || other[index] == 0x2F { return path[index] == 0x2F }
    return path[index] < other[index]
  }
}
