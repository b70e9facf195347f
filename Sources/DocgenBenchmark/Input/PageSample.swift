import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Chooses pages that are spread over the folders and the kinds of pages.
struct PageSample {
  private let paths: [String]
  private let count: Int
  private var dice: Dice

  /// Longer pages take most of the time and have no other slots.
  private static let longestPage = 60_000
  /// How many pages are looked at for each that is chosen.
  private static let candidatesPerPage = 4

  init(_ paths: [String], count: Int, seed: UInt64) {
    self.paths = paths
    self.count = count
    dice = Dice(seed: seed, "sample")
  }

  mutating func choose(from folder: String, vocabulary: Vocabulary) throws(FileError) -> [BenchmarkInput.Page] {
    let reader = PageReader(vocabularies: [vocabulary])
    var groups: [[(kind: String, page: BenchmarkInput.Page)]] = []
    var indices: [String: Int] = [:]
    for path in candidates() {
      let bytes = try FileSystem.read(folder + "/" + path)
      let file = SourceFile(path: path, bytes: bytes)
      // What is damaged before is no true translation.
      guard bytes.count <= Self.longestPage || paths.count <= count, !file.hasEncodingErrors else { continue }
      let page = reader.read(file, locale: PageCatalog.source)
      guard page.frontMatter.problems.isEmpty else { continue }
      let kind = page.facts.kind?.name ?? "none"
      if let index = indices[kind] {
        groups[index].append((kind, BenchmarkInput.Page(path: path, bytes: bytes)))
      } else {
        indices[kind] = groups.count
        groups.append([(kind, BenchmarkInput.Page(path: path, bytes: bytes))])
      }
    }
    var chosen: [BenchmarkInput.Page] = []
    var round = 0
    while chosen.count < count, groups.contains(where: { round < $0.count }) {
      for group in groups where round < group.count && chosen.count < count { chosen.append(group[round].page) }
      round += 1
    }
    return chosen.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Pages in a random order, each folder's in turn.
  private mutating func candidates() -> [String] {
    guard paths.count > count else { return paths }
    var folders: [[String]] = []
    var last = ""
    for path in paths {
      let folder = String(path.prefix { $0 != "/" })
      if folder == last, !folders.isEmpty {
        folders[folders.count - 1].append(path)
      } else {
        folders.append([path])
        last = folder
      }
    }
    for index in folders.indices { folders[index] = dice.shuffled(folders[index]) }
    folders = dice.shuffled(folders)
    var chosen: [String] = []
    var round = 0
    while chosen.count < count * Self.candidatesPerPage, folders.contains(where: { round < $0.count }) {
      for folder in folders where round < folder.count { chosen.append(folder[round]) }
      round += 1
    }
    return chosen
  }
}
