"""What readers' marks hang on: which report or story an element shows, and of when. Out: its attributes."""

from __future__ import annotations

from markupsafe import Markup, escape

from generator.moments import Moment, format_moment


def reader_mark(identity: str, moment: Moment | None, kind: str = "") -> Markup:
    """` data-id="…" data-when="…"`; a story has a kind, for its id is that of its first report."""
    named = f' data-id="{escape(identity)}"'
    kind_of = f' data-kind="{kind}"' if kind else ""
    when = f' data-when="{format_moment(moment)}"' if moment else ""
    return Markup(named + kind_of + when)  # noqa: S704  escaped above
