import Foundation

/// A run of the program under test, as its users run it.
package struct ProgramRun {
  /// What was written to standard output.
  package let output: [UInt8]
  /// What was written to standard error.
  package let messages: String
  /// The exit status; a signal counts as 128 and its number.
  package let status: Int32

  /// Runs a program to its end.
  package init(_ program: String, _ arguments: [String], in folder: String? = nil) throws {
    let files = try TemporaryFolder(["output": "", "messages": ""])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    // What is expected is in English, whoever runs the tests.
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    // Files, because a full pipe would stop the program.
    let outputFile = try FileHandle(forWritingTo: URL(fileURLWithPath: files.path + "/output"))
    let messageFile = try FileHandle(forWritingTo: URL(fileURLWithPath: files.path + "/messages"))
    process.standardOutput = outputFile
    process.standardError = messageFile
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try outputFile.close()
    try messageFile.close()
    output = [UInt8](try Data(contentsOf: URL(fileURLWithPath: files.path + "/output")))
    messages = String(decoding: try Data(contentsOf: URL(fileURLWithPath: files.path + "/messages")), as: UTF8.self)
    status = process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
  }
}
