/// What a page is about, by the name that the vocabularies give it (`method`).
///
/// The names are data; only kinds that the reader tells by more than a title's words have constants here.
public struct PageKind: Hashable, Sendable {
  /// The name, a key of the vocabularies' `kinds` or one of the kinds below.
  public let name: String

  /// Takes a name.
  public init(_ name: String) { self.name = name }

  /// Pages about a method.
  public static let method = PageKind("method")
  /// Pages about a function.
  public static let function = PageKind("function")
  /// Pages about a class.
  public static let `class` = PageKind("class")
  /// Pages about an interface.
  public static let interface = PageKind("interface")
  /// Pages about a structure.
  public static let structure = PageKind("structure")
  /// Pages about a union.
  public static let union = PageKind("union")
  /// Pages about an enumeration.
  public static let enumeration = PageKind("enumeration")
  /// Pages about a property.
  public static let property = PageKind("property")
  /// Pages about an event.
  public static let event = PageKind("event")
  /// Pages about a message.
  public static let message = PageKind("message")
  /// Pages about a notification code.
  public static let notificationCode = PageKind("notification-code")
  /// Pages about a control code.
  public static let controlCode = PageKind("control-code")
  /// Pages about a callback function.
  public static let callback = PageKind("callback")
  /// Pages about a macro.
  public static let macro = PageKind("macro")
  /// Pages about a constant.
  public static let constant = PageKind("constant")
  /// A table of constants, flags, styles or codes that belong together.
  public static let constants = PageKind("constants")
  /// Pages about an attribute.
  public static let attribute = PageKind("attribute")
  /// Pages about an element.
  public static let element = PageKind("element")
  /// Pages about an object.
  public static let object = PageKind("object")
  /// Pages about a command.
  public static let command = PageKind("command")
  /// Pages about a constructor.
  public static let constructor = PageKind("constructor")
  /// Pages about a type.
  public static let type = PageKind("type")
  /// Pages about a field.
  public static let field = PageKind("field")
  /// Pages about an operator.
  public static let `operator` = PageKind("operator")
  /// Pages about a table.
  public static let table = PageKind("table")
  /// Pages about a control.
  public static let control = PageKind("control")
  /// Pages about a switch of a command line.
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
