# Usage: zsh -f ask.zsh SCRIPT LINE…
# Prints each line, and what the script offers for its last word. Only a shell with a terminal completes; it has one of its
# own here, and what is added to the list of matches is written down.
zmodload zsh/zpty
found=$(mktemp)
cat >$found.rc <<EOF
PROMPT='' RPROMPT=''
autoload -Uz compinit && compinit -D -u
source ${(q)1}
compadd() {
  if [[ " \$* " == *" -"[ADO]" "* ]]; then builtin compadd "\$@"; return; fi
  local -a hits
  builtin compadd -O hits "\$@"
  print -rl -- \$hits >>${(q)found}
  builtin compadd "\$@"
}
ask() { _main_complete; print done >>${(q)found} }
zle -C ask list-choices ask
bindkey '^X' ask
EOF
zpty shell zsh -f -i
zpty -w shell "source $found.rc"
for line in "${@:2}"; do
  print -r -- "\$ $line"
  zpty -w -n shell $'\x15'"$line"$'\x18'
  for ((round = 0; round < 500; round++)); do
    while zpty -r -t shell output; do done
    [[ $(tail -n 1 $found) == done ]] && break
    sleep 0.02
  done
  sed '/^done$/d; /^-$/d' $found
  : >$found
done
zpty -d shell
rm -f $found $found.rc
