// Written by .ci/embedded: do not edit, run that script when a file was added or removed.
#include "embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Each file ends in a byte 0, which is not counted, so that an empty one is an array too.
static const unsigned char file_0[] = {
#embed "../../content/de/rules/broken-anchor.md" suffix(,)
  0};
static const unsigned char file_1[] = {
#embed "../../content/de/rules/broken-emphasis.md" suffix(,)
  0};
static const unsigned char file_2[] = {
#embed "../../content/de/rules/broken-encoding.md" suffix(,)
  0};
static const unsigned char file_3[] = {
#embed "../../content/de/rules/broken-link.md" suffix(,)
  0};
static const unsigned char file_4[] = {
#embed "../../content/de/rules/damaged-identifier.md" suffix(,)
  0};
static const unsigned char file_5[] = {
#embed "../../content/de/rules/damaged-placeholder.md" suffix(,)
  0};
static const unsigned char file_6[] = {
#embed "../../content/de/rules/duplicate-page.md" suffix(,)
  0};
static const unsigned char file_7[] = {
#embed "../../content/de/rules/duplicate-return-code.md" suffix(,)
  0};
static const unsigned char file_8[] = {
#embed "../../content/de/rules/empty-translation.md" suffix(,)
  0};
static const unsigned char file_9[] = {
#embed "../../content/de/rules/extra-member.md" suffix(,)
  0};
static const unsigned char file_10[] = {
#embed "../../content/de/rules/extra-parameter.md" suffix(,)
  0};
static const unsigned char file_11[] = {
#embed "../../content/de/rules/extra-requirement.md" suffix(,)
  0};
static const unsigned char file_12[] = {
#embed "../../content/de/rules/extra-return-code.md" suffix(,)
  0};
static const unsigned char file_13[] = {
#embed "../../content/de/rules/extra-section.md" suffix(,)
  0};
static const unsigned char file_14[] = {
#embed "../../content/de/rules/extra-signature.md" suffix(,)
  0};
static const unsigned char file_15[] = {
#embed "../../content/de/rules/extra-text.md" suffix(,)
  0};
static const unsigned char file_16[] = {
#embed "../../content/de/rules/hardcoded-locale.md" suffix(,)
  0};
static const unsigned char file_17[] = {
#embed "../../content/de/rules/inconsistent-api.md" suffix(,)
  0};
static const unsigned char file_18[] = {
#embed "../../content/de/rules/inconsistent-term.md" suffix(,)
  0};
static const unsigned char file_19[] = {
#embed "../../content/de/rules/index.md" suffix(,)
  0};
static const unsigned char file_20[] = {
#embed "../../content/de/rules/invalid-front-matter.md" suffix(,)
  0};
static const unsigned char file_21[] = {
#embed "../../content/de/rules/limit-exceeded.md" suffix(,)
  0};
static const unsigned char file_22[] = {
#embed "../../content/de/rules/lost-alt-text.md" suffix(,)
  0};
static const unsigned char file_23[] = {
#embed "../../content/de/rules/mismatched-anchor.md" suffix(,)
  0};
static const unsigned char file_24[] = {
#embed "../../content/de/rules/mismatched-code.md" suffix(,)
  0};
static const unsigned char file_25[] = {
#embed "../../content/de/rules/mismatched-directive.md" suffix(,)
  0};
static const unsigned char file_26[] = {
#embed "../../content/de/rules/mismatched-heading-level.md" suffix(,)
  0};
static const unsigned char file_27[] = {
#embed "../../content/de/rules/mismatched-identity.md" suffix(,)
  0};
static const unsigned char file_28[] = {
#embed "../../content/de/rules/mismatched-inline-code.md" suffix(,)
  0};
static const unsigned char file_29[] = {
#embed "../../content/de/rules/mismatched-link.md" suffix(,)
  0};
static const unsigned char file_30[] = {
#embed "../../content/de/rules/mismatched-list.md" suffix(,)
  0};
static const unsigned char file_31[] = {
#embed "../../content/de/rules/mismatched-literal.md" suffix(,)
  0};
static const unsigned char file_32[] = {
#embed "../../content/de/rules/mismatched-member-name.md" suffix(,)
  0};
static const unsigned char file_33[] = {
#embed "../../content/de/rules/mismatched-member-type.md" suffix(,)
  0};
static const unsigned char file_34[] = {
#embed "../../content/de/rules/mismatched-metadata.md" suffix(,)
  0};
static const unsigned char file_35[] = {
#embed "../../content/de/rules/mismatched-number.md" suffix(,)
  0};
static const unsigned char file_36[] = {
#embed "../../content/de/rules/mismatched-parameter-direction.md" suffix(,)
  0};
static const unsigned char file_37[] = {
#embed "../../content/de/rules/mismatched-parameter-name.md" suffix(,)
  0};
static const unsigned char file_38[] = {
#embed "../../content/de/rules/mismatched-requirement.md" suffix(,)
  0};
static const unsigned char file_39[] = {
#embed "../../content/de/rules/mismatched-return-code-name.md" suffix(,)
  0};
static const unsigned char file_40[] = {
#embed "../../content/de/rules/mismatched-return-code-value.md" suffix(,)
  0};
static const unsigned char file_41[] = {
#embed "../../content/de/rules/mismatched-signature.md" suffix(,)
  0};
static const unsigned char file_42[] = {
#embed "../../content/de/rules/mismatched-table.md" suffix(,)
  0};
static const unsigned char file_43[] = {
#embed "../../content/de/rules/mismatched-toc.md" suffix(,)
  0};
static const unsigned char file_44[] = {
#embed "../../content/de/rules/misnamed-title.md" suffix(,)
  0};
static const unsigned char file_45[] = {
#embed "../../content/de/rules/missing-alert.md" suffix(,)
  0};
static const unsigned char file_46[] = {
#embed "../../content/de/rules/missing-image.md" suffix(,)
  0};
static const unsigned char file_47[] = {
#embed "../../content/de/rules/missing-member.md" suffix(,)
  0};
static const unsigned char file_48[] = {
#embed "../../content/de/rules/missing-parameter.md" suffix(,)
  0};
static const unsigned char file_49[] = {
#embed "../../content/de/rules/missing-requirement.md" suffix(,)
  0};
static const unsigned char file_50[] = {
#embed "../../content/de/rules/missing-return-code.md" suffix(,)
  0};
static const unsigned char file_51[] = {
#embed "../../content/de/rules/missing-section.md" suffix(,)
  0};
static const unsigned char file_52[] = {
#embed "../../content/de/rules/missing-signature.md" suffix(,)
  0};
static const unsigned char file_53[] = {
#embed "../../content/de/rules/missing-text.md" suffix(,)
  0};
static const unsigned char file_54[] = {
#embed "../../content/de/rules/missing-translation.md" suffix(,)
  0};
static const unsigned char file_55[] = {
#embed "../../content/de/rules/orphan-translation.md" suffix(,)
  0};
static const unsigned char file_56[] = {
#embed "../../content/de/rules/other-edition.md" suffix(,)
  0};
static const unsigned char file_57[] = {
#embed "../../content/de/rules/outside-link.md" suffix(,)
  0};
static const unsigned char file_58[] = {
#embed "../../content/de/rules/removed-html.md" suffix(,)
  0};
static const unsigned char file_59[] = {
#embed "../../content/de/rules/reordered-parameters.md" suffix(,)
  0};
static const unsigned char file_60[] = {
#embed "../../content/de/rules/reordered-sections.md" suffix(,)
  0};
