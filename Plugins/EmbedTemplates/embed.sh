#!/bin/sh
# embed.sh <output> <folder>/ <file of the folder>...: the files as texts in Swift, by their paths in the folder.
set -eu
output=$1
folder=$2
shift 2
{
  echo 'let embeddedFiles: [(name: String, text: String)] = ['
  for file; do
    printf '(\n"%s",\n####"""\n' "${file#"$folder"}"
    cat "$file"
    printf '\n"""####\n),\n'
  done
  echo ']'
} >"$output"
