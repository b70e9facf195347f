import DocgenSupport

/// The page that a new project begins with, in a language.
enum FirstPage: MessageSource {
  struct Messages: MessageSet {
    let title = PlainMessage("Welcome")
    let text = PlainMessage(
      "Write your pages beside this one: the same path is the same page in every language, and the folders become the navigation."
    )
  }

  /// The page as Markdown, in the language of a catalog.
  static func markdown(_ catalog: MessageCatalog) -> String {
    """
    ---
    title: \(catalog.text(title))
    ---

    # \(catalog.text(title))

    \(catalog.text(text))

    """
  }

  private static let title = Self.messages.title
  private static let text = Self.messages.text
}
