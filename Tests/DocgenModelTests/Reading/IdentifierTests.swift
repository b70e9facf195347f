import DocgenModel
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    "E_FAIL", "ERROR_BADDB", "S_OK", "wbemErrFailed", "TRUE", "NULL", "_OUT", "DISP_E_EXCEPTION", "WSAEINVAL", "x_y",
    "KillJob",
  ])
  func isSymbolic(_ text: String) {
    #expect(Identifier.isSymbolic(text.utf8))
  }

  @Test(arguments: [
    "Success", "Failed", "Not Supported", "Erfolg", "OK", "4", "4_x", "", "_", "E \\_ FAIL", "Échec", "e-fail",
  ])
  func isOfALanguage(_ text: String) {
    #expect(!Identifier.isSymbolic(text.utf8))
  }

  @Test(arguments: ["E_FAIL", "HRESULT_FROM_WIN32(ERROR_BADDB)", "(HRESULT) E_FAIL", "E_FAIL, S_OK"])
  func isSymbolicExpression(_ text: String) {
    #expect(Identifier.isSymbolicExpression(text.utf8))
  }

  @Test(arguments: ["ACCESS DENIED", "E_FAIL or S_OK", "Failed (E_FAIL)", "E \\_ FAIL", "", "()"])
  func isNoSymbolicExpression(_ text: String) {
    #expect(!Identifier.isSymbolicExpression(text.utf8))
  }

  @Test(arguments: ["hwnd", "KeyPackage[]", "*ppv", "lParam/wParam", "x", "interface-attribute-list"])
  func isName(_ text: String) {
    #expect(Identifier.isName(text.utf8))
  }

  @Test(arguments: ["", "*...*", "two words", "größe", "[]"])
  func isNoName(_ text: String) {
    #expect(!Identifier.isName(text.utf8))
  }
}
