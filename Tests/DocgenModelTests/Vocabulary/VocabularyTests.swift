import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenModel

@Suite struct VocabularyTests {
  @Test func foldsWhatMakesNoDifference() {
    #expect(FoldedText("  Valeur\u{A0}\u{202F}de \t RETOUR\u{A0}: ") == FoldedText("valeur de retour"))
    #expect(FoldedText("ÄUẞERE ÉŒ ŽĄ") == FoldedText("äußere éœ žą"))
    #expect(FoldedText("Vue d’ensemble") == FoldedText("vue d'ensemble"))
    #expect(FoldedText("in") != FoldedText("in out"))
    #expect(FoldedText(":").bytes.isEmpty)
  }

  @Test func knowsTheWordsOfEachLanguage() throws {
    let german = try VocabularySource.builtIn.vocabulary("de")
    #expect(german.sectionRole("Siehe auch") == "see-also")
    #expect(german.sectionRole("WEITERE INFORMATIONEN") == "see-also")
    #expect(german.requirementKey("Unterstützte Mindestversion (Client)") == "minimum-supported-client")
    #expect(german.isLostDirection("Vorgenommen"))
    #expect(german.kind("Methode") == "method")
    let french = try VocabularySource.builtIn.vocabulary("fr")
    #expect(french.direction(" dans ") == "in")
    #expect(french.direction("à") == nil)
    #expect(french.isLostDirection("à"))
    #expect(french.sectionRole("Valeur\u{A0}retournée") == "return-value")
    #expect(french.phraseKey("Aucune prise en charge") == "none-supported")
    let english = try VocabularySource.builtIn.vocabulary("en")
    #expect(english.isRequirementHeader(["requirement", "VALUE"]))
    #expect(english.forms(of: "structure", in: .kinds) == ["structure", "struct"])
  }

  @Test func knowsTheHeadersOfTheSource() throws {
    let english = try VocabularySource.builtIn.vocabulary("en")
    let other = Vocabulary(locale: "xx").knowingHeaders(of: english)
    #expect(other.isRequirementHeader(["Requirement", "Value"]))
    #expect(other.valueHeader("Return code") == "return-code")
    #expect(other.kind("method") == nil)
    let own = english.knowingHeaders(of: english)
    #expect(own.keys(of: .valueHeaders) == english.keys(of: .valueHeaders))
    for key in english.keys(of: .valueHeaders) {
      #expect(own.forms(of: key, in: .valueHeaders) == english.forms(of: key, in: .valueHeaders))
    }
  }

  @Test func takesTheDataOfTheLanguageForARegion() throws {
    let regional = try VocabularySource.builtIn.vocabulary("de-AT")
    #expect(regional.tag == "de-AT")
    #expect(regional.language == "Deutsch")
    #expect(try VocabularySource.builtIn.vocabulary("DE").tag == "de")
    #expect(try VocabularySource.builtIn.vocabulary("xx").isEmpty)
  }

  @Test func builtInLocalesHaveTheSameKeysAndNoProblems() throws {
    let vocabularies = try VocabularySource.builtIn.locales.map { try VocabularySource.builtIn.vocabulary($0) }
    let first = try #require(vocabularies.first)
    for vocabulary in vocabularies {
      #expect(vocabulary.problems.map(\.description) == [])
      #expect(vocabulary.interfaceKeys == first.interfaceKeys)
      for part in Vocabulary.Part.allCases {
        #expect(Set(vocabulary.keys(of: part)) == Set(first.keys(of: part)), "\(vocabulary.locale) \(part)")
      }
    }
  }

  @Test func readsAnyLocaleOfAFolder() throws {
    let folder = try TemporaryFolder([
      "it/vocabulary.yml": "language: Italiano\ntag: it\nsections:\n  syntax: Sintassi\n  see-also: [Vedi anche]\n",
      "it/interface.yml": "search: Cerca\n",
    ])
    let source = try VocabularySource(folder: folder.path)
    let italian = try source.vocabulary("it")
    #expect(italian.problems.isEmpty)
    #expect(italian.sectionRole("sintassi") == "syntax")
    #expect(italian.interfaceText("search") == "Cerca")
    #expect(source.locales.contains("it"))
    #expect(try source.vocabulary("de").language == "Deutsch")
  }

  @Test func saysWhatIsWrong() throws {
    let folder = try TemporaryFolder([
      "it/vocabulary.yml": "sectoins:\n  a: [b]\nkinds:\n  method: [x]\n  class: [X]\ntag: [it]\nphrases: [a]\n",
      "it/interface.yml": "search: [a]\n",
    ])
    let problems = try VocabularySource(folder: folder.path).vocabulary("it").problems
    #expect(
      problems.map { String($0.description.dropFirst(folder.path.count)) } == [
        "/it/vocabulary.yml:1:1: the part 'sectoins' is not known; did you mean 'sections'?",
        "/it/vocabulary.yml:5:11: 'X' stands under 'method' and 'class'; a form has one meaning, so remove one",
        "/it/vocabulary.yml:6:1: 'tag' must be a text",
        "/it/vocabulary.yml:7:10: write this as lines 'key: [form, …]'",
        "/it/interface.yml:1:1: 'search' must be a text",
      ])
  }
}
