import DocgenModel
import DocgenSupport

/// Makes the exported form of signatures.
struct SignatureExport {
  let places: Places

  func signature(_ signature: Signature, in block: CodeBlock) -> ExportedSignature {
    var result = ExportedSignature()
    result.language = signature.language.rawValue
    result.infoString = places.text(block.infoString)
    result.text = places.file.text(block.span)
    result.declarations = signature.declarations.map { declaration($0) }
    result.span = places.span(block.span)
    return result
  }

  private func declaration(_ declaration: Declaration) -> ExportedDeclaration {
    var result = ExportedDeclaration()
    result.kind = declaration.kind.rawValue
    result.declaredName = places.text(declaration.name)
    result.owner = places.text(declaration.owner)
    result.otherNames = places.texts(declaration.otherNames)
    result.baseNames = places.texts(declaration.baseNames)
    result.type = places.text(declaration.type)
    result.arraySuffix = places.text(declaration.arraySuffix)
    result.bitWidth = places.text(declaration.bitWidth)
    result.value = places.text(declaration.value)
    result.qualifiers = declaration.qualifiers.map { qualifier($0) }
    result.parameters = declaration.parameters.map { parameter($0) }
    result.members = declaration.members.map { self.declaration($0) }
    result.span = places.span(declaration.span)
    return result
  }

  private func parameter(_ parameter: ParameterDeclaration) -> ExportedParameterDeclaration {
    var result = ExportedParameterDeclaration()
    result.declaredName = places.text(parameter.name)
    result.type = places.text(parameter.type)
    result.direction = places.direction(parameter.direction?.value, at: parameter.direction?.span)
    result.arraySuffix = places.text(parameter.arraySuffix)
    result.defaultValue = places.text(parameter.defaultValue)
    result.isVariadic = parameter.isVariadic
    result.qualifiers = parameter.qualifiers.map { qualifier($0) }
    result.span = places.span(parameter.span)
    return result
  }

  private func qualifier(_ qualifier: Qualifier) -> ExportedQualifier {
    var result = ExportedQualifier()
    result.qualifierName = places.text(qualifier.name)
    result.value = places.text(qualifier.value)
    return result
  }
}
