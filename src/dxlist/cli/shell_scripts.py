"""``SCRIPTS``: a shell -> the script that asks dxlist what could stand at the cursor.

Each hands over the line up to the cursor and takes a candidate a line; where there is none the shell completes files.
"""

from __future__ import annotations

_BASH = r"""# dxlist: completion for bash
_dxlist_completion() {
    local found
    COMPREPLY=()
    while IFS= read -r found; do
        COMPREPLY+=("$found")
    done < <(_DXLIST_COMPLETE=bash _DXLIST_LINE="${COMP_LINE:0:COMP_POINT}" _DXLIST_WORD="$2" "$1" 2>/dev/null)
}
complete -o bashdefault -o default -F _dxlist_completion dxlist
"""

_ZSH = r"""#compdef dxlist
# dxlist: completion for zsh (behind compinit)
_dxlist_completion() {
    local -a found
    found=("${(@f)$(_DXLIST_COMPLETE=zsh _DXLIST_LINE="${(j: :)words[1,CURRENT]}" "${words[1]}" 2>/dev/null)}")
    if [[ -n "${found[1]}" ]]; then
        compadd -- "${found[@]}"
    else
        _files
    fi
}
compdef _dxlist_completion dxlist
"""

_FISH = r"""# dxlist: completion for fish
function __dxlist_completion
    _DXLIST_COMPLETE=fish _DXLIST_LINE=(commandline -cp | string collect) dxlist 2>/dev/null
end
complete --command dxlist --arguments '(__dxlist_completion)'
"""

_POWERSHELL = r"""# dxlist: completion for PowerShell
Register-ArgumentCompleter -Native -CommandName dxlist -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString()
    if ($cursorPosition -lt $line.Length) { $line = $line.Substring(0, $cursorPosition) }
    elseif ($wordToComplete -eq '') { $line = $line.TrimEnd() + ' ' }
    $before = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $env:_DXLIST_COMPLETE = 'powershell'
    $env:_DXLIST_LINE = $line
    try {
        dxlist 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
        }
    } finally {
        Remove-Item Env:_DXLIST_COMPLETE, Env:_DXLIST_LINE
        [Console]::OutputEncoding = $before
    }
}
"""

SCRIPTS: dict[str, str] = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}
