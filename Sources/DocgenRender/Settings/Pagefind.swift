import DocgenSupport

/// The program that makes an index of the full text of pages.
package struct Pagefind: Sendable {
  /// How the program may be called; the first call that answers is taken.
  package var calls = [["pagefind"], ["python3", "-m", "pagefind"]]

  /// The program runs here; where another machine runs it, it need not be on this one.
  package var runsHere = true

  /// Makes a call of the program that is on `PATH`, by itself or as a module of Python.
  package init() {}

  /// The call that answers.
  ///
  /// - Throws: ``SiteError/refused(_:)`` where there is none.
  func find() throws(SiteError) -> [String] {
    if !runsHere, let first = calls.first { return first }
    for call in calls where (try? Self.run(call + ["--version"])) != nil { return call }
    throw .refused(
      "the full-text search needs the program 'pagefind', which is not there; install it, for example by "
        + "'pip install pagefind[bin]', or take 'full-text' out of the configuration")
  }

  /// Makes the index of the pages below a folder that have an element with `data-pagefind-body`.
  ///
  /// - Parameters:
  ///   - call: the call that answers.
  ///   - folder: the folder of the pages.
  ///   - output: the folder of the index, which is made.
  ///   - keepsIndex: addresses end with `index.html`, and not with the folder.
  /// - Throws: ``SiteError``, with what the program said.
  static func index(_ call: [String], folder: String, output: String, keepsIndex: Bool) throws(SiteError) {
    let options = ["--exclude-selectors", excluded, "--quiet"] + (keepsIndex ? ["--keep-index-url"] : [])
    do throws(Failure) {
      _ = try run(call + ["--site", folder, "--output-path", output] + options)
    } catch {
      throw .refused("\(call.joined(separator: " ")) \(error.reason)")
    }
    do throws(FileError) {
      for entry in try FileSystem.list(output) where entry.kind == .file && isUnused(entry.name) {
        try FileSystem.remove(output + "/" + entry.name)
      }
      let path = output + "/" + entryFile
      try FileSystem.write(inOrder(try FileSystem.read(path)), to: path)
    } catch {
      throw .file(error)
    }
  }

  /// What a translation said in place of the source's facts, and links to headings, which are no text of a page.
  private static let excluded = ".fact-original, .anchor"

  // MARK: What it leaves

  private static let entryFile = "pagefind-entry.json"

  /// Whether a file belongs to interfaces that come with the program; docgen has its own.
  private static func isUnused(_ name: String) -> Bool {
    name.hasPrefix("pagefind-") && name != entryFile && name != "pagefind-worker.js"
  }

  /// A JSON text with the members of all objects in the order of their names: the program writes them in any.
  static func inOrder(_ bytes: [UInt8]) -> [UInt8] {
    guard let value = try? JSONReader.read(bytes) else { return bytes }
    var writer = JSONWriter(isIndented: false)
    writer.value(sorted(value))
    return writer.buffer.bytes
  }

  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let items): return .array(items.map(sorted))
    case .object(let members):
      let inOrder = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      return .object(inOrder.map { JSONMember($0.name, sorted($0.value)) })
    default: return value
    }
  }

  // MARK: Running it

  private struct Failure: Error {
    /// As it follows the name of the program.
    var reason: String
  }

  private static func run(_ arguments: [String]) throws(Failure) -> [UInt8] {
    do throws(ProcessError) {
      var process = try ChildProcess(arguments)
      let output = process.readToEnd()
      let (status, messages) = process.finish()
      if status == 0 { return output }
      let said = (messages + String(decoding: output, as: UTF8.self)).split(separator: "\n").suffix(4)
      throw ProcessError.ended(
        said.isEmpty
          ? "ended with status \(status) and gave no reason" : "failed: " + said.joined(separator: "\n  "))
    } catch {
      switch error {
      case .notFound: throw Failure(reason: "is not there")
      case .ended(let reason): throw Failure(reason: reason)
      }
    }
  }
}
