/// What an export says before its pages.
package struct ModelHeader: ExportRecord {
  /// The name and version of the format.
  package static let schema = "docgen-model/1"

  package var schema = ModelHeader.schema
  package var generator = Generator()
  /// The source locale is the first.
  package var locales: [ExportedLocale] = []
  /// The facts have their places.
  package var hasSpans = false
  package var pageCount = 0

  package static let name = "header"
  package static let explanation = "What was exported by what: in JSON Lines the first line, in JSON the first members."

  /// A header without locales.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("schema", &schema, choices: [Self.schema], "The name and version of this format.")
    fields.record("generator", &generator, "The program that wrote this.")
    fields.records("locales", &locales, "The locales, the source locale first.")
    fields.flag("hasSpans", &hasSpans, "Facts carry their places in the files, in their members 'spans'.")
    fields.number("pageCount", &pageCount, "The number of pages, over all locales together.")
  }
}

/// A program and its version.
package struct Generator: ExportRecord {
  package var programName = "docgen"
  package var version = ""

  package static let name = "generator"
  package static let explanation = "A program and its version."

  /// A generator without version.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("name", &programName, "The name of the program.")
    fields.text("version", &version, "Its version.")
  }
}

/// One of the locales of an export.
package struct ExportedLocale: ExportRecord {
  package var localeName = ""
  package var tag = ""
  package var language = ""
  package var isSource = false

  package static let name = "locale"
  package static let explanation = "A language version of the pages."

  /// A locale without name.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("name", &localeName, "The name of the locale's folder, by which translations refer to it.")
    fields.text("tag", &tag, "The BCP 47 language tag.")
    fields.text("language", &language, "The name of the language in the language itself.")
    fields.flag("isSource", &isSource, "The other locales are translated from this one.")
  }
}

/// A whole export.
package struct ExportedModel: ExportRecord {
  package var header = ModelHeader()
  /// Sorted by id.
  package var pages: [ExportedPage] = []

  package static let name = "model"
  package static let explanation = """
    The API model of a reference: what its pages state that no language may change. What a page does not have is left \
    out: an absent list is empty, an absent flag is false. Later releases of docgen may add members to this version of \
    the format; readers should pass over what they do not know.
    """

  /// A model without pages.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    header.visit(&fields)
    fields.records("pages", &pages, "The pages, sorted by the bytes of their ids.")
  }
}
