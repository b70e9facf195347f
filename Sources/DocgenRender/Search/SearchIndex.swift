import DocgenModel
import DocgenSupport

/// The files that the search of a site loads, each only when a query needs it.
///
/// Below the folder of the search:
/// - `text/<locale>/index.js`: where everything is, and the words of the search's own interface;
/// - `names/<n>.js`, `names/best-<n>.js`: names with their pages, by the first letters typed; the same for all locales;
/// - `names/keys-<n>.js`: the letters that some of the files of names start with;
/// - `text/<locale>/words-<n>.js`: the words of titles, headings and descriptions with the numbers of pages;
/// - `text/<locale>/pages-<n>.js`: path, kind, title and description of the pages with these numbers.
struct SearchIndex: Sendable {
  /// A file below the folder of the search.
  struct File: Sendable {
    var path: String
    var bytes: [UInt8]
  }

  let site: SiteContext
  let summaries: [PageSummary]
  /// The kinds that pages have; their place, from 1 on, stands for them.
  let kinds: [String]

  /// The number of pages in a file of pages.
  static let pagesPerFile = 16
  /// The number of files of names whose letters stand in one file.
  static let keysPerFile = 128
  /// A file of words ends when it has so many bytes.
  private static let wordFileSize = 10 << 10
  /// Descriptions are shown up to so many bytes.
  private static let descriptionLimit = 150
  /// What addresses that are files end with.
  private static let fileEnd = ".html"

  init(_ site: SiteContext, summaries: [PageSummary]) {
    self.site = site
    self.summaries = summaries
    kinds = Array(Set(summaries.compactMap(\.kind)).sorted().prefix(63))
  }

  /// The folders that hold the files.
  static func folders(_ site: SiteContext) -> [String] {
    ["names"] + site.catalog.locales.map { "text/" + $0 }
  }

