"""Send alerts to a webhook: signed, tried again, in order, each until it is taken.

Reads   alerts that no webhook has taken; the secret
Gives   how many were sent, and a Failure when the receiver did not take one
Misses  a receiver that takes an alert and whose answer is lost gets it again, with the same id

Signed as Standard Webhooks (www.standardwebhooks.com) says: the headers webhook-id, webhook-timestamp and
webhook-signature, the last being HMAC-SHA256 over the two and the body, so that receivers' libraries can check it.
"""

import base64
import binascii
import hashlib
import hmac

import msgspec

from twosource.gather import Fetcher
from twosource.gather.page import instant
from twosource.model import BadSetting, Failure, FetchError
from twosource.run.alerts import Alert
from twosource.store import Store
from twosource.store.feeds import Posted, mark_sent, unsent

PAUSES = (1.0, 5.0, 25.0)
"""Seconds before each further try: half a minute bridges a restart. What lasts longer is tried in the next round."""

BATCH = 100
"""Alerts read at a time."""

PREFIX = "whsec_"


class Webhook:
    """A receiver of alerts. `secret` is text, or base64 behind "whsec_"; raises BadSetting for one that is neither."""

    def __init__(self, url: str, secret: str, fetcher: Fetcher) -> None:
        self.url = url
        self.key = key_of(secret)
        self.fetcher = fetcher

    def send_all(self, store: Store) -> tuple[int, Failure | None]:
        """Send every alert that was not taken yet, in order; stop at the first that is not taken."""
        sent, last = 0, 0
        while True:
            with store.view() as view:
                waiting = unsent(view, last, BATCH)
            if not waiting:
                return sent, None
            for posted in waiting:
                why = self._send(posted)
                if why:
                    return sent, Failure(self.url, "alert", why)
                with store.writer() as writer:
                    mark_sent(writer, posted.number, instant(self.fetcher.network.clock()))
                sent, last = sent + 1, posted.number

    def _send(self, posted: Posted) -> str:
        """Why the receiver did not take an alert, "" when it did."""
        why, body = "", body_of(posted)
        for pause in (0.0, *PAUSES):
            if pause:
                self.fetcher.network.sleep(pause)
            try:
                status = self.fetcher.post(self.url, body, self._headers(posted, body))
            except FetchError as error:
                why = str(error)
                continue
            if 200 <= status < 300:
                return ""
            why = f"the webhook answered with status {status}"
            if status < 500 and status not in (408, 425, 429):  # it will not think otherwise in half a minute
                break
        return why

    def _headers(self, posted: Posted, body: bytes) -> dict[str, str]:
        moment = str(int(self.fetcher.network.clock()))
        return {
            "Content-Type": "application/json",
            "webhook-id": posted.id,
            "webhook-timestamp": moment,
            "webhook-signature": signature(self.key, posted.id, moment, body),
        }


def body_of(posted: Posted) -> bytes:
    """Return what is sent of an alert: its type, when it was made, and the alert itself."""
    alert = msgspec.json.decode(posted.data, type=Alert)
    return msgspec.json.encode({"type": f"story.{alert.kind}", "timestamp": alert.made, "data": alert})


def key_of(secret: str) -> bytes:
    """Return the key that a secret stands for; raises BadSetting when it is empty or no base64 behind "whsec_"."""
    if not secret:
        raise BadSetting("the webhook's secret is empty: put it into the variable that --secret-env names")
    if not secret.startswith(PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise BadSetting("the webhook's secret begins with whsec_ and is not base64 behind it") from error


def signature(key: bytes, id: str, moment: str, body: bytes) -> str:
    """Return the value of the webhook-signature header.

    >>> signature(b"key", "a1", "1700000000", b"{}")
    'v1,FNx2HxhmldevSI7Lpyvjy9TFXqemHzy+uEUVJaDAcAw='
    """
    signed = b".".join((id.encode(), moment.encode(), body))
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
