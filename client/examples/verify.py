"""May one rely on this hospital for this treatment, today? Only the standard library is needed.

LICET_URL is the address of the service, LICET_KEY a partner's key (may be left out).
"""
import json
import os
import sys
import urllib.error
import urllib.request

question = {"name": "Ruijin Hospital", "city": "Shanghai", "service": "G06", "lang": "en"}
request = urllib.request.Request(
    os.environ["LICET_URL"] + "/v1/verify",
    data=json.dumps(question).encode(),
    headers={"content-type": "application/json"},
)
if "LICET_KEY" in os.environ:
    request.add_header("authorization", "Bearer " + os.environ["LICET_KEY"])

try:
    with urllib.request.urlopen(request, timeout=30) as answer:
        verdict = json.load(answer)
except urllib.error.HTTPError as refusal:
    problem = json.load(refusal)
    sys.exit(f"{problem['code']}: {problem['detail']}")

print(f"{verdict['outcome']}: {verdict['summary']}")
for asked in verdict["asked"]:
    following = asked["next"]["text"] if asked["next"] else "nothing"
    print(f"{asked['sentence']}\n  next: {following}")
