"""HTML becomes text that reads as it was laid out."""

import pytest

from raadhus.parsing.sources._markup import lines_of


def text(markup: str) -> str:
    return "\n".join(
        ("" if not n or not line.gap else "\n") + line.text for n, line in enumerate(lines_of(markup))
    )


@pytest.mark.parametrize(
    ("markup", "reads"),
    [
        ("Bare tekst", "Bare tekst"),
        ("Én linje\nto\n\nny", "Én linje\nto\n\nny"),
        ("<p>Ét</p><p>To</p>", "Ét\n\nTo"),
        ("<div>Ét</div><div>To</div>", "Ét\nTo"),
        ("Ét<br>To<br/>Tre", "Ét\nTo\nTre"),
        ("<p>Et <b>fedt</b>&nbsp;ord &amp; et til</p>", "Et fedt ord & et til"),
        (
            "<p>Før</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>Efter</p>",
            "Før\n\n• a\n• b\n\n◦ c\n\nEfter",
        ),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ('<ol start="3"><li>a</li></ol>', "3. a"),
        ("<ul><li><p>· a</p></li></ul>", "• a"),
        (
            "<table><tr><th>År</th><th>Kr.</th></tr><tr><td>2031</td><td>5 <b>mio</b></td></tr></table>",
            "År | Kr.\n2031 | 5 mio",
        ),
        ("<table><tr><td>a</td><td></td><td>c</td></tr></table>", "a | | c"),
        ("<table><tr><td><p>Ramme</p><p>om tekst</p></td></tr></table>", "Ramme\n\nom tekst"),
        ("<h2>Titel</h2><p>Tekst</p>", "Titel\n\nTekst"),
        ("<p>a</p><script>x()</script><style>p{}</style><!-- x --><p>b</p>", "a\n\nb"),
        ('<p style="display: none">skjult</p><p hidden>også</p><p>vist</p>', "vist"),
        ('<a href="javascript:x()">Link</a> og <img alt="billede" src="x">', "Link og billede"),
        ("&lt;p&gt;Dobbelt&lt;/p&gt;&lt;p&gt;skrevet&lt;/p&gt;", "Dobbelt\n\nskrevet"),
        ("5 < 6 og 7 > 2", "5 < 6 og 7 > 2"),
        ("", ""),
        ("<p>&nbsp;</p>", ""),
        ("<pre>a\n  b</pre>", "a\nb"),
    ],
)
def test_a_fragment_reads_as_it_was_laid_out(markup: str, reads: str) -> None:
    assert text(markup) == reads


def test_very_deep_markup_loses_no_words() -> None:
    assert "bunden" in text("<div>" * 3000 + "bunden" + "</div>" * 3000)


def test_headings_say_so() -> None:
    heading, body = lines_of("<h3>Titel</h3><p>Tekst</p>")
    assert (heading.level, body.level) == (3, 0)
