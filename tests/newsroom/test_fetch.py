"""Fetching: which addresses may be asked, what comes of each answer, how often, how long, how much."""

import gzip
import socket
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import Clock, Newsroom, Reply, bomb, redirect
from twosource.gather import Fetcher, Limits, Manners, Network
from twosource.gather.fetch_address import is_public, target_of
from twosource.gather.fetch_many import Wanted, fetch_all
from twosource.gather.fetch_robots import rules_of
from twosource.model import FetchError

HOST = "news.example"
QUICK = Manners(hosts=1)
HASTY = Manners(total=0.5)  # for what is slow on purpose: this machine may be slow without any


def site(**paths):
    """A room of one host: path without its slash, `_` for `.`, to Reply."""
    plan = {HOST: {f"/{path.replace('_', '.')}": [("00:00", reply)] for path, reply in paths.items()}}
    return Newsroom(plan, Clock("2026-03-10T08:00:00"))


def refusal(room, url, manners=QUICK, **more):
    with room, pytest.raises(FetchError) as raised:
        Fetcher(manners, room.network, **more).fetch(url)
    return str(raised.value)


PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "64:ff9b::808:808"]
NOT_PUBLIC = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1", "192.0.0.8", "::1", "::", "fe80::1",
    "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::a00:1",
    "64:ff9b:1::1", "2002:7f00:1::", "2001:db8::1", "fec0::1", "nonsense", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_the_open_internet_may_be_asked(address):
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_nothing_else_may(address):
    assert not is_public(address)


@given(st.integers(0, 2**32 - 1), st.sampled_from(["::ffff:{}", "64:ff9b::{}"]))
def test_an_address_in_disguise_is_as_public_as_itself(number, disguise):
    plain = socket.inet_ntoa(number.to_bytes(4, "big"))
    assert is_public(disguise.format(plain)) == is_public(plain)


TARGETS = [
    ("http://News.Example", "http://news.example/"),
    ("https://news.example:443/a b?q=é#part", "https://news.example/a%20b?q=%C3%A9"),
    ("http://news.example./a", "http://news.example/a"),
    ("http://news.example:8080/", "http://news.example:8080/"),
    ("http://bücher.example/", "http://xn--bcher-kva.example/"),
    ("http://[2606:2800:220:1::1]:8080/", "http://[2606:2800:220:1::1]:8080/"),
]
BAD_TARGETS = [
    ("ftp://news.example/", "only http and https"),
    ("file:///etc/passwd", "only http and https"),
    ("http://", "names no site"),
    ("http://user:secret@news.example/", "user name or password"),
    ("http://news.example@127.0.0.1/", "user name or password"),
    ("http://news.example:22/", "another service"),
    ("http://news.example:99999/", "not a web address"),
    ("http://news.example/" + "a" * 5_000, "longer than"),
    ("javascript:alert(1)", "only http and https"),
]


@pytest.mark.parametrize(("url", "expected"), TARGETS)
def test_an_address_has_one_form(url, expected):
    assert target_of(url).url == expected


@pytest.mark.parametrize(("url", "why"), BAD_TARGETS)
def test_other_addresses_are_refused(url, why):
    with pytest.raises(FetchError, match=why):
        target_of(url)


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_text_breaks_the_reading_of_an_address(url, base):
    for given_url in (url, f"http://{url}", f"http://news.example/{url}"):
        try:
            target = target_of(given_url, f"http://{base}" if base else "")
        except FetchError:
            continue
        assert target.scheme in ("http", "https")
        assert target_of(target.url).url == target.url


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_this_machine_is_not_asked_by_any_of_its_names(host):
    def resolve(name, port):
        return tuple(str(found[4][0]) for found in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM))

    room = site()
    network = room.network._replace(resolve=resolve)
    with pytest.raises(FetchError, match="not on the open internet"):
        Fetcher(QUICK, network).fetch(f"http://{host}/")
    room.server.server_close()
    assert room.asked == []


def test_a_name_that_changes_its_address_between_check_and_call_gains_nothing():
    room, answers = site(page=Reply(b"<p>x")), iter([("93.184.216.1",)] * 3 + [("127.0.0.1",)] * 9)
    asked = []

    def connect(address, port, seconds):
        asked.append(address)
        return room.connect("93.184.216.1", port, seconds)

    network = room.network._replace(resolve=lambda host, port: next(answers), connect=connect)
    with room:
        fetcher = Fetcher(QUICK, network)
        assert fetcher.fetch(f"http://{HOST}/page").data == b"<p>x"
        with pytest.raises(FetchError, match="not on the open internet"):
            fetcher.fetch(f"http://{HOST}/page")
    assert set(asked) == {"93.184.216.1"}


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    room = site()
    network = room.network._replace(resolve=lambda host, port: ("93.184.216.1", "10.0.0.1"))
    assert "10.0.0.1" in refusal_of(room, network)


