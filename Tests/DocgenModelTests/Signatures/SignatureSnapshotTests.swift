import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct SignatureSnapshotTests {
  @Test(arguments: SignatureFixture.all)
  func declaresWhatWasReviewed(_ fixture: SignatureFixture) {
    let dump = SignatureDump.dump(fixture.parse(), of: fixture.bytes)
    Snapshot.expect(dump, "signatures/\(fixture.name).expected")
  }

  @Test func findsItsFixtures() {
    #expect(SignatureFixture.all.count >= 20)
  }

  @Test(arguments: SignatureFixture.all)
  func spansHoldTheirText(_ fixture: SignatureFixture) {
    for declaration in fixture.parse().declarations { checkNames(of: declaration, in: fixture) }
  }

  private func checkNames(of declaration: Declaration, in fixture: SignatureFixture) {
    var names = declaration.parameters.compactMap(\.name) + declaration.otherNames
    if let name = declaration.name { names.append(name) }
    for name in names {
      let text = String(decoding: fixture.bytes[name.span.range], as: UTF8.self)
      #expect(text == name.value)
    }
    for member in declaration.members { checkNames(of: member, in: fixture) }
  }
}
