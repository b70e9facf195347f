import DocgenModel
import Testing

@Suite struct NameRestorationTests {
  @Test(arguments: [
    ("Kill Job-Methode", "KillJob method", "KillJob-Methode"),
    ("killjob-Methode", "KillJob method", "KillJob-Methode"),
    // It is there.
    ("KillJob-Methode", "KillJob method", nil),
    ("KillJob-Methode", "KillJob", nil),
    // All of the text stands for a name alone.
    ("Auftrag beenden", "KillJob", "KillJob"),
    // The source has it not, or nothing is left of it.
    ("Kill Job-Methode", "Stop method", nil),
    ("Kill Job-Methode", "KillJobs method", nil),
    ("Auftrag-Methode", "KillJob method", nil),
  ])
  func putsANameInPlaceOfWhatIsLeftOfIt(_ text: String, _ source: String, _ expected: String?) {
    #expect(NameRestoration.restored("KillJob", in: text, from: source) == expected)
  }
}
