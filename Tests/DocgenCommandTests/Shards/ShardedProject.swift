import DocgenSupport
import DocgenTestSupport

@testable import DocgenCommand

/// A small project with all that pages ask of each other, the site and the findings of one run, and those of many shards.
struct ShardedProject {
  let folder: TemporaryFolder

  var path: String { folder.path }
  var project: String { "--config \(path)/site/config.yml" }

  /// Writes the project.
  ///
  /// - Parameter keys: Further lines of the configuration.
  /// - Throws: That it cannot be written.
  init(_ keys: String = "") throws {
    folder = try TemporaryFolder(Self.files)
    let configuration = """
      title: {en: Things, de: Dinge}
      source-locale: en
      locales: [en, de, fr]
      base-url: https://docs.example.com/api
      lint: {source-history: none}

      """
    try folder.write(Array((configuration + keys).utf8), to: "site/config.yml")
  }

  private static func page(_ name: String, _ kind: String, _ rest: String = "", keys: String = "") -> String {
    """
    ---
    title: \(name) \(kind)
    description: About \(name), which runs.
    ms.topic: reference
    \(keys)---
    # \(name) \(kind)

    Words that are searched for. See [Base](../types/cbase.md#members) and [nothing](gone.md).

    ## Syntax

    ```cpp
    \(kind == "class" ? "class \(name) : public CBase" : "HRESULT Run([in] HWND hWnd);")
    ```

    ## Parameters

    *hWnd* \\[in\\]

    The window.

    \(rest)

    ## Requirements

    | Requirement | Value |
    |---|---|
    | Header | thing.h |
    | DLL | thing.dll |

    """
  }

  private static let files: [String: String] = {
    var files = [
      "content/en/index.md": "# Welcome\n\nStart with [types](types/cbase.md).\n",
      "content/de/index.md": "# Willkommen\n",
      "content/en/toc.yml":
        "- name: Types\n  href: types/\n- name: Guide\n  href: guide/first.md\n- name: Gone\n  href: x.md\n",
      "content/en/guide/first.md":
        "# First steps\n\n![A picture](images/a.png) and [a file](notes.zip).\n\n## What to do\n\nRun it.\n",
      "content/en/guide/images/a.png": "no picture", "content/de/guide/images/b.png": "no picture either",
      "content/en/guide/notes.zip": "no archive",
      "content/en/guide/draft.md": "---\ndraft: true\n---\n# Draft\n",
      "content/fr/guide/orphan.md": "# Orphelin\n",
      "site/redirects.yml": "old/first: guide/first\nguide/first: types/cbase\nolder: https://example.com/\n",
    ]
    for locale in ["en", "de"] {
      files["content/\(locale)/types/cbase.md"] = page("CBase", "class", "## Members\n\n- [CBase.Run](../run/run0.md)")
      for number in 0..<6 {
        let damaged = locale == "de" && number % 2 == 0
        let text = page("CThing\(number).Run", "method", keys: "api_name: CThing\(number).Run\n")
        files["content/\(locale)/run/run\(number).md"] =
          damaged ? text.replacing("thing.dll", with: "thing. dll").replacing("*hWnd*", with: "*Fenster*") : text
        files["content/\(locale)/types/cthing\(number).md"] = page(
          "CThing\(number)", "class", number == 3 ? "<!-- docgen-disable -->" : "")
      }
      files["content/\(locale)/other/CThing0.Run.md"] = page(
        "CThing0.Run", "method", keys: "api_name: CThing0.Run\n"
      ).replacing("thing.h", with: "other.h")
    }
    return files
  }()

  // MARK: Runs

  /// Runs a command line on the project; its parts are set apart by spaces.
  func run(_ arguments: String) -> Invocation { Invocation("\(arguments) \(project)") }

  /// The path of the catalog, which is made.
  func catalog() -> String {
    let file = path + "/catalog"
    _ = run("catalog -q --output \(file)")
    return file
  }

  /// Runs all shards of a command in an order that is not theirs.
  func runShards(_ command: String, of count: Int, output: String) -> [Invocation] {
    let catalog = catalog()
    return (1...count).reversed().map {
      run("\(command) --shard \($0)/\(count) --catalog \(catalog) --output \(output)")
    }
  }

  /// All files below a folder, with a digest of what each holds.
  static func digests(of folder: String) throws -> [String: String] {
    var found: [String: String] = [:]
    func walk(_ path: String) throws {
      for entry in try FileSystem.list(folder + path) {
        let inner = path + "/" + entry.name
        if entry.kind == .folder {
          found[inner + "/"] = ""
          try walk(inner)
        } else {
          found[inner] = HashFunction.sha256.hexadecimal(of: try FileSystem.read(folder + inner))
        }
      }
    }
    try walk("")
    return found
  }

  /// How two folders differ, each file on a line; empty where they are the same.
  static func difference(_ folder: String, _ other: String) throws -> [String] {
    let (ours, theirs) = (try digests(of: folder), try digests(of: other))
    return Set(ours.keys).union(theirs.keys).sorted().filter { ours[$0] != theirs[$0] }
  }
}
