import DocgenSupport

/// The navigation of one locale: for each folder of the content, what stands in it in the reader's order.
struct Navigation: Sendable {
  /// What an entry leads to.
  enum Target: Sendable, Equatable {
    case page(Int)
    /// The listing of a folder.
    case folder(Int)
    case outside(String)
    /// A title over the entries below it.
    case none
  }

  struct Node: Sendable {
    var name: String
    var target: Target
    /// The index of the entry around this one; -1 at the top.
    var parent: Int
    /// The index after the last entry below this one.
    var end: Int
  }

  struct Section: Sendable {
    /// The name that breadcrumbs show.
    var name: String
    /// The entries, each before those below it.
    var nodes: [Node] = []
    /// Where the pages start that no table of contents lists.
    var firstUnlisted = 0

    /// The entry that all others stand below, if there is one.
    var root: Int? { !nodes.isEmpty && nodes[0].end == firstUnlisted && firstUnlisted > 1 ? 0 : nil }

    /// The entries directly below one, or of the top.
    func children(of node: Int?) -> [Int] {
      var result: [Int] = []
      var index = node.map { $0 + 1 } ?? 0
      let end = node.map { nodes[$0].end } ?? firstUnlisted
      while index < end {
        result.append(index)
        index = nodes[index].end
      }
      return result
    }
  }

  /// Where a page stands.
  struct Place: Sendable {
    var section: Int32
    var node: Int32
  }

  /// By the index of the folder.
  var sections: [Section]
  /// By the index of the page; `nil` for the own pages of folders that no table of contents lists.
  var places: [Place?]

  /// The page before or after one, in the order of its section.
  func neighbour(of page: Int, step: Int) -> (page: Int, name: String)? {
    guard let place = places[page] else { return nil }
    let section = sections[Int(place.section)]
    guard Int(place.node) < section.firstUnlisted || section.firstUnlisted == 0 else { return nil }
    let end = section.firstUnlisted == 0 ? section.nodes.count : section.firstUnlisted
    var index = Int(place.node) + step
    while index >= 0, index < end {
      if case .page(let other) = section.nodes[index].target, let otherPlace = places[other],
        Int(otherPlace.node) == index, otherPlace.section == place.section
      {
        return (other, section.nodes[index].name)
      }
      index += step
    }
    return nil
  }

  /// The entries around a page's, the outermost first.
  func ancestors(of place: Place) -> [Int] {
    let nodes = sections[Int(place.section)].nodes
    var result: [Int] = []
    var node = nodes[Int(place.node)].parent
    while node >= 0 {
      result.append(node)
      node = nodes[node].parent
    }
    return result.reversed()
  }
}
