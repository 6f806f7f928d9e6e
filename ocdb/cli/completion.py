"""Completion in bash, zsh and fish: commands, options, and values as the database has them; files where one is meant.

Typer works out the candidates; the scripts are ours, as those of Typer offer local files where there are none. Each
asks for lines of candidate and meaning, and lets its shell quote what is chosen: L'Oriental, Côte d'Ivoire.
"""

import os
from pathlib import Path

import typer

_ASK = "env _OCDB_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=get-args _TYPER_COMPLETE_ARGS={line} ocdb"
_BASH = rf"""
_ocdb_completion() {{
    local line value
    COMPREPLY=()
    while IFS=$'\t' read -r value _; do
        [ -n "$value" ] || continue
        case "${{COMP_WORDS[COMP_CWORD]}}" in
            [\'\"]*) COMPREPLY+=("$value") ;;
            *) printf -v value '%q' "$value"; COMPREPLY+=("$value") ;;
        esac
    done < <({_ASK.format(line='"${COMP_WORDS[*]:0:COMP_CWORD+1}"')} 2>/dev/null)
    [[ ${{#COMPREPLY[@]}} -eq 1 && ${{COMPREPLY[0]}} == */ ]] && compopt -o nospace
    return 0
}}
complete -F _ocdb_completion ocdb
"""
_ZSH = rf"""
_ocdb_completion() {{
    local line
    local -a values meanings
    for line in "${{(@f)$({_ASK.format(line='"${words[1,$CURRENT]}"')} 2>/dev/null)}}"; do
        [ -n "$line" ] || continue
        values+=("${{line%%$'\t'*}}")
        meanings+=("${{line//$'\t'/  -- }}")
    done
    compadd -l -d meanings -a values
}}
compdef _ocdb_completion ocdb
"""
_FISH = rf"""
complete --command ocdb --no-files --arguments "({_ASK.format(line="(commandline -cp)")} 2>/dev/null)"
"""
SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


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