def refusal_of(room, network):
    with room, pytest.raises(FetchError) as raised:
        Fetcher(QUICK, network).fetch(f"http://{HOST}/page")
    return str(raised.value)


def test_private_addresses_are_asked_when_that_is_allowed():
    room = site(page=Reply(b"<p>x"))
    network = room.network._replace(
        resolve=lambda host, port: ("10.0.0.7",),
        connect=lambda address, port, seconds: room.connect("93.184.216.1", port, seconds),
    )
    with room:
        assert Fetcher(Manners(private=True), network).fetch(f"http://{HOST}/page").data == b"<p>x"


def test_the_next_address_is_tried_when_the_first_leads_nowhere():
    room = site(page=Reply(b"<p>x"))

    def connect(address, port, seconds):
        if ":" in address:
            raise ConnectionRefusedError
        return room.connect(address, port, seconds)

    network = room.network._replace(resolve=lambda host, port: ("2606:2800:220:1::1", "93.184.216.1"), connect=connect)
    with room:
        assert Fetcher(QUICK, network).fetch(f"http://{HOST}/page").data == b"<p>x"


ANSWERS = [
    (Reply(b"", 401), "log-in"),
    (Reply(b"", 403), "refuses"),
    (Reply(b"", 404), "no such page"),
    (Reply(b"", 410), "removed for good"),
    (Reply(b"", 451), "legal reasons"),
    (Reply(b"", 500), "status 500"),
    (Reply(b"", 204), "status 204"),
    (Reply(b"", 304), "304"),
    (Reply(b"%PDF", media_type="application/pdf"), "a PDF file"),
    (Reply(b"GIF8", media_type="image/gif"), "a picture"),
    (Reply(b"x" * 5_000), "too large: 5,000 bytes"),
    (Reply(b"x" * 1_500, drip=0.000001), "too large"),
    (bomb(500_000), "too large: more than 1,000 bytes, unpacked"),
    (Reply(b"<p>slow</p>" * 60, drip=0.05), "longer than 0.5 seconds"),
    (Reply(b"no gzip", headers=(("Content-Encoding", "gzip"),)), "damaged"),
    (Reply(gzip.compress(b"x" * 900)[:-9], headers=(("Content-Encoding", "gzip"),)), "cut off"),
    (Reply(b"x", headers=(("Content-Encoding", "br"),)), "not asked for"),
    (redirect("/page"), "circle"),
    (redirect("ftp://news.example/"), "only http"),
    (redirect("http://unknown.example/"), "no address is known for unknown.example"),
    (redirect("http://169.254.169.254/latest"), "not on the open internet"),
]


@pytest.mark.parametrize(("reply", "why"), ANSWERS)
def test_what_is_no_page_is_refused_in_one_sentence(reply, why):
    manners = HASTY if "longer" in why else QUICK
    assert why in refusal(site(page=reply), f"http://{HOST}/page", manners, limits=Limits(page_bytes=1_000))


def test_redirects_are_followed_to_where_the_page_is():
    with site(a=redirect("b", 301), b=redirect(f"http://{HOST}/c?x=1", 307), **{"c?x=1": Reply(b"<p>here")}) as room:
        found = Fetcher(QUICK, room.network).fetch(f"http://{HOST}/a#top")
    assert (found.url, found.data, found.media_type) == (f"http://{HOST}/c?x=1", b"<p>here", "text/html")


def test_packed_pages_are_unpacked_and_pages_of_several_members_too():
    packed = gzip.compress(b"<p>one") + gzip.compress(b"</p>two")
    with site(page=Reply(packed, headers=(("Content-Encoding", "gzip"),))) as room:
        assert Fetcher(QUICK, room.network).fetch(f"http://{HOST}/page").data == b"<p>one</p>two"


def test_an_answer_that_has_not_changed_is_not_sent_again():
    with site(page=Reply(b"<p>x")) as room:
        fetcher = Fetcher(QUICK, room.network)
        first = fetcher.fetch(f"http://{HOST}/page")
        again = fetcher.fetch(f"http://{HOST}/page", etag=first.etag)
    assert (first.fresh, again.fresh, again.data) == (True, False, b"")


ROBOTS = [
    (Reply(b"User-agent: *\nDisallow: /", media_type="text/plain"), "robots.txt forbids"),
    (Reply(b"User-agent: twosource\nDisallow: /page\n\nUser-agent: *\nAllow: /"), "robots.txt forbids"),
    (Reply(b"", 500), "could not be had (status 500)"),
    (Reply(b"", 429), "could not be had (status 429)"),
    (Reply(b"x", drip=1.0), "could not be had: it took longer"),
]


@pytest.mark.parametrize(("robots", "why"), ROBOTS)
def test_robots_txt_is_obeyed(robots, why):
    room = site(page=Reply(b"<p>x"), robots_txt=robots)
    assert why in refusal(room, f"http://{HOST}/page", HASTY if robots.drip else QUICK)
    assert "/page" not in [path for _, path, _ in room.asked]


