import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

/// The example pages of the project, damaged in the ways that machines damage translations, and fixed.
@Suite struct DamagedContentTests {
  /// What is done to a line of a translation.
  enum Damage: String, CaseIterable, Sendable {
    /// `Winuser.h` becomes `Winuser. h`, `S\_OK` becomes `S \_ OK`.
    case blanks
    /// Names of parameters in lower case.
    case letterCase
    /// `8..15` becomes `8.15`.
    case range
    /// Values of the front matter are taken apart.
    case metadata
    /// A word of a signature is another.
    case signature
  }

  @Test(arguments: Damage.allCases)
  func restoresEveryPage(_ damage: Damage) throws {
    let content = SharedData.packageFolder + "/content"
    let folder = try TemporaryFolder()
    var pages: [String: String] = [:]
    var damagedCount = 0
    func read(_ path: String) throws {
      for entry in try FileSystem.list(content + "/" + path) {
        let file = path.isEmpty ? entry.name : path + "/" + entry.name
        if entry.kind == .folder {
          try read(file)
        } else if file.hasSuffix(".md") {
          let text = String(decoding: try FileSystem.read(content + "/" + file), as: UTF8.self)
          pages[file] = text
          let damaged = file.hasPrefix("en/") ? text : Self.damaging(text, by: damage)
          if damaged != text { damagedCount += 1 }
          try folder.write(Array(damaged.utf8), to: file)
        }
      }
    }
    try read("")
    #expect(damagedCount > 3)
    let run = try FixRun(folder, allowsUnsafe: false)
    // Directions are read in any case, so that some of the damage is none.
    #expect(damage == .letterCase ? run.changes.count > 3 : run.changes.count == damagedCount)
    #expect(run.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(run.refusedCount == 0)
    for change in run.changes { #expect(String(decoding: change.new, as: UTF8.self) == pages[change.file]) }
  }

  private static func damaging(_ text: String, by damage: Damage) -> String {
    var isInFence = false
    var isInFrontMatter = false
    var isInReturnValue = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      let line = String(line)
      if line == "---" { isInFrontMatter = index == 0 }
      if line.hasPrefix("```") { isInFence.toggle() }
      if line.hasPrefix("## ") { isInReturnValue = line.contains("\"return-value\"") }
      switch damage {
      case .blanks where !isInFence && !isInFrontMatter && line.contains("<dt>"):
        return line.replacing("\\_", with: " \\_ ").replacing(".h<", with: ". h<").replacing(".mof<", with: ". mof<")
          .replacing(".dll<", with: ". dll<")
      case .letterCase where !isInFence && line.hasPrefix("*") && line.hasSuffix("\\]"):
        return line.lowercased()
      // Rule pages show samples in fences, which no list of return codes is.
      case .range
      where !isInFence && isInReturnValue && line.hasPrefix("**") && line.contains("..") && !line.contains("(..)"):
        return line.replacing("..", with: ".")
      case .metadata where isInFrontMatter && line.hasPrefix("- "):
        return line.replacing("_", with: " _ ").replacing("COM", with: "KOM")
      case .signature where isInFence && line.contains("uint32"):
        return line.replacing("uint32", with: "UInt 32")
      default: return line
      }
    }.joined(separator: "\n")
  }
}