static const unsigned char file_61[] = {
#embed "../../content/de/rules/repeated-folder.md" suffix(,)
  0};
static const unsigned char file_62[] = {
#embed "../../content/de/rules/skipped-file.md" suffix(,)
  0};
static const unsigned char file_63[] = {
#embed "../../content/de/rules/stale-translation.md" suffix(,)
  0};
static const unsigned char file_64[] = {
#embed "../../content/de/rules/translated-key.md" suffix(,)
  0};
static const unsigned char file_65[] = {
#embed "../../content/de/rules/unclosed-code.md" suffix(,)
  0};
static const unsigned char file_66[] = {
#embed "../../content/de/rules/unclosed-html.md" suffix(,)
  0};
static const unsigned char file_67[] = {
#embed "../../content/de/rules/undocumented-parameter.md" suffix(,)
  0};
static const unsigned char file_68[] = {
#embed "../../content/de/rules/unknown-directive.md" suffix(,)
  0};
static const unsigned char file_69[] = {
#embed "../../content/de/rules/unknown-key.md" suffix(,)
  0};
static const unsigned char file_70[] = {
#embed "../../content/de/rules/unknown-parameter.md" suffix(,)
  0};
static const unsigned char file_71[] = {
#embed "../../content/de/rules/unknown-requirement-label.md" suffix(,)
  0};
static const unsigned char file_72[] = {
#embed "../../content/de/rules/unknown-section-title.md" suffix(,)
  0};
static const unsigned char file_73[] = {
#embed "../../content/de/rules/untranslated-alt-text.md" suffix(,)
  0};
static const unsigned char file_74[] = {
#embed "../../content/de/rules/untranslated-text.md" suffix(,)
  0};
static const unsigned char file_75[] = {
#embed "../../content/de/rules/unused-suppression.md" suffix(,)
  0};
static const unsigned char file_76[] = {
#embed "../../content/de/rules/wrong-language.md" suffix(,)
  0};
static const unsigned char file_77[] = {
#embed "../../content/en/rules/broken-anchor.md" suffix(,)
  0};
static const unsigned char file_78[] = {
#embed "../../content/en/rules/broken-emphasis.md" suffix(,)
  0};
static const unsigned char file_79[] = {
#embed "../../content/en/rules/broken-encoding.md" suffix(,)
  0};
static const unsigned char file_80[] = {
#embed "../../content/en/rules/broken-link.md" suffix(,)
  0};
static const unsigned char file_81[] = {
#embed "../../content/en/rules/damaged-identifier.md" suffix(,)
  0};
static const unsigned char file_82[] = {
#embed "../../content/en/rules/damaged-placeholder.md" suffix(,)
  0};
static const unsigned char file_83[] = {
#embed "../../content/en/rules/duplicate-page.md" suffix(,)
  0};
static const unsigned char file_84[] = {
#embed "../../content/en/rules/duplicate-return-code.md" suffix(,)
  0};
static const unsigned char file_85[] = {
#embed "../../content/en/rules/empty-translation.md" suffix(,)
  0};
static const unsigned char file_86[] = {
#embed "../../content/en/rules/extra-member.md" suffix(,)
  0};
static const unsigned char file_87[] = {
#embed "../../content/en/rules/extra-parameter.md" suffix(,)
  0};
static const unsigned char file_88[] = {
#embed "../../content/en/rules/extra-requirement.md" suffix(,)
  0};
static const unsigned char file_89[] = {
#embed "../../content/en/rules/extra-return-code.md" suffix(,)
  0};
static const unsigned char file_90[] = {
#embed "../../content/en/rules/extra-section.md" suffix(,)
  0};
static const unsigned char file_91[] = {
#embed "../../content/en/rules/extra-signature.md" suffix(,)
  0};
static const unsigned char file_92[] = {
#embed "../../content/en/rules/extra-text.md" suffix(,)
  0};
static const unsigned char file_93[] = {
#embed "../../content/en/rules/hardcoded-locale.md" suffix(,)
  0};
static const unsigned char file_94[] = {
#embed "../../content/en/rules/inconsistent-api.md" suffix(,)
  0};
static const unsigned char file_95[] = {
#embed "../../content/en/rules/inconsistent-term.md" suffix(,)
  0};
static const unsigned char file_96[] = {
#embed "../../content/en/rules/index.md" suffix(,)
  0};
static const unsigned char file_97[] = {
#embed "../../content/en/rules/invalid-front-matter.md" suffix(,)
  0};
static const unsigned char file_98[] = {
#embed "../../content/en/rules/limit-exceeded.md" suffix(,)
  0};
static const unsigned char file_99[] = {
#embed "../../content/en/rules/lost-alt-text.md" suffix(,)
  0};
static const unsigned char file_100[] = {
#embed "../../content/en/rules/mismatched-anchor.md" suffix(,)
  0};
static const unsigned char file_101[] = {
#embed "../../content/en/rules/mismatched-code.md" suffix(,)
  0};
static const unsigned char file_102[] = {
#embed "../../content/en/rules/mismatched-directive.md" suffix(,)
  0};
static const unsigned char file_103[] = {
#embed "../../content/en/rules/mismatched-heading-level.md" suffix(,)
  0};
static const unsigned char file_104[] = {
#embed "../../content/en/rules/mismatched-identity.md" suffix(,)
  0};
static const unsigned char file_105[] = {
#embed "../../content/en/rules/mismatched-inline-code.md" suffix(,)
  0};
static const unsigned char file_106[] = {
#embed "../../content/en/rules/mismatched-link.md" suffix(,)
  0};
static const unsigned char file_107[] = {
#embed "../../content/en/rules/mismatched-list.md" suffix(,)
  0};
static const unsigned char file_108[] = {
#embed "../../content/en/rules/mismatched-literal.md" suffix(,)
  0};
static const unsigned char file_109[] = {
#embed "../../content/en/rules/mismatched-member-name.md" suffix(,)
  0};
static const unsigned char file_110[] = {
#embed "../../content/en/rules/mismatched-member-type.md" suffix(,)
  0};
static const unsigned char file_111[] = {
#embed "../../content/en/rules/mismatched-metadata.md" suffix(,)
  0};
static const unsigned char file_112[] = {
#embed "../../content/en/rules/mismatched-number.md" suffix(,)
  0};
static const unsigned char file_113[] = {
#embed "../../content/en/rules/mismatched-parameter-direction.md" suffix(,)
  0};
static const unsigned char file_114[] = {
#embed "../../content/en/rules/mismatched-parameter-name.md" suffix(,)
  0};
static const unsigned char file_115[] = {
#embed "../../content/en/rules/mismatched-requirement.md" suffix(,)
  0};
static const unsigned char file_116[] = {
#embed "../../content/en/rules/mismatched-return-code-name.md" suffix(,)
  0};
static const unsigned char file_117[] = {
#embed "../../content/en/rules/mismatched-return-code-value.md" suffix(,)
  0};
static const unsigned char file_118[] = {
#embed "../../content/en/rules/mismatched-signature.md" suffix(,)
  0};
static const unsigned char file_119[] = {
#embed "../../content/en/rules/mismatched-table.md" suffix(,)
  0};
static const unsigned char file_120[] = {
#embed "../../content/en/rules/mismatched-toc.md" suffix(,)
  0};
static const unsigned char file_121[] = {
#embed "../../content/en/rules/misnamed-title.md" suffix(,)
  0};
static const unsigned char file_122[] = {
#embed "../../content/en/rules/missing-alert.md" suffix(,)
  0};
