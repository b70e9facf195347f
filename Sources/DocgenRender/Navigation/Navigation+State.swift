import DocgenSupport

extension Navigation {
  /// Writes all that is told of folders and pages.
  func write(to writer: inout StateWriter) {
    writer.write(sections) { writer, section in
      writer.write(section.name)
      writer.write(section.firstUnlisted)
      writer.write(section.nodes) { writer, node in
        writer.write(repeated: node.name)
        writer.write(node.parent + 1)
        writer.write(node.end)
        node.target.write(to: &writer)
      }
    }
    writer.write(places) { writer, place in
      writer.write(place.map { Int($0.section) + 1 } ?? 0)
      writer.write(place.map { Int($0.node) + 1 } ?? 0)
    }
  }

  /// Reads what was written of a site with so many pages and folders.
  init(_ reader: inout StateReader, pages: Int, folders: Int) throws(StateReader.Damage) {
    sections = try reader.list { reader throws(StateReader.Damage) in
      let (name, firstUnlisted) = (try reader.text(), try reader.number())
      let nodes = try reader.list { reader throws(StateReader.Damage) in
        let (name, parent, end) = (try reader.repeatedText(), try reader.number() - 1, try reader.number())
        let target = try Target(&reader, pages: pages, folders: folders)
        return Node(name: name, target: target, parent: parent, end: end)
      }
      guard (0...nodes.count).contains(firstUnlisted),
        nodes.enumerated().allSatisfy({ $1.parent < $0 && $1.parent >= -1 && $1.end > $0 && $1.end <= nodes.count })
      else { throw StateReader.Damage() }
      return Section(name: name, nodes: nodes, firstUnlisted: firstUnlisted)
    }
    let places = try reader.list { reader throws(StateReader.Damage) -> (section: Int, node: Int)? in
      let (section, node) = (try reader.number() - 1, try reader.number() - 1)
      return section < 0 ? nil : (section, node)
    }
    guard sections.count == folders, places.count == pages else { throw StateReader.Damage() }
    self.places = []
    for place in places {
      guard let place else {
        self.places.append(nil)
        continue
      }
      guard place.section < folders, sections[place.section].nodes.indices.contains(place.node) else {
        throw StateReader.Damage()
      }
      self.places.append(Place(section: Int32(place.section), node: Int32(place.node)))
    }
  }
}

extension Navigation.Target {
  fileprivate func write(to writer: inout StateWriter) {
    switch self {
    case .none: writer.write(0)
    case .page(let page):
      writer.write(1)
      writer.write(page)
    case .folder(let folder):
      writer.write(2)
      writer.write(folder)
    case .outside(let address):
      writer.write(3)
      writer.write(address)
    }
  }

  fileprivate init(_ reader: inout StateReader, pages: Int, folders: Int) throws(StateReader.Damage) {
    func index(_ count: Int) throws(StateReader.Damage) -> Int {
      let index = try reader.number()
      guard (0..<count).contains(index) else { throw StateReader.Damage() }
      return index
    }
    switch try reader.number() {
    case 0: self = .none
    case 1: self = .page(try index(pages))
    case 2: self = .folder(try index(folders))
    case 3: self = .outside(try reader.text())
    default: throw StateReader.Damage()
    }
  }
}
