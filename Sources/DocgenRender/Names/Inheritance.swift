import DocgenModel

/// What a type inherits, and from which types.
struct Inheritance: Sendable {
  /// A type on the way up: its page, or else what the page before it writes of it.
  struct Ancestor: Sendable {
    var name: String
    var page: Int?
    /// Where the type that is derived from it leads for it, and the page that does.
    var link: (destination: String, page: Int)?
  }

  /// Members of one ancestor that the type's own page does not list.
  struct Inherited: Sendable {
    /// The type that lists them, which has a page.
    var ancestor: (name: String, page: Int)
    var members: [TypeIndex.Member]
  }

  /// The name of the type.
  let name: String
  /// The ways up, one for each type that it is directly derived from; the nearest type first.
  private(set) var lines: [[Ancestor]] = []
  /// The nearest ancestor first.
  private(set) var inherited: [Inherited] = []
  /// Types that are directly derived from it.
  let derived: [Ancestor]

  /// No hierarchy is deeper.
  private static let deepest = 64

  /// Follows the types that a type is derived from.
  init(of type: Int, in index: TypeIndex, _ links: LinkTargets) {
    let own = index.types[type]
    name = own.name
    derived = index.derived(from: type).map { Ancestor(name: index.types[$0].name, page: index.types[$0].page) }
    var known = Set(own.members.map { $0.name.lowercased() })
    var visited: Set<Int> = [type]
    for base in own.bases {
      var line: [Ancestor] = []
      var next: (base: TypeIndex.BaseName, page: Int)? = (base, own.page)
      while let (base, page) = next, line.count < Self.deepest {
        next = nil
        guard let type = index.type(base, from: page, links) else {
          line.append(Ancestor(name: base.name, link: base.link.map { ($0, page) }))
          break
        }
        let (name, page) = (index.types[type].name, index.types[type].page)
        line.append(Ancestor(name: name, page: page))
        guard visited.insert(type).inserted else { break }
        let members = index.types[type].members.filter { known.insert($0.name.lowercased()).inserted }
        if !members.isEmpty { inherited.append(Inherited(ancestor: (name, page), members: members)) }
        next = index.types[type].bases.first.map { ($0, page) }
      }
      lines.append(line)
    }
  }
}