static const unsigned char file_123[] = {
#embed "../../content/en/rules/missing-image.md" suffix(,)
  0};
static const unsigned char file_124[] = {
#embed "../../content/en/rules/missing-member.md" suffix(,)
  0};
static const unsigned char file_125[] = {
#embed "../../content/en/rules/missing-parameter.md" suffix(,)
  0};
static const unsigned char file_126[] = {
#embed "../../content/en/rules/missing-requirement.md" suffix(,)
  0};
static const unsigned char file_127[] = {
#embed "../../content/en/rules/missing-return-code.md" suffix(,)
  0};
static const unsigned char file_128[] = {
#embed "../../content/en/rules/missing-section.md" suffix(,)
  0};
static const unsigned char file_129[] = {
#embed "../../content/en/rules/missing-signature.md" suffix(,)
  0};
static const unsigned char file_130[] = {
#embed "../../content/en/rules/missing-text.md" suffix(,)
  0};
static const unsigned char file_131[] = {
#embed "../../content/en/rules/missing-translation.md" suffix(,)
  0};
static const unsigned char file_132[] = {
#embed "../../content/en/rules/orphan-translation.md" suffix(,)
  0};
static const unsigned char file_133[] = {
#embed "../../content/en/rules/other-edition.md" suffix(,)
  0};
static const unsigned char file_134[] = {
#embed "../../content/en/rules/outside-link.md" suffix(,)
  0};
static const unsigned char file_135[] = {
#embed "../../content/en/rules/removed-html.md" suffix(,)
  0};
static const unsigned char file_136[] = {
#embed "../../content/en/rules/reordered-parameters.md" suffix(,)
  0};
static const unsigned char file_137[] = {
#embed "../../content/en/rules/reordered-sections.md" suffix(,)
  0};
static const unsigned char file_138[] = {
#embed "../../content/en/rules/repeated-folder.md" suffix(,)
  0};
static const unsigned char file_139[] = {
#embed "../../content/en/rules/skipped-file.md" suffix(,)
  0};
static const unsigned char file_140[] = {
#embed "../../content/en/rules/stale-translation.md" suffix(,)
  0};
static const unsigned char file_141[] = {
#embed "../../content/en/rules/translated-key.md" suffix(,)
  0};
static const unsigned char file_142[] = {
#embed "../../content/en/rules/unclosed-code.md" suffix(,)
  0};
static const unsigned char file_143[] = {
#embed "../../content/en/rules/unclosed-html.md" suffix(,)
  0};
static const unsigned char file_144[] = {
#embed "../../content/en/rules/undocumented-parameter.md" suffix(,)
  0};
static const unsigned char file_145[] = {
#embed "../../content/en/rules/unknown-directive.md" suffix(,)
  0};
static const unsigned char file_146[] = {
#embed "../../content/en/rules/unknown-key.md" suffix(,)
  0};
static const unsigned char file_147[] = {
#embed "../../content/en/rules/unknown-parameter.md" suffix(,)
  0};
static const unsigned char file_148[] = {
#embed "../../content/en/rules/unknown-requirement-label.md" suffix(,)
  0};
static const unsigned char file_149[] = {
#embed "../../content/en/rules/unknown-section-title.md" suffix(,)
  0};
static const unsigned char file_150[] = {
#embed "../../content/en/rules/untranslated-alt-text.md" suffix(,)
  0};
static const unsigned char file_151[] = {
#embed "../../content/en/rules/untranslated-text.md" suffix(,)
  0};
static const unsigned char file_152[] = {
#embed "../../content/en/rules/unused-suppression.md" suffix(,)
  0};
static const unsigned char file_153[] = {
#embed "../../content/en/rules/wrong-language.md" suffix(,)
  0};
static const unsigned char file_154[] = {
#embed "../../content/fr/rules/broken-anchor.md" suffix(,)
  0};
static const unsigned char file_155[] = {
#embed "../../content/fr/rules/broken-emphasis.md" suffix(,)
  0};
static const unsigned char file_156[] = {
#embed "../../content/fr/rules/broken-encoding.md" suffix(,)
  0};
static const unsigned char file_157[] = {
#embed "../../content/fr/rules/broken-link.md" suffix(,)
  0};
static const unsigned char file_158[] = {
#embed "../../content/fr/rules/damaged-identifier.md" suffix(,)
  0};
static const unsigned char file_159[] = {
#embed "../../content/fr/rules/damaged-placeholder.md" suffix(,)
  0};
static const unsigned char file_160[] = {
#embed "../../content/fr/rules/duplicate-page.md" suffix(,)
  0};
static const unsigned char file_161[] = {
#embed "../../content/fr/rules/duplicate-return-code.md" suffix(,)
  0};
static const unsigned char file_162[] = {
#embed "../../content/fr/rules/empty-translation.md" suffix(,)
  0};
static const unsigned char file_163[] = {
#embed "../../content/fr/rules/extra-member.md" suffix(,)
  0};
static const unsigned char file_164[] = {
#embed "../../content/fr/rules/extra-parameter.md" suffix(,)
  0};
static const unsigned char file_165[] = {
#embed "../../content/fr/rules/extra-requirement.md" suffix(,)
  0};
static const unsigned char file_166[] = {
#embed "../../content/fr/rules/extra-return-code.md" suffix(,)
  0};
static const unsigned char file_167[] = {
#embed "../../content/fr/rules/extra-section.md" suffix(,)
  0};
static const unsigned char file_168[] = {
#embed "../../content/fr/rules/extra-signature.md" suffix(,)
  0};
static const unsigned char file_169[] = {
#embed "../../content/fr/rules/extra-text.md" suffix(,)
  0};
static const unsigned char file_170[] = {
#embed "../../content/fr/rules/hardcoded-locale.md" suffix(,)
  0};
static const unsigned char file_171[] = {
#embed "../../content/fr/rules/inconsistent-api.md" suffix(,)
  0};
static const unsigned char file_172[] = {
#embed "../../content/fr/rules/inconsistent-term.md" suffix(,)
  0};
static const unsigned char file_173[] = {
#embed "../../content/fr/rules/index.md" suffix(,)
  0};
static const unsigned char file_174[] = {
#embed "../../content/fr/rules/invalid-front-matter.md" suffix(,)
  0};
static const unsigned char file_175[] = {
#embed "../../content/fr/rules/limit-exceeded.md" suffix(,)
  0};
static const unsigned char file_176[] = {
#embed "../../content/fr/rules/lost-alt-text.md" suffix(,)
  0};
static const unsigned char file_177[] = {
#embed "../../content/fr/rules/mismatched-anchor.md" suffix(,)
  0};
static const unsigned char file_178[] = {
#embed "../../content/fr/rules/mismatched-code.md" suffix(,)
  0};
static const unsigned char file_179[] = {
#embed "../../content/fr/rules/mismatched-directive.md" suffix(,)
  0};
static const unsigned char file_180[] = {
#embed "../../content/fr/rules/mismatched-heading-level.md" suffix(,)
  0};
static const unsigned char file_181[] = {
#embed "../../content/fr/rules/mismatched-identity.md" suffix(,)
  0};
static const unsigned char file_182[] = {
#embed "../../content/fr/rules/mismatched-inline-code.md" suffix(,)
  0};
static const unsigned char file_183[] = {
#embed "../../content/fr/rules/mismatched-link.md" suffix(,)
  0};
static const unsigned char file_184[] = {
#embed "../../content/fr/rules/mismatched-list.md" suffix(,)
  0};
