import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct DamageTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var expected: String
    var actual: String
    var damage: Damage?

    init(_ expected: String, _ actual: String, _ damage: Damage?) {
      self.expected = expected
      self.actual = actual
      self.damage = damage
    }

    var testDescription: String { "'\(expected)' → '\(actual)'" }
  }

  static let examples = [
    Example("S_OK", "S_OK", nil),
    Example("", "", nil),

    Example("S_OK", "S \\_ OK", .whitespace),
    Example("S_OK", "S\u{A0}_\u{200B}OK", .whitespace),
    Example("Commctrl.h", "Commctrl. h", .whitespace),
    Example("winuser.h", "winuser.\u{202F}h", .whitespace),
    Example("WindowsVirtualization.v2.mof", "WindowsVirtualization. v2. mof", .whitespace),
    Example("32768..65535", "32768.. 65535", .whitespace),
    Example("CIM_Job", "CIM \\_ Job", .whitespace),
    Example("Root\\virtualization\\v2", "Root \\ virtualization \\ v2", .whitespace),
    Example("KeyPackage[]", "KeyPackage\\[\\]", .whitespace),

    Example("DeleteOnKill", "Deleteonkill", .case),
    Example("KillJob", "Killjob", .case),
    Example("WindowsVirtualization.v2.MOF", "Windowsvirtualization. v2. mof", .case),
    Example("NULL", "Null", .case),
    Example("0xFFFF", "0xffff", .case),
    Example("Größe", "GRÖßE", .case),

    Example("18", "19", .number),
    Example("12", "1", .number),
    Example("2147749889", "-2147749889", .number),
    Example("6.0.6001", "6.0.6002", .number),
    Example("6.0", "6,0", .number),
    Example("0x80041001", "0x80041002", .number),
    Example("Root\\virtualization\\v2", "Root\\virtualization\\v3", .number),
    Example("8..32767", "8..32768", .number),
    Example("56a86891-0ad4-11ce-b03a-0020af0ba770", "56a86891-0ad4-11ce-b03a-0020af0ba77f", .number),

    Example("S_OK", "", .lost),
    Example("S_OK", " \u{A0}", .lost),
    Example("S_OK", "\\_OK", .lost),
    Example("32768..65535", "32768.65535", .lost),
    Example("8..32767", "8", .lost),
    Example("8..32767", "8 32767", .lost),
    Example("\\\\.\\root\\cimv2", "\\.\\root\\cimv2", .lost),
    Example("CIM_Job.KillJob", "KillJob", .lost),
    Example("ERROR_INSUFFICIENT_BUFFER", "ERROR_BUFFER", .lost),
    Example("in, out", "in", .lost),

    Example("uMsg", "Umschlag", .translated),
    Example("pIn", "code confidentiel", .translated),
    Example("Job", "Auftrag", .translated),
    Example("Streams.h", "Flux. h", .translated),
    Example("out", "à", .translated),
    Example("out", "vorgenommen", .translated),
    Example("0", "entre", .translated),
    Example("E_POINTER", "E \\_ POINTEUR", .translated),
    Example("ERROR_INSUFFICIENT_BUFFER", "FEHLER: \\_ NICHT \\_ GENÜGEND PUFFER", .translated),
    Example("Root\\virtualization\\v2", "\\Stammvirtualisierung \\ v2", .translated),
    Example("Root\\virtualization\\v2", "\\Virtualisation racine \\ v2", .translated),
    Example("9e5530c5-7034-48b4-bb46-0b8a6efc8e36", "9e5530c5-7034-48b4-wade-0b8a6efc8e36", .translated),

    Example("", "S_OK", .other),
    Example("KillJob", "KillJob-Methode", .other),
    Example("a->b", "b->a", .other),
    Example("\"ROOT\"", "“ROOT”", .other),
    Example("***", "**_", .other),
  ]

  @Test(arguments: examples)
  func classifies(_ example: Example) {
    #expect(Damage.classify(expected: example.expected, actual: example.actual) == example.damage)
  }

  @Test func isQuickForLongText() {
    let text = String(repeating: "xy", count: 200_000)
    let time = threadTime {
      #expect(Damage.classify(expected: text + "c", actual: String(text.dropLast(300_000)) + "d") == .translated)
    }
    #expect(time < 5)
  }
}
