import DocgenModel
import DocgenSupport

/// Finds the dialect in which the pages of a project are written.
struct ProjectDialect {
  private let configuration: Configuration
  private let source: DialectSource

  init(_ configuration: Configuration, _ boundary: FileBoundary) {
    self.configuration = configuration
    source =
      configuration.file == nil
      ? DialectSource(folder: "", root: configuration.root, within: boundary.adding(configuration.root))
      : DialectSource(
        folder: Configuration.join(configuration.root, "site/dialects"), root: configuration.root, within: boundary)
  }

  /// The dialect that is named, or else that which the pages show, with what there is to say about it.
  func dialect(of files: ContentFiles) throws(CommandFailure) -> (dialect: Dialect, notice: Message?) {
    if !configuration.dialects.isEmpty { return (try named(), nil) }
    let samples = files.sample(count: DialectDetection.sampleSize, length: DialectDetection.sampleLength)
    let detection = DialectDetection(source)
    guard let result = detection.detect(files: files.paths(of: PageCatalog.source), pages: samples) else {
      return (Dialect.common, nil)
    }
    return (source.dialect(result.name), ProjectNotice.dialect(result))
  }

  /// The dialect that is named, or else one that was found before.
  func dialect(named name: String) throws(CommandFailure) -> Dialect {
    configuration.dialects.isEmpty ? source.dialect(name) : try named()
  }

  private func named() throws(CommandFailure) -> Dialect {
    do throws(DialectSource.Failure) {
      return try source.dialect(configuration.dialects)
    } catch {
      switch error {
      case .unknown(let name, let nearest):
        let hint = nearest.map { "did you mean '\($0)'?" } ?? "known are \(source.names.joined(separator: ", "))"
        throw .configuration("there is no dialect '\(name)'; \(hint)")
      case .file(let error): throw .configuration("the dialect cannot be read: \(error)")
      }
    }
  }
}
