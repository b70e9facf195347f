import DocgenSupport

extension PageFacts {
  /// The section about the member that the list of facts in a section belongs to; `nil` if it belongs to what the page is
  /// about.
  ///
  /// - Parameters:
  ///   - section: The section of the list.
  ///   - isOwner: Whether the source of a translation tells that a section is about a member.
  /// - Returns: Its index.
  func owner(ofListIn section: Int, _ isOwner: (Int) -> Bool) -> Int? {
    var current = sections[section].parent
    while let index = current {
      let outer = sections[index]
      guard let role = outer.role, !role.holdsMembers else {
        // The code of a translation may have become text.
        return isOwner(index) || codeBlock(in: outer.content) != nil ? index : nil
      }
      guard role.holdsParameters else { return nil }
      current = outer.parent
    }
    return nil
  }

  /// The first code block in a range of nodes, as its index.
  ///
  /// - Complexity: O(log *blocks*).
  func codeBlock(in range: Range<Int>) -> Int? {
    var (low, high) = (0, codeBlocks.count)
    while low < high {
      let middle = (low + high) / 2
      if codeBlocks[middle].node < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < codeBlocks.count && codeBlocks[low].node < range.upperBound ? low : nil
  }

  /// What the page declares a parameter to be: in its signatures, or in the code of the member that it belongs to.
  ///
  /// - Parameters:
  ///   - parameter: An entry of the page's parameters.
  ///   - file: The page's file.
  /// - Returns: `nil` if no signature that was understood has a parameter of that name.
  package func declaration(of parameter: Parameter, in file: SourceFile) -> ParameterDeclaration? {
    guard !parameter.isOfTemplate else { return nil }
    let name = parameter.name.value.utf8
    for declaration in declarations(of: parameter.owner, in: file) {
      if let found = declaration.parameters.first(where: { $0.name.map { name.elementsEqual($0.value.utf8) } ?? false })
      {
        return found
      }
    }
    return nil
  }

  /// The names of the parameters that the code of a member declares, or the page's signatures do, with all other names in
  /// that code: those of templates are there, and those in code that nothing was understood of.
  func declaredNames(of owner: Int?, in file: SourceFile) -> Set<String> {
    var names = Set(declarations(of: owner, in: file).lazy.flatMap(\.parameters).compactMap { $0.name?.value })
    let blocks = owner.map { codeBlock(in: sections[$0].content).map { [codeBlocks[$0]] } ?? [] } ?? Array(signatures)
    for block in blocks {
      let words = file.bytes[block.span.range].split { !Identifier.isNameByte($0) }
      for word in words { names.insert(String(decoding: word, as: UTF8.self)) }
    }
    return names
  }

  /// The names that the code declares in the places of the parameters, by their indices.
  ///
  /// Where a list has as many entries as a declaration has parameters, each describes the one in its place.
  func declaredNames(in file: SourceFile) -> [Int: String] {
    var entries: [Int?: [Int]] = [:]
    for (index, parameter) in parameters.enumerated() where !parameter.isOfTemplate {
      entries[parameter.owner, default: []].append(index)
    }
    var result: [Int: String] = [:]
    for (owner, indices) in entries {
      let lists = declarations(of: owner, in: file).map { $0.parameters.compactMap(\.name?.value) }
      guard let names = lists.first(where: { $0.count == indices.count }) else { continue }
      for (index, name) in zip(indices, names) { result[index] = name }
    }
    return result
  }

  /// What the code of a member, or the page's signatures, declare, with the members of each.
  private func declarations(of owner: Int?, in file: SourceFile) -> [Declaration] {
    guard let owner else { return signatures.flatMap { $0.signature?.declarations ?? [] }.flatMap(\.withMembers) }
    let range = sections[owner].content
    guard let first = codeBlock(in: range) else { return [] }
    return codeBlocks[first...].prefix { $0.node < range.upperBound }
      .flatMap { $0.declarations(in: file) }.flatMap(\.withMembers)
  }
}

extension Declaration {
  fileprivate var withMembers: [Declaration] { [self] + members.flatMap(\.withMembers) }
}

extension CodeBlock {
  /// What the block declares, whether it is a signature of the page or the code of a member.
  fileprivate func declarations(in file: SourceFile) -> [Declaration] {
    if let signature { return signature.declarations }
    return file.bytes.withUnsafeBufferPointer {
      Signature.parse(
        UnsafeBufferPointer(rebasing: $0[span.range]), infoString: infoString?.value ?? "", baseOffset: span.start
      ).declarations
    }
  }
}
