/// A page with all of its translations.
package struct ExportedPage: ExportRecord {
  package var id = ""
  package var path = ""
  package var kind: String?
  package var listedKind: String?
  /// In the order of the locales.
  package var translations: [ExportedTranslation] = []

  package static let name = "page"
  package static let explanation = "A page with all of its translations: in JSON Lines, a line."

  /// A page without translations.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("id", &id, "The path below the locale's folder in lower case, without '.md'.")
    fields.text("path", &path, "The same path as the source locale writes it, or else the first locale with the page.")
    fields.text("kind", &kind, "What kind of thing the page is about ('method'); absent where it is not known.")
    fields.text("listedKind", &listedKind, "What kind of thing a page that lists others lists ('function').")
    fields.records("translations", &translations, "The page in each locale that has it, the source locale first.")
  }
}

/// A page in one locale: the facts that it states.
package struct ExportedTranslation: ExportRecord {
  package var locale = ""
  package var file = ""
  package var url = ""
  package var title: ExportedText?
  package var heading: ExportedText?
  package var isReference = false
  package var assetID: ExportedText?
  package var names: [ExportedText] = []
  package var metadata: [ExportedMetadata] = []
  package var signatures: [ExportedSignature] = []
  package var parameters: [ExportedParameter] = []
  package var returnCodes: [ExportedReturnCode] = []
  package var requirements: [ExportedRequirement] = []
  package var members: [ExportedMember] = []
  package var exceptions: [ExportedNamedValue] = []
  package var labelledValues: [ExportedLabelledValue] = []
  package var implementations: [ExportedImplementation] = []
  package var baseTypes: [ExportedBaseType] = []
  package var metadataRequirements: [ExportedMetadataRequirement] = []
  package var seeAlso: [ExportedSeeAlso] = []
  package var alerts: [ExportedAlert] = []
  package var sections: [ExportedSection] = []
  package var codeBlocks: [ExportedCodeBlock] = []
  package var links: [ExportedLink] = []

  package static let name = "translation"
  package static let explanation = "A page in one locale, with the facts as they stand there, damage included."

  /// A translation without facts.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("locale", &locale, "The name of the locale.")
    fields.text("file", &file, "The path of the file, relative to the content directory.")
    fields.text("url", &url, "The address of the page, relative to the site's root.")
    fields.slot("title", &title, "The title in the front matter, without Markdown escapes.")
    fields.slot("heading", &heading, "The first heading, when it is of level 1.")
    fields.flag("isReference", &isReference, "The page describes an API.")
    fields.slot("assetId", &assetID, "The 'ms.assetid' of the front matter.")
    fields.slots("names", &names, "The API names of the front matter ('api_name').")
    fields.records("metadata", &metadata, "The front matter, in its order.")
    fields.records("signatures", &signatures, "The code blocks that hold the signature, one for each language.")
    fields.records("parameters", &parameters, "The parameters as the page describes them.")
    fields.records("returnCodes", &returnCodes, "The codes that the page says may be returned.")
    fields.records("requirements", &requirements, "The rows of the tables of requirements.")
    fields.records("members", &members, "The members that the page lists.")
    fields.records("exceptions", &exceptions, "The exceptions that the page says may be thrown.")
    fields.records("labelledValues", &labelledValues, "What holds of the page's thing as a whole.")
    fields.records("implementations", &implementations, "What holds of it in each version of a product.")
    fields.records("baseTypes", &baseTypes, "What it inherits from, the nearest first.")
    fields.records("metadataRequirements", &metadataRequirements, "The requirements that the front matter states.")
    fields.records("seeAlso", &seeAlso, "The links of the sections that list related pages.")
    fields.records("alerts", &alerts, "The notes, warnings and the like, in their order.")
    fields.records("sections", &sections, "The sections below headings, without the title.")
    fields.records("codeBlocks", &codeBlocks, "The code blocks that hold no signature.")
    fields.records("links", &links, "The links and images, in their order.")
  }
}

/// An entry of a page's front matter.
package struct ExportedMetadata: ExportRecord {
  package var key = ""
  package var values: [ExportedText] = []

  package static let name = "metadata"
  package static let explanation = "A key of the front matter with its values."

  /// An entry without key.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("key", &key, "The key as it stands there.")
    fields.slots("values", &values, "The text, or the texts of a list; absent for null and for nested values.")
  }
}

/// A section of a page.
package struct ExportedSection: ExportRecord {
  package var role: String?
  package var title = ExportedText()
  package var anchor = ""
  package var level = 0
  package var parent: Int?
  package var values: [ExportedNamedValue] = []
  package var span: ExportedSpan?

  package static let name = "section"
  package static let explanation = "A part of a page below a heading, up to the next heading."

  /// A section without title.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("role", &role, "What the section is for ('return-value'); absent where it is not known.")
    fields.slot("title", &title, "The text of the heading.")
    fields.text("anchor", &anchor, "The anchor of the heading, equal in all locales where the sections correspond.")
    fields.number("level", &level, "The level of the heading, 1 to 6.")
    fields.number("parent", &parent, "The index of the section that this one is a part of.")
    fields.records("values", &values, "The values that the section lists for the page's thing.")
    fields.place(&span)
  }
}

/// A block of code.
package struct ExportedCodeBlock: ExportRecord {
  package var infoString: ExportedText?
  package var text = ""
  package var span: ExportedSpan?

  package static let name = "codeBlock"
  package static let explanation = "A block of code that is no signature."

  /// A block without text.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.slot("infoString", &infoString, "What stands after the opening fence ('cpp').")
    fields.text("text", &text, "The code, as it stands in the file.")
    fields.place(&span)
  }
}

/// A link or an image.
package struct ExportedLink: ExportRecord {
  /// The words for what is linked how.
  package enum Kind: String, CaseIterable, Sendable {
    case link
    case image
  }

  package var kind = Kind.link.rawValue
  package var target = ExportedText()
  package var page: String?
  package var address: String?
  package var text: String?
  package var span: ExportedSpan?

  package static let name = "link"
  package static let explanation = "A link or an image, of Markdown or HTML."

  /// A link without target.
  package init() {}

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.text("kind", &kind, choices: Kind.allCases.map(\.rawValue), "Whether it leads elsewhere or shows an image.")
    fields.slot("target", &target, "The destination as the page writes it, escapes resolved.")
    fields.text("page", &page, "The id of the page that the link leads to; absent where there is none.")
    fields.text("address", &address, "The address outside of the site that the project has for an absolute path.")
    fields.text("text", &text, "The text of the link, or the text that stands for the image.")
    fields.place(&span)
  }
}
