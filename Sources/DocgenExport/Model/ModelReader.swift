import DocgenSupport

/// Why a text is not an exported model.
package struct ModelReadingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, and where.
  package var description: String

  init(_ description: String) {
    self.description = description
  }
}

extension ExportedModel {
  /// Reads a model that was exported as JSON.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(json bytes: [UInt8]) throws(ModelReadingError) {
    self = try Self.record(bytes)
    try checkCount()
  }

  /// Reads a model that was exported as JSON Lines.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(lines bytes: [UInt8]) throws(ModelReadingError) {
    self.init()
    var isFirst = true
    var number = 0
    for line in bytes.split(separator: 0x0A) {
      number += 1
      do throws(ModelReadingError) {
        if isFirst { header = try Self.record(Array(line)) } else { pages.append(try Self.record(Array(line))) }
      } catch {
        throw ModelReadingError("object \(number): \(error.description)")
      }
      isFirst = false
    }
    if isFirst { throw ModelReadingError("the header is missing") }
    try checkCount()
  }

  /// The text of the model; that of an exported model is the one that was read.
  package func text(_ layout: ModelExporter.Layout) -> [UInt8] { ModelText(layout: layout).text(self) }

  private func checkCount() throws(ModelReadingError) {
    guard header.pageCount == pages.count else {
      throw ModelReadingError("the header says \(header.pageCount) pages, and there are \(pages.count)")
    }
  }

  private static func record<Record: ExportRecord>(_ bytes: [UInt8]) throws(ModelReadingError) -> Record {
    do {
      return try RecordReader.read(try JSONReader.read(bytes))
    } catch {
      throw ModelReadingError("\(error)")
    }
  }
}