@pytest.mark.parametrize("robots", [Reply(b"", 404), Reply(b"", 403), Reply(b"\xff\xfe\x00 rubbish"), bomb(3_000_000)])
def test_a_site_without_rules_may_be_asked(robots):
    with site(page=Reply(b"<p>x"), robots_txt=robots) as room:
        assert Fetcher(QUICK, room.network).fetch(f"http://{HOST}/page").data == b"<p>x"


def test_the_rules_of_the_host_that_a_redirect_leads_to_hold():
    plan = {
        HOST: {"/page": [("00:00", redirect("http://other.example/page"))]},
        "other.example": {"/robots.txt": [("00:00", Reply(b"User-agent: *\nDisallow: /"))]},
    }
    room = Newsroom(plan, Clock("2026-03-10T08:00:00"))
    assert "robots.txt forbids" in refusal(room, f"http://{HOST}/page")


def test_requests_to_one_host_keep_its_pause_and_others_do_not_wait():
    robots = Reply(b"User-agent: *\nCrawl-delay: 7", media_type="text/plain")
    with site(page=Reply(b"<p>x"), robots_txt=robots) as room:
        fetcher, clock = Fetcher(QUICK, room.network), room.clock
        times = []
        for _ in range(3):
            fetcher.fetch(f"http://{HOST}/page")
            times.append(clock.now)
    assert [later - earlier for earlier, later in pairwise(times)] == [7.0, 7.0]


def test_a_site_that_asks_to_wait_is_not_asked_before():
    with site(page=Reply(b"", 503, headers=(("Retry-After", "3600"),)), other=Reply(b"<p>x")) as room:
        fetcher = Fetcher(QUICK, room.network)
        waits = []
        for path in ("page", "other"):
            with pytest.raises(FetchError) as raised:
                fetcher.fetch(f"http://{HOST}/{path}")
            waits.append((raised.value.status, round(raised.value.wait)))
        room.clock.now += 3_600
        assert fetcher.fetch(f"http://{HOST}/other").data == b"<p>x"
    assert waits == [(503, 3600), (429, 3600)]
    assert [path for _, path, _ in room.asked] == ["/robots.txt", "/page", "/other"]


def test_rules_are_kept_for_a_day():
    assert rules_of(200, b"", "twosource", 100.0).until == 100.0 + 86_400


def test_no_secure_connection_is_a_failure():
    why = refusal(site(page=Reply(b"<p>x")), f"https://{HOST}/page")
    assert "no secure connection" in why


def test_a_server_that_takes_the_connection_and_says_nothing_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        network = Network(
            lambda host, port: ("93.184.216.1",),
            lambda address, port, seconds: socket.create_connection(silent.getsockname(), timeout=seconds),
        )
        for scheme in ("http", "https"):
            with pytest.raises(FetchError, match=r"longer than 0\.5 seconds|did not answer"):
                Fetcher(HASTY, network).fetch(f"{scheme}://{HOST}/")


GOOD = [
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    b"HTTP/1.1 301 Moved\r\nLocation: http://news.example/x\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 503 No\r\nRetry-After: Tue, 10 Mar 2026 09:00:00 GMT\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"x" * 100),
    b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\nCache-Control: max-age=99999999999999\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nhello",
    b"HTTP/1.1 429 No\r\nRetry-After: 99999999999999999999999999999\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\nx",
]


@settings(max_examples=60)
@given(st.sampled_from(GOOD), st.integers(0, 120), st.integers(0, 8), st.binary(max_size=6))
def test_no_answer_is_more_than_a_failure(good, at, length, rubbish):
    def answer(address, port, seconds):
        ours, theirs = socket.socketpair()
        theirs.sendall(good[:at] + rubbish + good[at + length :])
        theirs.shutdown(socket.SHUT_WR)
        theirs.close()
        ours.settimeout(seconds)
        return ours

    network = Network(lambda host, port: ("93.184.216.1",), answer, lambda: 0.0, lambda seconds: None)
    try:
        Fetcher(QUICK, network).fetch(f"http://{HOST}/")
    except FetchError as error:
        assert str(error)


def test_several_hosts_at_once_answer_in_order():
    hosts = [f"host{number}.example" for number in range(5)]
    plan = {host: {f"/{n}": [("00:00", Reply(f"{host} {n}".encode()))] for n in range(3)} for host in hosts}
    with Newsroom(plan, Clock("2026-03-10T08:00:00")) as room:
        wanted = [Wanted(f"http://{host}/{n}") for host in hosts for n in (0, 1, 2, 3)]
        found = list(fetch_all(Fetcher(Manners(hosts=1), room.network), wanted, workers=4))
    assert [one.url for one, _ in found] == [one.url for one in wanted]
    texts = ["404" if isinstance(answer, FetchError) else answer.data.decode() for _, answer in found]
    assert texts[:4] == ["host0.example 0", "host0.example 1", "host0.example 2", "404"]
