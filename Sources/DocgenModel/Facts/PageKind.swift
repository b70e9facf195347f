/// What a page is about, by the name that the vocabularies give it (`method`).
///
/// The names are data; only kinds that the reader tells by more than a title's words have constants here.
package struct PageKind: Hashable, Sendable {
  /// The name, a key of the vocabularies' `kinds` or one of the kinds below.
  package let name: String

  /// Takes a name.
  package init(_ name: String) { self.name = name }

  /// Pages about a method.
  package static let method = PageKind("method")
  /// Pages about a function.
  package static let function = PageKind("function")
  /// Pages about a class.
  package static let `class` = PageKind("class")
  /// Pages about an interface.
  package static let interface = PageKind("interface")
  /// Pages about a structure.
  package static let structure = PageKind("structure")
  /// Pages about a union.
  package static let union = PageKind("union")
  /// Pages about an enumeration.
  package static let enumeration = PageKind("enumeration")
  /// Pages about a property.
  package static let property = PageKind("property")
  /// Pages about an event.
  package static let event = PageKind("event")
  /// Pages about a message.
  package static let message = PageKind("message")
  /// Pages about a notification code.
  package static let notificationCode = PageKind("notification-code")
  /// Pages about a control code.
  package static let controlCode = PageKind("control-code")
  /// Pages about a callback function.
  package static let callback = PageKind("callback")
  /// Pages about a macro.
  package static let macro = PageKind("macro")
  /// Pages about a constant.
  package static let constant = PageKind("constant")
  /// A table of constants, flags, styles or codes that belong together.
  package static let constants = PageKind("constants")
  /// Pages about an attribute.
  package static let attribute = PageKind("attribute")
  /// Pages about an element.
  package static let element = PageKind("element")
  /// Pages about an object.
  package static let object = PageKind("object")
  /// Pages about a command.
  package static let command = PageKind("command")
  /// Pages about a constructor.
  package static let constructor = PageKind("constructor")
  /// Pages about a type.
  package static let type = PageKind("type")
  /// Pages about a field.
  package static let field = PageKind("field")
  /// Pages about an operator.
  package static let `operator` = PageKind("operator")
  /// Pages about a table.
  package static let table = PageKind("table")
  /// Pages about a control.
  package static let control = PageKind("control")
  /// Pages about a switch of a command line.
  package static let commandSwitch = PageKind("switch")
  /// An error or warning that a tool reports, with its causes.
  package static let diagnostic = PageKind("diagnostic")

  /// A page that lists others; see ``PageFacts/listedKind``.
  package static let list = PageKind("list")
  /// Prose.
  package static let guide = PageKind("guide")
  /// The entrance to a part of the documentation.
  package static let landing = PageKind("landing")

  /// Whether things of the kind are types, with members.
  package var isType: Bool {
    [.class, .interface, .structure, .union, .enumeration, .object].contains(self)
  }

  /// Whether pages of the kind are prose or lead to others, and so are no reference of one thing.
  package var isArticle: Bool { self == .list || self == .guide || self == .landing }
}
