struct APIRecord: Sendable {}
struct TermRecord: Sendable {}
