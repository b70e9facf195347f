import DocgenModel

/// Finds where the links of one page lead, in one locale.
struct PageLinkExport {
  let targets: LinkTargets
  let page: Int
  let locale: Int

  /// The id of the page at a destination; `nil` for addresses, anchors and paths where no page is.
  func page(at destination: String) -> String? {
    guard case .page(let index, _) = targets.target(of: destination, on: page, locale: locale) else { return nil }
    return targets.catalog.entries[index].id
  }

  /// The address outside of the site that the project has for an absolute path (`/windows/win32/…`).
  func address(mapping destination: String) -> String? {
    guard destination.hasPrefix("/"), !destination.hasPrefix("//"),
      case .outside(let address) = targets.target(of: destination, on: page, locale: locale)
    else { return nil }
    return address
  }
}
