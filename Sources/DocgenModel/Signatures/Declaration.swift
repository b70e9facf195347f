import DocgenSupport

/// What a signature block declares: a function, a class with its members, a constant, and so on.
package struct Declaration: Hashable, Sendable {
  /// What kind of thing a declaration introduces.
  package enum Kind: String, Sendable, CaseIterable {
    case function
    case method
    case constructor
    case destructor
    /// A function that the reader writes, or the type of a pointer to one.
    case callback
    /// A function-like macro.
    case macro
    case `class`
    case interface
    case structure
    case union
    case enumeration
    case enumerator
    /// A type that is another name of one.
    case typeAlias
    case constant
    case variable
    case field
    case property
    case event
    /// A window message or notification code.
    case message
    /// An XML element, attribute or type.
    case element
    case namespace
    /// A program or cmdlet, as it is called on a command line.
    case command
    /// A method and path of an HTTP interface.
    case endpoint
    /// A statement of a query language, or a rule of a style sheet.
    case statement
  }

  /// What it introduces.
  package var kind: Kind
  /// Nil only for a nested structure or bit field without a name.
  package var name: Located<String>?
  /// `IFoo` of `IFoo::Bar`, `TaskFolder` of `TaskFolder.GetFolder`.
  package var owner: Located<String>?
  /// The tag and the further names that a typedef gives (`_FOO`, `PFOO` of `typedef struct _FOO {…} FOO, *PFOO;`).
  package var otherNames: [Located<String>] = []
  /// The classes and interfaces it inherits from.
  package var baseNames: [Located<String>] = []
  /// The return type of what can be called, else the data type; whitespace normalised.
  package var type: Located<String>?
  /// What follows the name of a field or property: `[]`, `[4]`.
  package var arraySuffix: Located<String>?
  /// The width of a bit field.
  package var bitWidth: Located<String>?
  /// The initial value, the value of a constant, or the body of a macro.
  package var value: Located<String>?
  /// The parameters of what can be called and of messages.
  package var parameters: [ParameterDeclaration] = []
  /// Fields, properties, enumerators, methods and nested types.
  package var members: [Declaration] = []
  /// Attributes, specifiers and calling conventions, in the order of the text.
  package var qualifiers: [Qualifier] = []
  /// From its first to its last token.
  package var span: SourceSpan

  /// Creates a declaration without details.
  package init(kind: Kind, name: Located<String>?, span: SourceSpan) {
    self.kind = kind
    self.name = name
    self.span = span
  }

  /// It can be called: it has a parameter list, which may be empty.
  package var isCallable: Bool {
    switch kind {
    case .function, .method, .constructor, .destructor, .callback, .macro, .command, .endpoint: true
    default: false
    }
  }
}
