/// What a page is about, by the name that the vocabularies give it (`method`).
///
/// The names are data; only kinds that the reader tells by more than a title's words have constants here.
public struct PageKind: Hashable, Sendable {
  public let name: String

  public init(_ name: String) { self.name = name }

  public static let method = PageKind("method")
  public static let function = PageKind("function")
  public static let `class` = PageKind("class")
  public static let interface = PageKind("interface")
  public static let structure = PageKind("structure")
  public static let union = PageKind("union")
  public static let enumeration = PageKind("enumeration")
  public static let property = PageKind("property")
  public static let event = PageKind("event")
  public static let message = PageKind("message")
  public static let notificationCode = PageKind("notification-code")
  public static let controlCode = PageKind("control-code")
  public static let callback = PageKind("callback")
  public static let macro = PageKind("macro")
  public static let constant = PageKind("constant")
  /// A table of constants, flags, styles or codes that belong together.
  public static let constants = PageKind("constants")
  public static let attribute = PageKind("attribute")
  public static let element = PageKind("element")
  public static let object = PageKind("object")
  public static let command = PageKind("command")
  public static let constructor = PageKind("constructor")
  public static let type = PageKind("type")
  public static let field = PageKind("field")
  public static let `operator` = PageKind("operator")
  public static let table = PageKind("table")
  public static let control = PageKind("control")
  public static let commandSwitch = PageKind("switch")
  /// An error or warning that a tool reports, with its causes.
  public static let diagnostic = PageKind("diagnostic")

  /// A page that lists others; see ``PageFacts/listedKind``.
  public static let list = PageKind("list")
  /// Prose.
  public static let guide = PageKind("guide")
  /// The entrance to a part of the documentation.
  public static let landing = PageKind("landing")

  /// Whether pages of the kind are prose or lead to others, and so are no reference of one thing.
  public var isArticle: Bool { self == .list || self == .guide || self == .landing }
}
