import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What the source's front matter calls each page: what can be known of pages before they are read in full.
struct SourceNames: Sendable {
  /// The name of a page.
  struct Name: Sendable {
    /// The first name of the API that the page is about, or else its title where this starts with a name.
    var text: String
    /// The member that the name ends with: `KillJob` of `CIM_Job.KillJob`; `nil` if it has no such parts.
    var member: String?
    /// The kind that the title states.
    var kind: PageKind?
  }

  /// By the index of the page; `nil` for pages that have no name, or that no list names.
  let names: [Name?]
  /// The place of each page among those of its folder, where its front matter gives it one; empty where none does.
  let orders: [Double?]

  /// Reads the front matter of all pages of the source.
  init(_ loader: PageLoader, _ publications: Publications, jobs: Int) {
    let read = Parallel.map(count: loader.catalog.entries.count, jobs: jobs) { Self.read($0, loader, publications) }
    names = read.map(\.name)
    orders = read.contains { $0.order != nil } ? read.map(\.order) : []
  }

  /// What the source's front matter calls a page, and its place where it gives it one.
  static func read(
    _ page: Int, _ loader: PageLoader, _ publications: Publications
  ) -> (name: Name?, order: Double?) {
    // What lists leave out is not named on other pages either.
    if publications.excludes(page, PageCatalog.source, from: .navigation) { return (nil, nil) }
    guard let file = Self.file(of: page, loader) else { return (nil, nil) }
    let frontMatter = FrontMatter.read(file.bytes)
    let order = loader.catalog.dialect.keys.text(.order, in: frontMatter).flatMap { Double($0.value) }
    return (Self.name(of: frontMatter, loader), order)
  }

  /// Writes all that is told of pages.
  func write(to writer: inout StateWriter) {
    writer.write(names) { writer, name in
      writer.write(name?.text)
      writer.write(name?.member)
      writer.write(name?.kind?.name)
    }
    writer.write(orders) { writer, order in
      writer.write(order != nil)
      writer.write(order.map { Int(bitPattern: UInt($0.bitPattern)) } ?? 0)
    }
  }

  /// Reads what was written.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    names = try reader.list { reader throws(StateReader.Damage) in
      let (text, member) = (try reader.optionalText(), try reader.optionalText())
      let kind = try reader.optionalText().map { PageKind($0) }
      return text.map { Name(text: $0, member: member, kind: kind) }
    }
    orders = try reader.list { reader throws(StateReader.Damage) in
      let isGiven = try reader.flag()
      let bits = UInt64(UInt(bitPattern: try reader.number()))
      return isGiven ? Double(bitPattern: bits) : nil
    }
  }

  private static func name(of frontMatter: FrontMatter, _ loader: PageLoader) -> Name? {
    let title = frontMatter.string("title").map { FrontMatter.unescaped($0.value) } ?? ""
    guard let text = name(frontMatter, title: title) else { return nil }
    let declared = loader.catalog.dialect.kind(in: frontMatter).flatMap { $0 == KindTable.reference ? nil : $0 }
    let kind =
      declared.map { PageKind($0) } ?? PageKind.stated(by: title, name: text, loader.vocabularies[PageCatalog.source])
    return Name(text: text, member: member(of: text), kind: kind)
  }

  /// The file of a page in the source; `nil` if there is none, or none that can be read.
  static func file(of page: Int, _ loader: PageLoader) -> SourceFile? {
    guard let path = loader.catalog.entries[page].files[PageCatalog.source],
      let bytes = try? loader.catalog.read(path)
    else { return nil }
    return SourceFile(path: path, bytes: bytes)
  }

  /// A page in the source, read in full.
  static func page(_ page: Int, _ loader: PageLoader) -> LocalizedPage? {
    file(of: page, loader).map { loader.read($0, locale: PageCatalog.source) }
  }

  private static func name(_ frontMatter: FrontMatter, title: String) -> String? {
    if let name = frontMatter.strings("api_name").first.map({ FrontMatter.unescaped($0.value) }), !name.isEmpty {
      return name
    }
    return title.split(separator: " ").first.flatMap { Identifier.isSymbolic($0.utf8) ? String($0) : nil }
  }

  /// What stands after the last point or colons.
  private static func member(of name: String) -> String? {
    guard let separator = name.utf8.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }) else {
      return nil
    }
    let member = name[name.utf8.index(after: separator)...]
    return member.isEmpty ? nil : String(member)
  }
}
