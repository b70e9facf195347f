import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport
import Glibc

/// Reads front matter; what is found lies within the file.
enum FrontMatterTarget {
  static func run(_ bytes: [UInt8]) {
    let file = SourceFile(path: "en/page.md", bytes: bytes)
    let frontMatter = FrontMatter.read(file.bytes)
    let all = 0..<Int32(file.bytes.count + 1)
    precondition(all.contains(frontMatter.bodyStart))
    for problem in frontMatter.problems { precondition(all.contains(problem.span.start)) }
    for entry in frontMatter.entries {
      precondition(all.contains(entry.key.span.start) && all.contains(entry.key.span.end))
      precondition(all.contains(entry.value.span.start) && all.contains(entry.value.span.end))
    }
  }
}

/// Reads a page and its facts, as a source and as a translation of a page that stays the same.
enum PageTarget {
  private static let project = FuzzProject()
  private static let source = project.loader.read(
    SourceFile(path: "en/page.md", bytes: Array(FuzzProject.source.utf8)), locale: 0)

  static func run(_ bytes: [UInt8]) {
    let pages = [
      project.loader.read(SourceFile(path: "en/page.md", bytes: bytes), locale: 0),
      project.loader.read(SourceFile(path: "de/page.md", bytes: bytes), locale: 1, beside: source),
    ]
    for page in pages { check(page.document) }
  }

  /// Nodes stand before their children and within the file.
  private static func check(_ document: Document) {
    let size = Int32(document.source.bytes.count)
    for (index, node) in document.nodes.enumerated() {
      precondition(Int(node.end) > index && Int(node.end) <= document.nodes.count)
      precondition(node.span.start >= 0 && node.span.start <= node.span.end && node.span.end <= size)
    }
  }
}

/// Lints and fixes a page and its translation, which one input holds with a line of `%%%%` between.
enum FixTarget {
  private static let project = FuzzProject()
  private static let fixer = Fixer(loader: project.loader, settings: LintSettings(), allowsUnsafe: true)
  private static let separator = Array("\n%%%%\n".utf8)

  static func run(_ bytes: [UInt8]) {
    let middle = bytes.withUnsafeBytes { ByteSearch.firstIndex(of: separator, in: $0) } ?? bytes.count
    let end = min(bytes.count, middle + separator.count)
    project.write(source: Array(bytes[..<middle]), translation: Array(bytes[end...]))
    _ = fixer.run(jobs: 1) { change in check(change) }
  }

  /// A fix leaves what readers read, and the keys of the front matter.
  private static func check(_ change: Fixer.Change) {
    let pages = [change.old, change.new].map { bytes in
      project.loader.read(SourceFile(path: change.file, bytes: bytes), locale: 1)
    }
    precondition(!pages[1].source.hasEncodingErrors)
    precondition(
      pages[0].frontMatter.entries.map(\.key.value) == pages[1].frontMatter.entries.map(\.key.value))
    let lost = Sentences.lost(from: pages[0].document, to: change.new)
    if let sentence = lost.first { fatalError("\(change.file) lost '\(sentence)'") }
  }
}

/// A project of one page in two languages, in a folder of its own.
struct FuzzProject: Sendable {
  static let source = """
    ---
    title: ReadBlock function
    api_name:
    - ReadBlock
    ---

    # ReadBlock function

    ## Syntax

    ```c++
    int ReadBlock(HANDLE device, void *buffer);
    ```

    ## Parameters

    *device* \\[in\\]

    The device.

    ## Return value

    | Return code | Description |
    |-------------|-------------|
    | **E\\_FAIL** | It failed. |

    """

  let folder: String
  let loader: PageLoader

  init() {
    let base = isFolder("/dev/shm") ? "/dev/shm" : "/tmp"
    folder = "\(base)/docgen-fuzz-\(getpid())"
    do {
      for locale in ["en", "de"] {
        try FileSystem.createFolder("\(folder)/\(locale)")
        try FileSystem.write(Array(Self.source.utf8), to: "\(folder)/\(locale)/page.md")
      }
      let catalog = try PageCatalog(contentFolder: folder, locales: ["en", "de"])
      let vocabularies = try ["en", "de"].map(VocabularySource.builtIn.vocabulary)
      loader = PageLoader(catalog: catalog, vocabularies: vocabularies)
    } catch {
      fatalError("\(error)")
    }
  }

  func write(source: [UInt8], translation: [UInt8]) {
    do {
      try FileSystem.write(source, to: folder + "/en/page.md")
      try FileSystem.write(translation, to: folder + "/de/page.md")
    } catch {
      fatalError("\(error)")
    }
  }
}

private func isFolder(_ path: String) -> Bool { FileSystem.kind(of: path) == .folder }
