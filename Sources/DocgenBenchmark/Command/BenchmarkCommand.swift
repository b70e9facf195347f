import DocgenModel
import DocgenSupport
import Glibc

/// The command line of the benchmark.
package enum BenchmarkCommand {
  static let help = """
    Measures how right lint is: translates pages truly, damages each in one place, and looks at what lint says.

    docgen-benchmark [options]
      --content DIR      pages of the source language (default: Tests/Benchmark/pages); may be given again
      --pages N          how many pages of each folder to take, spread over folders and kinds (default: 300)
      --source-locale L  the language of the pages (default: en)
      --locale L         a language to translate into (default: every other one that has words); may be given again
      --seed N           what is chosen at random depends on it alone (default: 1)
      --jobs N           threads (default: one for each processor)
      --format F         text, json or misses: every case that went wrong (default: text)
      --write-tables F   write the figures into the tables of a page, below comments that name them; may be given again
      --check            fail where the figures are below what is promised

    """

  /// Runs the benchmark; returns 0, 1 where `--check` finds a figure too low, 2 for a wrong command line, 3 where a file
  /// cannot be read or written.
  package static func run(_ arguments: [String]) -> Int32 {
    do {
      return try Run(arguments).run()
    } catch let error as UsageError {
      write("docgen-benchmark: \(error.message)\n", to: 2)
      return 2
    } catch {
      write("docgen-benchmark: \(error)\n", to: 2)
      return 3
    }
  }

  private struct UsageError: Error { var message: String }

  private struct Run {
    var folders: [String] = []
    var pageCount = 300
    var sourceLocale = "en"
    var locales: [String] = []
    var seed: UInt64 = 1
    var jobs = ProcessorCount.available
    var format = "text"
    var tables: [String] = []
    var checks = false

    init(_ arguments: [String]) throws(UsageError) {
      var rest = arguments[...]
      while let option = rest.popFirst() {
        switch option {
        case "--check":
          checks = true
          continue
        case "--help":
          format = "help"
          continue
        default: break
        }
        guard let value = rest.popFirst() else { throw UsageError(message: "'\(option)' needs a value") }
        func number() throws(UsageError) -> Int {
          guard let number = Int(value), number > 0 else { throw UsageError(message: "'\(option)' takes a number") }
          return number
        }
        switch option {
        case "--content": folders.append(value)
        case "--pages": pageCount = try number()
        case "--source-locale": sourceLocale = value
        case "--locale": locales.append(value)
        case "--seed": seed = UInt64(try number())
        case "--jobs": jobs = try number()
        case "--format":
          guard ["text", "json", "misses"].contains(value) else { throw UsageError(message: "'\(value)' is no format") }
          format = value
        case "--write-tables": tables.append(value)
        default: throw UsageError(message: "'\(option)' is no option; --help lists them")
        }
      }
      if folders.isEmpty { folders = ["Tests/Benchmark/pages"] }
    }

    func run() throws -> Int32 {
      if format == "help" {
        write(help, to: 1)
        return 0
      }
      let words = VocabularySource.builtIn
      let names = locales.isEmpty ? words.locales.filter { $0 != sourceLocale } : locales
      let vocabularies = try ([sourceLocale] + names).map { try words.vocabulary($0) }
      let inputs = try folders.map { folder in
        try BenchmarkInput(folder: folder, name: folder, count: pageCount, seed: seed, vocabulary: vocabularies[0])
      }
      let result = Benchmark(inputs: inputs, vocabularies: vocabularies, seed: seed).run(jobs: jobs)
      switch format {
      case "json": write(BenchmarkReport.json(result, seed: seed), to: 1)
      case "misses": write(BenchmarkReport.misses(result), to: 1)
      default: write(BenchmarkReport.text(result), to: 1)
      }
      for path in tables {
        let page = String(decoding: try FileSystem.read(path), as: UTF8.self)
        let new = DocumentationTables.written(result, seed: seed, into: page)
        if new != page { try FileSystem.write(Array(new.utf8), to: path) }
      }
      guard checks else { return 0 }
      let failures = BenchmarkBars.failures(result)
      for failure in failures { write("docgen-benchmark: \(failure)\n", to: 2) }
      return failures.isEmpty ? 0 : 1
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      start += count
    }
  }
}
