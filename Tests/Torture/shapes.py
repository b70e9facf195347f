"""Inputs that are cheap to write and may be dear to read: one entry for each shape.

A shape makes `size` bytes of Markdown, of front matter or of one file of the project. Where what the source says
matters against what the translation says, it makes a pair.
"""

import math
from typing import Callable, NamedTuple, Union

Text = Union[str, bytes]
Pair = tuple[Text, Text]


class Shape(NamedTuple):
    """A kind of input, and where it stands: the body of a page, its front matter, or a file of the project."""

    place: str
    make: Callable[[int], Union[Text, Pair]]


# What the makers of shapes are made of.


def run(unit: Text, head: Text = "", tail: Text = "") -> Callable[[int], Text]:
    """The same again and again, between a head and a tail."""
    head, tail = head or unit[:0], tail or unit[:0]
    return lambda size: head + unit * max(1, (size - len(head) - len(tail)) // len(unit)) + tail


def counted(form: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """A form with another number in each of its copies."""

    def make(size: int) -> str:
        count = max(1, (size - len(head) - len(tail)) // (len(form.format(i=0)) + 4))
        return head + "".join(form.format(i=i) for i in range(count)) + tail

    return make


def nested(opening: str, closing: str, middle: str = "x", head: str = "", tail: str = "") -> Callable[[int], str]:
    """What opens as often as it closes."""

    def make(size: int) -> str:
        depth = max(1, (size - len(head) - len(tail)) // (len(opening) + len(closing)))
        return head + opening * depth + middle + closing * depth + tail

    return make


def pair(source: Callable[[int], Text], translation: Callable[[int], Text]) -> Callable[[int], Pair]:
    """What the source says, and what the translation says in its place."""
    return lambda size: (source(size), translation(size))


def stairs(form: Callable[[int], str]) -> Callable[[int], str]:
    """Lines that grow by one, as many as fit."""
    return lambda size: "".join(form(i) for i in range(int(math.sqrt(2 * size))))[:size]


def ticks(size: int) -> str:
    """Runs of backticks of every length, none of which closes another."""
    return "".join("e" + "`" * i for i in range(1, int(math.sqrt(2 * size))))


def wide_table(size: int) -> str:
    """A head of many columns above rows that leave them all out."""
    columns = size // 8
    return "|a" * columns + "|\n" + "|-" * columns + "|\n" + "|a\n" * (size // 2 // 3)


def square_table(size: int) -> str:
    """A table without gaps."""
    side = int(math.sqrt(size / 2))
    row = "|a" * side + "\n"
    return row + "|-" * side + "\n" + row * side


def references(size: int) -> str:
    """A long definition that the rest of the page refers to."""
    return "[x]: /" + "u" * (size // 2) + "\n\n" + "[x] " * (size // 8)


def titled_references(size: int) -> str:
    """The same with a long title."""
    return '[x]: /u "' + "t" * (size // 2) + '"\n\n' + "[x]\n" * (size // 8)


def alias_bomb(size: int) -> str:
    """Lists of aliases of lists of aliases."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]\n"]
    while sum(map(len, lines[-1:])) * len(lines) < min(size, 20_000):
        i = len(lines)
        lines.append(f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 9) + "]\n")
    return "".join(lines)


def signature(inside: Callable[[int], str], language: str = "cpp") -> Callable[[int], str]:
    """A page whose signature holds what a maker makes."""
    return lambda size: f"\n## Syntax\n\n```{language}\n" + inside(size - 30) + "\n```\n"


def section(title: str, entries: Callable[[int], str]) -> Callable[[int], str]:
    """A section of entries."""
    return lambda size: f"\n## {title}\n\n" + entries(size - 40)


def two_sections(size: int) -> str:
    """A parameter list that the signature knows nothing of."""
    half = size // 2
    return signature(counted("int a{i}, ", "void F(", "int z);"))(half) + section(
        "Parameters", counted("*b{i}* \\[in\\]\n\ntext\n\n")
    )(half)


def deep_html(tags: str) -> Callable[[int], str]:
    """Elements that are opened and never closed."""
    return run(tags, "\n")


def attributes(form: str) -> Callable[[int], str]:
    """One tag with nothing but attributes."""
    return counted(form, "\n<div ", ">text</div>\n")


# Emphasis, links, code and HTML within one paragraph.
INLINES = {
    "stars": run("*"),
    "underscores": run("_"),
    "star-words": run("*a "),
    "star-closers": run("a* "),
    "star-underscore": run("*a_ "),
    "star-underscore-pairs": run("*a_ *a_ "),
    "strong-in-emphasis": run("**a *a "),
    "emphasis-nested": nested("*a **a ", "** *"),
    "emphasis-nested-underscores": nested("_a __a ", "__ _"),
    "emphasis-mod-three": run("a**b" + "c* "),
    "star-triples": run("***a"),
    "stars-in-words": run("x*x_x"),
    "stars-cjk": run("**字**字"),
    "open-brackets": run("["),
    "closed-brackets": run("]"),
    "brackets-nested": nested("[", "]"),
    "brackets-nested-links": nested("[", "](u)"),
    "images-nested": nested("![", "](u)"),
    "open-images": run("!["),
    "open-images-brackets": run("![[]()"),
    "link-starts": run("[a]("),
    "link-starts-pointed": run("[a](<b"),
    "link-titles": run('[a](b "'),
    "link-closers": run("]("),
    "link-closers-run": run("](](]("),
    "link-parentheses": run("(", "[a]("),
    "link-parentheses-each": run("[a]((((("),
    "links-empty": run("[]()"),
    "links-plain": run("[a](b) "),
    "links-escaped": run("[\\]](\\)) "),
    "links-to-missing-pages": counted("[a](missing-{i}.md) "),
    "links-to-missing-anchors": counted("[a](#missing-{i}) "),
    "images-missing": counted("![a](missing-{i}.png) "),
    "links-in-lines": counted("[a](https://example.org/{i})\n"),
    "references-undefined": run("[a][b]"),
    "references-undefined-counted": counted("[a{i}] "),
    "references-open": run("[a]["),
    "references-collapsed": run("[a][]"),
    "references-long-label": lambda n: "[" + "a" * (n // 2) + "]" + "[" + "b" * (n // 2) + "]",
    "references-to-long-definition": references,
    "references-to-long-title": titled_references,
    "definitions": counted("[a{i}]: /u\n"),
    "definitions-same": run("[a]: /u\n"),
    "definitions-and-uses": lambda n: counted("[a{i}]: /u\n")(n // 2) + "\n" + counted("[a{i}] ")(n // 2),
    "definitions-colliding": lambda n: counted("[a{i}]: /u\n")(n // 2) + "\n" + counted("[A{i}]\n")(n // 2),
    "definitions-unclosed-title": run('[a]: /u "x\n'),
    "definitions-in-quotes": run("> [a]: /u\n>\n"),
    "definition-lines": run("[a]:\n"),
    "footnotes": run("[^"),
    "footnotes-named": counted("[^a{i}]"),
    "footnote-definitions": counted("[^a{i}]: text\n\n"),
    "less-than": run("<"),
    "tag-starts": run("<a "),
    "tag-starts-valued": run("<a b="),
    "tag-starts-quoted": run('<a b="'),
    "tag-starts-apostrophe": run("<a b='"),
    "closing-tag-starts": run("</"),
    "processing-instructions": run("a <?"),
    "processing-lines": run("a\n<?"),
    "declarations": run("a <!A "),
    "declarations-lower": run("a <!a"),
    "sections-cdata": run("a <![CDATA["),
    "comments-open": run("a <!--"),
    "comments-open-dashes": run("a <!-- -"),
    "comments-close": run("-->"),
    "comments-strange": run("<!-->"),
    "comments-strange-three": run("<!--->"),
    "comments": run("a <!-- b --> "),
    "autolink-starts": run("<http:a"),
    "autolinks": run("<http:a> "),
    "mail-starts": run("<a@"),
    "mail-addresses": run("a@b.c "),
    "urls-bare": run("https://a.b/c "),
    "www-bare": run("www.a.b "),
    "ticks-growing": ticks,
    "ticks": run("`"),
    "ticks-open": run("`a "),
    "ticks-two-open": run("a `` b ` "),
    "code-spans": run("`a` "),
    "code-spans-with-spaces": lambda n: "`" + " " * n + "`",
    "tildes": run("~"),
    "tilde-words": run("~a "),
    "tilde-pairs": run("~~a~ "),
    "tilde-nested": nested("~~a ~a ", "~ ~~"),
    "tilde-stars": run("~*a ~_a "),
    "entities": run("&amp;"),
    "entities-numeric": run("&#1;"),
    "entities-large": run("&#x10FFFF;"),
    "entities-open": run("&"),
    "entities-named-open": run("&a"),
    "entities-long": run("a", "&"),
    "backslashes": run("\\"),
    "backslash-brackets": run("\\["),
    "backslash-lines": run("a\\\n"),
    "hard-breaks": run("a  \n"),
    "words": run("word "),
    "letters": run("a"),
    "lines": run("a\n"),
    "lines-indented": run("a\n                    "),
    "spaces": run(" ", "a", "b"),
    "tabs": run("\t", "a", "b"),
    "quotation-marks": run("\"'"),
    "task-boxes": run("- [ ] a\n"),
    "task-boxes-inline": run("[ ] [x] "),
    "math-dollars": run("$a$ $$"),
    "braces": run("{{"),
    "directives": run("{{< a >}} "),
    "numbers": counted("{i}.{i} "),
    "alerts": run("> [!NOTE]\n> a\n\n"),
    "colon-fences": run(":::a\n"),
    "single-letters-nul": run(b"\0"),
    "nul-words": run(b"a\0 "),
    "replacement-characters": run("\ufffd"),
    "replacement-words": run("a\ufffd "),
    "invalid-bytes": run(b"\xff"),
    "invalid-lines": run(b"\xe4\n"),
    "invalid-words": run(b"gr\xfc\xdfe "),
    "truncated-sequences": run(b"\xf0\x9f\x98"),
    "mojibake": run("Ã¼ "),
    "zero-width": run("\u200b"),
    "combining": run("\u0301", "a"),
    "directions": run("\u202e\u202d"),
    "astral": run("\U0001f600"),
    "no-break-spaces": run("\u00a0"),
    "carriage-returns": run("a\r"),
    "line-separators": run("a\u2028"),
    "form-feeds": run("\f\v"),
}

# Blocks and HTML.
BLOCKS = {
    "quotes-nested": run("> ", "", "a\n"),
    "quotes-nested-tight": run(">", "", "a\n"),
    "quotes-stairs": stairs(lambda i: ">" * i + " a\n"),
    "quotes-lines": run("> a\n"),
    "quotes-apart": run("> a\n\n"),
    "lists-nested": run("- ", "", "a\n"),
    "lists-nested-stars": run("* ", "", "a\n"),
    "lists-nested-ordered": run("1. ", "", "a\n"),
    "lists-in-quotes": run("> - ", "", "a\n"),
    "lists-in-quotes-mixed": run("> - > 1. ", "", "a\n"),
    "lists-stairs": stairs(lambda i: " " * (2 * i) + "- a\n"),
    "lists-stairs-blank": stairs(lambda i: " " * (2 * i) + "- a\n\n"),
    "list-items": run("- a\n"),
    "list-items-empty": run("-\n"),
    "list-items-loose": run("- a\n\n"),
    "list-items-alternating": run("- a\n+ a\n"),
    "list-blank-lines": run("\n", "- a", "b"),
    "list-deep-then-lines": lambda n: "- " * (n // 4) + "a\n" + "b\n" * (n // 4),
    "list-deep-then-blank-lines": lambda n: "- " * (n // 4) + "a\n" + "\n" * (n // 2),
    "quote-deep-then-lines": lambda n: ">" * (n // 2) + "a\n" + ">\n" * (n // 4),
    "quotes-deep-repeated": lambda n: (">" * int(math.sqrt(n)) + "a\n\n") * int(math.sqrt(n)),
    "blank-lines": run("\n"),
    "rules": run("---\n"),
    "rule-starts": run("* * * a\n"),
    "headings": run("# a\n"),
    "headings-same": run("## Remarks\n\ntext\n\n"),
    "headings-counted": counted("## a{i}\n\n"),
    "headings-numbered-alike": counted("## a-{i}\n\n## a\n\n"),
    "headings-deep": run("# a\n## a\n### a\n#### a\n##### a\n###### a\n"),
    "headings-empty": run("#\n"),
    "headings-anchored": run('## <a name="x"></a>a\n\n'),
    "headings-with-ids": run("## a {#x}\n\n"),
    "headings-underlined": run("a\n=\n"),
    "heading-hashes": run("#", "# a "),
    "heading-of-one-line": run("word ", "# "),
    "headings-parameter-like": section("Parameters", counted("### a{i}\n\nint\n\n")),
    "fences": run("```\na\n```\n"),
    "fences-unclosed": run("```\n~~~\n"),
    "fences-empty": run("```\n"),
    "fences-languages": counted("```a{i}\nx\n```\n"),
    "fence-info-long": lambda n: "```" + "a" * n + "\nx\n```\n",
    "fence-ticks": lambda n: "`" * n + "\nx\n",
    "fence-in-list": run("- ```\n  a\n"),
    "code-indented": run("    a\n\n"),
    "code-indented-blank": run("    \n", "    a\n", "    b\n"),
    "table-wide": wide_table,
    "table-square": square_table,
    "table-long": run("|a|b|\n", "|a|b|\n|-|-|\n"),
    "table-one-row": lambda n: "|a" * (n // 5) + "|\n" + "|-" * (n // 5) + "|\n",
    "table-rows-too-long": lambda n: "|a|\n|-|\n" + "|" * (n // 2) + "\n" + "|b" * (n // 4) + "\n",
    "table-pipes": run("|"),
    "table-pipes-lines": run("|\n"),
    "table-pipes-escaped": lambda n: "|a|\n|-|\n|" + "\\|" * (n // 2) + "|\n",
    "table-pipes-in-code": lambda n: "|a|\n|-|\n|`" + "|" * (n // 2) + "`|\n",
    "table-delimiters": run("-|", "a|b\n"),
    "table-delimiter-lines": run("|-|\n"),
    "table-many": run("|a|\n|-|\n|b|\n\n"),
    "table-many-wide": lambda n: (wide_table(2_000) + "\n") * (n // 2_000),
    "table-heads-in-paragraph": run("a | b\n"),
    "table-in-list": run("- |a|\n  |-|\n"),
    "table-of-terms": run("| a<br/> | <dl> <dt>b</dt> </dl> |\n", "| a | b |\n|-|-|\n"),
    "table-of-names": counted("| **a{i}** (0x{i}) | b |\n", "| Return code | Description |\n|-|-|\n"),
    "html-div": deep_html("<div>"),
    "html-div-lines": deep_html("<div>\n\n"),
    "html-dl": deep_html("<dl>"),
    "html-dl-dt": deep_html("<dl><dt>"),
    "html-dl-dt-lines": deep_html("<dl> <dt>\n\na\n\n"),
    "html-dt": deep_html("<dt>a"),
    "html-dt-dd": deep_html("<dt>a<dd>b"),
    "html-dt-in-dd": run("<dl><dt>a</dt><dd>b<dt>c</dt>\n", "\n"),
    "html-table": deep_html("<table><tr><td>"),
    "html-table-cells": run("<td>a", "<table><tr>", "</table>"),
    "html-spans": run("<td colspan=1000 rowspan=1000>a", "<table><tr>", "</table>"),
    "html-b": deep_html("a <b>"),
    "html-b-i": deep_html("a <b><i>"),
    "html-b-nested": nested("<b>", "</b>", head="a "),
    "html-a": deep_html("a <a href=b>"),
    "html-p": deep_html("<p>"),
    "html-p-div": deep_html("<p><div>"),
    "html-ul-li": deep_html("<ul><li>"),
    "html-li": deep_html("<li>a"),
    "html-details": deep_html("<details><summary>"),
    "html-blockquote": deep_html("<blockquote>"),
    "html-svg": deep_html("<svg><g>"),
    "html-script": deep_html("a <script>"),
    "html-script-lines": deep_html("<script>\n\n"),
    "html-style": deep_html("a <style>"),
    "html-textarea": deep_html("a <textarea>"),
    "html-title": deep_html("a <title>"),
    "html-select": deep_html("<select><option>"),
    "html-unknown": counted("<a{i}>", "a "),
    "html-closing": deep_html("</div>"),
    "html-closing-inline": deep_html("a </b>"),
    "html-misnested": deep_html("a <b></i>"),
    "html-open-then-closing": lambda n: "<div>" * (n // 12) + "</p>" * (n // 8),
    "html-nested": nested("<div>", "</div>"),
    "html-br": deep_html("a<br/>"),
    "html-attributes": attributes('a{i}="b" '),
    "html-attributes-bare": attributes("a{i} "),
    "html-attributes-same": run("class=a ", "\n<div ", ">x</div>\n"),
    "html-attributes-unclosed": run("a ", "\n<div "),
    "html-attribute-long": lambda n: '\n<div title="' + "a" * n + '">x</div>\n',
    "html-attribute-entities": run("&amp;", '\n<div title="', '">x</div>\n'),
    "html-class-names": counted("a{i} ", '\n<div class="', '">x</div>\n'),
    "html-style-value": run("a:b;", '\n<div style="', '">x</div>\n'),
    "html-ids": run("<a id=x></a>", "a "),
    "html-ids-counted": counted("<a id=x{i}></a>", "a "),
    "html-blocks": run("<div>\na\n</div>\n\n"),
    "html-comment-open": run("a\n", "<!--\n"),
    "html-comments": run("<!-- a -->\n\n"),
    "html-comment-dashes": run("-", "<!--"),
    "includes": run("[!INCLUDE [a](a.md)]\n\n"),
    "suppressions": counted("<!-- docgen-disable broken-link -- reason {i} -->\n\n"),
    "suppressions-inline": run("a <!-- docgen-disable-line broken-link: x --> "),
    "suppressions-next-line": run("<!-- docgen-disable-next-line broken-link -->\n[a](b.md)\n"),
    "suppressions-on-off": run("<!-- docgen-disable broken-link -->\n\n<!-- docgen-enable broken-link -->\n\n"),
    "suppressions-files": run("<!-- docgen-disable-file broken-link -->\n\n"),
    "suppression-of-many-rules": run("broken-link, ", "<!-- docgen-disable ", "-->\n"),
    "suppression-of-unknown-rules": counted("unknown{i}, ", "<!-- docgen-disable ", "-->\n"),
    "suppressions-with-findings": counted("<!-- docgen-disable-next-line broken-link -->\n[a](missing{i}.md)\n\n"),
}

# What the model reads, and what is compared.
FACTS = {
    "signature-parameters": signature(counted("int a{i}, ", "void F(", "int z);")),
    "signature-parentheses": signature(nested("(", ")", head="void F", tail=";")),
    "signature-parentheses-open": signature(run("(", "void F")),
    "signature-templates": signature(nested("A<", ">", head="void F(", tail=" a);")),
    "signature-templates-open": signature(run("A<", "void F(")),
    "signature-braces": signature(nested("struct A {", "};", "int a;")),
    "signature-braces-open": signature(run("{", "struct A ")),
    "signature-brackets": signature(nested("[", "]", head="int a", tail=";")),
    "signature-pointers": signature(run("*", "int ", "a;")),
    "signature-function-pointers": signature(nested("void (*", ")(int)", "a")),
    "signature-attributes": signature(run("[[a]] ", "", "void F();")),
    "signature-annotations": signature(run("_In_ ", "void F(", "int a);")),
    "signature-words": signature(run("a ", "", ";")),
    "signature-long-word": signature(run("a", "void ", "();")),
    "signature-comments": signature(run("/* a */ ", "void F(", "int a);")),
    "signature-comment-open": signature(run("/*", "void F(")),
    "signature-strings-open": signature(run('"')),
    "signature-semicolons": signature(run(";")),
    "signature-colons": signature(run("A::", "void ", "F();")),
    "signature-operators": signature(run("<<=", "void F(int a = 1 ", ");")),
    "signature-defaults": signature(counted("int a{i} = {i}, ", "void F(", "int z);")),
    "signature-macros": signature(run("#define A \\\n")),
    "signature-enumerators": signature(counted("A{i} = {i},\n", "typedef enum {\n", "} A;")),
    "signature-fields": signature(counted("  int a{i};\n", "struct A {\n", "};")),
    "signature-declarations": signature(counted("void F{i}(int a);\n")),
    "signature-mof": signature(counted("  [in] uint32 a{i},\n", "uint32 F(\n", "  [in] uint32 z);"), "mof"),
    "signature-mof-qualifiers": signature(run('Description("a"), ', "[", "a] class A { };"), "mof"),
    "signature-csharp": signature(nested("List<", ">", head="public ", tail=" F();"), "csharp"),
    "signature-powershell": signature(counted("[-A{i} <String>] ", "Get-A "), "powershell"),
    "signature-powershell-nested": signature(nested("[", "]", "-A", head="Get-A "), "powershell"),
    "signature-python": signature(counted("a{i}: int = {i}, ", "def f(", "z):"), "python"),
    "signature-python-nested": signature(nested("[", "]", head="def f(a: x", tail="):"), "python"),
    "signature-xml": signature(nested("<a>", "</a>"), "xml"),
    "signature-xml-attributes": signature(counted('a{i}="b" ', "<a ", "/>"), "xml"),
    "signature-syntax-only": signature(run("(([[{{<"), "syntax"),
    "signatures": run("```cpp\nvoid F(int a);\n```\n\n", "\n## Syntax\n\n"),
    "signature-differs": pair(
        signature(counted("int a{i}, ", "void F(", "int z);")), signature(counted("int b{i}, ", "void F(", "int z);"))
    ),
    "signature-torn": pair(
        signature(counted("int a_{i}, ", "void F(", "int z);")), signature(counted("int a _ {i}, ", "void F(", "int z);"))
    ),
    "signature-missing": pair(signature(counted("int a{i}, ", "void F(", "int z);")), run("text ")),
    "signature-other-language": pair(
        signature(counted("int a{i}, ", "void F(", "int z);")), signature(counted("a{i}, ", "def f(", "z):"), "python")
    ),
    "code-differs": pair(
        lambda n: "```cpp\n" + counted("a{i} = {i};\n")(n) + "```\n", lambda n: "```cpp\n" + counted("b{i} = {i};\n")(n) + "```\n"
    ),
    "codes-differ": pair(counted("```cpp\nint a{i};\n```\n\n"), counted("```cpp\nint b{i};\n```\n\n")),
    "codes-missing": pair(counted("```cpp\nint a{i};\n```\n\n"), run("text\n\n")),
    "parameters": section("Parameters", counted("*a{i}* \\[in\\]\n\ntext\n\n")),
    "parameters-listed": section("Parameters", counted("- `a{i}` - text\n")),
    "parameters-in-table": section("Parameters", counted("| a{i} | text |\n", "| Name | Description |\n|-|-|\n")),
    "parameters-in-terms": section("Parameters", counted("<dt>*a{i}*</dt> <dd>text</dd>\n", "<dl>\n", "</dl>\n")),
    "parameters-unknown": two_sections,
    "parameters-renamed": pair(
        section("Parameters", counted("*a{i}* \\[in\\]\n\ntext\n\n")), section("Parameters", counted("*b{i}* \\[in\\]\n\nText\n\n"))
    ),
    "parameters-missing": pair(section("Parameters", counted("*a{i}* \\[in\\]\n\ntext\n\n")), section("Parameters", run("text\n\n"))),
    "parameters-shifted": pair(
        section("Parameters", counted("*a{i}* \\[in\\]\n\ntext\n\n")),
        section("Parameters", counted("*a{i}* \\[in\\]\n\ntext\n\n", "*z* \\[in\\]\n\ntext\n\n")),
    ),
    "parameters-alike": pair(
        section("Parameters", run("*a* \\[in\\]\n\ntext\n\n")), section("Parameters", run("*b* \\[out\\]\n\ntext\n\n"))
    ),
    "return-codes": section("Return value", counted("- **A_{i}** ({i})\n")),
    "return-codes-in-table": section(
        "Return value", counted("| **A_{i}** | text |\n", "| Return code | Description |\n|-|-|\n")
    ),
    "return-codes-renamed": pair(
        section("Return value", counted("| **A_{i}** | text |\n", "| Return code | Description |\n|-|-|\n")),
        section("Rückgabewert", counted("| **B_{i}** | Text |\n", "| Rückgabecode | Beschreibung |\n|-|-|\n")),
    ),
    "return-codes-missing": pair(
        section("Return value", counted("| **A_{i}** | text |\n", "| Return code | Description |\n|-|-|\n")),
        section("Rückgabewert", run("text\n\n")),
    ),
    "return-codes-same": section("Return value", run("| **A** (0) | text |\n", "| Return code | Description |\n|-|-|\n")),
    "requirements": section("Requirements", counted("| Header | a{i}.h |\n", "| Requirement | Value |\n|-|-|\n")),
    "requirements-renamed": pair(
        section("Requirements", counted("| A{i} | a{i}.h |\n", "| Requirement | Value |\n|-|-|\n")),
        section("Anforderungen", counted("| B{i} | b{i}.h |\n", "| Anforderung | Wert |\n|-|-|\n")),
    ),
    "requirement-values": section(
        "Requirements", lambda n: "| Requirement | Value |\n|-|-|\n| Header | " + counted("a{i}.h, ")(n) + " |\n"
    ),
    "members": section("Methods", counted("| [**A{i}**](a{i}.md) | text |\n", "| Method | Description |\n|-|-|\n")),
    "members-renamed": pair(
        section("Methods", counted("| **A{i}** | text |\n", "| Method | Description |\n|-|-|\n")),
        section("Methoden", counted("| **B{i}** | Text |\n", "| Methode | Beschreibung |\n|-|-|\n")),
    ),
    "fields-renamed": pair(
        section("Members", counted("**A{i}**\n\ntext\n\n")), section("Member", counted("**B{i}**\n\nText\n\n"))
    ),
    "sections-renamed": pair(counted("## A{i}\n\ntext\n\n"), counted("## B{i}\n\nText\n\n")),
    "sections-missing": pair(counted("## A{i}\n\ntext\n\n"), run("Text\n\n")),
    "sections-reversed": pair(
        counted("## A{i}\n\ntext\n\n"), lambda n: "".join(f"## A{i}\n\nText\n\n" for i in reversed(range(n // 16)))
    ),
    "links-changed": pair(counted("[a](a{i}.md)\n\n"), counted("[a](b{i}.md)\n\n")),
    "links-changed-in-line": pair(counted("[a](a{i}.md) "), counted("[a](b{i}.md) ")),
    "links-lost": pair(counted("[a](a{i}.md)\n\n"), run("Text\n\n")),
    "images-changed": pair(counted("![a](a{i}.png)\n\n"), counted("![a](b{i}.png)\n\n")),
    "names-lost": pair(counted("Call **GetName{i}** now.\n\n"), run("Rufen Sie es auf.\n\n")),
    "names-lost-in-line": pair(counted("**GetName{i}** "), run("Text ")),
    "names-torn": pair(counted("Call Get_Name_{i} now.\n\n"), counted("Call Get _ Name _ {i} now.\n\n")),
    "names-torn-in-line": pair(counted("Get_Name_{i} "), counted("Get _ Name _ {i} ")),
    "names-changed": pair(counted("Call `GetName{i}` now.\n\n"), counted("Rufen Sie `HoleName{i}` auf.\n\n")),
    "code-changed": pair(counted("Run `add b{i}` now.\n\n"), counted("Run `del c{i}` now.\n\n")),
    "code-changed-in-line": pair(counted("`add b{i}` "), counted("`del c{i}` ")),
    "code-lost": pair(counted("Run `add b{i}` now.\n\n"), run("Run it now.\n\n")),
    "literals-changed": pair(counted("Use %A{i}% now.\n\n"), counted("Use %B{i}% now.\n\n")),
    "literals-changed-in-line": pair(counted("%A{i}% "), counted("%B{i}% ")),
    "literals-lost": pair(counted("Use %A{i}% now.\n\n"), run("Use it now.\n\n")),
    "literals-torn-in-line": pair(counted("a{i}.txt "), counted("a{i}. txt ")),
    "texts-lost": pair(counted("The text with number {i} is long enough.\n\n"), run("Text.\n\n- a\n\n")),
    "items-lost": pair(counted("- item {i} of a list\n\ntext\n\n"), counted("- item {i}\n\n")),
    "numbers-changed": pair(counted("It takes {i} seconds.\n\n"), counted("Es dauert 9{i} Sekunden.\n\n")),
    "numbers-changed-in-line": pair(counted("{i} s "), counted("9{i} s ")),
    "text-untranslated": pair(*[counted("The quick brown fox {i} jumps over the lazy dog.\n\n")] * 2),
    "text-untranslated-in-line": pair(*[counted("The quick brown fox {i} jumps. ")] * 2),
    "emphasis-broken": pair(run("**a** b\n\n"), run("** a** b\n\n")),
    "emphasis-broken-in-line": pair(run("**a** b "), run("** a** b ")),
    "alerts-lost": pair(run("> [!NOTE]\n> a\n\n"), run("> a\n\n")),
    "tables-changed": pair(run("|a|b|\n|-|-|\n|c|d|\n\n"), run("|a|\n|-|\n|c|\n\n")),
    "table-rows-lost": pair(run("|a|b|\n", "|a|b|\n|-|-|\n"), run("Text\n\n", "|a|b|\n|-|-|\n|a|b|\n\n")),
    "html-removed": pair(run("a <b>b</b>\n\n"), run("a <kbd onclick=x>b</kbd><script>x</script>\n\n")),
    "title-words": pair(run("word ", "# "), run("Wort ", "# ")),
    "lines-swapped": pair(counted("text a{i}\n\n"), lambda n: "".join(f"text a{i}\n\n" for i in reversed(range(n // 14)))),
}

# Front matter.
METADATA = {
    "metadata-keys": counted("key{i}: value\n"),
    "metadata-key-same": run("key: value\n"),
    "metadata-names": counted("- A{i}\n", "api_name:\n"),
    "metadata-names-flow": counted("A{i}, ", "api_name: [", "z]\n"),
    "metadata-names-one": lambda n: "api_name: " + "a" * n + "\n",
    "metadata-locations": counted("- a{i}.dll\n", "api_location:\n"),
    "metadata-names-changed": pair(counted("- A{i}\n", "api_name:\n"), counted("- B{i}\n", "api_name:\n")),
    "metadata-keys-changed": pair(counted("key{i}: value\n"), counted("schlüssel{i}: Wert\n")),
    "metadata-flow-lists": run("[", "a: "),
    "metadata-flow-lists-closed": nested("[", "]", head="a: "),
    "metadata-flow-maps": run("{a: ", "a: "),
    "metadata-flow-maps-closed": nested("{a: ", "}", head="a: "),
    "metadata-block-lists": run("- ", "a:\n  ", "x\n"),
    "metadata-block-stairs": stairs(lambda i: " " * i + "a:\n"),
    "metadata-question-marks": run("? ", "", "x\n"),
    "metadata-aliases": alias_bomb,
    "metadata-aliases-flat": lambda n: "a: &a " + "x" * (n // 2) + "\nb:\n" + "- *a\n" * (n // 12),
    "metadata-anchors": counted("a{i}: &b{i} x\n"),
    "metadata-anchors-same": run("- &b x\n", "a:\n"),
    "metadata-tags": run("!!str ", "a: ", "x\n"),
    "metadata-block-text": run("  text\n", "a: |\n"),
    "metadata-folded-text": run("  text\n\n", "a: >\n"),
    "metadata-continued": run("  text\n", "a: text\n"),
    "metadata-continued-loosely": run("text\n", "a: b: c\n"),
    "metadata-quotes": run('"', "a: "),
    "metadata-apostrophes": run("'", "a: "),
    "metadata-quoted-lines": run("text\n\n", 'a: "', '"\n'),
    "metadata-escapes": run("\\n", 'a: "', '"\n'),
    "metadata-comments": run("# comment\n"),
    "metadata-suppressions": run("# docgen-disable-file broken-link -- reason\n"),
    "metadata-joined-keys": run(" ms.a: b", "a: b: c"),
    "metadata-colons": run(": ", "a: "),
    "metadata-colons-tight": run(":", "a: "),
    "metadata-long-key": lambda n: "a" * n + ": b\n",
    "metadata-tabs": run("\ta: b\n"),
    "metadata-spaces": run(" ", "a: ", "b\n"),
    "metadata-blank-lines": run("\n", "a: b\n", "c: d\n"),
    "metadata-nul": run(b"\0", b"a: "),
    "metadata-invalid": run(b"\xff", b"a: "),
    "metadata-invalid-keys": run(b"k\xff: b\n"),
    "metadata-backslashes": run("\\_", "title: "),
    "metadata-title": run("word ", "title: ", "\n"),
    "metadata-merge-keys": lambda n: "a: &a {b: c}\n" + "<<: *a\n" * (n // 8),
    "metadata-documents": run("--- a\n"),
    "metadata-directives": run("%YAML 1.2\n"),
    "metadata-headings": run("# a\nb: c\n\n"),
}

# Front matter that no line closes, before a body.
UNCLOSED = {
    "unclosed-keys": counted("key{i}: value\n", "---\n"),
    "unclosed-headings": run("# a\nb: c\n\n", "---\n"),
    "unclosed-text": run("text\n", "---\na: b\n"),
}

# Other files of a project.
TOC = {
    "toc-entries": counted("- name: a{i}\n  href: page.md\n"),
    "toc-entries-missing": counted("- name: a{i}\n  href: missing{i}.md\n"),
    "toc-deep": stairs(lambda i: "  " * i + "- name: a\n" + "  " * i + "  items:\n"),
    "toc-flow-deep": nested("[{name: a, items: ", "}]", "[]"),
    "toc-flow-open": run("[{name: a, items: "),
}
REDIRECTS = {
    "redirects": counted("/old{i}: /page.html\n"),
    "redirects-chained": lambda n: "".join(f"/a{i}: /a{i + 1}\n" for i in range(n // 20)),
}

SHAPES = {
    **{name: Shape("body", make) for name, make in {**INLINES, **BLOCKS, **FACTS}.items()},
    **{name: Shape("front matter", make) for name, make in METADATA.items()},
    **{name: Shape("page", make) for name, make in UNCLOSED.items()},
    **{name: Shape("toc", make) for name, make in TOC.items()},
    **{name: Shape("redirects", make) for name, make in REDIRECTS.items()},
}
