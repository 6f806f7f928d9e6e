"""All that a language model needs to draft one article: the guide, the article by paragraphs, and a draft by rules."""

from ocdb.intake.draft.findings import Findings
from ocdb.words.language import N_, _

BEGIN_WITH = N_(
    "Rules made this of the article; correct it, complete it and remove what isn't so. Keep the hash, the number of "
    "paragraphs and the slugs of the registers. Replace made_by: rules by made_by: assistant."
)


def prompt(guide: str, found: Findings, fixture: str) -> str:
    """Return the prompt, in Markdown.

    Args:
        guide: how a fixture is written.
        found: what was found in the article, and its paragraphs.
        fixture: the draft that was made of it.
    """
    numbered = (f"[{number}] {paragraph}" for number, paragraph in enumerate(found.paragraphs, 1))
    article = "\n".join(["<article>", *numbered, "</article>"])
    draft = f"{_(BEGIN_WITH)}\n\n```yaml\n{fixture.rstrip()}\n```"
    titles = _("The article"), _("A draft to begin with")
    return f"{guide}\n## {titles[0]}\n\n{article}\n\n## {titles[1]}\n\n{draft}\n"
