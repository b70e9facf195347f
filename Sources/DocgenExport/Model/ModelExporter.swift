import DocgenModel
import DocgenSupport

/// Writes the model of a project, one page at a time.
package struct ModelExporter: Sendable {
  /// The forms in which the model is written.
  package enum Layout: Sendable {
    /// One object; indented, or else with a page on each line.
    case json(isIndented: Bool)
    /// The header and the pages, each an object on a line of its own.
    case lines
  }

  private let loader: PageLoader
  private let header: ModelHeader
  private let pages: PageExport
  private let layout: Layout

  /// - Parameters:
  ///   - loader: reads the pages.
  ///   - layout: the form.
  ///   - version: the version of the program.
  ///   - hasSpans: facts have their places.
  ///   - links: where links lead; without it, no absolute link leads anywhere.
  ///   - paths: the addresses of the pages.
  package init(
    loader: PageLoader, layout: Layout, version: String, hasSpans: Bool = false, links: LinkTargets? = nil,
    paths: SitePaths? = nil
  ) {
    self.loader = loader
    self.layout = layout
    var header = ModelHeader()
    header.generator.version = version
    header.locales = loader.catalog.locales.indices.map { index in
      var locale = ExportedLocale()
      locale.localeName = loader.catalog.locales[index]
      locale.tag = loader.vocabularies[index].tag
      locale.language = loader.vocabularies[index].language
      locale.isSource = index == PageCatalog.source
      return locale
    }
    header.hasSpans = hasSpans
    header.pageCount = loader.catalog.entries.count
    self.header = header
    pages = PageExport(
      loader: loader, links: links ?? LinkTargets(loader.catalog), paths: paths ?? SitePaths(loader.catalog),
      hasSpans: hasSpans)
  }

  /// Hands over the text piece by piece; the bytes do not depend on the number of jobs.
  ///
  /// - Parameters:
  ///   - jobs: the number of threads.
  ///   - progress: Called from any thread after each page.
  ///   - write: Takes the next piece; ends the work by returning false.
  /// - Returns: Files that could not be read.
  package func export(
    jobs: Int, progress: @escaping @Sendable () -> Void = {}, write: (ByteBuffer) -> Bool
  ) -> [FileError] {
    guard write(beginning) else { return [] }
    var isOpen = true
    let failures = export(pages: loader.catalog.entries.indices, jobs: jobs, progress: progress) { piece in
      isOpen = write(piece)
      return isOpen
    }
    if isOpen { _ = write(ending) }
    return failures
  }

  /// All that stands before the first page.
  package var beginning: ByteBuffer { ModelText(layout: layout).beginning(header) }

  /// All that stands after the last page.
  package var ending: ByteBuffer { ModelText(layout: layout).ending(hasPages: header.pageCount > 0) }

  /// Hands over the text of some of the pages piece by piece, with what stands between them.
  ///
  /// The texts of all pages make a model with ``beginning`` and ``ending`` around them.
  ///
  /// - Parameters:
  ///   - range: The pages, by their indices in the catalog.
  ///   - jobs: The number of threads.
  ///   - progress: Called from any thread after each page.
  ///   - write: Takes the next piece; ends the work by returning false.
  /// - Returns: Files that could not be read.
  package func export(
    pages range: Range<Int>, jobs: Int, progress: @escaping @Sendable () -> Void = {}, write: (ByteBuffer) -> Bool
  ) -> [FileError] {
    let text = ModelText(layout: layout)
    var failures: [FileError] = []
    var isFirst = range.lowerBound == 0
    Parallel.stream(count: range.count, jobs: jobs) { index in
      defer { progress() }
      let page = loader.load(loader.catalog.entries[range.lowerBound + index])
      return (text: text.page(pages.page(page), hasSpans: header.hasSpans), failures: page.failures.map(\.error))
    } consume: { part in
      failures += part.failures
      var piece = text.separator(isFirst: isFirst)
      isFirst = false
      piece.append(part.text.bytes)
      return write(piece)
    }
    return failures
  }
}

/// Puts the parts of an exported model together.
struct ModelText: Sendable {
  let layout: ModelExporter.Layout

  /// All that stands before the first page.
  func beginning(_ header: ModelHeader) -> ByteBuffer {
    switch layout {
    case .lines:
      var writer = RecordWriter(JSONWriter(isIndented: false), hasSpans: false)
      writer.write(header)
      var text = writer.json.buffer
      text.append(0x0A)
      return text
    case .json(let isIndented):
      var writer = RecordWriter(JSONWriter(isIndented: isIndented, depth: 1), hasSpans: false)
      writer.writeMembers(of: header)
      var text = ByteBuffer()
      text.append(isIndented ? "{\n  " : "{")
      text.append(writer.json.buffer.bytes)
      text.append(isIndented ? ",\n  \"pages\": [" : ",\n\"pages\":[")
      return text
    }
  }

  func page(_ page: ExportedPage, hasSpans: Bool) -> ByteBuffer {
    var isIndented = false
    if case .json(isIndented: true) = layout { isIndented = true }
    var writer = RecordWriter(JSONWriter(isIndented: isIndented, depth: isIndented ? 2 : 0), hasSpans: hasSpans)
    writer.write(page)
    return writer.json.buffer
  }

  /// What stands before a page.
  func separator(isFirst: Bool) -> ByteBuffer {
    var text = ByteBuffer()
    switch layout {
    case .lines: if !isFirst { text.append(0x0A) }
    case .json(let isIndented):
      if !isFirst { text.append(UInt8(ascii: ",")) }
      text.append(isIndented ? "\n    " : "\n")
    }
    return text
  }

  /// What stands after the last page.
  func ending(hasPages: Bool) -> ByteBuffer {
    var text = ByteBuffer()
    switch layout {
    case .lines: if hasPages { text.append(0x0A) }
    case .json(let isIndented):
      if hasPages { text.append(isIndented ? "\n  " : "\n") }
      text.append(isIndented ? "]\n}\n" : "]}\n")
    }
    return text
  }

  /// The text of a whole model.
  func text(_ model: ExportedModel) -> [UInt8] {
    var text = beginning(model.header)
    for (index, page) in model.pages.enumerated() {
      text.append(separator(isFirst: index == 0).bytes)
      text.append(self.page(page, hasSpans: model.header.hasSpans).bytes)
    }
    text.append(ending(hasPages: !model.pages.isEmpty).bytes)
    return text.bytes
  }
}
