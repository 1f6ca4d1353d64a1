"""Checks what Licet sends when an answer changes (Standard Webhooks). Only the standard library is needed."""
import base64
import hashlib
import hmac
import json
import time

TOLERANCE_SECONDS = 300


def read_delivery(body: bytes, headers: dict, secret: str) -> dict:
    """The event in `body`, the bytes exactly as received; ValueError where it is forged, altered or old.

    `headers` with names in lower case; `secret` is the `whsec_...` that was shown once.
    """
    sent_at = headers["webhook-timestamp"]
    if abs(time.time() - int(sent_at)) > TOLERANCE_SECONDS:
        raise ValueError("too old")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{sent_at}.".encode() + body
    right = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = [one.removeprefix("v1,") for one in headers["webhook-signature"].split(" ")]
    if not any(hmac.compare_digest(right, one) for one in given):
        raise ValueError("not signed with this secret")
    return json.loads(body)
