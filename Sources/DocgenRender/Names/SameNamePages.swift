import DocgenModel
import DocgenSupport

/// Pages that document members of the same name, each of another class, and in what they differ.
///
/// The names are told by the front matter, so that only pages that share one are read in full.
struct SameNamePages: Sendable {
  /// What may be different.
  enum Difference: String, CaseIterable, Sendable {
    case signature
    case parameters
    case returnCodes = "return-codes"
  }

  /// Another page, seen from one.
  struct Other: Sendable {
    var page: Int
    /// The name with that of its class: `CIM_Job.KillJob`.
    var name: String
    var differences: [Difference]
  }

  private struct Member: Sendable {
    var page: Int
    var name: String
    /// Equal texts, equal facts; by the order of the differences.
    var facts: [String]
  }

  private let members: [Member]
  /// The members of each name, as a range of them.
  private let groups: [Range<Int>]
  /// The group of a page.
  private let groupOfPage: [Int: Int]

  /// Finds the members of all pages of the source.
  init(_ loader: PageLoader, names: SourceNames, jobs: Int) {
    let names = names.names
    var pages: [String: [Int]] = [:]
    for (page, name) in names.enumerated() {
      if let member = name?.member { pages[member.lowercased(), default: []].append(page) }
    }
    let shared = pages.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    let all = shared.flatMap(\.value)
    let members = Parallel.map(count: all.count, jobs: jobs) { index in
      Member(page: all[index], name: names[all[index]]?.text ?? "", facts: Self.facts(of: all[index], loader))
    }
    self.init(members, sizes: shared.map(\.value.count))
  }

  private init(_ members: [Member], sizes: [Int]) {
    var groups: [Range<Int>] = []
    var groupOfPage: [Int: Int] = [:]
    var start = 0
    for size in sizes {
      for member in members[start..<start + size] { groupOfPage[member.page] = groups.count }
      groups.append(start..<start + size)
      start += size
    }
    self.members = members
    self.groups = groups
    self.groupOfPage = groupOfPage
  }

  /// Writes all that is told of pages.
  func write(to writer: inout StateWriter) {
    writer.write(members) { writer, member in
      writer.write(member.page)
      writer.write(member.name)
      writer.write(member.facts) { $0.write($1) }
    }
    writer.write(groups) { $0.write($1.count) }
  }

  /// Reads what was written.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    let members = try reader.list { reader throws(StateReader.Damage) in
      Member(
        page: try reader.number(), name: try reader.text(),
        facts: try reader.list { reader throws(StateReader.Damage) in try reader.text() })
    }
    let sizes = try reader.list { reader throws(StateReader.Damage) in try reader.number() }
    guard members.allSatisfy({ $0.facts.count == Difference.allCases.count }), sizes.allSatisfy({ $0 > 0 }),
      sizes.reduce(0, +) == members.count
    else { throw StateReader.Damage() }
    self.init(members, sizes: sizes)
  }

  /// The pages of the same member of other classes, by their names.
  func others(of page: Int) -> [Other] {
    guard let group = groupOfPage[page], let own = members[groups[group]].first(where: { $0.page == page }) else {
      return []
    }
    var others: [Other] = []
    for member in members[groups[group]] where member.page != page && member.name != own.name {
      let differences = Difference.allCases.enumerated().filter { own.facts[$0.offset] != member.facts[$0.offset] }
      others.append(Other(page: member.page, name: member.name, differences: differences.map(\.element)))
    }
    return others.sorted { left, right in left.name != right.name ? left.name < right.name : left.page < right.page }
  }

  /// The facts of a page that are compared with those of others; `nil` if no other page has its name.
  func facts(of page: Int) -> [String]? {
    groupOfPage[page].flatMap { group in members[groups[group]].first { $0.page == page }?.facts }
  }

  /// The facts of a page as its file has them; equal texts, equal facts.
  static func facts(of page: Int, _ loader: PageLoader) -> [String] {
    guard let page = SourceNames.page(page, loader) else { return Difference.allCases.map { _ in "" } }
    let tokens = page.facts.signatures.flatMap { $0.signature?.tokens ?? [] }
    let parameters = page.facts.parameters.map { $0.name.value + "[" + ($0.directionText?.value ?? "") }
    let codes = page.facts.returnCodes.map { ($0.name?.value ?? "") + "=" + ($0.value?.value ?? "") }
    return [tokens.map { page.source.text($0.span) }, parameters, codes].map { $0.joined(separator: "\n") }
  }
}
