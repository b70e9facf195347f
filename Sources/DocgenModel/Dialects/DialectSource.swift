import DocgenSupport

/// Where dialects come from: the project's folder, and for what it lacks the files that are built in.
package struct DialectSource: Sendable {
  /// The folder of a project with files of its own; `nil` for what is built in alone.
  private let folder: String?
  /// The folder that names of files count from.
  private let root: String
  private let boundary: FileBoundary

  /// The dialects that are built in alone.
  package static let builtIn = DialectSource()

  private static let builtInFolder = "site/dialects"
  private static let ending = ".yml"

  private init() {
    folder = nil
    root = "."
    boundary = FileBoundary([])
  }

  /// Takes the files of a project.
  ///
  /// - Parameters:
  ///   - folder: The folder with dialects by name; it need not exist.
  ///   - root: The folder that paths of files count from.
  ///   - boundary: Where the files may lie.
  package init(folder: String, root: String, within boundary: FileBoundary) {
    self.folder = FileSystem.kind(of: folder) == .folder ? folder : nil
    self.root = root
    self.boundary = boundary
  }

  /// The names of the dialects that there are, in the order of their bytes.
  package var names: [String] {
    let own = folder.flatMap { try? FileSystem.list($0) } ?? []
    let files = own.filter { $0.isValid && $0.kind == .file }.map(\.name)
    let builtIn = EmbeddedFiles.paths(below: Self.builtInFolder).map {
      String($0.dropFirst(Self.builtInFolder.utf8.count + 1))
    }
    let names = (files + builtIn).filter { $0.hasSuffix(Self.ending) }.map {
      String($0.dropLast(Self.ending.utf8.count))
    }
    return Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The dialect of a name that is built in or known to exist.
  package func dialect(_ name: String) -> Dialect {
    (try? dialect([name])) ?? Dialect(name: name)
  }

  /// The dialect that several make together, the last before the others.
  ///
  /// - Throws: ``Failure`` where there is none of a name, or a file cannot be read.
  package func dialect(_ names: [String]) throws(Failure) -> Dialect {
    var chain: [(name: String, file: SourceFile)] = []
    for name in names.reversed() { try add(name, to: &chain) }
    try add(Dialect.commonName, to: &chain)
    var reader = DialectReader(name: names.isEmpty ? Dialect.commonName : names.joined(separator: ", "))
    for (name, file) in chain { reader.read(file, name: name) }
    return reader.dialect
  }

  /// Why a dialect is not known.
  package enum Failure: Error {
    /// There is none of the name; the nearest that there is.
    case unknown(String, nearest: String?)
    /// Its file cannot be read.
    case file(FileError)
  }

  /// Adds a dialect and then those that it extends, each once.
  private func add(_ name: String, to chain: inout [(name: String, file: SourceFile)]) throws(Failure) {
    guard !chain.contains(where: { $0.name == name }) else { return }
    let file = try file(name)
    chain.append((name, file))
    for parent in DialectReader.parents(of: file) { try add(parent, to: &chain) }
  }

  private func file(_ name: String) throws(Failure) -> SourceFile {
    do throws(FileError) {
      if Self.isPath(name) {
        let path = name.hasPrefix("/") ? name : root + "/" + (name.hasPrefix("./") ? String(name.dropFirst(2)) : name)
        return SourceFile(path: path, bytes: try boundary.forNamedFiles.read(path))
      }
      if let folder, FileSystem.isThere("\(folder)/\(name)\(Self.ending)") {
        let path = "\(folder)/\(name)\(Self.ending)"
        return SourceFile(path: path, bytes: try boundary.forNamedFiles.read(path))
      }
    } catch {
      throw .file(error)
    }
    let path = "\(Self.builtInFolder)/\(name)\(Self.ending)"
    if let bytes = EmbeddedFiles.bytes(path) { return SourceFile(path: path, bytes: bytes) }
    throw .unknown(name, nearest: Suggestions.nearest(to: name, among: names))
  }

  /// Whether a name is the path of a file.
  private static func isPath(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(ending) || name.hasSuffix(".yaml")
  }
}
