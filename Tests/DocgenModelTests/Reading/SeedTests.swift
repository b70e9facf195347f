import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Where real pages lie beside the repository.
private enum Seeds {
  /// The folder, where there is one.
  static let folder: String? = {
    let root = Snapshot.fixtures(for: #filePath).split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(root)/../shared/seeds"
    return FileSystem.kind(of: folder) == .folder ? folder : nil
  }()
}

@Suite(.enabled(if: Seeds.folder != nil, "the folder '../shared/seeds' is not at hand"))
struct SeedTests {
  private func read(_ name: String, locale: String) throws -> PageFacts {
    let folder = try #require(Seeds.folder)
    let source = SourceFile(path: name, bytes: try FileSystem.read("\(folder)/\(name)"))
    return FactsFixture.reader.read(source, locale: FactsFixture.locales.firstIndex(of: locale) ?? 0).facts
  }

  @Test(arguments: [
    "en-cim-job-killjob-msps.md", "en-msvm-collectionreferencepointexportjob-killjob.md",
    "en-msvm-migrationjob-killjob.md",
  ])
  func sourcesAreReadInFull(_ name: String) throws {
    let facts = try read(name, locale: "en")
    #expect(facts.declaration?.name?.value == "KillJob")
    #expect(facts.declaration?.parameters.compactMap(\.name?.value) == ["DeleteOnKill"])
    #expect(facts.parameters.map(\.name.value) == ["DeleteOnKill"])
    #expect(facts.parameters.map(\.direction) == [.in])
    #expect(
      facts.returnCodes.map { $0.value?.value } == ["0", "1", "2", "3", "4", "6", "7", "8..32767", "32768..65535"])
    #expect(
      facts.returnCodes.map { $0.name?.value } == [
        "Success", "Not Supported", "Unknown", "Timeout", "Failed", "Access Denied", "Not Found", "DMTF Reserved",
        "Vendor Specific",
      ])
    #expect(
      facts.requirements.map(\.key) == [
        "minimum-supported-client", "minimum-supported-server", "namespace", "mof", "dll",
      ])
    #expect(facts.requirements.map(\.values.count) == [1, 1, 1, 1, 1])
  }

  @Test(arguments: [("de", "Deleteonkill", "32768.65535"), ("fr", "DeleteOnKill", "32768..65535")])
  func translationsAreReadWithTheirDamage(_ locale: String, _ parameter: String, _ range: String) throws {
    let facts = try read("\(locale)-cim-job-killjob.md", locale: locale)
    #expect(facts.parameters.map(\.name.value) == [parameter])
    #expect(facts.parameters.map(\.direction) == [.in])
    #expect(facts.returnCodes.map { $0.value?.value } == ["0", "1", "2", "3", "4", "6", "7", "..", range])
    #expect(facts.returnCodes.allSatisfy { $0.name != nil && !$0.isSymbolic })
    #expect(
      facts.requirements.map(\.key) == [
        "minimum-supported-client", "minimum-supported-server", "namespace", "mof", "dll",
      ])
    #expect(
      facts.sections.map(\.role) == [.syntax, .parameters, .returnValue, .requirements, .seeAlso])
  }
}
