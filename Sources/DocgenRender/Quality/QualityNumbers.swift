import DocgenModel
import DocgenSupport

/// The numbers of all locales as JSON; `site/schemas/docgen-quality-1.json` describes the form.
struct QualityNumbers {
  static let schema = "docgen-quality/1"
  /// The file that describes the form, below the root of a site.
  static let schemaPath = "schemas/docgen-quality-1.json"

  let pages: QualityPages

  /// The files of numbers and schema.
  var files: [SiteFile] {
    [
      SiteFile(path: QualityPages.numbersPath, bytes: json),
      SiteFile(path: Self.schemaPath, bytes: EmbeddedFiles.bytes("site/" + Self.schemaPath) ?? []),
    ]
  }

  private var json: [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", Self.schema)
      json.member("sourceLocale", pages.site.catalog.locales[PageCatalog.source])
      json.member("suppressed", pages.index.report.suppressed)
      json.member("baselined", pages.index.report.baselined)
      json.key("locales")
      json.array { json in
        for (locale, statistics) in pages.statistics.enumerated() { write(statistics, locale, to: &json) }
      }
    }
    return json.buffer.bytes
  }

  private func write(_ statistics: QualityStatistics, _ locale: Int, to json: inout JSONWriter) {
    let isTranslation = locale != PageCatalog.source
    json.object { json in
      json.member("locale", pages.site.catalog.locales[locale])
      json.member("pages", statistics.pages)
      json.member("pagesWithFindings", statistics.pagesWithFindings)
      write(statistics.findings, to: &json)
      if isTranslation { write(statistics.translations, to: &json) }
      json.key("rules")
      json.array { json in
        for rule in statistics.rules.sorted(by: { $0.name < $1.name }) {
          json.object { json in
            json.member("rule", rule.name)
            json.member("group", rule.group)
            json.member("pages", rule.pages)
            write(rule.findings, to: &json)
          }
        }
      }
      json.key("folders")
      json.array { json in
        for folder in statistics.folders {
          json.object { json in
            json.member("folder", pages.site.folders.folders[folder.index].name)
            json.member("pages", folder.pages)
            json.member("pagesWithFindings", folder.pagesWithFindings)
            write(folder.findings, to: &json)
            if isTranslation { write(folder.translations, to: &json) }
            json.key("findingsByRule")
            json.object { json in
              for rule in folder.byRule.sorted(by: { $0.key < $1.key }) { json.member(rule.key, rule.value.total) }
            }
          }
        }
      }
    }
  }

  private func write(_ counts: FindingCounts, to json: inout JSONWriter) {
    json.key("findings")
    json.object { json in
      json.member("errors", counts.errors)
      json.member("warnings", counts.warnings)
      json.member("notes", counts.notes)
    }
  }

  private func write(_ counts: TranslationCounts, to json: inout JSONWriter) {
    json.key("translations")
    json.object { json in
      json.member("sourcePages", counts.sources)
      json.member("translated", counts.translated)
      json.member("missing", counts.missing)
      json.member("withoutSource", counts.orphans)
      json.member("current", counts.current)
      json.key("outdated")
      json.object { json in
        for change in SourceChangeClass.allCases { json.member(change.rawValue, counts.outdated[change, default: 0]) }
      }
      json.member("ageUnknown", counts.unknown)
      json.key("translators")
      json.object { json in
        for translator in TranslationNote.Translator.allCases {
          json.member(translator.rawValue, counts.translators[translator, default: 0])
        }
      }
    }
  }
}
