/// Anchors made from titles.
package enum Slug {
  /// The anchor of a heading as GitHub and Microsoft Learn make it: lower case, spaces as hyphens, no punctuation.
  package static func make(from title: String) -> String {
    var result = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        result.unicodeScalars.append("-")
      } else if scalar == "_" || isLetterOrDigit(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? "section" : result
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9": true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
