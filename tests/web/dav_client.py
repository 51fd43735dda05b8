"""A calendar program as it speaks on the wire, and what it reads back."""

import base64
import re
from xml.etree import ElementTree

DAV, CAL, SERVER = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{http://calendarserver.org/ns/}"
NAMES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/" xmlns:a="http://apple.com/ns/ical/"'


class Program:
    """One device with its password."""

    def __init__(self, house, email, password, agent="Mozilla/5.0 Thunderbird/140.0"):
        self.client = house.client().client
        self.app = house.app
        token = base64.b64encode(f"{email}:{password}".encode()).decode()
        self.headers = {"Authorization": f"Basic {token}", "User-Agent": agent}

    def ask(self, method, path, body="", depth=None, **headers):
        more = {} if depth is None else {"Depth": str(depth)}
        with self.app.app_context():
            return self.client.open(
                path, method=method, data=body, headers={**self.headers, **more, **headers}
            )

    def find(self, path, *names, depth=0):
        """The properties of each address: {path: {name: element}}; the names that are lacking stand under None."""
        inside = "".join(f"<{name}/>" for name in names)
        body = f"<d:propfind {NAMES}><d:prop>{inside}</d:prop></d:propfind>" if names else ""
        return answers(self.ask("PROPFIND", path, body, depth))

    def home(self):
        [found] = self.find("/dav/", "d:current-user-principal").values()
        return found[f"{DAV}current-user-principal"].findtext(f"{DAV}href")

    def calendars(self):
        """The calendars by their names."""
        found = self.find(self.home(), "d:displayname", "d:resourcetype", depth=1)
        return {
            properties[f"{DAV}displayname"].text: path
            for path, properties in found.items()
            if properties[f"{DAV}resourcetype"].find(f"{CAL}calendar") is not None
        }

    def sync(self, path, token=""):
        """What changed since a token: ({path: tag or None where it went}, the next token)."""
        answer = self.ask("REPORT", path, sync_body(token), 0)
        assert answer.status_code == 207, answer.text
        found = {
            where: properties and properties[f"{DAV}getetag"].text
            for where, properties in answers(answer).items()
        }
        return found, ElementTree.fromstring(answer.data).findtext(f"{DAV}sync-token")

    def read(self, path, hrefs):
        """The members at these addresses as text; None where there is none."""
        listed = "".join(f"<d:href>{href}</d:href>" for href in hrefs)
        body = f"<c:calendar-multiget {NAMES}><d:prop><d:getetag/><c:calendar-data/></d:prop>{listed}</c:calendar-multiget>"
        found = answers(self.ask("REPORT", path, body, 1))
        return {
            where: properties and properties[f"{CAL}calendar-data"].text
            for where, properties in found.items()
        }

    def query(self, path, inside, zone=""):
        """The titles that pass a filter on what is in the VCALENDAR."""
        answer = self.ask("REPORT", path, query_body(inside, zone), 1)
        assert answer.status_code == 207, answer.text
        return sorted(
            title_in(properties[f"{CAL}calendar-data"].text) for properties in answers(answer).values()
        )

    def titles(self, path):
        """What a person sees of a calendar after a first visit."""
        found, _ = self.sync(path)
        return sorted(title_in(text) for text in self.read(path, found).values())


def sync_body(token, more="", names="<d:getetag/>"):
    return (
        f"<d:sync-collection {NAMES}><d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level>{more}"
        f"<d:prop>{names}</d:prop></d:sync-collection>"
    )


def query_body(inside, zone=""):
    return (
        f"<c:calendar-query {NAMES}><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>"
        f'<c:comp-filter name="VCALENDAR">{inside}</c:comp-filter></c:filter>{zone}</c:calendar-query>'
    )


def answers(response):
    """A multistatus as {path: {name: element}}, None for what is not there; lacking names under the key None."""
    assert response.status_code == 207, (response.status_code, response.text)
    found = {}
    for each in ElementTree.fromstring(response.data).iter(f"{DAV}response"):
        path = each.findtext(f"{DAV}href")
        if each.find(f"{DAV}status") is not None:
            assert "404" in each.findtext(f"{DAV}status")
            found[path] = None
            continue
        found[path] = {}
        for group in each.iter(f"{DAV}propstat"):
            inside = group.find(f"{DAV}prop")
            if "200" in group.findtext(f"{DAV}status"):
                found[path].update({element.tag: element for element in inside})
            else:
                assert "404" in group.findtext(f"{DAV}status")
                found[path][None] = [element.tag for element in inside]
    return found


def title_in(text):
    return re.search(r"^SUMMARY:(.*?)\r?$", re.sub("\r?\n ", "", text), re.M)[1].replace("\\", "")


def added(browser, name="Thunderbird at the office"):
    """The password of a new calendar program, as its officer reads it from the page."""
    page = browser.submit("/account/calendar-programs", {"name": name})
    assert page.status_code == 200, page.text
    return re.search(r"\b(?:\w{4}-){6}\w{4}\b", page.text)[0]
