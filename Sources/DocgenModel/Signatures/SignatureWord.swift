/// The words that mean something to the parsers; exact case.
enum SignatureWord: UInt8, Sendable {
  case none
  // Types that are never the name of a parameter.
  case builtInType, typeModifier, mofType
  /// A macro that makes a type of its argument: `SAFEARRAY(BYTE)`.
  case typeMacro
  /// `const`, `volatile` and the like, which may stand on both sides of `*`.
  case cvQualifier
  case structKeyword, unionKeyword, classKeyword, interfaceKeyword, enumKeyword
  case typedefKeyword, templateKeyword, typenameKeyword, operatorKeyword, namespaceKeyword, usingKeyword
  case externKeyword, constKeyword
  /// `static`, `virtual`, `inline`, `public` …: said about the declaration, not part of the type.
  case specifier
  case virtualKeyword
  case accessKeyword
  case callingConvention
  case callbackConvention
  case declspec
  case inWord, outWord, optionalWord, inOutWord
  case refKeyword
  case reserved
  case thisMacro
  case stdMethod, stdMethodTyped, stdAPI, stdAPITyped
  case declareInterface, declareInterfaceBased, midlInterface
  case pure
}

/// Finds the word that an identifier is, by hash.
struct SignatureWordTable: Sendable {
  private struct Entry: Sendable {
    var hash: UInt32 = 0
    var word = SignatureWord.none
    var text: StaticString = ""
  }

  static let shared = SignatureWordTable()

  private static let size = 1024
  private let entries: [Entry]

