"""Fingerprints of what al-folio brings as examples, from 2018 to 2026: see `demo.fingerprint`."""

from __future__ import annotations

_ITEMS = (
    "0435f52f57 0958938734 0e70823ee5 10fc3257c2 1388555b70 13b4ed6ed3 1519728aa0 19d4e90653 1ba849d406 1cc0979024 "
    "1f96990c16 2106cf9b47 26b58a3367 26c2b6770f 27f6d3c6f8 2bca4dce79 2c16e8f64f 2d472f160d 322298d8f0 332f18c964 "
    "34016b6c73 37b801f562 3aaca47c30 3bb24591b3 4536279aea 46dda2e026 4704715046 48623a5334 4890bdd75c 49d4a2f918 "
    "4dab05af37 4e3829afe6 50db24f71a 51d8032870 534106547f 54958205ad 57f4f8fa83 59e7a2b6bc 5a6381581c 6039c3c55e "
    "696e5aa590 6b5b8af6ec 6c988946e1 71c5fc1f39 71f82d9ec2 72831151e4 730e3f3b3c 7b58338cd2 7e23954433 7e998c09d2 "
    "7f99310aa1 81f9af1fce 8310709e2d 8326653e59 84349d12f1 86fc471109 87fd1b77f4 89f8dca73d 8b6900adcb 8fafdb11b3 "
    "905e8dc933 92e5a39663 9492ec19ad 95d36d358a 97e13bcf4f 9b55b90678 9bfeeb62cc 9d66f265f0 9eb9d220f0 a0eb0d180e "
    "a64d0a36df a96dd743b3 ab22b2d7e2 ae38055c6e aef610ba5a b0f99673f6 b30056e5bb b309850114 b344e1e154 b3f704392d "
    "b42df47090 b567ac18b7 b585d4d34e b593fd24e0 b8b78e07d8 ba1f223bf7 bb755439af bd5ed1edde bdd9e80d31 c307a0abb2 "
    "c3536c260a c675e8d874 c92bead53a cad59a7a3a cbb3229b8f cbb9912bbd d18b197763 d26aa52458 d2f5acbfba d30a8b211c "
    "d4ccc376d3 d57475f430 d5b70ff0ec d7fdac1367 da54916a13 db0f88558d db1f9dbb14 dc902ffab2 de454c2459 df26ee62b3 "
    "dfecf9ea7b e08cc8ce45 e24b0ae2d2 e26c338b3e e2f2014836 e679abe59c e8cb671a51 e9355d274e ea992993c0 ed397f80e5 "
    "f2d4c11034 f49257741f fb7c28cdf3 fc8826453f fd36626e35 fdbe4d83bf fe6a837728 "
)
_TEXTS = (
    "0233b51a40 02807499e7 0584393be9 0701554f77 1305f5ab36 2d3eb17562 357b9c4593 3e1ac14f60 45a40b032b 4966250860 "
    "4e8cbb81dc 5a34c61f1c 5e6589508f 600f436e26 7b51619b39 8240a658ca 874ebff27b 8e7ebb2655 9f5fe3d715 a0834b32ef "
    "b9fd31359b bae2355920 bfffb67c87 cde788b3df e8741cde5c eb197cf296 edabb2a4a7 f0ccad07cc f9ac001715 ff85f993b2 "
)
_OWNERS = "0a858b74e3 122fd2c847 553cfec8c3 744d60b1af "
_BIB_KEYS = (
    "einstein1905electrodynamics einstein1905molekularkinetischen einstein1905movement "
    "einstein1905photoelectriceffect einstein1920relativity einstein1950meaning einstein1956investigations "
    "physrev.47.777 przibram1967letters "
)
_REPOSITORIES = (
    "alshedivat alshedivat/al-folio fortawesome/font-awesome jekyll/jekyll jpswalsh/academicons jquery/jquery "
    "mathjax/mathjax torvalds twbs/bootstrap "
)

ITEMS = frozenset(_ITEMS.split())
"""News items, posts, projects, books and courses: see `demo.marks_of`."""
TEXTS = frozenset(_TEXTS.split())
"""Descriptions and paragraphs of the pages, as they read."""
OWNERS = frozenset(_OWNERS.split())
"""Names that stand for an owner who is still to come."""
BIB_KEYS = frozenset(_BIB_KEYS.split())
"""Citation keys, lower case."""
REPOSITORIES = frozenset(_REPOSITORIES.split())
"""Repositories and users, lower case."""
NAMES = ("einstein", "przibram")
"""Last names of the authors of the example publications, lower case."""
