@testable import DocgenCommand

/// One run of the program inside the test's process.
struct Invocation {
  let status: DocgenCommand.ExitStatus
  let output: String
  let messages: String

  /// Runs a command line without the name of the program, its parts set apart by spaces.
  init(_ arguments: String, width: Int = 80) {
    self.init(arguments.split(separator: " ").map(String.init), width: width)
  }

  ///
  /// The working directory is the folder of the content, where none is given, so that places are short.
  init(
    _ arguments: [String], width: Int = 80, environment: [String: String] = [:], workingFolder: String? = nil,
    input: String = ""
  ) {
    var console = Console(output: Output(descriptor: nil), errorOutput: Output(descriptor: nil))
    console.width = width
    func value(_ option: String) -> String? {
      arguments.firstIndex(of: option).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }
    let project = value("--config").flatMap { $0.hasSuffix("/site/config.yml") ? $0.dropLast(16) : nil }
    let folder = workingFolder ?? value("--content") ?? project.map { $0 + "/content" }
    if let folder, folder.hasPrefix("/") { console.workingFolder = folder }
    console.input = { _ in Array(input.utf8) }
    console.environment = Environment(environment)
    status = Program.run(arguments, on: console)
    output = String(decoding: console.output.collected, as: UTF8.self)
    messages = String(decoding: console.errorOutput.collected, as: UTF8.self)
  }
}
