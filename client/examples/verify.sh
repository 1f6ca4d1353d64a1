#!/bin/sh
# May one rely on this hospital for this treatment, today? Prints the whole answer.
# LICET_URL is the address of the service, LICET_KEY a partner's key (may be left out).
set -eu
curl --silent --show-error --fail-with-body \
  ${LICET_KEY:+--header "authorization: Bearer $LICET_KEY"} \
  --header 'content-type: application/json' \
  --data '{"name": "Ruijin Hospital", "city": "Shanghai", "service": "G06", "lang": "en"}' \
  "$LICET_URL/v1/verify"
