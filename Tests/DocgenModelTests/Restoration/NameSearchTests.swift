import Testing

@testable import DocgenModel

@Suite struct NameSearchTests {
  private func find(_ name: String, _ text: String, torn: Bool = false) -> String? {
    let bytes = Array(text.utf8)
    let range = torn ? NameSearch.findTorn(Array(name.utf8), in: bytes) : NameSearch.find(Array(name.utf8), in: bytes)
    return range.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func findsWholeWords() {
    #expect(find("KillJob", "KillJob-Methode") == "KillJob")
    #expect(find("KillJob", "die KillJobs, KillJob_2 und (KillJob)") == "KillJob")
    #expect(find("KillJob", "Killjob") == nil)
    #expect(find("KillJob", "SkillJobs") == nil)
    #expect(find("", "a") == nil)
    #expect(find("abc", "ab") == nil)
  }

  @Test func findsWordsInAnyCaseWhereAsked() {
    func find(_ name: String, _ text: String) -> Range<Int>? {
      NameSearch.find(Array(name.utf8), in: Array(text.utf8), ignoringCase: true)
    }
    #expect(find("KillJob", "die killjob-Methode") == 4..<11)
    #expect(find("KillJob", "KILLJOB") == 0..<7)
    #expect(find("KillJob", "killjobs") == nil)
    #expect(find("KillJob", "killjab") == nil)
  }

  @Test func findsTornWords() {
    #expect(find("CIM_Job", "Klasse CIM- \\_ Job-Klasse", torn: true) == "CIM- \\_ Job")
    #expect(find("MSG_MOVED", "MSG\u{A0}\\_\u{A0}moved", torn: true) == "MSG\u{A0}\\_\u{A0}moved")
    #expect(find("KillJob", "Kill Job", torn: true) == "Kill Job")
    #expect(find("aab", "aa aab", torn: true) == "aab")
    #expect(find("CIM_Job", "CIM- \\_ Auftrag", torn: true) == nil)
    #expect(find("Job", "Jobs", torn: true) == nil)
    #expect(find("Job", "xJob", torn: true) == nil)
    #expect(find("Job", "J\to-b", torn: true) == "J\to-b")
    #expect(find("Job", "J\u{AD}ob", torn: true) == nil)
    #expect(find("", "Job", torn: true) == nil)
    // The text may end within a character.
    #expect(NameSearch.findTorn(Array("Job".utf8), in: Array("Jo".utf8) + [0xC2]) == nil)
  }
}
