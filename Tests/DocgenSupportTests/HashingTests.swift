import Testing

@testable import DocgenSupport

/// The examples of FIPS 180.
struct HashingTests {
  private func name(_ text: String, _ function: HashFunction) -> String { function.hexadecimal(of: Array(text.utf8)) }

  @Test func namesTheExamplesOfTheStandard() {
    #expect(name("", .sha1) == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(name("abc", .sha1) == "a9993e364706816aba3e25717850c26c9cd0d89d")
    let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(name(long, .sha1) == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
    #expect(name("", .sha256) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(name("abc", .sha256) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(name(long, .sha256) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    let million = String(repeating: "a", count: 1_000_000)
    #expect(name(million, .sha1) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
    #expect(name(million, .sha256) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func takesPartsOneAfterTheOther() {
    let parts = (Array("ab".utf8), Array("c".utf8))
    #expect(HashFunction.sha256.hexadecimal(of: parts.0, [], parts.1) == name("abc", .sha256))
  }

  @Test(arguments: [(40, HashFunction.sha1), (64, .sha256), (39, nil), (0, nil)])
  func isToldByTheLengthOfItsNames(digits: Int, function: HashFunction?) {
    #expect(HashFunction(digits: digits) == function)
  }
}
