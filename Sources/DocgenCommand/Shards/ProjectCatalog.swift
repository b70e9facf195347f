import DocgenModel
import DocgenRender
import DocgenSupport

/// What `docgen catalog` writes: the files of a project, and what its pages ask of each other, for machines that each work on
/// a part of the pages.
struct ProjectCatalog: Sendable {
  private static let file = SealedFile(kind: "catalog")

  /// The docgen that made it.
  let program: ProgramIdentity
  /// What named the project where it was made.
  let options: ProjectOptions
  let list: ContentFileList
  /// What the work on each page costs, about, in the order of the pages.
  let costs: [Int]
  /// The name of the dialect of the pages.
  let dialect: String
  /// What docgen found out about the project by itself.
  let notices: [Message]
  /// Tells what the project is read with from all else: its configuration and its words.
  let project: ContentDigest
  /// What a `SiteOutline` writes.
  private let outline: ArraySlice<UInt8>
  /// The content of the file.
  let bytes: ArraySlice<UInt8>

  /// Tells what pages ask of each other from all else, wherever the project lies and whatever pages hold besides.
  var context: ContentDigest {
    var writer = StateWriter()
    list.write(to: &writer)
    return ContentDigest(prefixOf: HashFunction.sha256.digest(ofPieces: [writer.bytes[...], outline]))
  }

  /// Tells the catalog from all others.
  var digest: ContentDigest { ContentDigest(of: Array(bytes)) }

  /// Puts a catalog together.
  ///
  /// - Parameters:
  ///   - files: The files of the project.
  ///   - options: What named it.
  ///   - outline: What its pages ask of each other.
  /// - Throws: What is wrong with the configuration.
  init(_ files: ProjectFiles, _ options: ProjectOptions, _ outline: SiteOutline) throws(CommandFailure) {
    program = .current
    self.options = options
    list = ContentFileList(files.content, skipped: files.skipped)
    dialect = files.dialect.name
    notices = files.notices
    let opened = try OpenedProject(options, list, dialect: dialect, notices: notices)
    project = opened.digest
    costs = opened.project.catalog.costs(jobs: options.jobs)
    var inner = StateWriter()
    outline.write(to: &inner)
    self.outline = inner.bytes[...]
    var writer = StateWriter()
    program.write(to: &writer)
    options.write(to: &writer)
    writer.write(dialect)
    writer.write(notices) { $1.write(to: &$0) }
    writer.write(plain: project.bytes)
    list.write(to: &writer)
    writer.write(costs) { $0.write($1) }
    writer.write(plain: inner.bytes)
    bytes = writer.bytes[...]
  }

  /// Reads the content of a file.
  init(_ bytes: ArraySlice<UInt8>) throws(StateReader.Damage) {
    self.bytes = bytes
    var reader = StateReader(bytes)
    program = try ProgramIdentity(&reader)
    options = try ProjectOptions(&reader)
    dialect = try reader.text()
    notices = try reader.list { reader throws(StateReader.Damage) in try Message(&reader) }
    project = try reader.digest()
    list = try ContentFileList(&reader)
    costs = try reader.list { reader throws(StateReader.Damage) in try reader.number() }
    outline = bytes[reader.index...]
  }

  /// Reads a file.
  ///
  /// - Throws: Why it cannot be used, and what to do.
  init(file: String) throws(CommandFailure) {
    let again = "make it anew by 'docgen catalog'"
    let content: ArraySlice<UInt8>
    do throws(SealedFile.Failure) {
      content = try Self.file.read(file)
    } catch {
      switch error {
      case .unreadable(let error): throw .configuration("\(error); make the catalog by 'docgen catalog'")
      case .other: throw .configuration("'\(file)' is no catalog; \(again)")
      case .otherForm: throw .configuration("the catalog '\(file)' was made by another version of docgen; \(again)")
      case .damaged: throw .configuration("the catalog '\(file)' is damaged; \(again)")
      }
    }
    guard let catalog = try? ProjectCatalog(content) else {
      throw .configuration("the catalog '\(file)' is damaged; \(again)")
    }
    if let difference = catalog.program.difference {
      throw .configuration("the catalog '\(file)' was made by \(difference); \(again)")
    }
    self = catalog
  }

  /// Writes the file, and makes the folder that it needs.
  func write(to path: String) throws(CommandFailure) {
    do throws(FileError) {
      try FileSystem.createFolder(FileSystem.folder(of: path))
      try Self.file.write(Array(bytes), to: path)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The project of the catalog as it is here.
  ///
  /// - Parameter options: What names it; where nothing does, what named it when the catalog was made.
  /// - Returns: The project with the files of the catalog.
  /// - Throws: What is wrong with the configuration, or that it is another one than the catalog's.
  func open(_ options: ProjectOptions) throws(CommandFailure) -> OpenedProject {
    let opened = try OpenedProject(options, list, dialect: dialect, notices: notices)
    guard opened.digest == project else {
      throw .configuration(
        "the configuration, the dialect or the words of the locales are others than when the catalog was made; "
          + "make the catalog anew by 'docgen catalog', and run all shards with it")
    }
    guard costs.count == opened.project.catalog.entries.count, costs.allSatisfy({ $0 > 0 }) else {
      throw .configuration("the catalog does not fit this project; make it anew by 'docgen catalog'")
    }
    return opened
  }

  /// What pages ask of each other.
  func outline(of project: Project) throws(CommandFailure) -> SiteOutline {
    var reader = StateReader(outline)
    guard let outline = try? SiteOutline(&reader, project.catalog), reader.isAtEnd else {
      throw .configuration("the catalog does not fit this project; make it anew by 'docgen catalog'")
    }
    return outline
  }
}
