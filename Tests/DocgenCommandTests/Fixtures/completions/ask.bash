# Usage: bash --norc ask.bash SCRIPT LINE…
# Prints each line, and what the script offers for its last word.
source "$1"
for line in "${@:2}"; do
  printf '$ %s\n' "$line"
  read -ra COMP_WORDS <<<"${line//=/ = }"
  if [[ $line == *' ' ]]; then COMP_WORDS+=(''); fi
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _docgen
  printf '%s\n' "${COMPREPLY[@]}"
done
