/// Anchors made from titles.
public enum Slug {
  /// The anchor of a heading as GitHub and Microsoft Learn make it: lower case, blanks as hyphens, no punctuation.
  public static func make(from title: String) -> String {
    var result = ""
    for scalar in title.lowercased().unicodeScalars {
      let properties = scalar.properties
      if scalar == " " || scalar == "-" {
        result.unicodeScalars.append("-")
      } else if scalar == "_" || properties.isAlphabetic || properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? "section" : result
  }
}
