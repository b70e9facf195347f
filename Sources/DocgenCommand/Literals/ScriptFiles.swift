import DocgenMarkup
import DocgenSupport

/// The scripts of a project, each read once, as far as they lie in it.
final class ScriptFiles {
  /// How deep names lead to names.
  static let depthLimit = 24
  private static let mostValues = 20_000
  private static let mostScripts = 100

  private let root: String
  private var scripts: [String: Script?] = [:]
  private var spent = 0

  init(root: String) {
    self.root = root
  }

  /// The value of a script, by its path from the project's root.
  func value(of path: String) -> Literal { script(path)?.value() ?? .unknown }

  /// Whether another value may be looked up: names that lead to each other must not take forever.
  func spend() -> Bool {
    spent += 1
    return spent <= Self.mostValues
  }

  /// The script that another one names, relative to itself; `nil` if it is a package or lies outside of the project.
  func script(_ name: String, from path: String) -> Script? {
    guard name.hasPrefix("./") || name.hasPrefix("../") else { return nil }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in name.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    let file = parts.joined(separator: "/")
    let endings = ["", ".ts", ".js", ".mts", ".mjs", ".cjs", ".json", "/index.ts", "/index.js", "/index.mts"]
    let found = endings.map { file + $0 }.first { FileSystem.kind(of: root + "/" + $0) == .file }
    // In TypeScript, a script may be named as what it becomes.
    let source = file.hasSuffix(".js") ? String(file.dropLast(3)) + ".ts" : nil
    return (found ?? source).flatMap { script($0) }
  }

  private func script(_ path: String) -> Script? {
    if let script = scripts[path] { return script }
    guard scripts.count < Self.mostScripts else { return nil }
    // Two scripts may import each other.
    scripts[path] = .some(nil)
    let bytes = try? FileSystem.read(root + "/" + path, upTo: Limits.pageBytes)
    let script = bytes.map { Script($0, path: path, files: self) }
    scripts[path] = script
    return script
  }
}
