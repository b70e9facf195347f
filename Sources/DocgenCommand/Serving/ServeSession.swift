import CDocgen
import DocgenModel
import DocgenRender
import DocgenServe
import DocgenSupport
import Glibc
import Synchronization

/// A run of `docgen serve`: watches the project, and keeps what is served as the files are.
///
/// A page that changed is made anew at once, in the site that there is, and shown; then the whole site follows on a thread
/// of its own, for other pages may show something of it. Requests are answered by the thread of the server all the while.
final class ServeSession: Sendable {
  private struct State: Sendable {
    /// Something changed that the site does not show yet.
    var isOutdated = false
    var isBuilding = false
    /// The build that follows does so since pages changed that were shown already, and nothing else.
    var isOfShownPages = true
    /// The last build failed, so that the next one shows what that was to show.
    var hasFailed = false
    /// The pages that changed since the build began.
    var changed: Set<String> = []
    var pages: [String: String] = [:]
    var number = 0
    /// How long the last site took.
    var milliseconds = 0
    /// What was said last of what is wrong, so that it is not repeated.
    var problems: [String] = []
  }

  /// More pages than these are shown when the whole site is made.
  private static let mostPagesAtOnce = 16
  /// How long nothing must change, in milliseconds: for a page to be shown, and for the rest to follow.
  private static let quiet = 8
  private static let pause = 300...5000
  private static let niceness: Int32 = 15
  /// What the main thread of a command has.
  private static let stackSize = 8 << 20
  /// How long a file may be away that is about to be written anew.
  private static let absence: UInt32 = 80

  private let options: ServeOptions
  private let maker: any SiteMaker
  private let lint: PreviewLint?
  private let folder: PreviewFolder
  private let preview: Preview
  private let server: WebServer
  private let log: ServeLog
  private let state = Mutex(State())

  init(
    _ options: ServeOptions, maker: any SiteMaker, lint: PreviewLint?, folder: PreviewFolder, preview: Preview,
    server: WebServer, log: ServeLog
  ) {
    self.options = options
    self.maker = maker
    self.lint = lint
    self.folder = folder
    self.preview = preview
    self.server = server
    self.log = log
  }

  /// Watches until the program ends.
  ///
  /// - Parameter folders: What to watch until the configuration says otherwise.
  /// - Throws: That nothing can be watched.
  func run(watching folders: WatchedFolders) throws(CommandFailure) {
    let watcher: FileWatcher
    do throws(FileError) { watcher = try FileWatcher() } catch { throw CommandFailure(error) }
    var folders = folders
    watcher.watch(folders.paths, leavingOut: folders.leaveOut)
    if let failure = watcher.failure { log.say(problems: [failure.description]) }
    buildAll(isOfShownPages: false)
    while true {
      let changes = watcher.changes(within: -1, quiet: Self.quiet)
      let pages = state.withLock { $0.pages }
      var hasWaited = false
      let content = ContentChanges(changes, pages: pages) { path in
        if FileSystem.isThere(path) { return true }
        // What was moved away to be written anew comes back soon; where many go, they are waited for once.
        if !hasWaited { usleep(Self.absence * 1000) }
        hasWaited = true
        return FileSystem.isThere(path)
      }
      if content.isEmpty { continue }
      if content.isOfAll, let configuration = try? Configuration.load(options.project) {
        let new = WatchedFolders(configuration)
        if new != folders {
          folders = new
          watcher.watch(folders.paths, leavingOut: folders.leaveOut)
        }
      }
      take(content)
    }
  }

  // MARK: Pages

  private func take(_ changes: ContentChanges) {
    let clock = Stopwatch()
    state.withLock { $0.changed.formUnion(changes.pages) }
    guard !changes.isOfAll, changes.pages.count <= Self.mostPagesAtOnce, let site = preview.site,
      show(changes.pages, in: site)
    else { return buildAll(isOfShownPages: false) }
    server.announce(preview.events)
    let time = clock.text
    buildAll(isOfShownPages: true)
    let count = "\(counted(changes.pages.count, "page")) in \(time)"
    guard let lint, let report = try? lint.some(changes.pages, of: site.made.project) else { return log.say(count) }
    preview.take(report.diagnostics, of: changes.pages)
    server.announce(preview.events)
    log.list(report, options.terminal.color)
    log.say("\(count), \(counted(report.diagnostics.count, "finding"))")
  }

