# Usage: fish --no-config ask.fish SCRIPT LINE…
# Prints each line, and what the script offers for its last word.
source $argv[1]
for line in $argv[2..-1]
    echo '$' $line
    complete --do-complete $line | string replace --regex '\t.*' ''
end
true
