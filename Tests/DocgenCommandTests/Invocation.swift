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

  init(_ arguments: [String], width: Int = 80, environment: [String: String] = [:]) {
    var console = Console(output: Output(descriptor: nil), errorOutput: Output(descriptor: nil))
    console.width = width
    console.environment = Environment(environment)
    status = Program.run(arguments, on: console)
    output = String(decoding: console.output.collected, as: UTF8.self)
    messages = String(decoding: console.errorOutput.collected, as: UTF8.self)
  }
}