static const unsigned char file_185[] = {
#embed "../../content/fr/rules/mismatched-literal.md" suffix(,)
  0};
static const unsigned char file_186[] = {
#embed "../../content/fr/rules/mismatched-member-name.md" suffix(,)
  0};
static const unsigned char file_187[] = {
#embed "../../content/fr/rules/mismatched-member-type.md" suffix(,)
  0};
static const unsigned char file_188[] = {
#embed "../../content/fr/rules/mismatched-metadata.md" suffix(,)
  0};
static const unsigned char file_189[] = {
#embed "../../content/fr/rules/mismatched-number.md" suffix(,)
  0};
static const unsigned char file_190[] = {
#embed "../../content/fr/rules/mismatched-parameter-direction.md" suffix(,)
  0};
static const unsigned char file_191[] = {
#embed "../../content/fr/rules/mismatched-parameter-name.md" suffix(,)
  0};
static const unsigned char file_192[] = {
#embed "../../content/fr/rules/mismatched-requirement.md" suffix(,)
  0};
static const unsigned char file_193[] = {
#embed "../../content/fr/rules/mismatched-return-code-name.md" suffix(,)
  0};
static const unsigned char file_194[] = {
#embed "../../content/fr/rules/mismatched-return-code-value.md" suffix(,)
  0};
static const unsigned char file_195[] = {
#embed "../../content/fr/rules/mismatched-signature.md" suffix(,)
  0};
static const unsigned char file_196[] = {
#embed "../../content/fr/rules/mismatched-table.md" suffix(,)
  0};
static const unsigned char file_197[] = {
#embed "../../content/fr/rules/mismatched-toc.md" suffix(,)
  0};
static const unsigned char file_198[] = {
#embed "../../content/fr/rules/misnamed-title.md" suffix(,)
  0};
static const unsigned char file_199[] = {
#embed "../../content/fr/rules/missing-alert.md" suffix(,)
  0};
static const unsigned char file_200[] = {
#embed "../../content/fr/rules/missing-image.md" suffix(,)
  0};
static const unsigned char file_201[] = {
#embed "../../content/fr/rules/missing-member.md" suffix(,)
  0};
static const unsigned char file_202[] = {
#embed "../../content/fr/rules/missing-parameter.md" suffix(,)
  0};
static const unsigned char file_203[] = {
#embed "../../content/fr/rules/missing-requirement.md" suffix(,)
  0};
static const unsigned char file_204[] = {
#embed "../../content/fr/rules/missing-return-code.md" suffix(,)
  0};
static const unsigned char file_205[] = {
#embed "../../content/fr/rules/missing-section.md" suffix(,)
  0};
static const unsigned char file_206[] = {
#embed "../../content/fr/rules/missing-signature.md" suffix(,)
  0};
static const unsigned char file_207[] = {
#embed "../../content/fr/rules/missing-text.md" suffix(,)
  0};
static const unsigned char file_208[] = {
#embed "../../content/fr/rules/missing-translation.md" suffix(,)
  0};
static const unsigned char file_209[] = {
#embed "../../content/fr/rules/orphan-translation.md" suffix(,)
  0};
static const unsigned char file_210[] = {
#embed "../../content/fr/rules/other-edition.md" suffix(,)
  0};
static const unsigned char file_211[] = {
#embed "../../content/fr/rules/outside-link.md" suffix(,)
  0};
static const unsigned char file_212[] = {
#embed "../../content/fr/rules/removed-html.md" suffix(,)
  0};
static const unsigned char file_213[] = {
#embed "../../content/fr/rules/reordered-parameters.md" suffix(,)
  0};
static const unsigned char file_214[] = {
#embed "../../content/fr/rules/reordered-sections.md" suffix(,)
  0};
static const unsigned char file_215[] = {
#embed "../../content/fr/rules/repeated-folder.md" suffix(,)
  0};
static const unsigned char file_216[] = {
#embed "../../content/fr/rules/skipped-file.md" suffix(,)
  0};
static const unsigned char file_217[] = {
#embed "../../content/fr/rules/stale-translation.md" suffix(,)
  0};
static const unsigned char file_218[] = {
#embed "../../content/fr/rules/translated-key.md" suffix(,)
  0};
static const unsigned char file_219[] = {
#embed "../../content/fr/rules/unclosed-code.md" suffix(,)
  0};
static const unsigned char file_220[] = {
#embed "../../content/fr/rules/unclosed-html.md" suffix(,)
  0};
static const unsigned char file_221[] = {
#embed "../../content/fr/rules/undocumented-parameter.md" suffix(,)
  0};
static const unsigned char file_222[] = {
#embed "../../content/fr/rules/unknown-directive.md" suffix(,)
  0};
static const unsigned char file_223[] = {
#embed "../../content/fr/rules/unknown-key.md" suffix(,)
  0};
static const unsigned char file_224[] = {
#embed "../../content/fr/rules/unknown-parameter.md" suffix(,)
  0};
static const unsigned char file_225[] = {
#embed "../../content/fr/rules/unknown-requirement-label.md" suffix(,)
  0};
static const unsigned char file_226[] = {
#embed "../../content/fr/rules/unknown-section-title.md" suffix(,)
  0};
static const unsigned char file_227[] = {
#embed "../../content/fr/rules/untranslated-alt-text.md" suffix(,)
  0};
static const unsigned char file_228[] = {
#embed "../../content/fr/rules/untranslated-text.md" suffix(,)
  0};
static const unsigned char file_229[] = {
#embed "../../content/fr/rules/unused-suppression.md" suffix(,)
  0};
static const unsigned char file_230[] = {
#embed "../../content/fr/rules/wrong-language.md" suffix(,)
  0};
static const unsigned char file_231[] = {
#embed "../../locales/de/interface.yml" suffix(,)
  0};
static const unsigned char file_232[] = {
#embed "../../locales/de/messages.yml" suffix(,)
  0};
static const unsigned char file_233[] = {
#embed "../../locales/de/vocabulary.yml" suffix(,)
  0};
static const unsigned char file_234[] = {
#embed "../../locales/en/interface.yml" suffix(,)
  0};
static const unsigned char file_235[] = {
#embed "../../locales/en/vocabulary.yml" suffix(,)
  0};
static const unsigned char file_236[] = {
#embed "../../locales/fr/interface.yml" suffix(,)
  0};
static const unsigned char file_237[] = {
#embed "../../locales/fr/messages.yml" suffix(,)
  0};
static const unsigned char file_238[] = {
#embed "../../locales/fr/vocabulary.yml" suffix(,)
  0};
static const unsigned char file_239[] = {
#embed "../../site/assets/compare.js" suffix(,)
  0};
static const unsigned char file_240[] = {
#embed "../../site/assets/docgen.css" suffix(,)
  0};
static const unsigned char file_241[] = {
#embed "../../site/assets/docgen.js" suffix(,)
  0};
static const unsigned char file_242[] = {
#embed "../../site/assets/favicon.svg" suffix(,)
  0};
static const unsigned char file_243[] = {
#embed "../../site/assets/full-text.js" suffix(,)
  0};
static const unsigned char file_244[] = {
#embed "../../site/assets/navigation.js" suffix(,)
  0};
static const unsigned char file_245[] = {
#embed "../../site/assets/quality.css" suffix(,)
  0};
static const unsigned char file_246[] = {
#embed "../../site/assets/search.js" suffix(,)
  0};
static const unsigned char file_247[] = {
#embed "../../site/code.yml" suffix(,)
  0};
