import Testing

@testable import DocgenSupport

/// The examples of FIPS 180, and lengths around the block's.
struct HashingTests {
  private func name<Function: HashFunction>(_ text: String, _: Function.Type) -> String {
    Function.hexadecimal(of: Array(text.utf8))
  }

  @Test func namesTheExamplesOfTheStandard() {
    #expect(name("", SHA1.self) == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(name("abc", SHA1.self) == "a9993e364706816aba3e25717850c26c9cd0d89d")
    let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(name(long, SHA1.self) == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
    #expect(name("", SHA256.self) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(name("abc", SHA256.self) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(name(long, SHA256.self) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    let million = String(repeating: "a", count: 1_000_000)
    #expect(name(million, SHA1.self) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
    #expect(name(million, SHA256.self) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: 0..<200) func doesNotDependOnHowTheBytesArrive(_ length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var first = SHA1()
    var second = SHA256()
    for byte in bytes {
      first.update([byte])
      second.update([byte])
    }
    #expect(Hexadecimal.string(first.finish()) == SHA1.hexadecimal(of: bytes))
    #expect(Hexadecimal.string(second.finish()) == SHA256.hexadecimal(of: bytes))
  }

  @Test(arguments: 0..<200) func doesNotDependOnTheProcessor(_ length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 11) }
    var first = SHA1(hasInstructions: false)
    var second = SHA256(hasInstructions: false)
    first.update(bytes)
    second.update(bytes)
    #expect(Hexadecimal.string(first.finish()) == SHA1.hexadecimal(of: bytes))
    #expect(Hexadecimal.string(second.finish()) == SHA256.hexadecimal(of: bytes))
  }
}
