import DocgenExport
import DocgenSupport

/// Writes the words that vocabularies lack as YAML, a document for each locale.
///
/// A word stands under the key that the source's word in the same place has, or else under one made from that word.
struct MissingWordsReporter {
  private struct Group {
    var key: String
    var words: [StatisticsWord]
    var count: Int { words.reduce(0) { $0 + $1.count } }
  }

  func write(_ report: StatsReport, to output: Output) {
    var separator = ""
    for locale in report.statistics.locales {
      let parts = StatisticsGap.allCases.filter(\.isVocabulary)
      let count = parts.reduce(0) { $0 + report.words($1, in: locale).count }
      output.write("\(separator)# locales/\(locale.name)/vocabulary.yml lacks \(counted(count, "word"))\n")
      if count > 0 { output.write("# Where the file has a key already, add the words to its list.\n") }
      for gap in parts { write(report.words(gap, in: locale), part: gap.rawValue, to: output) }
      separator = "---\n"
    }
  }

  private func write(_ words: [StatisticsWord], part: String, to output: Output) {
    guard !words.isEmpty else { return }
    output.write("\(part):\n")
    for group in groups(words) {
      output.write("  \(group.key):\n")
      for word in group.words {
        let file = VisibleText.string(word.file)
        output.write("    - \(quoted(word.text))  # \(grouped(word.count)) times, \(file):\(word.line)\n")
      }
    }
  }

  /// The words by their keys; keys of frequent words first.
  private func groups(_ words: [StatisticsWord]) -> [Group] {
    var groups: [Group] = []
    var indices: [String: Int] = [:]
    for word in words {
      // What the source does not tell either is for a person to name.
      let key = word.key ?? "unknown"
      if let index = indices[key] {
        groups[index].words.append(word)
      } else {
        indices[key] = groups.count
        groups.append(Group(key: key, words: [word]))
      }
    }
    return groups.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
  }

  /// A text in quotes; what JSON writes, YAML reads.
  private func quoted(_ text: String) -> String {
    var writer = JSONWriter(isIndented: false)
    writer.string(text)
    return writer.buffer.string
  }
}
