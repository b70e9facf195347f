import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct FactsSnapshotTests {
  @Test(arguments: FactsFixture.all)
  func readsWhatWasReviewed(_ fixture: FactsFixture) {
    Snapshot.expect(FactsDump.dump(fixture.read()), "facts/\(fixture.name).txt")
  }

  @Test func findsItsFixtures() {
    #expect(FactsFixture.all.count >= 20)
  }

  @Test(arguments: FactsFixture.all)
  func placesHoldTheirText(_ fixture: FactsFixture) {
    for fact in fixture.read().facts.located {
      #expect(letters(fact.value.utf8) == letters(fixture.bytes[fact.span.range]), "\(fact.value)")
    }
  }

  @Test(arguments: FactsFixture.all)
  func readsTheSameWithOtherLineEnds(_ fixture: FactsFixture) {
    var bytes: [UInt8] = []
    for byte in fixture.bytes {
      if byte == 0x0A { bytes.append(0x0D) }
      bytes.append(byte)
    }
    let page = FactsFixture.reader.read(SourceFile(path: "page.md", bytes: bytes), locale: fixture.locale)
    #expect(FactsDump.dump(page) == FactsDump.dump(fixture.read()))
  }

  /// The letters and digits, which neither escapes nor marks touch; what stands in tags and references is left out.
  private func letters(_ text: some Collection<UInt8>) -> String {
    var result: [UInt8] = []
    var closing: UInt8?
    for byte in text {
      if let end = closing {
        if byte == end { closing = nil }
      } else if byte == UInt8(ascii: "<") {
        closing = UInt8(ascii: ">")
      } else if byte == UInt8(ascii: "&") {
        closing = UInt8(ascii: ";")
      } else if Identifier.isNameByte(byte), byte != UInt8(ascii: "_") {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