  private static let words: [(SignatureWord, [StaticString])] = [
    (
      .builtInType,
      [
        "void", "int", "char", "float", "double", "bool", "wchar_t", "size_t", "__int8", "__int16", "__int32",
        "__int64",
        "VOID", "INT", "UINT", "LONG", "ULONG", "DWORD", "WORD", "BYTE", "BOOL", "CHAR", "WCHAR", "HRESULT", "LPVOID",
        "HWND", "HANDLE", "LPARAM", "WPARAM", "LRESULT", "FLOAT", "UINT32", "UINT64", "INT32",
      ]
    ),
    (
      .mofType,
      [
        "uint8", "uint16", "uint32", "uint64", "sint8", "sint16", "sint32", "sint64", "datetime", "real32", "real64",
        "char16",
      ]
    ),
    (.typeModifier, ["unsigned", "signed", "long", "short", "hyper"]),
    (
      .cvQualifier,
      [
        "volatile", "CONST", "restrict", "__restrict", "FAR", "far", "near", "NEAR", "UNALIGNED", "__unaligned",
        "__ptr64", "__RPC_FAR",
      ]
    ),
    (.constKeyword, ["const"]),
    (.structKeyword, ["struct"]),
    (.unionKeyword, ["union"]),
    (.classKeyword, ["class", "Class", "coclass"]),
    (.interfaceKeyword, ["interface", "dispinterface", "__interface"]),
    (.enumKeyword, ["enum"]),
    (.typedefKeyword, ["typedef"]),
    (.templateKeyword, ["template"]),
    (.typenameKeyword, ["typename"]),
    (.operatorKeyword, ["operator"]),
    (.namespaceKeyword, ["namespace", "library", "module"]),
    (.usingKeyword, ["using"]),
    (.externKeyword, ["extern"]),
    (.virtualKeyword, ["virtual"]),
    (.accessKeyword, ["public", "private", "protected", "internal"]),
    (
      .specifier,
      [
        "static", "inline", "PUBLIC", "__inline", "__forceinline", "FORCEINLINE", "friend", "explicit", "constexpr",
        "EXTERN_C",
        "abstract", "sealed", "override", "readonly", "unsafe", "new", "partial", "delegate", "event", "mutable",
        "EXTERN_GUID", "NTSYSAPI", "WINBASEAPI", "WINUSERAPI", "WINADVAPI", "WINGDIAPI", "NTHALAPI", "DECLSPEC_IMPORT",
        "_Check_return_", "_Must_inspect_result_", "DECLSPEC_NORETURN", "__checkReturn", "NTKERNELAPI",
        "DLLEXPORT", "WINCOMMCTRLAPI", "__success",
      ]
    ),
    (
      .callingConvention,
      [
        "WINAPI", "APIENTRY", "NTAPI", "PASCAL", "pascal", "STDMETHODCALLTYPE", "STDAPICALLTYPE", "STDAPIVCALLTYPE",
        "STDMETHODVCALLTYPE", "__stdcall", "_stdcall", "__cdecl", "_cdecl", "cdecl", "__fastcall", "__clrcall",
        "__thiscall",
        "WSAAPI", "WSPAPI", "RPC_ENTRY", "RPC_API", "NET_API_FUNCTION", "SEC_ENTRY", "WMIAPI",
        "WINAPIV",
        "SNMP_FUNC_TYPE", "JET_API", "TSPIAPI", "INTERNETAPI", "DSAPI", "__vectorcall", "stdcall", "MAPISTDAPI",
        "EXPORT",
        "RPC_VAR_ENTRY", "LDAPAPI", "CDECL", "WLDPAPI", "_far", "_pascal", "__RPC_STUB", "__RPC_USER",

      ]
    ),
    (.callbackConvention, ["CALLBACK", "LPCALLBACK", "SNMP_CALLBACK"]),
    (
      .declspec,
      ["__declspec", "_declspec", "DECLSPEC_UUID", "DECLSPEC_ALIGN", "__attribute__", "alignas"]
    ),
    (.inWord, ["IN", "__in", "_In_", "__RPC__in"]),
    (.outWord, ["OUT", "__out", "_Out_", "__RPC__out"]),
    (.inOutWord, ["INOUT", "IN_OUT", "__inout", "_Inout_", "__RPC__inout", "_In_Out_"]),
    (.optionalWord, ["OPTIONAL", "_Optional_", "__opt"]),
    (.reserved, ["__reserved", "_Reserved_"]),
    (.refKeyword, ["REF", "ref", "Ref"]),
    (.thisMacro, ["THIS", "THIS_"]),
    (.stdMethod, ["STDMETHOD", "STDMETHODIMP_NAMED"]),
    (.stdMethodTyped, ["STDMETHOD_"]),
    (.stdAPI, ["STDAPI", "STDMETHODIMP", "WINOLEAPI"]),
    (.stdAPITyped, ["STDAPI_", "STDMETHODIMP_", "WINOLEAPI_"]),
    (.declareInterface, ["DECLARE_INTERFACE"]),
    (.declareInterfaceBased, ["DECLARE_INTERFACE_", "DECLARE_INTERFACE_IID_"]),
    (.midlInterface, ["MIDL_INTERFACE"]),
    (.typeMacro, ["SAFEARRAY"]),
    (.pure, ["PURE"]),
  ]

  private init() {
    var entries = [Entry](repeating: Entry(), count: Self.size)
    for (word, texts) in Self.words {
      for text in texts {
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var hash = Self.hashStart
        for byte in bytes { hash = Self.hash(hash, byte) }
        var slot = Int(hash) & (Self.size - 1)
        while entries[slot].word != .none { slot = (slot + 1) & (Self.size - 1) }
        entries[slot] = Entry(hash: hash, word: word, text: text)
      }
    }
    self.entries = entries
  }

  static let hashStart: UInt32 = 2_166_136_261

  @inline(__always)
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  /// - Complexity: O(1) expected.
  func word(hash: UInt32, text: UnsafeBufferPointer<UInt8>) -> SignatureWord {
    var slot = Int(hash) & (Self.size - 1)
    while true {
      let entry = entries[slot]
      if entry.word == .none { return .none }
      if entry.hash == hash, entry.text.utf8CodeUnitCount == text.count {
        var index = 0
        while index < text.count, entry.text.utf8Start[index] == text[index] { index += 1 }
        if index == text.count { return entry.word }
      }
      slot = (slot + 1) & (Self.size - 1)
    }
  }
}