  /// Makes pages of a site anew; false where one of them is none of the site, or cannot be made.
  private func show(_ pages: [String], in site: ServedSite) -> Bool {
    // Pages may be nested as deep as a thread of work has room for.
    let files = Parallel.map(count: pages.count, jobs: options.project.jobs) { index in
      (try? site.preview.files(ofPage: pages[index])) ?? nil
    }
    guard files.allSatisfy({ $0 != nil }) else { return false }
    site.renew(files.compactMap(\.self).flatMap(\.self))
    return true
  }

  // MARK: The whole site

  /// Lets the whole site be made, unless that is under way; then once more.
  private func buildAll(isOfShownPages: Bool) {
    let begins = state.withLock { state in
      state.isOfShownPages = state.isOutdated ? state.isOfShownPages && isOfShownPages : isOfShownPages
      state.isOutdated = true
      defer { state.isBuilding = true }
      return !state.isBuilding
    }
    guard begins else { return }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = docgen_start_thread(
      &thread, Self.stackSize,
      { context in
        if let context { Unmanaged<ServeSession>.fromOpaque(context).takeRetainedValue().buildUntilCurrent() }
        return nil
      }, context.toOpaque())
    if code == 0 {
      pthread_detach(thread)
    } else {
      context.release()
      state.withLock { $0.isBuilding = false }
    }
  }

  private func buildUntilCurrent() {
    while true {
      // Whoever writes on sees the page at once, and need not share the processors yet.
      if state.withLock({ $0.isOfShownPages }) {
        // The longer the whole takes, the longer it can wait for what comes next.
        let pause = state.withLock { min(max($0.milliseconds / 2, Self.pause.lowerBound), Self.pause.upperBound) }
        usleep(UInt32(pause * 1000))
        // Of this thread, and those that it starts: what is written meanwhile goes before.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
      }
      let isSilent = state.withLock { state in
        state.isOutdated = false
        state.changed = []
        state.number += 1
        return state.isOfShownPages && !state.hasFailed
      }
      do throws(CommandFailure) {
        try build(isSilent: isSilent)
      } catch {
        Interruption.stopIfEnding()
        state.withLock { $0.hasFailed = true }
        let isKnown = preview.problem == error.lines
        preview.take(problem: error.lines)
        server.announce(preview.events)
        if !isKnown { log.say(problems: error.lines) }
      }
      let isDone = state.withLock { state in
        state.isBuilding = state.isOutdated
        return !state.isOutdated
      }
      if isDone { return }
    }
  }

  private func build(isSilent: Bool) throws(CommandFailure) {
    let clock = Stopwatch()
    let number = state.withLock { $0.number }
    let path: String
    do throws(FileError) { path = try folder.makeFolder(number) } catch { throw CommandFailure(error) }
    let made: MadeSite
    do throws(CommandFailure) {
      made = try maker.makeSite(in: path)
    } catch {
      Interruption.stopIfEnding()
      try? FileSystem.remove(path)
      throw error
    }
    let site = ServedSite(made)
    // Its folder is removed by this thread, and not by that of the server.
    let previous = preview.site
    defer { withExtendedLifetime(previous) {} }
    let pages = ContentChanges.pages(of: made.project.catalog)
    let changed = state.withLock { state in
      state.milliseconds = clock.milliseconds
      state.hasFailed = false
      state.pages = pages
      return state.changed.sorted()
    }
    // What was written while the site was made is newer than it.
    _ = show(changed, in: site)
    preview.take(site, showsAllAnew: !isSilent)
    let late = state.withLock { $0.changed.subtracting(changed).sorted() }
    if !late.isEmpty { _ = show(late, in: site) }
    server.announce(preview.events)
    tell(made.problems)
    let report = made.preview.report
    let count = "\(counted(report.pages, "page")) in \(clock.text)"
    guard let lint else { return isSilent ? () : log.say(count) }
    let findings = try lint.all(of: made.project)
    // What was written since is linted when it is built.
    guard !state.withLock({ $0.isOutdated }) else { return }
    preview.take(findings: PageFindings(findings.diagnostics))
    server.announce(preview.events)
    if !isSilent { log.say("\(count), \(counted(findings.diagnostics.count, "finding"))") }
  }

  private func tell(_ problems: [String]) {
    let isNew = state.withLock { state in
      defer { state.problems = problems }
      return state.problems != problems
    }
    if isNew { for problem in problems { log.say(problem) } }
  }
}