  func kindNumber(_ page: Int) -> Int {
    summaries[page].kind.flatMap { kinds.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
  }

  /// What addresses end with.
  private var suffix: String { site.settings.pathStyle == .folder ? "/" : Self.fileEnd }

  /// The path of a page below the locale's folder, as addresses have it, without what most of them end with; with
  /// `.html` where that is to stay.
  func address(_ page: Int) -> String {
    let path = site.paths.pages[page].path
    guard path.hasSuffix(suffix) else { return path }
    let start = path.dropLast(suffix.count)
    return start.hasSuffix(Self.fileEnd) ? path : String(start)
  }

  // MARK: Names

  /// The files of names, and the letters that lead to the files of letters and to those of the best names.
  func nameFiles() -> (files: [File], keys: [[[UInt16]]]) {
    let entries = NameEntry.sorted(summaries)
    let shards = NameShards(entries.map(\.key))
    var files: [File] = []
    for (kind, shards) in [("", shards.shards), ("best-", shards.bestShards)] {
      for (number, shard) in shards.enumerated() {
        let name = "names/\(kind)\(number)"
        var text = ShardText(name)
        for name in shard.names { write(entries[Int(name)], to: &text) }
        files.append(File(path: name + ".js", bytes: text.finished()))
      }
    }
    var first: [[UInt16]] = []
    for start in stride(from: 0, to: shards.shards.count, by: Self.keysPerFile) {
      let name = "names/keys-\(first.count)"
      var text = ShardText(name, capacity: 2048)
      for shard in shards.shards[start...].prefix(Self.keysPerFile) { text.line(Self.utf8(shard.key)) }
      files.append(File(path: name + ".js", bytes: text.finished()))
      first.append(shards.shards[start].key)
    }
    return (files, [first, shards.bestShards.map(\.key)])
  }

  /// Writes a name, its folder and kind; and the name of the file, where that cannot be told from the name.
  private func write(_ entry: NameEntry, to text: inout ShardText) {
    text.line(Array(entry.name.utf8))
    text.field()
    text.number(site.folders.ofPage[entry.page])
    text.digit(kindNumber(entry.page))
    let address = self.address(entry.page)
    let file = Array(address[SitePaths.folder(of: address).endIndex...].utf8)
    let likely = NameEntry.likelyFile(entry.name)
    guard file != likely else { return }
    var shared = 0
    while shared < min(file.count, likely.count, 63), file[shared] == likely[shared] { shared += 1 }
    text.digit(shared)
    text.text(file[shared...])
  }

  // MARK: Words

  /// The files of words and pages of a locale, and by their order the words that the files of words start with.
  func textFiles(_ locale: Int) -> (files: [File], keys: [[[UInt16]]]) {
    let name = "text/" + site.catalog.locales[locale]
    let texts = summaries.map { locale < $0.texts.count ? $0.texts[locale] : nil }
    let index = WordIndex(texts, compounds: site.locales[locale].compounds)
    var files: [File] = []
    var firstWords: [[UInt16]] = []
    var text: ShardText?
    func end() {
      if let text { files.append(File(path: "\(name)/words-\(files.count).js", bytes: text.finished())) }
    }
    for entry in index.entries {
      if text.map({ $0.count > Self.wordFileSize }) ?? true {
        end()
        text = ShardText("\(name)/words-\(files.count)")
        firstWords.append(entry.word)
      }
      Self.write(entry, to: &text)
    }
    end()
    return (files + pageFiles(texts, name), [firstWords])
  }

  private static func utf8(_ units: [UInt16]) -> [UInt8] { Array(String(decoding: units, as: UTF16.self).utf8) }

  private static func write(_ entry: WordIndex.Entry, to text: inout ShardText?) {
    text?.line(utf8(entry.word))
    text?.field()
    if entry.isCommon { text?.text([UInt8(ascii: "!")]) }
    var previous = 0
    for posting in entry.postings {
      text?.number((posting.page - previous) << 3 | posting.rank)
      previous = posting.page
    }
  }

  private func pageFiles(_ texts: [SearchText?], _ name: String) -> [File] {
    stride(from: 0, to: texts.count, by: Self.pagesPerFile).compactMap { start in
      let pages = start..<min(start + Self.pagesPerFile, texts.count)
      guard pages.contains(where: { texts[$0] != nil }) else { return nil }
      let number = start / Self.pagesPerFile
      var text = ShardText("\(name)/pages-\(number)", capacity: 4096)
      for page in pages {
        text.line(Array(address(page).utf8))
        guard let shown = texts[page] else { continue }
        text.field()
        text.digit(kindNumber(page))
        text.text(shown.title)
        text.field()
        text.text(shown.description(limit: Self.descriptionLimit))
      }
      return File(path: "\(name)/pages-\(number).js", bytes: text.finished())
    }
  }

  // MARK: Where everything is

  /// The first file that the search of a locale loads.
  ///
  /// `names` are the first of the letters in the files of letters and those of the files of the best names, `words` the
  /// first words of the files of words.
  /// `version` changes when any file does, so that no cache mixes two builds.
  func indexFile(_ locale: Int, names: [[[UInt16]]], words: [[UInt16]], version: String) -> File {
    let name = "text/" + site.catalog.locales[locale]
    let text = site.locales[locale]
    var json = JSONWriter(isIndented: false)
    json.object { json in
      json.member("version", version)
      json.member("suffix", suffix)
      json.member("pagesPerFile", Self.pagesPerFile)
      json.member("keysPerFile", Self.keysPerFile)
      if site.fullTextCall != nil, SiteWriter.hasText(locale, summaries) {
        json.member("fullText", SiteWriter.fullTextFolder)
      }
      json.key("text")
      json.object { json in
        for (name, key) in Self.strings { json.member(name, text[key]) }
      }
      json.key("kinds")
      json.array { json in
        for kind in kinds { Self.pair(kind, text["kind-" + kind], to: &json) }
      }
      json.key("folders")
      json.array { json in
        for (index, folder) in site.folders.folders.enumerated() {
          let address = SiteAddress(file: folder.name.isEmpty ? "" : folder.name + "/")
          let title = site.navigation[locale].sections[index].name
          Self.pair(address.path, title, to: &json)
        }
      }
      json.member("names", Self.directory(names[0]))
      json.member("best", Self.directory(names[1]))
      json.member("words", Self.directory(words))
    }
    var buffer = ByteBuffer(capacity: json.buffer.bytes.count + 64)
    buffer.append("docgenSearch(\"\(name)/index\",")
    buffer.append(json.buffer.bytes)
    buffer.append(")\n" as StaticString)
    return File(path: name + "/index.js", bytes: buffer.bytes)
  }

  private static func pair(_ first: String, _ second: String, to json: inout JSONWriter) {
    json.array { json in
      json.string(first)
      json.string(second)
    }
  }

  /// The strings of the interface that `search.js` shows, by the names it has for them.
  private static let strings = [
    ("title", "search"), ("placeholder", "search-placeholder"), ("results", "search-results"),
    ("count", "search-result-count"), ("none", "search-no-results"), ("failed", "search-failed"),
    ("inText", "search-in-text"), ("hint", "search-hint"), ("move", "search-move"), ("open", "search-open"),
    ("close", "close"),
  ]

  /// Sorted keys in one text: each a digit for what it shares with the one before, and the rest.
  private static func directory(_ keys: [[UInt16]]) -> String {
    var previous: [UInt16] = []
    return keys.map { key in
      var shared = 0
      while shared < min(key.count, previous.count, 63), key[shared] == previous[shared] { shared += 1 }
      previous = key
      return String(UnicodeScalar(ShardText.digits[shared])) + String(decoding: key[shared...], as: UTF16.self)
    }.joined(separator: " ")
  }
}
