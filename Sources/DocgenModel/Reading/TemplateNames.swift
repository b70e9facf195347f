import DocgenMarkup
import DocgenSupport

/// The names between the angle brackets of `template <class Key, int Size>`, told from code without reading it.
struct TemplateNames {
  private static let keyword = Array("template".utf8)

  private var names: Set<[UInt8]> = []

  /// Looks through the code that shows what parameters belong to.
  ///
  /// - Complexity: O(*n*) in the length of the code.
  init(in code: some Sequence<CodeBlock>, of file: SourceFile) {
    for block in code { read(file.bytes[block.span.range]) }
  }

  func contains(_ name: String) -> Bool { !names.isEmpty && names.contains(Array(name.utf8)) }

  private mutating func read(_ code: ArraySlice<UInt8>) {
    var index = code.startIndex
    while let start = code[index...].firstIndex(of: Self.keyword[0]) {
      index = start + 1
      guard code[start...].starts(with: Self.keyword) else { continue }
      var open = start + Self.keyword.count
      while open < code.endIndex, code[open] <= 0x20 { open += 1 }
      if open < code.endIndex, code[open] == UInt8(ascii: "<") { index = readList(code, from: open) }
    }
  }

  /// Takes the names up to the bracket that closes the list, and returns the index after it.
  private mutating func readList(_ code: ArraySlice<UInt8>, from open: Int) -> Int {
    var depth = 0
    var start: Int?
    for index in open..<code.endIndex {
      if Identifier.isNameByte(code[index]) {
        if start == nil { start = index }
        continue
      }
      if let first = start { names.insert(Array(code[first..<index])) }
      start = nil
      if code[index] == UInt8(ascii: "<") { depth += 1 }
      if code[index] == UInt8(ascii: ">") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return code.endIndex
  }
}

extension PageFacts {
  /// Tells the parameters of templates, which stand in lists with arguments or alone, by the code that declares them.
  mutating func findTemplateParameters(in file: SourceFile) {
    var known: [Int?: TemplateNames] = [:]
    for index in parameters.indices where !parameters[index].isOfTemplate {
      let owner = parameters[index].owner
      let names = known[owner] ?? TemplateNames(in: code(of: owner), of: file)
      known[owner] = names
      if names.contains(parameters[index].name.value) { parameters[index].isOfTemplate = true }
    }
  }

  /// The code that declares what a section, or the page as a whole, is about.
  private func code(of owner: Int?) -> [CodeBlock] {
    guard let owner else { return codeBlocks.filter { $0.signature != nil } }
    return codeBlocks.filter { sections[owner].content.contains($0.node) }
  }
}
