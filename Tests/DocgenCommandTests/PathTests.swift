import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// Runs of `docgen lint` on some files, as editors and hooks start them.
struct PathTests {
  private static func page(_ name: String, parameter: String = "Size") -> String {
    """
    # \(name) function

    ## Parameters

    *\(parameter)* \\[in\\]

    A number.

    """
  }

  /// Two pages in two languages, each of whose translations lost a name, and a third in a folder.
  private static let files = [
    "site/config.yml": "source-locale: en\nexclude: [drafts/]\nlint: {source-history: none}\n",
    "content/en/one.md": page("One"), "content/de/one.md": page("One", parameter: "Größe"),
    "content/fr/one.md": page("One", parameter: "Taille"),
    "content/en/two.md": page("Two"), "content/de/two.md": page("Two", parameter: "Größe"),
    "content/fr/two.md": page("Two"),
    "content/en/guide/three.md": page("Three"), "content/de/guide/three.md": page("Three", parameter: "Größe"),
    "content/en/drafts/four.md": page("Four"), "content/de/toc.yml": "", "README.md": "",
  ]

  private static func lint(
    _ arguments: String, from folder: String = "", input: String = "", in project: TemporaryFolder
  ) -> Invocation {
    Invocation(
      ["lint", "--config", project.path + "/site/config.yml", "--concise", "--rule", "mismatched-parameter-name"]
        + arguments.split(separator: " ").map(String.init),
      workingFolder: project.path + folder, input: input)
  }

  /// The files that findings are told of.
  private static func places(_ run: Invocation) -> [String] {
    run.output.split(separator: "\n").filter { $0.contains("[mismatched") }.map { $0.split(separator: ":")[0] }
      .map(String.init)
  }

  @Test(arguments: [
    ("", "", ["content/de/guide/three.md", "content/de/one.md", "content/de/two.md", "content/fr/one.md"]),
    ("content/de/one.md", "", ["content/de/one.md"]),
    ("de/one.md", "", ["content/de/one.md"]),
    ("./one.md ../fr", "/content/de", ["one.md", "../fr/one.md"]),
    ("content/en/one.md", "", ["content/de/one.md", "content/fr/one.md"]),
    ("content/de", "", ["content/de/guide/three.md", "content/de/one.md", "content/de/two.md"]),
    ("content/en/guide/", "", ["content/de/guide/three.md"]),
    ("content", "/", ["content/de/guide/three.md", "content/de/one.md", "content/de/two.md", "content/fr/one.md"]),
    ("content/en/one.md content/de/two.md", "", ["content/de/one.md", "content/de/two.md", "content/fr/one.md"]),
    ("--exclude guide/ --exclude two.md content/de", "", ["content/de/one.md"]),
  ])
  func checksWhatIsNamed(arguments: String, from folder: String, expected: [String]) throws {
    let run = Self.lint(arguments, from: folder, in: try TemporaryFolder(Self.files))
    #expect(Self.places(run) == expected)
    #expect(run.status == .findings)
    #expect(run.messages == "")
  }

  @Test func namesFilesFromElsewhere() throws {
    let project = try TemporaryFolder(Self.files)
    let run = Self.lint("\(project.path)/content/de/one.md", from: "/../..", in: project)
    #expect(Self.places(run).first?.hasSuffix("/content/de/one.md") == true)
  }

  @Test(arguments: [
    ("content/de/on.md", "there is no file or folder 'content/de/on.md'; did you mean 'content/de/one.md'?"),
    ("contant/de/one.md", "there is no file or folder 'contant/de/one.md'; did you mean 'content/de/one.md'?"),
    ("nothing-like-it", "there is no file or folder 'nothing-like-it'"),
    ("README.md", "'README.md' lies outside of the content, "),
    ("..", "'..' lies outside of the content, "),
  ])
  func refusesWhatIsNoPart(argument: String, message: String) throws {
    let run = Self.lint(argument, in: try TemporaryFolder(Self.files))
    #expect(run.status == .usage)
    #expect(run.messages.hasPrefix("docgen: error: " + message))
    #expect(run.output == "")
  }

  @Test(arguments: ["content/en/drafts/four.md", "content/de/toc.yml"])
  func saysWhatHoldsNoPage(argument: String) throws {
    let run = Self.lint(argument, in: try TemporaryFolder(Self.files))
    #expect(run.status == .success)
    #expect(run.messages.hasPrefix("docgen: '\(argument)' is no page of the project and holds none"))
    #expect(run.output == "0 of 8 pages: 0 errors, 0 warnings, 0 notes\n")
  }

  @Test func readsWhatAnEditorHas() throws {
    let project = try TemporaryFolder(Self.files)
    let options = "--stdin --stdin-file content/de/two.md"
    let fine = Self.lint(options, input: Self.page("Two"), in: project)
    #expect(fine.status == .success)
    let other = Self.lint(options, input: "\n\n" + Self.page("Two", parameter: "Länge"), in: project)
    #expect(other.output.hasPrefix("content/de/two.md:7:2: error[mismatched-parameter-name]: the parameter is called"))
    #expect(other.output.contains("'Länge'"))
    // A source is unsaved, too.
    let source = Self.lint(
      "--stdin --stdin-file content/en/two.md", input: Self.page("Two", parameter: "Length"), in: project)
    #expect(Self.places(source) == ["content/de/two.md", "content/fr/two.md"])
    let difference = Invocation(
      ["lint", "--config", project.path + "/site/config.yml", "--diff"]
        + options.split(separator: " ").map(String.init), workingFolder: project.path,
      input: Self.page("Two", parameter: "Länge"))
    #expect(difference.output.contains("-*Länge*"))
  }

  @Test func leavesOutRules() throws {
    let project = try TemporaryFolder(Self.files)
    #expect(Self.lint("--ignore parameter", in: project).status == .success)
    #expect(Self.lint("--exit-zero", in: project).status == .success)
    #expect(Self.places(Self.lint("--exit-zero", in: project)).count == 4)
    #expect(Self.lint("--exit-zero content/xx", in: project).status == .usage)
  }

  @Test func writesTheWorst() throws {
    let project = try TemporaryFolder(Self.files)
    let run = Self.lint("--max-findings 2", in: project)
    #expect(Self.places(run) == ["content/de/guide/three.md", "content/de/one.md"])
    #expect(run.output.contains("\nthe 2 worst of 4 findings are shown\n8 pages: 4 errors, 0 warnings, 0 notes\n"))
    let json = try JSONReader.read(Array(Self.lint("--max-findings 2 --format json", in: project).output.utf8))
    #expect(json["diagnostics"]?.items?.count == 2)
    #expect(json["summary"]?["errors"] == .integer(4))
    #expect(json["summary"]?["shown"] == .integer(2))
    #expect(!Self.lint("--max-findings 4", in: project).output.contains("worst"))
  }
}
