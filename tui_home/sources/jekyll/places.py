"""The places where people are found: jekyll-socials' keys in ``_data/socials.yml``, once in ``_config.yml``."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """One kind of account."""

    kind: str
    label: str
    template: str = "{}"
    """The account's address with ``{}`` for what the owner wrote; "{}" alone when that is an address itself."""
    shown: str = ""
    """What stands under the label, ``{}`` for what the owner wrote; empty for the address without its scheme."""


PLACES: dict[str, Place] = {
    "acm_id": Place("acm", "ACM Digital Library", "https://dl.acm.org/profile/{}/"),
    "arxiv_id": Place("arxiv", "arXiv", "https://arxiv.org/a/{}.html", "{}"),
    "blogger_url": Place("blogger", "Blogger"),
    "bluesky_url": Place("bluesky", "Bluesky", "https://bsky.app/profile/{}", "@{}"),
    "cv_pdf": Place("cv", "CV"),
    "dblp_url": Place("dblp", "DBLP"),
    "discord_id": Place("discord", "Discord", "https://discord.com/users/{}"),
    "facebook_id": Place("facebook", "Facebook", "https://facebook.com/{}", "{}"),
    "flickr_id": Place("flickr", "Flickr", "https://www.flickr.com/{}", "{}"),
    "github_username": Place("github", "GitHub", "https://github.com/{}", "{}"),
    "gitlab_username": Place("gitlab", "GitLab", "https://gitlab.com/{}", "{}"),
    "hal_id": Place("hal", "HAL", "https://cv.hal.science/{}", "{}"),
    "ieee_id": Place("ieee", "IEEE Xplore", "https://ieeexplore.ieee.org/author/{}/"),
    "inspirehep_id": Place("inspirehep", "INSPIRE HEP", "https://inspirehep.net/authors/{}"),
    "instagram_id": Place("instagram", "Instagram", "https://instagram.com/{}", "{}"),
    "kaggle_id": Place("kaggle", "Kaggle", "https://www.kaggle.com/{}", "{}"),
    "keybase_username": Place("keybase", "Keybase", "https://keybase.io/{}", "{}"),
    "lastfm_id": Place("lastfm", "Last.fm", "https://www.last.fm/user/{}", "{}"),
    "lattes_id": Place("lattes", "Lattes", "http://lattes.cnpq.br/{}"),
    "leetcode_id": Place("leetcode", "LeetCode", "https://leetcode.com/u/{}/", "{}"),
    "letterboxd_id": Place("letterboxd", "Letterboxd", "https://letterboxd.com/{}", "{}"),
    "linkedin_username": Place("linkedin", "LinkedIn", "https://www.linkedin.com/in/{}", "{}"),
    "mastodon_username": Place("mastodon", "Mastodon", "https://{}"),
    "medium_username": Place("medium", "Medium", "https://medium.com/@{}", "@{}"),
    "orcid_id": Place("orcid", "ORCID", "https://orcid.org/{}", "{}"),
    "osf_id": Place("osf", "Open Science Framework", "https://osf.io/{}/"),
    "pinterest_id": Place("pinterest", "Pinterest", "https://www.pinterest.com/{}", "{}"),
    "publons_id": Place("publons", "Publons", "https://publons.com/a/{}/"),
    "quora_username": Place("quora", "Quora", "https://www.quora.com/profile/{}", "{}"),
    "reddit_username": Place("reddit", "Reddit", "https://www.reddit.com/user/{}", "{}"),
    "research_gate_profile": Place("researchgate", "ResearchGate", "https://www.researchgate.net/profile/{}/", "{}"),
    "rss_icon": Place("rss", "RSS"),
    "scholar_userid": Place("scholar", "Google Scholar", "https://scholar.google.com/citations?user={}"),
    "scopus_id": Place("scopus", "Scopus", "https://www.scopus.com/authid/detail.uri?authorId={}"),
    "semanticscholar_id": Place("semanticscholar", "Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    "spotify_id": Place("spotify", "Spotify", "https://open.spotify.com/user/{}", "{}"),
    "stackoverflow_id": Place("stackoverflow", "Stack Overflow", "https://stackoverflow.com/users/{}"),
    "strava_userid": Place("strava", "Strava", "https://www.strava.com/athletes/{}"),
    "telegram_username": Place("telegram", "Telegram", "https://t.me/{}", "@{}"),
    "tiktok_username": Place("tiktok", "TikTok", "https://www.tiktok.com/@{}", "@{}"),
    "tumblr_username": Place("tumblr", "Tumblr", "https://www.tumblr.com/{}", "{}"),
    "twitch_username": Place("twitch", "Twitch", "https://www.twitch.tv/{}", "{}"),
    "twitter_username": Place("x", "X", "https://x.com/{}", "@{}"),
    "unsplash_id": Place("unsplash", "Unsplash", "https://unsplash.com/@{}", "@{}"),
    "whatsapp_number": Place("whatsapp", "WhatsApp", "https://wa.me/{}"),
    "wikidata_id": Place("wikidata", "Wikidata", "https://www.wikidata.org/wiki/{}", "{}"),
    "wikipedia_id": Place("wikipedia", "Wikipedia", "https://wikipedia.org/wiki/User:{}", "{}"),
    "work_url": Place("work", "Work"),
    "x_username": Place("x", "X", "https://x.com/{}", "@{}"),
    "youtube_id": Place("youtube", "YouTube", "https://youtube.com/@{}", "@{}"),
    "zotero_username": Place("zotero", "Zotero", "https://www.zotero.org/{}", "{}"),
}
"""Accounts whose address follows from one text. Email, WeChat and Academia.edu have rules of their own."""

ALIASES: dict[str, str] = {
    "bluesky": "bluesky_url",
    "bluesky_username": "bluesky_url",
    "dblp": "dblp_url",
    "github": "github_username",
    "google_scholar_id": "scholar_userid",
    "linkedin": "linkedin_username",
    "mastodon": "mastodon_username",
    "orcid": "orcid_id",
    "researchgate_profile": "research_gate_profile",
    "scholar": "scholar_userid",
    "scholar_id": "scholar_userid",
    "tiktok": "tiktok_username",
    "twitch": "twitch_username",
    "twitter": "twitter_username",
}
"""Other names of the same keys, from older versions and other themes."""

CONFIG_KEYS = frozenset((*PLACES, "email", "wechat_qr", "wechat_username", "academia_edu"))
"""The keys that an older ``_config.yml`` can hold, where "github" and "scholar" mean other things."""

SOCIAL_KEYS = CONFIG_KEYS | frozenset(ALIASES)
"""Everything that ``socials.yml`` can name; any other key is an entry of the owner's own, with title and url."""

NAMED_HOSTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "github": ("github_username", ("github.com",)),
    "gitlab": ("gitlab_username", ("gitlab.com",)),
    "google scholar": ("scholar_userid", ("scholar.google.",)),
    "scholar": ("scholar_userid", ("scholar.google.",)),
    "googlescholar": ("scholar_userid", ("scholar.google.",)),
    "semantic scholar": ("semanticscholar_id", ("semanticscholar.org",)),
    "linkedin": ("linkedin_username", ("linkedin.com",)),
    "twitter": ("x_username", ("twitter.com", "x.com")),
    "x": ("x_username", ("twitter.com", "x.com")),
    "bluesky": ("bluesky_url", ("bsky.app",)),
    "orcid": ("orcid_id", ("orcid.org",)),
    "dblp": ("dblp_url", ("dblp.",)),
    "researchgate": ("research_gate_profile", ("researchgate.net",)),
    "openreview": ("openreview", ("openreview.net",)),
    "youtube": ("youtube_id", ("youtube.com",)),
    "medium": ("medium_username", ("medium.com",)),
    "telegram": ("telegram_username", ("t.me", "telegram.me")),
    "instagram": ("instagram_id", ("instagram.com",)),
    "facebook": ("facebook_id", ("facebook.com",)),
}
"""What a link in running text is called when it leads to the owner's own account, and the hosts it then leads to."""
