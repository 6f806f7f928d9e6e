"""What a question may be asked with: the parameters of its function, those that it shares with others spelled out."""

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from ocdb.text import fold
from ocdb.words.language import _
from ocdb.words.suggestions import suggest


@cache
def signature(question: Callable[..., Any]) -> inspect.Signature:
    """Return the signature of a question without its reader, with each keyword that it takes by its name."""
    hints = get_type_hints(question)
    own = list(inspect.signature(question).parameters.values())[1:]
    parameters: list[inspect.Parameter] = []
    for parameter in own:
        if parameter.kind is parameter.VAR_KEYWORD:
            (shared,) = get_args(hints[parameter.name])
            parameters += [
                inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
                for name, kind in get_type_hints(shared).items()
            ]
        else:
            parameters.append(parameter.replace(annotation=hints[parameter.name]))
    return inspect.Signature(parameters, return_annotation=hints.get("return"))


def refuse_unknown(question: Callable[..., Any], name: str, given: Mapping[str, Any]) -> None:
    """Refuse keywords that a question doesn't take: to ignore one would answer another question.

    Args:
        question: its function.
        name: what its callers call it.
        given: the keywords.

    Raises:
        TypeError: there is one; the message names the nearest, and all.
    """
    known = list(signature(question).parameters)
    for keyword in given:
        if keyword not in known:
            near = suggest(keyword, {fold(one): one for one in known})
            message = _("{question} has no keyword {name}").format(question=f"{name}()", name=keyword)
            every = _("It takes: {names}.").format(names=", ".join(known))
            raise TypeError(" ".join(filter(None, (f"{message}.", near, every))))
