import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Foundation
import Testing

/// The tests of the Mustache specification, with its optional modules for dynamic names and inheritance.
@Suite struct MustacheSpecificationTests {
  static let folder = URL(fileURLWithPath: SharedData.packageFolder + "/Tests/Conformance/mustache")

  static let modules = [
    "comments", "delimiters", "dynamic-names", "inheritance", "interpolation", "inverted", "partials", "sections",
  ]

  @Test(arguments: modules)
  func passesEveryTest(of module: String) throws {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("\(module).json"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tests = try #require(root["tests"] as? [[String: Any]])
    #expect(!tests.isEmpty)
    for test in tests {
      let name = try #require(test["name"] as? String)
      let template = try #require(test["template"] as? String)
      let partials = test["partials"] as? [String: String] ?? [:]
      let set = try TemplateSet(["main"] + partials.keys.sorted(), allowsMissingTemplates: true) {
        ($0 == "main" ? template : partials[$0]).map { Array($0.utf8) }
      }
      var buffer = ByteBuffer()
      try set.render("main", [Self.value(test["data"] ?? NSNull())], into: &buffer)
      #expect(buffer.string == test["expected"] as? String, "\(module): \(name)")
    }
  }

  /// A value of the view model for one of JSON.
  static func value(_ json: Any) -> TemplateValue {
    switch json {
    case let text as String: return .string(text)
    case let list as [Any]: return .list(list.map(value))
    case let members as [String: Any]:
      var object = TemplateObject()
      for (name, member) in members { object[TemplateKey(name)] = value(member) }
      return .object(object)
    case let number as NSNumber:
      if String(cString: number.objCType) == "c" { return .boolean(number.boolValue) }
      let integer = number.intValue
      return Double(integer) == number.doubleValue ? .integer(integer) : .double(number.doubleValue)
    default: return .null
    }
  }
}
