import DocgenModel
import DocgenSupport

/// The files that the search of a site loads, each only when a query needs it.
///
/// Below the folder of the search:
/// - `text/<locale>/index.js`: where everything is, and the words of the search's own interface;
/// - `names/<n>.js`: the rows of the ``NameTable``; the same for all locales;
/// - `names/best-<n>.js`: the best of them for a letter or two;
/// - `text/<locale>/words-<n>.js`: the words of titles, headings and descriptions with the numbers of pages;
/// - `text/<locale>/pages-<n>.js`: path, kind, title, description and headings of the pages with these numbers.
struct SearchIndex: Sendable {
  /// A file below the folder of the search.
  struct File: Sendable {
    var path: String
    var bytes: [UInt8]
  }

  let site: SiteContext
  let summaries: [PageSummary]
  /// What pages say that they belong to, which has pages of its own after those of the content.
  let groups: [(facet: Facet, group: FacetGroup)]
  /// The kinds of things that are found; their place, from 1 on, stands for them.
  let kinds: [String]
  private let numbersOfKinds: [String: Int]

  /// The number of pages in a file of pages.
  static let pagesPerFile = 8
  /// A file of words or names ends when it has so many bytes.
  private static let fileSize = 10 << 10
  /// Descriptions are shown up to so many bytes.
  private static let descriptionLimit = 150
  /// What addresses that are files end with.
  private static let fileEnd = ".html"

  init(_ site: SiteContext, summaries: [PageSummary]) {
    self.site = site
    self.summaries = summaries
    groups = Facet.allCases.filter { $0 != .kind }.flatMap { facet in
      FacetGroup.all(facet, summaries).map { (facet, $0) }
    }
    var kinds: Set<String> = Set(groups.map(\.facet.kindOfValues))
    for summary in summaries {
      if let kind = summary.kind { kinds.insert(kind) }
      for entry in summary.searchEntries { if let kind = entry.kind { kinds.insert(kind) } }
    }
    self.kinds = kinds.sorted()
    numbersOfKinds = Dictionary(uniqueKeysWithValues: zip(self.kinds, 1...))
  }

  /// The folder that holds the files.
  static func folders(_ site: SiteContext) -> [String] {
    ["names"] + site.catalog.locales.map { "text/" + $0 }
  }

  func number(ofKind kind: String?) -> Int { kind.flatMap { numbersOfKinds[$0] } ?? 0 }

  /// What addresses end with.
  private var suffix: String { site.settings.pathStyle == .folder ? "/" : Self.fileEnd }

  /// The path of a page below the locale's folder, as addresses have it, without what most of them end with; with
  /// `.html` where that is to stay.
  func address(_ page: Int) -> String {
    let path = page < summaries.count ? site.paths.pages[page].path : addressOfGroup(page - summaries.count).path
    guard path.hasSuffix(suffix) else { return path }
    let start = path.dropLast(suffix.count)
    return start.hasSuffix(Self.fileEnd) ? path : String(start)
  }

  // MARK: Names

  /// Where the files of names are, for the file that the search loads first.
  struct NameKeys: Sendable {
    /// What the files start with.
    var files: [[UInt16]] = []
    /// What the files of the best rows start with.
    var best: [[UInt16]] = []
    /// What anchors start with before their names (`parameter-`).
    var anchors: [String] = []
  }

  /// The files of names, and what they start with.
  func nameFiles() -> (files: [File], keys: NameKeys) {
    let entries = NameEntry.sorted(summaries, groups: groups)
    let table = NameTable(entries)
    let anchors = AnchorForms(entries)
    var keys = NameKeys()
    keys.anchors = anchors.prefixes
    var files: [File] = []
    var text: ShardText?
    func end(_ number: Int, _ kind: String) {
      if let text { files.append(File(path: "names/\(kind)\(number - 1).js", bytes: text.finished())) }
    }
    var last: NameTable.Row?
    for row in table.rows {
      if text.map({ $0.count > Self.fileSize }) ?? true {
        end(keys.files.count, "")
        text = ShardText("names/\(keys.files.count)")
        keys.files.append(Self.start(of: table.key(row), after: last.map { table.key($0) } ?? []))
      }
      write(row, of: table, entries, anchors, to: &text)
      last = row
    }
    end(keys.files.count, "")
    text = nil
    for (key, rows) in table.best {
      if text.map({ $0.count > Self.fileSize }) ?? true {
        end(keys.best.count, "best-")
        text = ShardText("names/best-\(keys.best.count)")
        keys.best.append(key)
      }
      for row in rows { write(row, of: table, entries, anchors, to: &text) }
    }
    end(keys.best.count, "best-")
    return (files, keys)
  }

  /// Letters beyond those that tell files apart: they say where something similar may be.
  private static let lettersMore = 3

  /// The start of a key that is after another key, with some letters more.
  private static func start(of key: ArraySlice<UInt16>, after last: ArraySlice<UInt16>) -> [UInt16] {
    let shared = zip(key, last).prefix { $0 == $1 }.count
    return Array(key.prefix(shared + 1 + lettersMore))
  }

