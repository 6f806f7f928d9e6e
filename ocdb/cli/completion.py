"""Completion in bash, zsh and fish: commands, options, and values as the database has them; files where one is meant.

Typer works out the candidates; the scripts are ours, as those of Typer offer local files where there are none. Each
asks for lines of candidate and meaning, and lets its shell quote what is chosen: L'Oriental, Côte d'Ivoire.
"""

import os
import sys
from pathlib import Path
from types import ModuleType

import typer

_ASK = "env _OCDB_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=get-args _TYPER_COMPLETE_ARGS={line} ocdb"
# Bash makes three words of --country=Mo, and completes the last. A comma between names needs no backslash.
_BASH = rf"""
_ocdb_completion() {{
    local line value
    COMPREPLY=()
    line="${{COMP_WORDS[*]:0:COMP_CWORD+1}}"
    line="${{line// = /=}}"
    [[ $line == *' =' ]] && line="${{line% =}}="
    while IFS=$'\t' read -r value _; do
        [ -n "$value" ] || continue
        case "${{COMP_WORDS[COMP_CWORD]}}" in
            [\'\"]*) COMPREPLY+=("$value") ;;
            *) printf -v value '%q' "$value"; COMPREPLY+=("${{value//\\,/,}}") ;;
        esac
    done < <({_ASK.format(line='"$line"')} 2>/dev/null)
    [[ ${{#COMPREPLY[@]}} -eq 1 && ${{COMPREPLY[0]}} == */ ]] && compopt -o nospace
    return 0
}}
complete -o nosort -F _ocdb_completion ocdb 2>/dev/null || complete -F _ocdb_completion ocdb
"""
# With -U the shell keeps also what differs in case and accents from what was typed; in our order, not its own.
_ZSH = rf"""
_ocdb_completion() {{
    local line
    local -a values meanings
    for line in "${{(@f)$({_ASK.format(line='"${words[1,$CURRENT]}"')} 2>/dev/null)}}"; do
        [ -n "$line" ] || continue
        values+=("${{line%%$'\t'*}}")
        meanings+=("${{line//$'\t'/  -- }}")
    done
    compset -P '--*='
    compadd -U -V ocdb -l -d meanings -a values
}}
compdef _ocdb_completion ocdb
"""
# Fish completes the whole of --country=Mo.
_FISH = rf"""
function __ocdb_completion
    set -l begin (string match -r -- '^--[^=]*=' (commandline -ct))
    {_ASK.format(line="(commandline -cp)")} 2>/dev/null | string replace -r -- '^' "$begin"
end
complete --command ocdb --no-files --keep-order --arguments "(__ocdb_completion)"
"""
SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


class _AsTheyAre(ModuleType):
    """Stands in the place of the module by which Typer takes Rich's markup out of meanings: there is none in ours."""

    @staticmethod
    def rich_render_text(text: str) -> str:
        """Return a meaning as it is."""
        return text


def without_markup() -> None:
    """Let Typer show meanings without Rich, whose import would take longer than all else in a completion."""
    name = "typer.rich_utils"
    sys.modules.setdefault(name, _AsTheyAre(name))


def show_script(shell: str | None) -> None:
    """Print the script of a shell and stop; nothing where none is asked for."""
    if shell:
        print(SCRIPTS[shell].strip())
        raise typer.Exit


def complete_path(incomplete: str) -> list[str]:
    """Return the files and directories that a path may mean; a directory ends in a slash."""
    folder, begun = os.path.split(incomplete)
    try:
        entries = sorted(Path(os.path.expanduser(folder) or ".").iterdir())  # noqa: PTH111  as the shell does
    except (OSError, ValueError):
        return []
    return [
        os.path.join(folder, entry.name) + ("/" if entry.is_dir() else "")  # noqa: PTH118  it is written as it was begun
        for entry in entries
        if entry.name.startswith(begun) and (begun.startswith(".") or not entry.name.startswith("."))
    ]
