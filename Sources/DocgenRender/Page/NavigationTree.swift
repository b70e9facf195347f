import DocgenModel
import DocgenSupport

/// The entries of a section as a script, which pages load when a reader asks for all of them: a page's own navigation
/// does not grow with its section.
struct NavigationTree {
  /// The name of the file in the section's folder.
  static let fileName = "navigation.js"

  let site: SiteContext
  let locale: Int
  /// The index of the folder.
  let section: Int

  /// The file below the locale's folder.
  var path: String {
    let folder = site.folders.folders[section].name
    return folder.isEmpty ? Self.fileName : folder + "/" + Self.fileName
  }

  /// A call with a list of depth, name and address.
  var bytes: [UInt8] {
    let view = PageView(site, locale: locale, address: SiteAddress(file: path), title: "")
    let nodes = site.navigation[locale].sections[section].nodes
    var depths: [Int] = []
    depths.reserveCapacity(nodes.count)
    for node in nodes { depths.append(node.parent < 0 ? 0 : depths[node.parent] + 1) }
    var json = JSONWriter(isIndented: false)
    json.array { json in
      for (node, depth) in zip(nodes, depths) {
        json.array { json in
          json.integer(depth)
          json.string(node.name)
          if let address = view.reference(to: node.target) { json.string(address) }
        }
      }
    }
    return Array("docgenNavigation(".utf8) + json.buffer.bytes + Array(")\n".utf8)
  }
}