static const unsigned char file_248[] = {
#embed "../../site/dialects/common.yml" suffix(,)
  0};
static const unsigned char file_249[] = {
#embed "../../site/dialects/docusaurus.yml" suffix(,)
  0};
static const unsigned char file_250[] = {
#embed "../../site/dialects/github.yml" suffix(,)
  0};
static const unsigned char file_251[] = {
#embed "../../site/dialects/hugo.yml" suffix(,)
  0};
static const unsigned char file_252[] = {
#embed "../../site/dialects/learn.yml" suffix(,)
  0};
static const unsigned char file_253[] = {
#embed "../../site/dialects/mdn.yml" suffix(,)
  0};
static const unsigned char file_254[] = {
#embed "../../site/dialects/mkdocs.yml" suffix(,)
  0};
static const unsigned char file_255[] = {
#embed "../../site/dialects/powershell.yml" suffix(,)
  0};
static const unsigned char file_256[] = {
#embed "../../site/dialects/starlight.yml" suffix(,)
  0};
static const unsigned char file_257[] = {
#embed "../../site/dialects/vitepress.yml" suffix(,)
  0};
static const unsigned char file_258[] = {
#embed "../../site/highlighting.yml" suffix(,)
  0};
static const unsigned char file_259[] = {
#embed "../../site/languages.yml" suffix(,)
  0};
static const unsigned char file_260[] = {
#embed "../../site/live/live.css" suffix(,)
  0};
static const unsigned char file_261[] = {
#embed "../../site/live/live.js" suffix(,)
  0};
static const unsigned char file_262[] = {
#embed "../../site/schemas/config.schema.json" suffix(,)
  0};
static const unsigned char file_263[] = {
#embed "../../site/schemas/dialect.schema.json" suffix(,)
  0};
static const unsigned char file_264[] = {
#embed "../../site/schemas/docgen-model-1.json" suffix(,)
  0};
static const unsigned char file_265[] = {
#embed "../../site/schemas/docgen-quality-1.json" suffix(,)
  0};
static const unsigned char file_266[] = {
#embed "../../site/schemas/interface.schema.json" suffix(,)
  0};
static const unsigned char file_267[] = {
#embed "../../site/schemas/vocabulary.schema.json" suffix(,)
  0};
static const unsigned char file_268[] = {
#embed "../../site/templates/about.mustache" suffix(,)
  0};
static const unsigned char file_269[] = {
#embed "../../site/templates/breadcrumbs.mustache" suffix(,)
  0};
static const unsigned char file_270[] = {
#embed "../../site/templates/contents.mustache" suffix(,)
  0};
static const unsigned char file_271[] = {
#embed "../../site/templates/findings.mustache" suffix(,)
  0};
static const unsigned char file_272[] = {
#embed "../../site/templates/footer.mustache" suffix(,)
  0};
static const unsigned char file_273[] = {
#embed "../../site/templates/head.mustache" suffix(,)
  0};
static const unsigned char file_274[] = {
#embed "../../site/templates/header.mustache" suffix(,)
  0};
static const unsigned char file_275[] = {
#embed "../../site/templates/index.mustache" suffix(,)
  0};
static const unsigned char file_276[] = {
#embed "../../site/templates/landing.mustache" suffix(,)
  0};
static const unsigned char file_277[] = {
#embed "../../site/templates/navigation.mustache" suffix(,)
  0};
static const unsigned char file_278[] = {
#embed "../../site/templates/not-found.mustache" suffix(,)
  0};
static const unsigned char file_279[] = {
#embed "../../site/templates/numbers.mustache" suffix(,)
  0};
static const unsigned char file_280[] = {
#embed "../../site/templates/page.mustache" suffix(,)
  0};
static const unsigned char file_281[] = {
#embed "../../site/templates/pager.mustache" suffix(,)
  0};
static const unsigned char file_282[] = {
#embed "../../site/templates/parts.mustache" suffix(,)
  0};
static const unsigned char file_283[] = {
#embed "../../site/templates/quality.mustache" suffix(,)
  0};
static const unsigned char file_284[] = {
#embed "../../site/templates/redirect.mustache" suffix(,)
  0};
static const unsigned char file_285[] = {
#embed "../../site/templates/status.mustache" suffix(,)
  0};

