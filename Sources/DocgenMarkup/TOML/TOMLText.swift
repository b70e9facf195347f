/// TOML that is no front matter.
public enum TOMLText {
  /// The table of a whole text, in the values of YAML; lines that cannot be read are passed over.
  public static func read(_ bytes: [UInt8]) -> YAMLNode {
    bytes.withUnsafeBufferPointer { TOMLReader.read($0, in: 0..<bytes.count).root }
  }
}
