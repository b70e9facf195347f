import DocgenSupport

/// How much of what is dear to read a page or another file may hold.
///
/// What goes beyond is text, or left out, and is reported; all else is read in time and memory that grow with the size
/// of the file alone. The guide has a table of them.
public enum Limits {
  /// The bytes of a page; a longer one is not read.
  public static let pageBytes = 8 << 20
  /// How deep quotes and lists may nest in a page.
  public static let nesting = 100
  /// How deep HTML elements may nest in a page.
  public static let elementNesting = 400
  /// The headings of a page.
  public static let headings = 20_000
  /// The cells in a line of a table.
  public static let tableColumns = 1_000
  /// The cells that the rows of a page's tables may leave out, all in all: they are filled up.
  public static let filledCells = 100_000
  /// The cells that the tables of a page may have, all in all, but for small tables.
  public static let tableCells = 200_000
  /// The bytes of addresses and titles that a page's links by reference may repeat, or the size of the page where that
  /// is more.
  public static let referenceBytes = 100_000
  /// How often a mark is looked at, in a paragraph where the end of each of many is sought in all that follows.
  static let paragraphSteps = 50_000_000
  /// The product of the lengths of two lists of facts that are compared entry by entry; longer ones are by place.
  public static let alignedPairs = 1 << 18
  /// The bytes and words that are looked at on a page for names that its prose has lost.
  public static let nameSearch = 20_000_000
  /// The bytes that are read anew while the fixes of a page are tried, six times at least.
  public static let fixedBytes = 4 << 20
  /// The bytes that are gone through to mark the findings of a page on the site.
  public static let findingMarks = 20_000_000
  /// How deep the values of a YAML file may nest.
  public static let yamlNesting = 200
  /// How many values the aliases of a YAML file may repeat.
  public static let yamlRepetitions = 10_000
  /// How many other redirects one may lead over.
  public static let redirectSteps = 16
  /// How deep the entries of a table of contents may nest.
  public static let contentsNesting = 64
}

/// A limit that a page goes beyond, and where it does so first.
public struct ExceededLimit: Sendable, Hashable {
  /// What there is too much of.
  public enum Kind: Sendable {
    case nesting
    case elementNesting
    case headings
    case tableColumns
    case tableCells
    case filledCells
    case references
    /// `![` that no `]` closes, or `<?` and `<!` within a paragraph.
    case openMarkup
  }

  /// What there is too much of.
  public var kind: Kind
  /// The first place that is read as text.
  public var span: SourceSpan
}
