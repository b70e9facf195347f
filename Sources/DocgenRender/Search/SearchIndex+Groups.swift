import DocgenModel

/// Headers, libraries and their like, whose pages are found by name as those of the content are.
extension SearchIndex {
  /// The address of the page of a group below the locale's folder.
  func addressOfGroup(_ number: Int) -> SiteAddress {
    let (facet, group) = groups[number]
    return SiteAddress(file: folder(of: facet) + group.file)
  }

  private func folder(of facet: Facet) -> String { "\(site.places.names)/\(FacetGroup.folder(facet))/" }

  /// Writes what is shown of a group: its kind and its name.
  func writeGroup(_ number: Int, to text: inout ShardText) {
    let (facet, group) = groups[number]
    text.digits(self.number(ofKind: facet.kindOfValues), count: 2)
    text.text(group.spelling.utf8)
  }

  /// The folders of their pages, with the strings of the interface that name them.
  var foldersOfGroups: [(folder: String, title: String)] {
    Facet.allCases.filter { facet in groups.contains { $0.facet == facet } }
      .map { (SiteAddress(file: folder(of: $0)).path, $0.title) }
  }
}
