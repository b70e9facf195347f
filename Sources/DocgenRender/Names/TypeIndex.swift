import DocgenModel
import DocgenSupport

/// The classes, interfaces, structures and other types that pages of the source document, by name.
///
/// Only pages that have the name of a type, and whose title does not say that they are about something else, are read in
/// full.
struct TypeIndex: Sendable {
  /// A type with a page of its own.
  struct TypePage: Sendable {
    var page: Int
    var name: String
    /// Other names that its declaration gives it, such as those of pointers.
    var otherNames: [String]
    var bases: [BaseName]
    var members: [Member]
  }

  /// A type that another one is derived from.
  struct BaseName: Sendable {
    var name: String
    /// Where the page that says so leads for it.
    var link: String?
  }

  /// A member that a type's page lists.
  struct Member: Sendable {
    var name: String
    /// Where the list leads for it.
    var link: String?
    /// The anchor of its place in the list.
    var anchor: String
  }

  /// In the order of the catalog.
  let types: [TypePage]
  private let typeOfPage: [Int: Int]
  private let typesOfName: [String: [Int]]
  /// The types that are derived from each one, by their names.
  private var derived: [[Int]] = []
  private let folders: [String]

  /// Reads the types of the source.
  init(_ loader: PageLoader, names: SourceNames, links: LinkTargets, jobs: Int) {
    let candidates = names.names.indices.filter { names.names[$0].map(Self.mayBeType) ?? false }
    let read = Parallel.map(count: candidates.count, jobs: jobs) { index in
      names.names[candidates[index]].flatMap { Self.type(candidates[index], name: $0.text, loader) }
    }
    self.init(read.compactMap { $0 }, links: links)
  }

  /// Takes types that were read before.
  init(_ types: [TypePage], links: LinkTargets) {
    self.types = types
    folders = links.folders
    var typeOfPage: [Int: Int] = [:]
    var typesOfName: [String: [Int]] = [:]
    for (index, type) in types.enumerated() {
      typeOfPage[type.page] = index
      for name in [type.name] + type.otherNames where typesOfName[name]?.last != index {
        typesOfName[name, default: []].append(index)
      }
    }
    self.typeOfPage = typeOfPage
    self.typesOfName = typesOfName
    var derived = [[Int]](repeating: [], count: types.count)
    for (index, type) in types.enumerated() {
      for base in type.bases {
        if let base = self.type(base, from: type.page, links), base != index { derived[base].append(index) }
      }
    }
    for index in derived.indices { derived[index].sort { types[$0].name < types[$1].name } }
    self.derived = derived
  }

  /// Writes all that is told of types.
  func write(to writer: inout StateWriter) { Self.write(types, to: &writer) }

  /// Writes types.
  static func write(_ types: [TypePage], to writer: inout StateWriter) {
    writer.write(types) { writer, type in
      writer.write(type.page)
      writer.write(type.name)
      writer.write(type.otherNames) { $0.write($1) }
      writer.write(type.bases) { writer, base in
        writer.write(base.name)
        writer.write(base.link)
      }
      writer.write(type.members) { writer, member in
        writer.write(member.name)
        writer.write(member.link)
        writer.write(member.anchor)
      }
    }
  }

  /// Reads what was written.
  static func types(_ reader: inout StateReader) throws(StateReader.Damage) -> [TypePage] {
    try reader.list { reader throws(StateReader.Damage) in
      TypePage(
        page: try reader.number(), name: try reader.text(),
        otherNames: try reader.list { reader throws(StateReader.Damage) in try reader.text() },
        bases: try reader.list { reader throws(StateReader.Damage) in
          BaseName(name: try reader.text(), link: try reader.optionalText())
        },
        members: try reader.list { reader throws(StateReader.Damage) in
          Member(name: try reader.text(), link: try reader.optionalText(), anchor: try reader.text())
        })
    }
  }

  private static let typeKinds: Set<PageKind> = [.class, .interface, .object, .structure, .union, .enumeration, .type]

  /// Whether a page has the name of a type, and is not said to be about something else.
  static func mayBeType(_ name: SourceNames.Name) -> Bool {
    name.member == nil && name.kind.map { typeKinds.contains($0) || $0 == .callback } ?? true
  }

  /// The type that a page documents, read from its file.
  static func type(_ page: Int, name: String, _ loader: PageLoader) -> TypePage? {
    guard let read = SourceNames.page(page, loader), let kind = read.facts.kind,
      typeKinds.contains(kind) || kind == .callback
    else { return nil }
    let facts = read.facts
    let anchors = PageAlignment.anchors(of: .members, in: read, loader.vocabularies[PageCatalog.source])
    return TypePage(
      page: page, name: name, otherNames: facts.declaration?.otherNames.map(\.value) ?? [],
      bases: facts.baseTypes.map { BaseName(name: Self.plainName($0.name.value), link: $0.link) },
      members: facts.members.indices.map { member in
        let fact = facts.members[member]
        return Member(name: fact.name.value, link: fact.link, anchor: anchors[member])
      })
  }

  /// The name in a phrase: `ID2D1Brush interface`.
  private static func plainName(_ text: String) -> String {
    text.split(separator: " ").first { Identifier.isSymbolic($0.utf8) }.map(String.init) ?? text
  }

  /// The type that a page documents.
  func type(ofPage page: Int) -> Int? { typeOfPage[page] }

  /// The types that are derived from one.
  func derived(from type: Int) -> [Int] { derived[type] }

  /// The type of a name, as a page means it: of several, the one of its own folder, or else the first.
  func type(named name: String, from page: Int) -> Int? {
    guard let types = typesOfName[name] else { return nil }
    if types.count == 1 { return types[0] }
    return types.first { folders[self.types[$0].page] == folders[page] } ?? types[0]
  }

  /// The type that one is derived from, if it has a page.
  func type(_ base: BaseName, from page: Int, _ links: LinkTargets) -> Int? {
    if let link = base.link, case .page(let target, _) = links.target(of: link, on: page, locale: PageCatalog.source),
      let type = typeOfPage[target]
    {
      return type
    }
    return type(named: base.name, from: page)
  }
}
