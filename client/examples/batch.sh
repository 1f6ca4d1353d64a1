#!/bin/sh
# A list in, a table out: sh batch.sh hospitals.csv result.csv
# LICET_URL is the address of the service, LICET_KEY a partner's key with the scope batch.
set -eu
ask() { curl --silent --show-error --fail-with-body --header "authorization: Bearer $LICET_KEY" "$@"; }

# The idempotency key, made of what the list holds, makes a repeated run take up the list that was handed in, not a second one.
key=$(cksum < "$1" | tr ' ' '-')
# A file's name may hold blanks and Chinese characters: each of its bytes is written as %xx.
file=$(printf %s "${1##*/}" | od -An -v -tx1 | tr -d '\n' | tr ' ' '%')
answer=$(ask --header "idempotency-key: $key" --data-binary "@$1" "$LICET_URL/v1/batches?file=$file&lang=en") || { echo "$answer" >&2; exit 1; }
id=$(printf %s "$answer" | sed -n 's/.*"id": *"\(list_[^"]*\)".*/\1/p')
# A state that cannot be had ends the script: whoever asks on would ask for ever.
until state=$(ask "$LICET_URL/v1/batches/$id") || { echo "$state" >&2; exit 1; }; printf %s "$state" | grep -q '"endedAt": *"'; do sleep 1; done
ask --output "$2" "$LICET_URL/v1/batches/$id/result?format=csv"
