import CDocgen
import Glibc

/// A walk through folders and the links in them.
///
/// Real folders come first, so that a folder stands under its own name whatever links lead to it. A stack of its own
/// takes the place of recursion, for folders may lie in each other a thousand times.
struct FolderWalk {
  /// A link to a folder, which is followed when all real folders are known.
  private struct FolderLink {
    var root: Int
    var path: String
    var target: String
    var identity: FileIdentity
  }

  /// A folder that is being listed.
  private struct Frame {
    var path: String
    var entries: [FileSystem.Entry]
    var next = 0
  }

  private let roots: [FileTree.Root]
  private let boundary: FileBoundary
  private(set) var branches: [FileTree.Branch]
  /// The folders around the roots, which hold what is listed already.
  private let above: FolderAncestry
  /// Where each folder was listed, by the index of the root. A root may lie in another one, or be the same folder: the
  /// user named both.
  private var places: [[FileIdentity: String]]
  /// Where each folder below any of the roots lies itself, when all are known.
  private var ownPlaces: [FileIdentity: String] = [:]
  private var links: [FolderLink] = []

  init(_ roots: [FileTree.Root], _ boundary: FileBoundary, around container: String?) {
    self.roots = roots
    self.boundary = boundary
    branches = [FileTree.Branch](repeating: FileTree.Branch(), count: roots.count)
    places = [[FileIdentity: String]](repeating: [:], count: roots.count)
    let around = roots.compactMap { FileSystem.realPath($0.path).flatMap(FolderAncestry.parent) }
    above = FolderAncestry(around + (container.map { [$0] } ?? []))
  }

  /// Tells whether a path below a root is left out.
  typealias Filter = (_ root: Int, _ path: String, _ isFolder: Bool) -> Bool

  mutating func run(_ isLeftOut: Filter) {
    for root in roots.indices { walk("", root: root, isLeftOut) }
    followLinks(isLeftOut)
  }

  private mutating func followLinks(_ isLeftOut: Filter) {
    if links.isEmpty { return }
    for places in places { ownPlaces.merge(places) { first, _ in first } }
    var index = 0
    var followed: Set<Int> = []
    while index < links.count {
      let link = links[index]
      index += 1
      if above.contains(link.identity) {
        skip(link.path, .above(link.target), root: link.root)
      } else if let place = place(of: link.identity, root: link.root) {
        skip(link.path, .repeated(place), root: link.root)
      } else {
        followed.insert(link.root)
        walk(link.path, root: link.root, isLeftOut)
      }
    }
    for root in followed.sorted() { branches[root].files.sort(by: Self.precedes) }
  }

  /// Where a folder is listed already: in the same branch, or below any root under its own name.
  private func place(of folder: FileIdentity, root: Int) -> String? { places[root][folder] ?? ownPlaces[folder] }

  /// Whether a path comes before another where each folder stands in the place of its name.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8) { left, right in
      let slash = UInt8(ascii: "/")
      return left != right && right != slash && (left == slash || left < right)
    }
  }

  // MARK: Folders

  private mutating func walk(_ path: String, root: Int, _ isLeftOut: Filter) {
    guard let first = list(path, root: root) else { return }
    var stack = [first]
    while let last = stack.indices.last {
      guard stack[last].next < stack[last].entries.count else {
        stack.removeLast()
        continue
      }
      let entry = stack[last].entries[stack[last].next]
      stack[last].next += 1
      // The name of a lock, a cache or a repository.
      if entry.name.utf8.first == UInt8(ascii: ".") { continue }
      let child = stack[last].path.isEmpty ? entry.name : stack[last].path + "/" + entry.name
      if isLeftOut(root, child, entry.kind == .folder) { continue }
      if entry.kind == .folder, entry.isValid {
        if let frame = list(child, root: root) { stack.append(frame) }
      } else {
        add(entry, at: child, root: root)
      }
    }
  }

  /// Lists a folder that is not listed yet; `nil` if it is left out.
  private mutating func list(_ path: String, root: Int) -> Frame? {
    let isTooLong = path.utf8.count > FileTree.longestPath
    guard !isTooLong, path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < FileTree.deepestFolder else {
      skip(path, isTooLong ? .tooLong : .tooDeep, root: root)
      return nil
    }
    let name = fullPath(path, root: root)
    do throws(FileError) {
      let descriptor = try FileSystem.openFolder(name)
      var status = stat()
      guard fstat(descriptor, &status) == 0 else {
        close(descriptor)
        throw FileError(operation: "list", path: name)
      }
      if let place = place(of: FileIdentity(status), root: root) {
        close(descriptor)
        skip(path, .repeated(place), root: root)
        return nil
      }
      do throws(FileError) {
        if !path.isEmpty { try boundary.check(descriptor, openedAs: name, operation: "list") }
      } catch {
        close(descriptor)
        throw error
      }
      places[root][FileIdentity(status)] = path.isEmpty ? roots[root].name : roots[root].name + "/" + path
      return Frame(path: path, entries: try FileSystem.list(descriptor, path: name))
    } catch {
      fail(error, at: path, root: root)
      return nil
    }
  }

  private func fullPath(_ path: String, root: Int) -> String {
    path.isEmpty ? roots[root].path : roots[root].path + "/" + path
  }

  // MARK: Entries

  private mutating func add(_ entry: FileSystem.Entry, at path: String, root: Int) {
    if !entry.isValid {
      skip(path, .invalidName, root: root)
    } else if entry.isLink {
      follow(path, root: root)
    } else if entry.kind == .file {
      addFile(path, root: root)
    } else if let type = entry.type {
      skip(path, .special(type), root: root)
    }
  }

  private mutating func addFile(_ path: String, root: Int) {
    if path.utf8.count > FileTree.longestPath {
      skip(path, .tooLong, root: root)
    } else {
      branches[root].files.append(path)
    }
  }

  private mutating func follow(_ path: String, root: Int) {
    let name = fullPath(path, root: root)
    let target = FileSystem.target(ofLink: name) ?? ""
    switch LinkTarget(name, within: boundary) {
    case .file:
      addFile(path, root: root)
    case .folder(let identity):
      links.append(FolderLink(root: root, path: path, target: target, identity: identity))
    case .special(let type): skip(path, .special(type), root: root)
    case .outside: skip(path, .outside(target), root: root)
    case .hidden: skip(path, .hidden(target), root: root)
    case .failure(let error):
      if let reason = error.reason(ofLinkTo: target) {
        skip(path, reason, root: root)
      } else {
        branches[root].failures.append(error)
      }
    }
  }

  private mutating func skip(_ path: String, _ reason: SkippedEntry.Reason, root: Int) {
    branches[root].skipped.append(SkippedEntry(path: path, reason: reason))
  }

  private mutating func fail(_ error: FileError, at path: String, root: Int) {
    if error.code == ENAMETOOLONG {
      skip(path, .tooLong, root: root)
    } else {
      branches[root].failures.append(error)
    }
  }
}
