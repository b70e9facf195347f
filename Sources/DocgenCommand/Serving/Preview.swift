import DocgenModel
import DocgenRender
import DocgenServe
import DocgenSupport
import Synchronization

/// What is served right now: a site, what is found in its pages, and what keeps a newer one from being made.
final class Preview: Sendable {
  private struct State: Sendable {
    var site: ServedSite?
    /// Counts what all pages may show: templates, styles, images, the words of a language.
    var revision = 0
    var problem: [String] = []
    var findings = PageFindings()
    /// What findings are told in, by locale.
    var messages: [MessageCatalog] = []
    var paths: WorkingPaths?
  }

  private let state = Mutex(State())
  private let workingFolder: String
  /// The words that are shown as long as there is no site.
  private let words: Vocabulary?

  init(workingFolder: String) {
    self.workingFolder = workingFolder
    words = try? VocabularySource.builtIn.vocabulary(MessageCatalog.source.language)
  }

  /// The site, once there is one.
  var site: ServedSite? { state.withLock { $0.site } }

  var problem: [String] { state.withLock { $0.problem } }

  // MARK: Changes

  /// Takes a site in the place of the one before, whose pages may all look otherwise now.
  func take(_ site: ServedSite, showsAllAnew: Bool) {
    let project = site.made.project
    let languages = UserLanguage(project.locales)
    let messages = project.catalog.locales.map { locale in
      UserLanguage.match(locale, among: languages.names)
        .flatMap { try? MessageCatalog.read($0, from: project.locales) } ?? .source
    }
    let paths = WorkingPaths(contentFolder: project.catalog.contentFolder, workingFolder: workingFolder)
    state.withLock { state in
      state.site = site
      state.problem = []
      state.messages = messages
      state.paths = paths
      if showsAllAnew { state.revision += 1 }
    }
  }

  /// Takes what keeps the project from being built; the site stays.
  func take(problem: [String]) { state.withLock { $0.problem = problem } }

  func take(findings: PageFindings) { state.withLock { $0.findings = findings } }

  /// Takes what was found anew in some pages.
  func take(_ findings: [Diagnostic], of pages: [String]) {
    state.withLock { $0.findings.renew(findings, of: pages) }
  }

  // MARK: Answers

  /// Answers a request of a browser.
  func answer(_ request: HTTPRequest) -> HTTPResponse {
    var response = answerWithoutFields(request)
    response.fields += site?.preview.responseFields ?? []
    response.fields.append(("Cross-Origin-Resource-Policy", "same-origin"))
    return response
  }

  private func answerWithoutFields(_ request: HTTPRequest) -> HTTPResponse {
    guard let path = RequestPath(request.target) else {
      return .plain(.badRequest, "There can be no file of this name.")
    }
    if path.names.first == LiveScript.folder { return answerItself(request, path) }
    let state = state.withLock { $0 }
    guard let site = state.site else {
      let text = { [words] key in words?.interfaceText(key) ?? key }
      let page = LiveScript.added(to: LiveScript.placeholder(text), version: "", text: text)
      return .file(page, type: ContentType.of(".html"), for: request, status: .unavailable)
    }
    switch site.answer(path) {
    case .file(let path, let content):
      return .file(shown(content, path, site, state.revision), type: ContentType.of(path), for: request)
    case .folder:
      let place = request.target.prefix { $0 != "?" && $0 != "#" }
      let target = String(place) + "/" + (path.query.map { "?" + $0 } ?? "")
      return HTTPResponse(.movedPermanently, fields: [("Location", target), ("Cache-Control", "no-store")])
    case .nothing:
      guard let content = site.notFoundPage(path.path) else { return .plain(.notFound, "There is no such page.") }
      let page = shown(content, path.path + ".html", site, state.revision)
      return .file(page, type: ContentType.of(".html"), for: request, status: .notFound)
    }
  }

  /// A file as it is sent: a page with the script that reloads it.
  private func shown(_ content: [UInt8], _ path: String, _ site: ServedSite, _ revision: Int) -> [UInt8] {
    guard path.hasSuffix(".html") else { return content }
    let preview = site.preview
    let locale = preview.locale(of: path)
    return LiveScript.added(to: content, version: Self.version(content, revision)) {
      preview.text($0, locale: locale)
    }
  }

  /// What tells a page from what it was and will be.
  private static func version(_ content: [UInt8], _ revision: Int) -> String {
    String(FNVHash.hash(content), radix: 36) + "-\(revision)"
  }

  /// What the server itself has: the script, and the events for it.
  private func answerItself(_ request: HTTPRequest, _ path: RequestPath) -> HTTPResponse {
    let name = path.names.dropFirst().joined(separator: "/")
    if name == LiveScript.events { return HTTPResponse(.ok, body: .events(events(request))) }
    guard let content = LiveScript.file(name) else { return .plain(.notFound, "There is no such file.") }
    return .file(content, type: ContentType.of(name), for: request)
  }

  // MARK: Events

  /// What a page that is open is to be told now, by the request that it asked for events with:
  /// `?version=…&page=…`, the latter being the path of its address as it is.
  func events(_ request: HTTPRequest) -> [ServerEvent] {
    let state = state.withLock { $0 }
    var problem = JSONWriter(isIndented: false)
    problem.object { json in
      json.key("lines")
      json.array { json in for line in state.problem { json.string(VisibleText.string(line)) } }
    }
    let events = [ServerEvent("problem", problem.buffer.string)]
    guard let site = state.site, let place = request.target.firstRange(of: "&page="),
      let path = RequestPath(String(request.target[place.upperBound...])),
      let start = request.target[..<place.lowerBound].firstRange(of: "version=")
    else { return events }
    let known = request.target[start.upperBound..<place.lowerBound]
    let (file, content) = page(at: path, of: site)
    if content.map({ Self.version($0, state.revision) }) ?? "" != known { return [ServerEvent("reload")] }
    let page = site.preview.page(at: file)
    let locale = page?.locale ?? site.preview.locale(of: file)
    let messages = locale < state.messages.count ? state.messages[locale] : .source
    let findings = page.map { state.findings.findings(ofPage: $0.id, in: site.preview.locales[locale]) } ?? []
    let json = PageFindings.json(findings, messages) { [paths = state.paths] in paths?.path($0) ?? $0 }
    return events + [ServerEvent("findings", json)]
  }

  /// The page that is shown at a path, without the script.
  private func page(at path: RequestPath, of site: ServedSite) -> (file: String, content: [UInt8]?) {
    switch site.answer(path) {
    case .file(let path, let content): (path, content)
    case .folder: (path.path + "/index.html", nil)
    case .nothing: (path.path, site.notFoundPage(path.path))
    }
  }
}
