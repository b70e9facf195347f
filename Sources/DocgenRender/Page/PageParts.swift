import DocgenModel
import DocgenSupport

/// The parts of a long page, which are pages of their own beside it.
///
/// The first part stands at the address of the whole, and names what the others hold: every anchor of the page is there, and
/// leads on from there.
struct PageParts {
  /// A page has at most so many bytes.
  static let pageLimit = 200 << 10
  /// The content of a part.
  private static let partSize = 110 << 10

  /// A file of a page.
  struct File {
    /// The path below the locale's folder.
    var path: String
    var bytes: [UInt8]
  }

  let view: PageView
  let template: String
  /// The value of the template that holds the content.
  let slot: TemplateKey
  /// The file of the whole.
  let path: String

  /// The files of a page: one, or its parts.
  ///
  /// `page` is the page as it is in one, and `html` what of it may be divided.
  func files(_ page: [UInt8], dividing html: [UInt8]) throws(TemplateError) -> [File] {
    guard page.count > Self.pageLimit, let partition = HTMLPartition(html, size: Self.partSize) else {
      return [File(path: path, bytes: page)]
    }
    let parts = partition.parts
    var partOfAnchor: [[UInt8]: Int] = [:]
    for (number, part) in parts.enumerated() {
      for place in part.places { partOfAnchor[Self.reference(to: place.id)] = number }
    }
    let contents = contents(ofParts: parts.count, partOfAnchor)
    var files: [File] = []
    for number in parts.indices {
      var view = view
      var content = relinked(parts[number].html, partOfAnchor, in: number)
      if number == 0 { content += rest(of: parts) } else { nameAsPart(number, of: parts, in: &view) }
      view.object[slot] = .bytes(content)
      view.object["parts"] = ["items": .list(parts.indices.map { link(to: $0, parts[$0], isCurrent: $0 == number) })]
      view.object["contents"] = contents[number]
      files.append(File(path: file(number), bytes: try view.render(template, capacity: content.count + 16384)))
    }
    return files
  }

  /// The file of a part: beside that of the whole, with a sign that names of pages do not have.
  private func file(_ number: Int) -> String {
    number == 0 ? path : "\(path.dropLast(Self.ending.count))~\(number + 1)\(Self.ending)"
  }

  private static let ending = ".html"

  private func reference(to number: Int) -> String {
    number == 0 ? view.address.referenceInFolder : SiteAddress(file: file(number)).referenceInFolder
  }

  // MARK: What a part is called

  /// The most bytes of the title of a part.
  private static let longestLabel = 48

  private func link(to number: Int, _ part: HTMLPartition.Part, isCurrent: Bool) -> TemplateValue {
    var item = TemplateObject(capacity: 3)
    let hasLabel = !part.label.isEmpty && part.label.count <= Self.longestLabel
    item["name"] = .bytes(hasLabel ? part.label : Array("\(number + 1)".utf8))
    item["href"] = .string(reference(to: number))
    item["current"] = .boolean(isCurrent)
    return .object(item)
  }

  private func nameAsPart(_ number: Int, of parts: [HTMLPartition.Part], in view: inout PageView) {
    if case .string(let title)? = view.object["head-title"] {
      view.object["head-title"] = .string("\(title) (\(number + 1)/\(parts.count))")
    }
    // What stands beside the content stands in the first part.
    if slot != "content" { view.object["content"] = .null }
    view.object["alternates"] = .null
    view.object["sharing"] = .null
    guard let origin = view.site.origin, view.object["canonical"] != nil else { return }
    view.object["canonical"] = .string(
      view.site.address(SiteAddress(file: file(number)), in: view.locale).absolute(origin))
  }

  // MARK: Anchors

  /// An id as links have it.
  private static func reference(to id: [UInt8]) -> [UInt8] {
    Array(URLText.encodedAnchor(String(decoding: id, as: UTF8.self)).utf8)
  }

