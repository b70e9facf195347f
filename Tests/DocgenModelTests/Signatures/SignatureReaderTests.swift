import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Signatures of one language in a file: the info string on the first line, and `---` between them.
struct ReaderFixture: Sendable, CustomTestStringConvertible {
  static let folder = Snapshot.fixtures(for: #filePath) + "/readers"

  static let all: [ReaderFixture] = {
    let entries = (try? FileSystem.list(folder)) ?? []
    return entries.map(\.name).filter { $0.hasSuffix(".txt") }.sorted().compactMap { ReaderFixture(file: $0) }
  }()

  let name: String
  let infoString: String
  let signatures: [String]

  var testDescription: String { name }

  init?(file: String) {
    guard let bytes = try? FileSystem.read("\(Self.folder)/\(file)"), let first = bytes.firstIndex(of: 0x0A) else {
      return nil
    }
    name = String(file.dropLast(4))
    infoString = String(decoding: bytes[..<first], as: UTF8.self)
    var signatures = [""]
    for line in String(decoding: bytes[(first + 1)...], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line == "---" { signatures.append("") } else { signatures[signatures.count - 1] += line + "\n" }
    }
    self.signatures = signatures
  }
}

/// Writes what is declared as one line each, for people to compare with the text above it.
private struct DeclarationLines {
  private(set) var text = ""

  mutating func add(_ declaration: Declaration, indent: String) {
    let owner = declaration.owner.map { $0.value + " . " } ?? ""
    text += "\(indent)\(declaration.kind.rawValue) \(owner)\(declaration.name?.value ?? "?")"
    if !declaration.otherNames.isEmpty {
      text += " also \(declaration.otherNames.map(\.value).joined(separator: ", "))"
    }
    if !declaration.baseNames.isEmpty { text += " from \(declaration.baseNames.map(\.value).joined(separator: ", "))" }
    if let type = declaration.type { text += " : \(type.value)" }
    if let value = declaration.value { text += " = \(value.value)" }
    for qualifier in declaration.qualifiers {
      text += " @\(qualifier.name.value)" + (qualifier.value.map { "(\($0.value))" } ?? "")
    }
    text += "\n"
    for parameter in declaration.parameters { add(parameter, indent: indent + "  ") }
    for member in declaration.members { add(member, indent: indent + "  ") }
  }

  private mutating func add(_ parameter: ParameterDeclaration, indent: String) {
    text += "\(indent)- \(parameter.name?.value ?? "?")\(parameter.isVariadic ? "..." : "")"
    if let type = parameter.type { text += ": \(type.value)" }
    if let suffix = parameter.arraySuffix { text += " \(suffix.value)" }
    if let value = parameter.defaultValue { text += " = \(value.value)" }
    if let direction = parameter.direction { text += " [\(direction.value)]" }
    for qualifier in parameter.qualifiers { text += " @\(qualifier.name.value)" }
    text += "\n"
  }
}

@Suite struct SignatureReaderTests {
  @Test(arguments: ReaderFixture.all)
  func readsWhatWasReviewed(_ fixture: ReaderFixture) {
    var text = ""
    for source in fixture.signatures {
      let signature = Signature.parse(source, infoString: fixture.infoString)
      var lines = DeclarationLines()
      for declaration in signature.declarations { lines.add(declaration, indent: "  ") }
      text += source.split(separator: "\n").map { "| \($0)\n" }.joined() + "\(signature.language.rawValue)\n"
      text += (lines.text.isEmpty ? "  nothing\n" : lines.text) + "\n"
    }
    Snapshot.expect(text, "readers/\(fixture.name).expected")
  }

  @Test(arguments: ReaderFixture.all)
  func namesStandWhereTheySay(_ fixture: ReaderFixture) {
    for source in fixture.signatures {
      for declaration in Signature.parse(source, infoString: fixture.infoString).declarations {
        check(declaration, Array(source.utf8))
      }
    }
  }

  private func check(_ declaration: Declaration, _ bytes: [UInt8]) {
    for name in ([declaration.name] + declaration.parameters.map(\.name)).compactMap(\.self) {
      let text = String(decoding: bytes[name.span.range], as: UTF8.self)
      #expect(text.filter { !$0.isWhitespace } == name.value.filter { !$0.isWhitespace })
    }
    for member in declaration.members { check(member, bytes) }
  }

  @Test func findsItsFixtures() {
    #expect(ReaderFixture.all.count >= 20)
  }
}
