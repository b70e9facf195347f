import DocgenModel
import DocgenSupport

/// What lists of pages need to know of a page, kept when the page itself is let go.
struct PageSummary: Sendable {
  /// The names of what the page documents (`CIM_Job.KillJob`); empty on guides.
  var names: [String] = []
  /// The kind of thing it documents (`method`).
  var kind: String?
  /// What indexes group the page by, as the source says it.
  var facets: [Facet.Value] = []
  /// The names under which the search finds the page in every locale.
  var searchNames: [String] = []
  /// The names on the page that have places of their own there.
  var searchEntries: [SearchEntry] = []
  /// What the search knows of the page, by the index of the locale; `nil` if the page is not translated.
  var texts: [SearchText?] = []
  /// The title in each locale; `nil` if the page is not translated.
  var titles: [String?] = []
  /// The day of the last change in each locale (`2018-05-31`), where it is known.
  var updated: [String?] = []
  /// What the quality pages need to know, by the index of the locale; empty where the site has none.
  var translations: [TranslationNote?] = []
  var fallbackPages = 0
  var pages = 0
  /// The number of files that were written for the page, in all locales.
  var files = 0
  var missingLinks = 0
  var unpublishedLinks = 0
  var missingImages = 0
  var unreadable: [FileError] = []
}