  /// The names of the main sections in the other parts, each with all anchors in it.
  private func rest(of parts: [HTMLPartition.Part]) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append("<nav class=\"rest\" aria-label=\"")
    buffer.appendAttributeValue(view.site.locales[view.locale]["continued"])
    buffer.append("\"><p>")
    buffer.appendText(view.site.locales[view.locale]["continued"])
    buffer.append("</p>\n<ul>\n")
    let main = parts.lazy.flatMap(\.places).filter { $0.title != nil }.map(\.level).min() ?? 0
    for (number, part) in parts.enumerated().dropFirst() {
      // The section of the part before goes on.
      if part.places.first.map({ $0.title == nil || $0.level > main }) ?? true {
        open(number, nil, part.label, &buffer)
      }
      for place in part.places {
        if let title = place.title, place.level <= main {
          if buffer.bytes.last != 0x0A { buffer.append("</li>\n") }
          open(number, place.id, title, &buffer)
        } else {
          buffer.append("<span id=\"")
          buffer.append(place.id)
          buffer.append("\"></span>")
        }
      }
      if buffer.bytes.last != 0x0A { buffer.append("</li>\n") }
    }
    buffer.append("</ul></nav>\n")
    return buffer.bytes
  }

  private func open(_ number: Int, _ id: [UInt8]?, _ title: [UInt8], _ buffer: inout ByteBuffer) {
    buffer.append("<li")
    if let id {
      buffer.append(" id=\"")
      buffer.append(id)
      buffer.append("\"")
    }
    buffer.append("><a href=\"")
    buffer.appendAttributeValue(reference(to: number))
    if let id {
      buffer.append("#")
      buffer.append(Self.reference(to: id))
    }
    buffer.append("\">")
    buffer.append(title.isEmpty ? Array("\(number + 1)".utf8) : title)
    buffer.append("</a>")
  }

  /// Leads links within the page to the part that their anchor is in.
  private func relinked(_ html: [UInt8], _ partOfAnchor: [[UInt8]: Int], in number: Int) -> [UInt8] {
    let mark = Array(" href=\"#".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(html.count + 1024)
    var start = 0
    while let found = ByteSearch.firstIndex(of: mark, in: html, from: start) {
      let anchor = found + mark.count
      let end = html[anchor...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
      result += html[start..<anchor - 1]
      if let part = partOfAnchor[Array(html[anchor..<end])], part != number {
        result += Array(reference(to: part).utf8)
      }
      start = anchor - 1
      result += html[start..<end]
      start = end
    }
    return result + html[start...]
  }

  // MARK: Contents

  /// The contents of the page have at most so many entries on the first level for each part to name all of them.
  private static let longestContents = 100

  /// The contents of each part: its own entries with those above them, and the first level of the others where it is short.
  ///
  /// A part with the contents of all of the page would make a page of n headings n² entries.
  private func contents(ofParts count: Int, _ partOfAnchor: [[UInt8]: Int]) -> [TemplateValue?] {
    guard case .list(let items)? = view.object["contents"]?.member("items") else {
      return Array(repeating: view.object["contents"], count: count)
    }
    let entries = items.map { entry($0, partOfAnchor) }
    let namesAll = entries.count <= Self.longestContents
    var lists: [[TemplateValue]] = Array(repeating: [], count: count)
    for entry in entries {
      for number in namesAll ? Array(0..<count) : entry.parts.keys.sorted() {
        lists[number].append(value(of: entry, in: number))
      }
    }
    return lists.map { $0.isEmpty ? .null : ["items": .list($0)] }
  }

  /// An entry of the contents, with what each part shows below it.
  private struct ContentsEntry {
    var object: TemplateObject
    /// The part that its anchor is in, which `parts` names too.
    var part: Int?
    var parts: [Int: [TemplateValue]]
  }

  private func entry(_ item: TemplateValue, _ partOfAnchor: [[UInt8]: Int]) -> ContentsEntry {
    guard case .object(var object) = item else {
      return ContentsEntry(object: TemplateObject(capacity: 0), part: nil, parts: [:])
    }
    var part: Int?
    if case .string(let id)? = object["id"] { part = partOfAnchor[Array(id.utf8)] }
    var parts: [Int: [TemplateValue]] = [:]
    parts[part ?? 0] = []
    if case .list(let items)? = object["sections"]?.member("items") {
      for section in items {
        let below = entry(section, partOfAnchor)
        for number in below.parts.keys { parts[number, default: []].append(value(of: below, in: number)) }
      }
    }
    object["sections"] = .null
    return ContentsEntry(object: object, part: part, parts: parts)
  }

  private func value(of entry: ContentsEntry, in number: Int) -> TemplateValue {
    var object = entry.object
    if let part = entry.part, part != number { object["part"] = .string(reference(to: part)) }
    if let sections = entry.parts[number], !sections.isEmpty { object["sections"] = ["items": .list(sections)] }
    return .object(object)
  }
}
