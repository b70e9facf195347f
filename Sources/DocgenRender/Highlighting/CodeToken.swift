/// A piece of code that style sheets colour.
struct CodeToken: Equatable {
  /// What a piece of code is.
  enum Kind: UInt8, CaseIterable {
    case keyword, type, name, string, number, comment, inserted, deleted
  }

  /// The place in the text of the block.
  var start: Int
  var end: Int
  var kind: Kind
}

extension CodeToken.Kind {
  /// What the class of its element ends with.
  var className: StaticString {
    switch self {
    case .keyword: "keyword"
    case .type: "type"
    case .name: "name"
    case .string: "string"
    case .number: "number"
    case .comment: "comment"
    case .inserted: "inserted"
    case .deleted: "deleted"
    }
  }

  init?(className: String) {
    guard let kind = Self.allCases.first(where: { $0.className.description == className }) else { return nil }
    self = kind
  }
}
