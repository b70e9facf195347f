extension FactKind {
  /// How many facts of the kind a page states; `nil` if that takes reading them.
  func count(in facts: PageFacts) -> Int? {
    switch self {
    case .parameters: facts.parameters.count
    case .returnCodes: facts.returnCodes.count
    case .exceptions: facts.exceptions.count
    case .members: facts.members.count
    case .requirements: facts.requirements.count
    default: nil
    }
  }
}
