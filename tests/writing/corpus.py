"""Events files in all the styles that people write, each valid.

A comment that says `keep` must outlive every edit; one that says `own A` may go with the event
whose title begins with `A`, and only with it.
"""

from __future__ import annotations

from textwrap import indent

from tests.reading.corpus import VALID

A = "date: 2023-10-22\n  title: A first\n  actors: [Japan, South Korea]\n"
B = "date: 2023-11\n  title: B second\n  actors: Russia\n  targets: [Japan]\n"
C = "date: 2024~\n  title: C third\n  actors:\n    - Norway\n    - Kenya\n"

_STYLES = {
    "list": f"- {A}- {B}- {C}",
    "list_one": f"- {A}",
    "list_two_blank": f"- {A}\n- {B}\n- {C}",
    "list_two_blanks": f"- {A}\n\n- {B}\n\n- {C}",
    "list_blank_end": f"- {A}\n- {B}\n\n",
    "list_no_newline": f"- {A}- {C}".rstrip("\n"),
    "list_indented": indent(f"- {A}- {B}", "   "),
    "list_commented": f"""\
# keep: what this file is about

# own A: a remark above the first, which stays since it might head the list
- {A}# own B: directly above
# own B: in two lines
- {B}
# keep: a heading ----------
- {C}# keep: at the end
""",
    "list_marks": f"---\n# keep\n- {A}- {B}...\n# keep: after the end\n",
    "list_mark_no_newline": f"---\n- {A}...",
    "dash_alone": """\
-
  date: 2023
  title: A first
  actors: Japan
-   # own B: beside the dash

  # own B: below the dash
  date: 2024
  title: B second
  actors: Russia
""",
    "wide_dash": """\
-   date: 2023
    title: A first
    actors: Japan
-   title: B second
    date: 2024
    actors: Russia
    importance: 4
""",
    "mapping": """\
title: A file
events:
  - date: 2023
    title: A first
    actors: [Japan]
    sources:
      - https://example.org/1
      # own A: within the sources
      - https://example.org/2  # own A: beside
  - date: 2024
    title: B second
    actors: [Russia]
""",
    "mapping_flush": """\
title: A file
events:
- date: 2023
  title: A first
  actors:
  - Japan
  - Russia
  sources:
  - title: One
    publisher: Two
    # own A: in a source
    date: 2023-01-02
  - https://example.org
- date: 2024
  title: B second
  actors: [Russia]
timezone: Asia/Seoul
""",
    "mapping_middle": """\
# keep: top
title: A file
events:   # keep: all of them

  # keep: a head of the list ------
  - date: 2023
    title: A first   # own A: beside
    actors: [Japan]

  # own B: above
  - date: 2024
    title: B second
    actors: [Russia]
    # own B: at the end, within

# keep: on periods
periods:
  - {name: P, date: 2023/2024}
""",
    "mapping_first": """\
events:
    - date: 2023
      title: A first
      actors: [Japan]
    - date: 2024
      title: B second
      actors: [Russia]
      links:
          follows: 2023-a-first
          responds_to:
              - 2023-a-first
      place:
          name: Oslo
          country: Norway
title: 'Quoted title'
""",
    "mapping_last_no_newline": (
        "title: x\nevents:\n  - date: 2023\n    title: A first\n    actors: Japan"
    ),
    "deep_indent": """\
events:
        - date: 2023
          title: A first
          actors: [Japan]
          claims:
                - by: [Japan]
                  stance: asserts
                  # own A: in a claim
                  note: >
                      Folded
                      note.
                - by: Russia
                  stance: denies
""",
    "flow_line": (
        '[{date: 2023, title: A first, actors: [Japan]}, '
        '{date: "2024", title: B second, actors: Russia}]\n'
    ),
    "flow_lines": """\
[
  {date: 2023, title: A first, actors: [Japan, Kenya]},
  # own B: above, in flow style keep
  {date: 2024, title: B second, actors: Russia, tags: [x, y]},  # own B: beside
  {date: 2024, title: C third, actors: Norway}
]
""",
    "flow_trailing_comma": """\
[
  { date: 2023, title: A first, actors: [Japan,], },
  { date: 2024, title: B second, actors: Russia },
]
""",
    "flow_leading_comma": """\
[ {date: 2023, title: A first, actors: Japan}  # own A: beside
, {date: 2024, title: B second, actors: Russia}
, {date: 2025, title: C third, actors: Kenya, place: {name: Here, lat: 1, lon: 2}}
]
""",
    "flow_spread": """\
[
  {
    date: 2023,
    # own A: within
    title: A first,
    actors: [
      Japan,   # own A: beside
      # own A: between
      Kenya
    ]
  },
  {
    date: 2024,
    title: 'B second',
    actors: [Russia],
    importance: 5
  }
]
""",
    "flow_json": """\
{
  "title": "JSON",
  "events": [
    {"date": "2023", "title": "A first", "actors": ["Japan", "Kenya"], "tags": ["x"]},
    {"date": "2024", "title": "B second", "actors": ["Russia"]}
  ]
}
""",
    "flow_json_packed": (
        '{"events":[{"date":"2023","title":"A first","actors":["Japan"]},'
        '{"date":"2024","title":"B second","actors":["Russia"]}]}'
    ),
    "flow_in_block": """\
events:
  - {date: 2023, title: A first, actors: [Japan], sources: [https://example.org/a?b=c#d]}
  - {date: 2024, title: B second, actors: Russia}  # own B: beside
""",
    "flow_list_in_mapping": (
        "title: x\nevents: [{date: 2023, title: A first, actors: Japan}]  # keep\n"
        "timezone: UTC\n"
    ),
    "mixed": """\
events:
  - {date: 2023, title: A first, actors: [Japan]}
  - date: 2024
    title: B second
    actors: [Russia]
    place: {name: Oslo, country: Norway}
    claims:
      - {by: Japan, stance: asserts}
      - by: Russia
        stance: denies
""",
    "blocks_literal": """\
- date: 2023
  title: A first
  actors: Japan
  description: |
    # no comment
    - no item

      indented

- date: 2024
  title: B second
  description: |-
    Two
    lines.
  actors: Russia
""",
    "blocks_keep": """\
- date: 2023
  title: A first
  actors: Japan
  description: |+
    Kept.


- date: 2024
  title: B second
  actors: Russia
  description: |+  # own B: beside the header
    Kept to the end.


""",
    "blocks_folded": """\
events:
  - date: 2023
    title: >-
      A first
      in two lines
    description: >2-
        two spaces before
      text
    actors: Japan
  # own B: above
  - date: 2024
    title: >
      B second
    actors: Russia
    description: |1
     one
""",
    "block_at_end_no_newline": (
        "- date: 2023\n  title: A first\n  actors: Japan\n  description: |\n    The end"
    ),
    "block_strip_then_key": """\
events:
  - date: 2023
    actors: Japan
    title: A first
    description: >-
      Some text.

title: after
""",
    "plain_lines": """\
- date: 2023
  title: A first
    goes on
    and on
  description: Plain

    with an empty line
  actors: [Japan,
    Russia]
- date: 2024
  title:
    B second
  actors:
    Russia
""",
    "quoted": """\
- "date": "2023"
  'title': 'A first: it''s quoted'
  "actors": ["Japan", 'Russia']
  description: "Two
    lines \\
    joined\\tand a tab"
- date: '2024'
  title: "B second # no comment"
  actors: 'Russia'
""",
    "tabs": (
        "- date:\t2023\n  title:\tA first\t# own A: after a tab\n"
        "  actors:\t[Japan,\tRussia]\n- date: 2024\n  title: B second\n"
        "  actors: Russia\t\n"
    ),
    "trailing_spaces": (
        "- date: 2023   \n  title: A first  \n  actors: Japan \n   \n- date: 2024\n"
        "  title: B second\n  actors:   \n    - Russia  \n"
    ),
    "spaced_colons": (
        "- date : 2023\n  title :   A first\n  actors  : [ Japan , Russia ]\n"
        "- date: 2024\n  title: B second\n  actors : Russia\n"
    ),
    "empty_values": """\
- date: 2023
  title: A first
  actors: Japan
  targets:
  tags: ~
  place:   # own A: unknown
- date: 2024
  title: B second
  actors: Russia
  description: null
  sources: []
""",
    "empty": "",
    "blank": "\n\n",
    "comments": "# keep: nothing yet\n#keep: really\n",
    "comments_no_newline": "# keep: nothing yet",
    "mark_only": "---\n",
    "marks_only": "---\n# keep\n...\n",
    "null": "null\n",
    "tilde": "---\n~  # keep\n",
    "events_empty": "title: x\nevents:\ntimezone: UTC\n",
    "events_empty_comment": (
        "events:  # keep: none yet\n  # keep: add below\n\n# keep: other\ntitle: x\n"
    ),
    "events_null": "events: ~  # keep\n",
    "events_brackets": "title: x\nevents: []  # keep: none yet\nperiods: []\n",
    "events_brackets_spread": "events: [\n  # keep: none yet\n]\ntitle: x\n",
    "events_brackets_below": "events:\n  []\n",
    "brackets": "[]\n",
    "brackets_no_newline": "[]",
    "brackets_after_mark": "--- []  # keep\n",
    "braces": "{}\n",
    "braces_events": "{title: x, events: }",
    "no_events": "# keep\ntitle: x\n\ntimezone: UTC\n",
    "no_events_flow": "{title: x}\n",
    "ids": """\
- {date: 2023, title: Same, actors: Japan}
- {date: 2023, title: Same, actors: Russia}
- {date: 2023, title: Same, actors: Kenya}
- date: 2024
  title: B second
  actors: Russia
  links: {follows: [2023-same, 2023-same-2], responds_to: 2023-same-3}
- id: b
  date: 2024
  title: B second
  actors: Russia
  links:
    # own B: linked
    follows:
      - 2023-same-2
      - 2024-b-second
""",
    "id_first": (
        "- id: a\n  date: 2023\n  title: A first\n  actors: Japan\n"
        "- id: b  # own B: beside\n  date: 2024\n  title: B second\n  actors: Russia\n"
    ),
    "scripts": """\
# keep: 이 파일은 무엇에 관한 것인가
- date: 2023-10-26
  title: A 한미일 공동성명 🚀
  actors: [Türkiye, Côte d'Ivoire]   # own A: اسم
  tags: [صاروخ, 導弹]
- date: 2024
  title: B – “second”
  actors: Norway
""",
    "breaks_of_unicode": (
        "- date: 2023\n  title: A \u2028 first\u0085\n  actors: Japan\n"
        "  description: 'x\u2029y'\n"
    ),
    "words_of_yaml": (
        "- date: 2023\n  title: A yes\n  actors: [NO]\n  tags: [012, on, 12:30]\n"
        "- date: 2024\n  title: 'null'\n  actors: \"NO\"\n"
    ),
    "single_pair": (
        "- date: 2023\n  title: A first\n  actors: Japan\n"
        "  sources: [url: https://example.org/1, publisher: Two]\n"
    ),
    "source_mapping": (
        "- date: 2023\n  title: A first\n  actors: Japan\n  sources:\n"
        "    url: https://example.org/1\n    # own A: one source alone\n"
        "    publisher: Two\n"
    ),
}  # fmt: skip

CORPUS: dict[str, bytes] = {
    **{name: text.encode() for name, text in _STYLES.items()},
    **{
        f"{name}_windows": _STYLES[name].replace("\n", "\r\n").encode()
        for name in (
            "list_commented",
            "mapping_middle",
            "flow_spread",
            "blocks_keep",
            "plain_lines",
        )
    },
    **{
        f"{name}_macintosh": _STYLES[name].replace("\n", "\r").encode()
        for name in ("list_commented", "blocks_literal")
    },
    **{
        f"{name}_bom": b"\xef\xbb\xbf" + _STYLES[name].encode()
        for name in ("mapping_flush", "scripts", "empty", "flow_line")
    },
    "scripts_utf16": b"\xff\xfe" + _STYLES["scripts"].encode("utf-16-le"),
    "mapping_utf16_big": b"\xfe\xff" + _STYLES["mapping"].encode("utf-16-be"),
    **{f"reading/{path.stem}": path.read_bytes() for path in VALID},
}
NAMES = sorted(CORPUS)
