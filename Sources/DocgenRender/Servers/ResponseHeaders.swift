import DocgenModel
import DocgenSupport

/// What a server should say beside the files of a site, and where addresses of before lead; in the forms that servers
/// and hosts of static sites read.
struct ResponseHeaders {
  /// A header and its value.
  typealias Header = (name: String, value: String)

  /// The path of the site on its host, without a slash at its end and with nothing in it encoded.
  let base: String
  let redirects: [ServerRedirect]
  /// For all files.
  let all: [Header]
  /// The Markdown of pages stands beside them.
  let hasTwins: Bool

  /// Takes the path of the site on its host as addresses have it.
  init(basePath: String, redirects: [ServerRedirect], hasFullText: Bool, hasTwins: Bool) {
    self.hasTwins = hasTwins
    base = URLText.decoded(basePath[...])
    self.redirects = redirects
    all = [
      ("Content-Security-Policy", Self.policy(hasFullText: hasFullText)),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ]
  }

  /// What pages may do: nothing that the site does not bring along. The full-text search is WebAssembly.
  private static func policy(hasFullText: Bool) -> String {
    """
    default-src 'none'; script-src 'self'\(hasFullText ? " 'wasm-unsafe-eval'" : ""); style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'
    """
  }

  /// Files of the theme change with a build only, but keep their names.
  static let assets: Header = ("Cache-Control", "public, max-age=3600, stale-while-revalidate=86400")

  /// Hosts know neither the type of Markdown nor its characters.
  static let markdown: Header = ("Content-Type", "text/markdown; charset=utf-8")

  /// Where the site's own theme is, from the host on.
  var assetsPath: String { base + "/assets/" }

  /// The files, two of them at the root of the site, where hosts look for them.
  func files(_ problems: inout [FileProblem]) -> [SiteFile] {
    let formats: [any ServerFormat.Type] = [
      StaticHostHeaders.self, StaticHostRedirects.self, NginxFile.self, ApacheFile.self, FirebaseFile.self,
      AzureFile.self, VercelFile.self,
    ]
    var left = Unnamed()
    let files = formats.compactMap { file($0, &left) }
    problems += left.problems
    return files
  }

  /// The redirects that some files cannot name, each once, with those files.
  private struct Unnamed {
    private var order: [(redirect: ServerRedirect, files: [String])] = []
    private var indices: [Redirect.Place: Int] = [:]
    private var limits: [FileProblem] = []

    mutating func add(_ redirect: ServerRedirect, _ file: String) {
      guard let index = indices[redirect.place] else {
        indices[redirect.place] = order.count
        order.append((redirect, [file]))
        return
      }
      // It holds in every language.
      if order[index].files.last != file { order[index].files.append(file) }
    }

    mutating func add(_ problem: FileProblem) { limits.append(problem) }

    var problems: [FileProblem] {
      order.map { redirect, files in
        redirect.place.problem(
          """
          the address '\(redirect.encodedPath)' is too long for, or would stand for others in \
          \(files.map { "'\($0)'" }.joined(separator: ", ")); where these are read, only the page there leads on
          """)
      } + limits
    }
  }

  private func file<Format: ServerFormat>(_ format: Format.Type, _ unnamed: inout Unnamed) -> SiteFile? {
    var rules: [Format.Rule] = []
    for redirect in redirects {
      if let rule = Format.rule(redirect) { rules.append(rule) } else { unnamed.add(redirect, Format.path) }
    }
    if let limit = Format.ruleLimit, rules.count > limit, let place = redirects.last?.place {
      unnamed.add(
        place.problem(
          """
          '\(Format.path)' has \(rules.count) redirects, of which some hosts take \(limit); for the others the pages \
          at the old addresses lead on
          """))
    }
    return Format.file(self, rules).map { SiteFile(path: Format.path, bytes: $0) }
  }
}
