import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// What `docgen init --from` takes over from tools whose configuration is a script, and what scripts say without being run.
@Suite struct ToolTests {
  /// A project of a tool, as files in one text: lines `=== path` before each.
  private static func files(_ name: String) throws -> [String: String] {
    let path = Snapshot.fixtures(for: #filePath) + "/init/\(name).txt"
    var files: [String: String] = [:]
    for part in String(decoding: try FileSystem.read(path), as: UTF8.self).split(separator: "=== ") {
      guard let end = part.firstIndex(of: "\n") else { continue }
      files[String(part[..<end])] = String(part[part.index(after: end)...])
    }
    return files
  }

  @Test(arguments: ["docusaurus", "starlight", "vitepress", "docfx", "sphinx-md"])
  func takesOver(tool: String) throws {
    let files = try Self.files("tools/\(tool)")
    let folder = try TemporaryFolder(files)
    let run = Invocation(["init", "--from", tool, "--ci", "none"], workingFolder: folder.path)
    #expect(run.status == .success, "\(run.messages)")
    var text = run.output
    let written = run.output.split(separator: "\n").filter { $0.hasPrefix("wrote ") }.map { $0.dropFirst(6) }
    for file in written {
      text += "\n=== \(file)\n" + String(decoding: try FileSystem.read("\(folder.path)/\(file)"), as: UTF8.self)
    }
    Snapshot.expect(text, "init/tools/\(tool).expected")
    let lint = Invocation("lint --config \(folder.path)/site/config.yml --fail-on note --concise")
    #expect(lint.status == .success, "\(lint.output)\(lint.messages)")
    let build = Invocation("build --config \(folder.path)/site/config.yml --output \(folder.path)/public")
    #expect(build.status == .success && !build.messages.contains("warning"), "\(build.messages)")
    for (file, text) in files {
      #expect(String(decoding: try FileSystem.read("\(folder.path)/\(file)"), as: UTF8.self) == text, "\(file)")
    }
  }

  /// Scripts, and what is read of `value`.
  static let scripts: [(script: String, value: Literal)] = [
    ("const value = 'a' + \"b\" + `c`", .text("abc")),
    ("const value: string = `a${b}`", .unknown),
    ("const a = 'x'; const value = a", .unknown),
    (
      "const a = 'x'\nconst value = [a, /* no */ true, 1.5, b]",
      .list([.text("x"), .word("true"), .word("1"), .unknown])
    ),
    (
      "export const value = { a: 'x', 'b-c': [], ...d, e() { return 1 }, f }\nconst d = { g: 'y' }",
      .mapping([
        .init(key: "a", value: .text("x")), .init(key: "b-c", value: .list([])), .init(key: "g", value: .text("y")),
        .init(key: "e", value: .unknown), .init(key: "f", value: .unknown),
      ])
    ),
    ("const value = process.env.URL || 'x'", .text("x")),
    ("const value = isLive ? 'a' : 'b'\n", .unknown),
    (
      "const value = defineConfig<A<B>>({ a: 'x' } satisfies C<D, E>)",
      .call("defineConfig", [.mapping([.init(key: "a", value: .text("x"))])])
    ),
    ("const value = items()\nfunction items(): Item[] {\n  const b = 1\n  return ['x']\n}\n", .list([.text("x")])),
    ("const value = (mode) => ({ a: 'x' })", .mapping([.init(key: "a", value: .text("x"))])),
    ("const value = [/[\"'/]/g, 'x'] as const", .list([.unknown, .text("x")])),
    ("const value = value", .unknown),
    ("const a = b\nconst b = a\nconst value = [a, 'x']", .list([.unknown, .text("x")])),
    ("const value = 'not closed", .text("not closed")),
  ]

  @Test(arguments: scripts.indices)
  func readsScripts(_ index: Int) {
    let (text, expected) = Self.scripts[index]
    let script = Script(Array(text.utf8), path: "x.ts", files: ScriptFiles(root: "."))
    let value = script.value(of: "value", depth: 0)
    #expect(value == expected, "\(text)")
  }

  /// The same of Python.
  static let python: [(script: String, value: Literal)] = [
    ("value = 'a' \"b\"  # no\n", .text("ab")),
    ("value = r'\\d' # '\n", .text("\\d")),
    ("value = f'{a}'\n", .unknown),
    ("value = ['a']\nvalue += ['b']\n", .list([.text("a"), .text("b")])),
    (
      "value: dict[str, int] = {\"a\": ('x', None), **b}\nb = {'c': True}\n",
      .mapping([
        .init(key: "a", value: .list([.text("x"), .word("None")])), .init(key: "c", value: .word("True")),
      ])
    ),
    ("value = \"\"\"a\nb\"\"\"\n", .text("a\nb")),
    ("if x:\n    value = 'no'\nvalue = os.path.join('a')\n", .call("os.path.join", [.text("a")])),
  ]

  @Test(arguments: python.indices)
  func readsPython(_ index: Int) {
    let (text, expected) = Self.python[index]
    let script = Script(Array(text.utf8), path: "conf.py", files: ScriptFiles(root: "."))
    #expect(script.value(of: "value", depth: 0) == expected, "\(text)")
  }

  @Test func takesHostileScripts() {
    let deep = "const value = " + String(repeating: "[{a:", count: 10_000)
    let wide = (0..<30).map { "const a\($0) = [a\($0 + 1), a\($0 + 1), a\($0 + 1), a\($0 + 1)]\n" }.joined()
    for text in [deep, wide + "const value = a0", "const value = `${", "const value = ((((", "value = '''", ")]}"] {
      for path in ["x.ts", "conf.py"] {
        _ = Script(Array(text.utf8), path: path, files: ScriptFiles(root: ".")).value(of: "value", depth: 0)
      }
    }
  }

  @Test func staysInTheProject() throws {
    let folder = try TemporaryFolder(["secret.js": "module.exports = { a: 'secret' }\n", "project/x.txt": ""])
    let files = ScriptFiles(root: folder.path + "/project")
    let script = Script(Array("module.exports = require('../secret')\n".utf8), path: "x.js", files: files)
    #expect(script.value() == .unknown)
  }
}
