/// A line of the navigation of another generator.
struct NavigationEntry: Equatable {
  /// What readers see; without it, the title of the page.
  var label: String?
  /// What readers of other languages see, by tag in lower case.
  var labels: [String: String] = [:]
  var target = Target.none
  var items: [NavigationEntry] = []

  /// What an entry leads to.
  enum Target: Equatable {
    /// A page, by its path below the content folder, without its ending.
    case page(String)
    /// A folder, which lists its pages by itself.
    case folder(String)
    case address(String)
    case none
  }
}