  /// Writes a row: its text; page, kind, group and anchor as numbers; what the name has before; an anchor in full.
  private func write(
    _ row: NameTable.Row, of table: NameTable, _ entries: [NameEntry], _ anchors: AnchorForms, to text: inout ShardText?
  ) {
    let entry = entries[Int(row.name)]
    let name = Array(entry.name.utf8)
    let offset = Int(row.offset)
    text?.line(offset < 0 ? Array(table.key(row)).utf8 : Array(name[offset...]))
    text?.field()
    text?.number(entry.page)
    text?.number(number(ofKind: entry.kind))
    text?.number(entry.group)
    let form = anchors.form(of: entry.anchor, name: name)
    switch form {
    case .none: break
    case .full: text?.number(1)
    case .made(let prefix, let number):
      text?.number(prefix + 2)
      if number > 0 { text?.number(number) }
    }
    if offset != 0 || form == .full {
      text?.field()
      if offset < 0 { text?.text([UInt8(ascii: "=")] + name) } else { text?.text(name[..<offset]) }
    }
    if form == .full {
      text?.field()
      text?.text((entry.anchor ?? "").utf8)
    }
  }

  // MARK: Words

  /// The files of words and pages of a locale, and by their order the words that the files of words start with.
  func textFiles(_ locale: Int) -> (files: [File], words: [[UInt16]]) {
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
      if text.map({ $0.count > Self.fileSize }) ?? true {
        end()
        text = ShardText("\(name)/words-\(files.count)")
        firstWords.append(entry.word)
      }
      Self.write(entry, to: &text)
    }
    end()
    return (files + pageFiles(texts, name, locale), firstWords)
  }

  private static func write(_ entry: WordIndex.Entry, to text: inout ShardText?) {
    text?.line(entry.word.utf8)
    text?.field()
    if entry.isCommon { text?.text([UInt8(ascii: "!")]) }
    var previous = 0
    for posting in entry.postings {
      text?.number((posting.page - previous) << 3 | posting.rank)
      previous = posting.page
    }
  }

  /// Every page has a line with its address and title, so that names lead to it in every language.
  private func pageFiles(_ texts: [SearchText?], _ name: String, _ locale: Int) -> [File] {
    stride(from: 0, to: texts.count + groups.count, by: Self.pagesPerFile).map { start in
      let number = start / Self.pagesPerFile
      var text = ShardText("\(name)/pages-\(number)", capacity: 4096)
      for page in start..<min(start + Self.pagesPerFile, texts.count + groups.count) {
        text.line(Array(address(page).utf8))
        text.field()
        guard page < texts.count else {
          writeGroup(page - texts.count, to: &text)
          continue
        }
        text.digits(self.number(ofKind: summaries[page].kind), count: 2)
        guard let shown = texts[page] else {
          // Only what the search may find has a title here.
          if let other = summaries[page].texts.lazy.compactMap({ $0 }).first { text.text(other.title) }
          continue
        }
        text.text(shown.title)
        text.field()
        text.text(shown.description(limit: Self.descriptionLimit))
        shown.forEachPlace { anchor, title in
          text.field()
          text.text(anchor)
          text.text([0x20])
          text.text(title)
        }
      }
      return File(path: "\(name)/pages-\(number).js", bytes: text.finished())
    }
  }

  // MARK: Where everything is

  /// The first file that the search of a locale loads.
  ///
  /// `names` says where the files of names are, `words` are the first words of the files of words.
  /// `version` changes when any file does, so that no cache mixes two builds.
  func indexFile(_ locale: Int, names: NameKeys, words: [[UInt16]], version: String) -> File {
    let name = "text/" + site.catalog.locales[locale]
    let text = site.locales[locale]
    var json = JSONWriter(isIndented: false)
    json.object { json in
      json.member("version", version)
      json.member("suffix", suffix)
      json.member("pagesPerFile", Self.pagesPerFile)
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
          // A page with a folder of its own is known by the folder around.
          if folder.index != nil, folder.pages.isEmpty, folder.subfolders.isEmpty { continue }
          let address = SiteAddress(file: folder.name.isEmpty ? "" : folder.name + "/")
          let title = site.navigation[locale].sections[index].name
          Self.pair(address.path, title, to: &json)
        }
        for (folder, title) in foldersOfGroups { Self.pair(folder, text[title], to: &json) }
      }
      json.key("languages")
      json.array { json in
        for other in site.locales.indices where other != locale {
          Self.pair(site.home(other).path, site.locales[other].language, to: &json)
        }
      }
      json.member("namesIndex", SiteAddress(file: site.places.names + "/index.html").path)
      json.key("anchors")
      json.array { json in for prefix in names.anchors { json.string(prefix) } }
      json.member("names", Self.directory(names.files))
      json.member("best", Self.directory(names.best))
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
    ("inText", "search-in-text"), ("elsewhere", "search-elsewhere"), ("nearest", "search-nearest"),
    ("names", "index-of-names"), ("hint", "search-hint"), ("move", "search-move"), ("open", "search-open"),
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

extension [UInt16] {
  /// The text in UTF-8.
  fileprivate var utf8: [UInt8] { [UInt8](String(decoding: self, as: UTF16.self).utf8) }
}
