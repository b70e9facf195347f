import DocgenSupport

/// What a signature block declares: a function, a class with its members, a constant, and so on.
public struct Declaration: Hashable, Sendable {
  /// What kind of thing a declaration introduces.
  public enum Kind: String, Sendable, CaseIterable {
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
  }

  /// What it introduces.
  public var kind: Kind
  /// Nil only for a nested structure or bit field without a name.
  public var name: Located<String>?
  /// `IFoo` of `IFoo::Bar`, `TaskFolder` of `TaskFolder.GetFolder`.
  public var owner: Located<String>?
  /// The tag and the further names that a typedef gives (`_FOO`, `PFOO` of `typedef struct _FOO {…} FOO, *PFOO;`).
  public var otherNames: [Located<String>] = []
  /// The classes and interfaces it inherits from.
  public var baseNames: [Located<String>] = []
  /// The return type of what can be called, else the data type; blanks normalised.
  public var type: Located<String>?
  /// What follows the name of a field or property: `[]`, `[4]`.
  public var arraySuffix: Located<String>?
  /// The width of a bit field.
  public var bitWidth: Located<String>?
  /// The initial value, the value of a constant, or the body of a macro.
  public var value: Located<String>?
  /// The parameters of what can be called and of messages.
  public var parameters: [ParameterDeclaration] = []
  /// Fields, properties, enumerators, methods and nested types.
  public var members: [Declaration] = []
  /// Attributes, specifiers and calling conventions, in the order of the text.
  public var qualifiers: [Qualifier] = []
  /// From its first to its last token.
  public var span: SourceSpan

  /// Creates a declaration without details.
  public init(kind: Kind, name: Located<String>?, span: SourceSpan) {
    self.kind = kind
    self.name = name
    self.span = span
  }

  /// It can be called: it has a parameter list, which may be empty.
  public var isCallable: Bool {
    switch kind {
    case .function, .method, .constructor, .destructor, .callback, .macro: true
    default: false
    }
  }
}
