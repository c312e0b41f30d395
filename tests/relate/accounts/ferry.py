"""Six invented reports of one invented fire at sea, which differ in figures, a name, a day and a quotation."""

from __future__ import annotations

REPORTS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "harbour-wire",
        "Ferry catches fire off Brinemouth, at least eight dead",
        "2016-03-07T06:40:00Z",
        "Harbour Wire",
        """A car ferry with 212 passengers on board caught fire off Brinemouth on Sunday night, and at least
eight people were killed, the coastguard said.

Lifeboats brought 190 passengers ashore before dawn. Some 40 people were injured, most of them by smoke.

The ferry Stella Vane had left Port Arden at 10 p.m. on Sunday with 24 crew.

"It began on the car deck and it went up like paper," said Captain Ruud Hessel, the ship's master.

The coastguard sent four lifeboats and two helicopters. The cause of the fire is not known.""",
    ),
    (
        "gazette",
        "Thirteen dead in Brinemouth ferry fire",
        "2016-03-07T12:10:00Z",
        "Saltland Gazette",
        """Thirteen people were killed when a car ferry burned off Brinemouth on Sunday night, the harbour
office said on Monday.

The Stella Vane had 212 passengers on board when she left Port Arden. Four lifeboats and two helicopters
searched until noon.

"It began on the car deck and went up like dry paper," the master, Captain Ruud Hessel, told the Gazette.

Divers of the Saltland Navy will look at the hull on Wednesday, said Ilse Corman, who leads the inquiry.

The owner, Vane Lines, paid a fine of £240,000 in January because of a broken fire door on the same ship.""",
    ),
    (
        "tribune",
        "Inquiry opens after ferry burns off Brinemouth",
        "2016-03-07T18:30:00Z",
        "Example Tribune",
        """An inquiry was opened on Monday into the fire that killed 13 people aboard the ferry Stella Vane
off Brinemouth.

The ship was carrying 230 passengers, a third more than in an ordinary March, according to the company's own list.

Police arrested two engineers of the company in Port Arden on Monday afternoon, the prosecutor, Dana Okoye, said.

The master, Captain Ruud Hessel, was taken to hospital with burns to his hands.

Passengers said that the alarm had not sounded on the upper deck. "We smelled it before anyone told us," said
Mary Tolland, a teacher from Port Arden.""",
    ),
    (
        "observer",
        "Brinemouth mourns ferry dead",
        "2016-03-08T08:00:00Z",
        "Brinemouth Observer",
        """Brinemouth flew its flags at half mast on Tuesday for the 13 people who were killed on the ferry
Stella Vane.

Lifeboat crews had brought 186 passengers ashore by Monday morning, the coastguard said.

The master, Captain Ruud Hessell, remained in hospital on Tuesday.

"Nobody slept in this town," said mayor Orla Finch, who opened the school hall to survivors.

A service will be held at St Brannock's church on Sunday.""",
    ),
    (
        "copy",
        "Brinemouth mourns ferry dead",
        "2016-03-08T09:15:00Z",
        "Coast Courier",
        """Brinemouth flew its flags at half mast on Tuesday for the 13 people who were killed on the ferry
Stella Vane.

Lifeboat crews had brought 186 passengers ashore by Monday morning, the coastguard said.

The master, Captain Ruud Hessell, remained in hospital on Tuesday.

"Nobody slept in this town," said mayor Orla Finch, who opened the school hall to survivors.

A service will be held at St Brannock's church on Sunday.""",
    ),
    (
        "post",
        "Ferry fire: prosecutor looks at alarm",
        "2016-03-09T07:20:00Z",
        "Placeholder Post",
        """The prosecutor Dana Okoye said on Tuesday that the alarm of the ferry Stella Vane may have been
switched off before the fire that killed 13 people off Brinemouth.

About 50 people were injured when the car ferry burned on Sunday night, according to the hospital in Port Arden.

The ship left Port Arden on Sunday with 212 passengers on board.

Vane Lines has taken its other three ferries out of service. Its shares fell by 9 percent on Tuesday.""",
    ),
)
"""Id, title, when it was published, who published it, text."""


def as_markdown(report: tuple[str, str, str, str, str]) -> str:
    """A report as a page that somebody wrote."""
    identity, title, published, source, text = report
    return f"---\nid: {identity}\ntitle: '{title}'\npublished: {published}\nsource: {source}\n---\n\n{text}\n"
