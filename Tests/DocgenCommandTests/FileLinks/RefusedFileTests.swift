import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// Files of a project besides its pages: what leads out of it or is no file is an error at once.
@Suite struct RefusedFileTests {
  struct Refusal: CustomTestStringConvertible, Sendable {
    let setUp: LinkSetUp
    let message: String
    var command = "build"

    var testDescription: String { setUp.name }
  }

  private static func refusal(
    _ name: String, links: [String: String] = [:], pipes: [String] = [], files: [String: String] = [:],
    settings: String = "", _ message: String, command: String = "build"
  ) -> Refusal {
    Refusal(
      setUp: LinkSetUp(name: name, links: links, pipes: pipes, files: files, settings: settings), message: message,
      command: command)
  }

  static let refusals = [
    refusal("a logo out of the project", settings: "logo: ../outside/pic.png\n", "it lies outside of the project"),
    refusal("a logo of the system", settings: "logo: ../../../../../../etc/passwd\n", "'logo: "),
    refusal(
      "a link as logo", links: ["project/site/assets/logo.svg": "../../../outside/pic.png"],
      settings: "logo: logo.svg\n", "follow-links: true"),
    refusal(
      "no logo", settings: "logo: logo.svg\n", "there is no file for 'logo: logo.svg'; it was looked for as '"),
    refusal("a pipe as logo", pipes: ["project/logo.svg"], settings: "logo: logo.svg\n", "it is a pipe, and no file"),
    refusal("redirects out of the project", settings: "redirects: ../outside/toc.yml\n", "'redirects' leads out"),
    refusal(
      "a link as redirects", links: ["project/site/redirects.yml": "../../outside/toc.yml"], "'redirects' leads out"),
    refusal("a pipe as redirects", pipes: ["project/site/redirects.yml"], "it is a pipe, and no file"),
    refusal("a theme out of the project", settings: "theme: ../outside\n", "'theme' leads out of the project"),
    refusal(
      "an asset", links: ["project/site/assets/x.png": "../../../outside/pic.png"], "leads out of the project"),
    refusal(
      "a template", links: ["project/site/templates/header.mustache": "../../../outside/page.md"],
      "leads out of the project"),
    refusal(
      "a vocabulary", links: ["project/locales/de/vocabulary.yml": "../../../outside/toc.yml"],
      "it lies outside of the project"),
    refusal(
      "a pipe as vocabulary", pipes: ["project/locales/de/vocabulary.yml"],
      files: ["project/locales/de/interface.yml": ""], "it is a pipe, and no file"),
    refusal("vocabularies out of the project", settings: "locales-folder: ../outside\n", "'locales-folder' leads out"),
    refusal(
      "a baseline out of the project", settings: "lint: {baseline: ../outside/new.json}\n",
      "'lint: baseline' leads out",
      command: "lint --write-baseline"),
    refusal(
      "a pipe as baseline", pipes: ["project/b.json"], settings: "lint: {baseline: b.json}\n",
      "it is a pipe, and no file", command: "lint"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let folder = try refusal.setUp.make()
    let run = Invocation(
      "\(refusal.command) --config \(folder.path)/project/site/config.yml"
        + (refusal.command == "build" ? " --output \(folder.path)/out" : " --source-history none"))
    #expect(run.status == .usage)
    #expect(run.messages.contains(refusal.message), "\(run.messages)")
    #expect(!run.messages.contains(LinkSetUp.secret))
    #expect(!FileSystem.isThere(folder.path + "/out"))
    #expect(!FileSystem.isThere(folder.path + "/outside/new.json"))
  }

  /// What the command line names is the user's own, but it is never waited for.
  @Test(.timeLimit(.minutes(1)), arguments: ["--baseline", "--config", "--locales"])
  func neverWaitsForAPipe(option: String) throws {
    let folder = try LinkSetUp(name: "", pipes: ["project/pipe"]).make()
    let run = Invocation(
      "lint --content \(folder.path)/project/content --source-locale en \(option) \(folder.path)/project/pipe")
    #expect(run.status == .usage)
    #expect(run.messages.contains("project/pipe'"))
  }

  /// `logo` names a file of the assets, as the guide says, or else one from the project's root.
  @Test(arguments: ["site/assets/logo.svg", "logo.svg", "site/assets/img/logo.svg"])
  func findsTheLogo(place: String) throws {
    let name = place.hasSuffix("img/logo.svg") ? "img/logo.svg" : "logo.svg"
    let folder = try LinkSetUp(name: "", files: ["project/" + place: "<svg/>"], settings: "logo: \(name)\n").make()
    let build = Invocation("build --config \(folder.path)/project/site/config.yml --output \(folder.path)/out")
    #expect(build.status == .success, "\(build.messages)")
    #expect(try FileSystem.read("\(folder.path)/out/assets/\(name)") == Array("<svg/>".utf8))
    let page = String(decoding: try FileSystem.read(folder.path + "/out/en/page.html"), as: UTF8.self)
    #expect(page.contains("assets/\(name)"))
  }
}