static const struct docgen_embedded_file files[] = {
  {"content/de/rules/broken-anchor.md", file_0, sizeof file_0 - 1},
  {"content/de/rules/broken-emphasis.md", file_1, sizeof file_1 - 1},
  {"content/de/rules/broken-encoding.md", file_2, sizeof file_2 - 1},
  {"content/de/rules/broken-link.md", file_3, sizeof file_3 - 1},
  {"content/de/rules/damaged-identifier.md", file_4, sizeof file_4 - 1},
  {"content/de/rules/damaged-placeholder.md", file_5, sizeof file_5 - 1},
  {"content/de/rules/duplicate-page.md", file_6, sizeof file_6 - 1},
  {"content/de/rules/duplicate-return-code.md", file_7, sizeof file_7 - 1},
  {"content/de/rules/empty-translation.md", file_8, sizeof file_8 - 1},
  {"content/de/rules/extra-member.md", file_9, sizeof file_9 - 1},
  {"content/de/rules/extra-parameter.md", file_10, sizeof file_10 - 1},
  {"content/de/rules/extra-requirement.md", file_11, sizeof file_11 - 1},
  {"content/de/rules/extra-return-code.md", file_12, sizeof file_12 - 1},
  {"content/de/rules/extra-section.md", file_13, sizeof file_13 - 1},
  {"content/de/rules/extra-signature.md", file_14, sizeof file_14 - 1},
  {"content/de/rules/extra-text.md", file_15, sizeof file_15 - 1},
  {"content/de/rules/hardcoded-locale.md", file_16, sizeof file_16 - 1},
  {"content/de/rules/inconsistent-api.md", file_17, sizeof file_17 - 1},
  {"content/de/rules/inconsistent-term.md", file_18, sizeof file_18 - 1},
  {"content/de/rules/index.md", file_19, sizeof file_19 - 1},
  {"content/de/rules/invalid-front-matter.md", file_20, sizeof file_20 - 1},
  {"content/de/rules/limit-exceeded.md", file_21, sizeof file_21 - 1},
  {"content/de/rules/lost-alt-text.md", file_22, sizeof file_22 - 1},
  {"content/de/rules/mismatched-anchor.md", file_23, sizeof file_23 - 1},
  {"content/de/rules/mismatched-code.md", file_24, sizeof file_24 - 1},
  {"content/de/rules/mismatched-directive.md", file_25, sizeof file_25 - 1},
  {"content/de/rules/mismatched-heading-level.md", file_26, sizeof file_26 - 1},
  {"content/de/rules/mismatched-identity.md", file_27, sizeof file_27 - 1},
  {"content/de/rules/mismatched-inline-code.md", file_28, sizeof file_28 - 1},
  {"content/de/rules/mismatched-link.md", file_29, sizeof file_29 - 1},
  {"content/de/rules/mismatched-list.md", file_30, sizeof file_30 - 1},
  {"content/de/rules/mismatched-literal.md", file_31, sizeof file_31 - 1},
  {"content/de/rules/mismatched-member-name.md", file_32, sizeof file_32 - 1},
  {"content/de/rules/mismatched-member-type.md", file_33, sizeof file_33 - 1},
  {"content/de/rules/mismatched-metadata.md", file_34, sizeof file_34 - 1},
  {"content/de/rules/mismatched-number.md", file_35, sizeof file_35 - 1},
  {"content/de/rules/mismatched-parameter-direction.md", file_36, sizeof file_36 - 1},
  {"content/de/rules/mismatched-parameter-name.md", file_37, sizeof file_37 - 1},
  {"content/de/rules/mismatched-requirement.md", file_38, sizeof file_38 - 1},
  {"content/de/rules/mismatched-return-code-name.md", file_39, sizeof file_39 - 1},
  {"content/de/rules/mismatched-return-code-value.md", file_40, sizeof file_40 - 1},
  {"content/de/rules/mismatched-signature.md", file_41, sizeof file_41 - 1},
  {"content/de/rules/mismatched-table.md", file_42, sizeof file_42 - 1},
  {"content/de/rules/mismatched-toc.md", file_43, sizeof file_43 - 1},
  {"content/de/rules/misnamed-title.md", file_44, sizeof file_44 - 1},
  {"content/de/rules/missing-alert.md", file_45, sizeof file_45 - 1},
  {"content/de/rules/missing-image.md", file_46, sizeof file_46 - 1},
  {"content/de/rules/missing-member.md", file_47, sizeof file_47 - 1},
  {"content/de/rules/missing-parameter.md", file_48, sizeof file_48 - 1},
  {"content/de/rules/missing-requirement.md", file_49, sizeof file_49 - 1},
  {"content/de/rules/missing-return-code.md", file_50, sizeof file_50 - 1},
  {"content/de/rules/missing-section.md", file_51, sizeof file_51 - 1},
  {"content/de/rules/missing-signature.md", file_52, sizeof file_52 - 1},
  {"content/de/rules/missing-text.md", file_53, sizeof file_53 - 1},
  {"content/de/rules/missing-translation.md", file_54, sizeof file_54 - 1},
  {"content/de/rules/orphan-translation.md", file_55, sizeof file_55 - 1},
  {"content/de/rules/other-edition.md", file_56, sizeof file_56 - 1},
  {"content/de/rules/outside-link.md", file_57, sizeof file_57 - 1},
  {"content/de/rules/removed-html.md", file_58, sizeof file_58 - 1},
  {"content/de/rules/reordered-parameters.md", file_59, sizeof file_59 - 1},
  {"content/de/rules/reordered-sections.md", file_60, sizeof file_60 - 1},
  {"content/de/rules/repeated-folder.md", file_61, sizeof file_61 - 1},
  {"content/de/rules/skipped-file.md", file_62, sizeof file_62 - 1},
  {"content/de/rules/stale-translation.md", file_63, sizeof file_63 - 1},
  {"content/de/rules/translated-key.md", file_64, sizeof file_64 - 1},
  {"content/de/rules/unclosed-code.md", file_65, sizeof file_65 - 1},
  {"content/de/rules/unclosed-html.md", file_66, sizeof file_66 - 1},
  {"content/de/rules/undocumented-parameter.md", file_67, sizeof file_67 - 1},
  {"content/de/rules/unknown-directive.md", file_68, sizeof file_68 - 1},
  {"content/de/rules/unknown-key.md", file_69, sizeof file_69 - 1},
  {"content/de/rules/unknown-parameter.md", file_70, sizeof file_70 - 1},
  {"content/de/rules/unknown-requirement-label.md", file_71, sizeof file_71 - 1},
  {"content/de/rules/unknown-section-title.md", file_72, sizeof file_72 - 1},
  {"content/de/rules/untranslated-alt-text.md", file_73, sizeof file_73 - 1},
  {"content/de/rules/untranslated-text.md", file_74, sizeof file_74 - 1},
  {"content/de/rules/unused-suppression.md", file_75, sizeof file_75 - 1},
  {"content/de/rules/wrong-language.md", file_76, sizeof file_76 - 1},
  {"content/en/rules/broken-anchor.md", file_77, sizeof file_77 - 1},
  {"content/en/rules/broken-emphasis.md", file_78, sizeof file_78 - 1},
  {"content/en/rules/broken-encoding.md", file_79, sizeof file_79 - 1},
  {"content/en/rules/broken-link.md", file_80, sizeof file_80 - 1},
  {"content/en/rules/damaged-identifier.md", file_81, sizeof file_81 - 1},
  {"content/en/rules/damaged-placeholder.md", file_82, sizeof file_82 - 1},
  {"content/en/rules/duplicate-page.md", file_83, sizeof file_83 - 1},
  {"content/en/rules/duplicate-return-code.md", file_84, sizeof file_84 - 1},
  {"content/en/rules/empty-translation.md", file_85, sizeof file_85 - 1},
  {"content/en/rules/extra-member.md", file_86, sizeof file_86 - 1},
  {"content/en/rules/extra-parameter.md", file_87, sizeof file_87 - 1},
  {"content/en/rules/extra-requirement.md", file_88, sizeof file_88 - 1},
  {"content/en/rules/extra-return-code.md", file_89, sizeof file_89 - 1},
  {"content/en/rules/extra-section.md", file_90, sizeof file_90 - 1},
  {"content/en/rules/extra-signature.md", file_91, sizeof file_91 - 1},
  {"content/en/rules/extra-text.md", file_92, sizeof file_92 - 1},
  {"content/en/rules/hardcoded-locale.md", file_93, sizeof file_93 - 1},
  {"content/en/rules/inconsistent-api.md", file_94, sizeof file_94 - 1},
  {"content/en/rules/inconsistent-term.md", file_95, sizeof file_95 - 1},
  {"content/en/rules/index.md", file_96, sizeof file_96 - 1},
  {"content/en/rules/invalid-front-matter.md", file_97, sizeof file_97 - 1},
  {"content/en/rules/limit-exceeded.md", file_98, sizeof file_98 - 1},
  {"content/en/rules/lost-alt-text.md", file_99, sizeof file_99 - 1},
  {"content/en/rules/mismatched-anchor.md", file_100, sizeof file_100 - 1},
  {"content/en/rules/mismatched-code.md", file_101, sizeof file_101 - 1},
  {"content/en/rules/mismatched-directive.md", file_102, sizeof file_102 - 1},
  {"content/en/rules/mismatched-heading-level.md", file_103, sizeof file_103 - 1},
  {"content/en/rules/mismatched-identity.md", file_104, sizeof file_104 - 1},
  {"content/en/rules/mismatched-inline-code.md", file_105, sizeof file_105 - 1},
  {"content/en/rules/mismatched-link.md", file_106, sizeof file_106 - 1},
  {"content/en/rules/mismatched-list.md", file_107, sizeof file_107 - 1},
  {"content/en/rules/mismatched-literal.md", file_108, sizeof file_108 - 1},
  {"content/en/rules/mismatched-member-name.md", file_109, sizeof file_109 - 1},
  {"content/en/rules/mismatched-member-type.md", file_110, sizeof file_110 - 1},
  {"content/en/rules/mismatched-metadata.md", file_111, sizeof file_111 - 1},
  {"content/en/rules/mismatched-number.md", file_112, sizeof file_112 - 1},
  {"content/en/rules/mismatched-parameter-direction.md", file_113, sizeof file_113 - 1},
  {"content/en/rules/mismatched-parameter-name.md", file_114, sizeof file_114 - 1},
  {"content/en/rules/mismatched-requirement.md", file_115, sizeof file_115 - 1},
  {"content/en/rules/mismatched-return-code-name.md", file_116, sizeof file_116 - 1},
  {"content/en/rules/mismatched-return-code-value.md", file_117, sizeof file_117 - 1},
  {"content/en/rules/mismatched-signature.md", file_118, sizeof file_118 - 1},
  {"content/en/rules/mismatched-table.md", file_119, sizeof file_119 - 1},
  {"content/en/rules/mismatched-toc.md", file_120, sizeof file_120 - 1},
  {"content/en/rules/misnamed-title.md", file_121, sizeof file_121 - 1},
  {"content/en/rules/missing-alert.md", file_122, sizeof file_122 - 1},
  {"content/en/rules/missing-image.md", file_123, sizeof file_123 - 1},
  {"content/en/rules/missing-member.md", file_124, sizeof file_124 - 1},
  {"content/en/rules/missing-parameter.md", file_125, sizeof file_125 - 1},
  {"content/en/rules/missing-requirement.md", file_126, sizeof file_126 - 1},
  {"content/en/rules/missing-return-code.md", file_127, sizeof file_127 - 1},
  {"content/en/rules/missing-section.md", file_128, sizeof file_128 - 1},
  {"content/en/rules/missing-signature.md", file_129, sizeof file_129 - 1},
  {"content/en/rules/missing-text.md", file_130, sizeof file_130 - 1},
  {"content/en/rules/missing-translation.md", file_131, sizeof file_131 - 1},
  {"content/en/rules/orphan-translation.md", file_132, sizeof file_132 - 1},
  {"content/en/rules/other-edition.md", file_133, sizeof file_133 - 1},
  {"content/en/rules/outside-link.md", file_134, sizeof file_134 - 1},
  {"content/en/rules/removed-html.md", file_135, sizeof file_135 - 1},
  {"content/en/rules/reordered-parameters.md", file_136, sizeof file_136 - 1},
  {"content/en/rules/reordered-sections.md", file_137, sizeof file_137 - 1},
  {"content/en/rules/repeated-folder.md", file_138, sizeof file_138 - 1},
  {"content/en/rules/skipped-file.md", file_139, sizeof file_139 - 1},
  {"content/en/rules/stale-translation.md", file_140, sizeof file_140 - 1},
  {"content/en/rules/translated-key.md", file_141, sizeof file_141 - 1},
  {"content/en/rules/unclosed-code.md", file_142, sizeof file_142 - 1},
  {"content/en/rules/unclosed-html.md", file_143, sizeof file_143 - 1},
  {"content/en/rules/undocumented-parameter.md", file_144, sizeof file_144 - 1},
  {"content/en/rules/unknown-directive.md", file_145, sizeof file_145 - 1},
  {"content/en/rules/unknown-key.md", file_146, sizeof file_146 - 1},
  {"content/en/rules/unknown-parameter.md", file_147, sizeof file_147 - 1},
  {"content/en/rules/unknown-requirement-label.md", file_148, sizeof file_148 - 1},
  {"content/en/rules/unknown-section-title.md", file_149, sizeof file_149 - 1},
  {"content/en/rules/untranslated-alt-text.md", file_150, sizeof file_150 - 1},
  {"content/en/rules/untranslated-text.md", file_151, sizeof file_151 - 1},
  {"content/en/rules/unused-suppression.md", file_152, sizeof file_152 - 1},
  {"content/en/rules/wrong-language.md", file_153, sizeof file_153 - 1},
  {"content/fr/rules/broken-anchor.md", file_154, sizeof file_154 - 1},
  {"content/fr/rules/broken-emphasis.md", file_155, sizeof file_155 - 1},
  {"content/fr/rules/broken-encoding.md", file_156, sizeof file_156 - 1},
  {"content/fr/rules/broken-link.md", file_157, sizeof file_157 - 1},
  {"content/fr/rules/damaged-identifier.md", file_158, sizeof file_158 - 1},
  {"content/fr/rules/damaged-placeholder.md", file_159, sizeof file_159 - 1},
  {"content/fr/rules/duplicate-page.md", file_160, sizeof file_160 - 1},
  {"content/fr/rules/duplicate-return-code.md", file_161, sizeof file_161 - 1},
  {"content/fr/rules/empty-translation.md", file_162, sizeof file_162 - 1},
  {"content/fr/rules/extra-member.md", file_163, sizeof file_163 - 1},
  {"content/fr/rules/extra-parameter.md", file_164, sizeof file_164 - 1},
  {"content/fr/rules/extra-requirement.md", file_165, sizeof file_165 - 1},
  {"content/fr/rules/extra-return-code.md", file_166, sizeof file_166 - 1},
  {"content/fr/rules/extra-section.md", file_167, sizeof file_167 - 1},
  {"content/fr/rules/extra-signature.md", file_168, sizeof file_168 - 1},
  {"content/fr/rules/extra-text.md", file_169, sizeof file_169 - 1},
  {"content/fr/rules/hardcoded-locale.md", file_170, sizeof file_170 - 1},
  {"content/fr/rules/inconsistent-api.md", file_171, sizeof file_171 - 1},
  {"content/fr/rules/inconsistent-term.md", file_172, sizeof file_172 - 1},
  {"content/fr/rules/index.md", file_173, sizeof file_173 - 1},
  {"content/fr/rules/invalid-front-matter.md", file_174, sizeof file_174 - 1},
  {"content/fr/rules/limit-exceeded.md", file_175, sizeof file_175 - 1},
  {"content/fr/rules/lost-alt-text.md", file_176, sizeof file_176 - 1},
  {"content/fr/rules/mismatched-anchor.md", file_177, sizeof file_177 - 1},
  {"content/fr/rules/mismatched-code.md", file_178, sizeof file_178 - 1},
  {"content/fr/rules/mismatched-directive.md", file_179, sizeof file_179 - 1},
  {"content/fr/rules/mismatched-heading-level.md", file_180, sizeof file_180 - 1},
  {"content/fr/rules/mismatched-identity.md", file_181, sizeof file_181 - 1},
  {"content/fr/rules/mismatched-inline-code.md", file_182, sizeof file_182 - 1},
  {"content/fr/rules/mismatched-link.md", file_183, sizeof file_183 - 1},
  {"content/fr/rules/mismatched-list.md", file_184, sizeof file_184 - 1},
  {"content/fr/rules/mismatched-literal.md", file_185, sizeof file_185 - 1},
  {"content/fr/rules/mismatched-member-name.md", file_186, sizeof file_186 - 1},
  {"content/fr/rules/mismatched-member-type.md", file_187, sizeof file_187 - 1},
  {"content/fr/rules/mismatched-metadata.md", file_188, sizeof file_188 - 1},
  {"content/fr/rules/mismatched-number.md", file_189, sizeof file_189 - 1},
  {"content/fr/rules/mismatched-parameter-direction.md", file_190, sizeof file_190 - 1},
  {"content/fr/rules/mismatched-parameter-name.md", file_191, sizeof file_191 - 1},
  {"content/fr/rules/mismatched-requirement.md", file_192, sizeof file_192 - 1},
  {"content/fr/rules/mismatched-return-code-name.md", file_193, sizeof file_193 - 1},
  {"content/fr/rules/mismatched-return-code-value.md", file_194, sizeof file_194 - 1},
  {"content/fr/rules/mismatched-signature.md", file_195, sizeof file_195 - 1},
  {"content/fr/rules/mismatched-table.md", file_196, sizeof file_196 - 1},
  {"content/fr/rules/mismatched-toc.md", file_197, sizeof file_197 - 1},
  {"content/fr/rules/misnamed-title.md", file_198, sizeof file_198 - 1},
  {"content/fr/rules/missing-alert.md", file_199, sizeof file_199 - 1},
  {"content/fr/rules/missing-image.md", file_200, sizeof file_200 - 1},
  {"content/fr/rules/missing-member.md", file_201, sizeof file_201 - 1},
  {"content/fr/rules/missing-parameter.md", file_202, sizeof file_202 - 1},
  {"content/fr/rules/missing-requirement.md", file_203, sizeof file_203 - 1},
  {"content/fr/rules/missing-return-code.md", file_204, sizeof file_204 - 1},
  {"content/fr/rules/missing-section.md", file_205, sizeof file_205 - 1},
  {"content/fr/rules/missing-signature.md", file_206, sizeof file_206 - 1},
  {"content/fr/rules/missing-text.md", file_207, sizeof file_207 - 1},
  {"content/fr/rules/missing-translation.md", file_208, sizeof file_208 - 1},
  {"content/fr/rules/orphan-translation.md", file_209, sizeof file_209 - 1},
  {"content/fr/rules/other-edition.md", file_210, sizeof file_210 - 1},
  {"content/fr/rules/outside-link.md", file_211, sizeof file_211 - 1},
  {"content/fr/rules/removed-html.md", file_212, sizeof file_212 - 1},
  {"content/fr/rules/reordered-parameters.md", file_213, sizeof file_213 - 1},
  {"content/fr/rules/reordered-sections.md", file_214, sizeof file_214 - 1},
  {"content/fr/rules/repeated-folder.md", file_215, sizeof file_215 - 1},
  {"content/fr/rules/skipped-file.md", file_216, sizeof file_216 - 1},
  {"content/fr/rules/stale-translation.md", file_217, sizeof file_217 - 1},
  {"content/fr/rules/translated-key.md", file_218, sizeof file_218 - 1},
  {"content/fr/rules/unclosed-code.md", file_219, sizeof file_219 - 1},
  {"content/fr/rules/unclosed-html.md", file_220, sizeof file_220 - 1},
  {"content/fr/rules/undocumented-parameter.md", file_221, sizeof file_221 - 1},
  {"content/fr/rules/unknown-directive.md", file_222, sizeof file_222 - 1},
  {"content/fr/rules/unknown-key.md", file_223, sizeof file_223 - 1},
  {"content/fr/rules/unknown-parameter.md", file_224, sizeof file_224 - 1},
  {"content/fr/rules/unknown-requirement-label.md", file_225, sizeof file_225 - 1},
  {"content/fr/rules/unknown-section-title.md", file_226, sizeof file_226 - 1},
  {"content/fr/rules/untranslated-alt-text.md", file_227, sizeof file_227 - 1},
  {"content/fr/rules/untranslated-text.md", file_228, sizeof file_228 - 1},
  {"content/fr/rules/unused-suppression.md", file_229, sizeof file_229 - 1},
  {"content/fr/rules/wrong-language.md", file_230, sizeof file_230 - 1},
  {"locales/de/interface.yml", file_231, sizeof file_231 - 1},
  {"locales/de/messages.yml", file_232, sizeof file_232 - 1},
  {"locales/de/vocabulary.yml", file_233, sizeof file_233 - 1},
  {"locales/en/interface.yml", file_234, sizeof file_234 - 1},
  {"locales/en/vocabulary.yml", file_235, sizeof file_235 - 1},
  {"locales/fr/interface.yml", file_236, sizeof file_236 - 1},
  {"locales/fr/messages.yml", file_237, sizeof file_237 - 1},
  {"locales/fr/vocabulary.yml", file_238, sizeof file_238 - 1},
  {"site/assets/compare.js", file_239, sizeof file_239 - 1},
  {"site/assets/docgen.css", file_240, sizeof file_240 - 1},
  {"site/assets/docgen.js", file_241, sizeof file_241 - 1},
  {"site/assets/favicon.svg", file_242, sizeof file_242 - 1},
  {"site/assets/full-text.js", file_243, sizeof file_243 - 1},
  {"site/assets/navigation.js", file_244, sizeof file_244 - 1},
  {"site/assets/quality.css", file_245, sizeof file_245 - 1},
  {"site/assets/search.js", file_246, sizeof file_246 - 1},
  {"site/code.yml", file_247, sizeof file_247 - 1},
  {"site/dialects/common.yml", file_248, sizeof file_248 - 1},
  {"site/dialects/docusaurus.yml", file_249, sizeof file_249 - 1},
  {"site/dialects/github.yml", file_250, sizeof file_250 - 1},
  {"site/dialects/hugo.yml", file_251, sizeof file_251 - 1},
  {"site/dialects/learn.yml", file_252, sizeof file_252 - 1},
  {"site/dialects/mdn.yml", file_253, sizeof file_253 - 1},
  {"site/dialects/mkdocs.yml", file_254, sizeof file_254 - 1},
  {"site/dialects/powershell.yml", file_255, sizeof file_255 - 1},
  {"site/dialects/starlight.yml", file_256, sizeof file_256 - 1},
  {"site/dialects/vitepress.yml", file_257, sizeof file_257 - 1},
  {"site/highlighting.yml", file_258, sizeof file_258 - 1},
  {"site/languages.yml", file_259, sizeof file_259 - 1},
  {"site/live/live.css", file_260, sizeof file_260 - 1},
  {"site/live/live.js", file_261, sizeof file_261 - 1},
  {"site/schemas/config.schema.json", file_262, sizeof file_262 - 1},
  {"site/schemas/dialect.schema.json", file_263, sizeof file_263 - 1},
  {"site/schemas/docgen-model-1.json", file_264, sizeof file_264 - 1},
  {"site/schemas/docgen-quality-1.json", file_265, sizeof file_265 - 1},
  {"site/schemas/interface.schema.json", file_266, sizeof file_266 - 1},
  {"site/schemas/vocabulary.schema.json", file_267, sizeof file_267 - 1},
  {"site/templates/about.mustache", file_268, sizeof file_268 - 1},
  {"site/templates/breadcrumbs.mustache", file_269, sizeof file_269 - 1},
  {"site/templates/contents.mustache", file_270, sizeof file_270 - 1},
  {"site/templates/findings.mustache", file_271, sizeof file_271 - 1},
  {"site/templates/footer.mustache", file_272, sizeof file_272 - 1},
  {"site/templates/head.mustache", file_273, sizeof file_273 - 1},
  {"site/templates/header.mustache", file_274, sizeof file_274 - 1},
  {"site/templates/index.mustache", file_275, sizeof file_275 - 1},
  {"site/templates/landing.mustache", file_276, sizeof file_276 - 1},
  {"site/templates/navigation.mustache", file_277, sizeof file_277 - 1},
  {"site/templates/not-found.mustache", file_278, sizeof file_278 - 1},
  {"site/templates/numbers.mustache", file_279, sizeof file_279 - 1},
  {"site/templates/page.mustache", file_280, sizeof file_280 - 1},
  {"site/templates/pager.mustache", file_281, sizeof file_281 - 1},
  {"site/templates/parts.mustache", file_282, sizeof file_282 - 1},
  {"site/templates/quality.mustache", file_283, sizeof file_283 - 1},
  {"site/templates/redirect.mustache", file_284, sizeof file_284 - 1},
  {"site/templates/status.mustache", file_285, sizeof file_285 - 1},
};

size_t docgen_embedded_file_count(void) { return sizeof files / sizeof *files; }

struct docgen_embedded_file docgen_embedded_file_at(size_t index) { return files[index]; }
