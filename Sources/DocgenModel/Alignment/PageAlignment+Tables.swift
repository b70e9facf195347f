/// A table of a page, with the section that it stands in and its shape.
package struct PageTable: Sendable {
  /// Its node.
  package var node: Int
  /// The index of the section; -1 before the first.
  package var section: Int
  /// Its rows and columns.
  package var shape: TableShape

  /// Reads a table.
  package init(node: Int, section: Int, in page: LocalizedPage) {
    self.node = node
    self.section = section
    shape = TableShape(node, in: page.document)
  }
}

extension PageAlignment {
  /// Aligns tables by their sections and shapes.
  package func align(_ source: [PageTable], _ translation: [PageTable]) -> Alignment {
    Alignment(source, translation) { expected, actual in
      let section = expected.section < 0 ? -1 : sections.pair(ofSource: expected.section)?.translation
      if section != actual.section { return .different }
      return expected.shape.isLike(actual.shape) ? .equal : .similar
    }
  }
}
