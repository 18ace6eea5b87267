"""Fingerprints of what stands in al-folio's example curriculum vitae, in its forms from 2021 to 2026."""

from __future__ import annotations

_MARKS = (
    "0004367e3f 0555d1a04e 059e176341 05dbf2c3c1 0c0decc08c 11c75ab473 181a14de7a 1a109c086e 1b438b1e38 1f39bf286b "
    "26624b70e8 26893bf9e6 2d7a1ce9fd 2f2625201c 341d1e2a1c 399f75e541 39e6910ff4 3a33cf0b5c 3beba28c11 3c139795b8 "
    "3cf860daea 3e4c37a2cb 3e9be6679d 4f4a29f6e4 4fdb70cd16 580287a31c 5f8c4aab37 61fa825b08 6748c5d81e 67770d348f "
    "68488191ef 696ebde791 6c17b834bf 71cd448aa5 725b2a47b6 7488ffb4bd 75f2c7ce29 769c6d7c05 7acc1f64e4 7b803269fc "
    "81fd9d8db6 85ada2d178 86df1212c5 8810f06ce9 971556a91e 9ad66e955c 9d9e21624f a00e4fe52c a48ef8b0de a91e082514 "
    "b01fbcb069 b32829ea1a b441e91f94 b508736b14 b7dce76c28 b8cf0976b9 b8eaea3671 bfd3bfc8a3 c02436d82d c2b67f73fb "
    "c39bb04118 c56bb17625 c77abdaeed d2b7eb7a2e d4dc736c36 db8e8a1377 e44fdb280e e6abd41cb0 e753b3c0a1 e7a841a257 "
    "f13210e283 f57074c7f9 f5df980b92 f632921aae f9a1a12724 f9c1094d75 fc60e1d473 ffc789e0b3 "
)

MARKS = frozenset(_MARKS.split())
"""Entries, rows and items: see `examples.marks_of`. Languages are not among them: many people speak them."""
WHOLE = frozenset(("0350c0ecec", "573e3d2d2b"))
"""Parts that are left out only where other examples are, too."""
