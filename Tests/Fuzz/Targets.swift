import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport
import Glibc

/// Reads front matter as pages do, and what it says about publishing; what is found stands where it is said to.
enum FrontMatterTarget {
  static func run(_ bytes: [UInt8]) {
    let file = SourceFile(path: "en/page.md", bytes: bytes)
    let frontMatter = FrontMatter.read(file.bytes)
    let all = SourceSpan(0..<file.bytes.count)
    precondition(frontMatter.bodyStart >= 0 && frontMatter.bodyStart <= all.end)
    if let span = frontMatter.span { precondition(all.contains(span) && span.end <= frontMatter.bodyStart) }
    let lines = LineTable(file.bytes)
    for problem in frontMatter.problems { check(problem.span, in: all, lines) }
    for entry in frontMatter.entries {
      check(entry.key.span, in: all, lines)
      check(entry.value.span, in: all, lines)
      precondition(entry.value.span.end <= frontMatter.bodyStart)
      switch entry.value {
      case .scalar(let text, let isQuoted): if !isQuoted { check(text, in: file.bytes) }
      case .list(let items, _): for item in items { check(item.span, in: all, lines) }
      case .null, .nested: break
      }
    }
    let publication = PagePublication(frontMatter)
    for text in (publication?.aliases ?? []) + (publication?.target.map { [$0] } ?? []) {
      check(text.span, in: all, lines)
    }
    for key in UnknownPublishingKey.keys(in: frontMatter) { check(key.key.span, in: all, lines) }
  }

  private static func check(_ span: SourceSpan, in all: SourceSpan, _ lines: LineTable) {
    precondition(span.start <= span.end && all.contains(span))
    let positions = lines.positions(of: span)
    precondition(positions.lowerBound.line >= 1 && positions.lowerBound.column >= 1)
    precondition(lines.offset(of: positions.lowerBound) == Int(span.start))
  }

  /// A text without quotes and signs of YAML, on one line, is what stands in its place.
  private static func check(_ text: Located<String>, in bytes: [UInt8]) {
    let place = bytes[text.span.range]
    guard let first = place.first, !"&*!|>\"'".utf8.contains(first), !place.contains(where: { $0 < 0x20 || $0 >= 0x80 })
    else { return }
    precondition(place.elementsEqual(text.value.utf8))
  }
}

/// Reads a page and its facts, as a source and as a translation of a page that stays the same, and restores those.
enum PageTarget {
  private static let project = FuzzProject()
  private static let source = project.loader.read(
    SourceFile(path: "en/page.md", bytes: Array(FuzzProject.source.utf8)), locale: 0)
  private static let restorer = PageRestorer(project.loader)

  static func run(_ bytes: [UInt8]) {
    let own = project.loader.read(SourceFile(path: "en/page.md", bytes: bytes), locale: 0)
    let translation = project.loader.read(SourceFile(path: "de/page.md", bytes: bytes), locale: 1, beside: source)
    for page in [own, translation] {
      check(page.document)
      check(page.facts, in: SourceSpan(0..<page.source.bytes.count))
    }
    let group = APIPage(id: "page", name: "page", translations: [source, translation])
    guard let restored = restorer.restored(group).translations[1] else { return }
    check(restored.page.document)
    let size = Int32(restored.page.source.bytes.count)
    for fact in restored.facts { precondition(fact.span.start >= 0 && fact.span.end <= size) }
    let lost = Sentences.lost(from: translation.document, to: restored.page.source.bytes)
    if let sentence = lost.first { fatalError("the restored page lost '\(sentence)'") }
  }

  /// Nodes stand before their children and within the file.
  private static func check(_ document: Document) {
    let size = Int32(document.source.bytes.count)
    for (index, node) in document.nodes.enumerated() {
      precondition(Int(node.end) > index && Int(node.end) <= document.nodes.count)
      precondition(node.span.start >= 0 && node.span.start <= node.span.end && node.span.end <= size)
    }
    for block in document.rawBlocks { precondition(block.span.contains(block.opening) && block.span.end <= size) }
  }

  /// Facts stand within the file, in its order where they are those of one list.
  private static func check(_ facts: PageFacts, in all: SourceSpan) {
    for block in facts.codeBlocks { precondition(all.contains(block.span)) }
    for parameter in facts.parameters { precondition(all.contains(parameter.name.span)) }
    precondition(zip(facts.sections, facts.sections.dropFirst()).allSatisfy { $0.heading < $1.heading })
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
    let headings = pages.map { page in page.document.nodes.count { $0.kind == .heading } }
    precondition(headings[0] <= headings[1])
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
