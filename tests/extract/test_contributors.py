"""Who reported, wrote and edited, as agencies and papers say it below a report."""

from __future__ import annotations

import pytest

from generator.extract.head.contributors import is_contribution, read_contributors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "(Reporting by Jo Reed and Max Holm; Editing by Xi Wu)",
            [("Jo Reed", "reporting"), ("Max Holm", "reporting"), ("Xi Wu", "editing")],
        ),
        (
            "Additional reporting by Jo Reed in Moscow; writing by Max Holm, editing by Ann Field",
            [("Jo Reed", "additional reporting"), ("Max Holm", "writing"), ("Ann Field", "editing")],
        ),
        ("Reporting by Jo Reed; Writing and editing by Max Holm", [
            ("Jo Reed", "reporting"), ("Max Holm", "writing"), ("Max Holm", "editing"),
        ]),
        ("— With assistance by Alex Holm", [("Alex Holm", "additional reporting")]),
        ("Harbour Radio's Sarah Field contributed to this report.", [("Sarah Field", "additional reporting")]),
        ("The Associated Press contributed to this report.", [("The Associated Press", "additional reporting")]),
        ("The wall fell on Thursday.", []),
    ],
)  # fmt: skip
def test_contributors(text, found):
    assert [(person.name, person.role) for person in read_contributors(text)] == found


def test_what_contributes_to_other_things_is_prose():
    assert not is_contribution("The storm contributed to this flood, the mayor said, and to the one before it.")
    assert not is_contribution("Jo Reed contributed to the fund for the wall.")
