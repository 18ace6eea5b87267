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
    pattern: str = ""
    """What must be written for the address to lead anywhere; anything else is only shown. Empty for anything."""


PLACES: dict[str, Place] = {
    "acm_id": Place("acm", "ACM Digital Library", "https://dl.acm.org/profile/{}/"),
    "ads_id": Place("ads", "NASA ADS", "https://ui.adsabs.harvard.edu/search/q=orcid%3A{}"),
    "arxiv_id": Place("arxiv", "arXiv", "https://arxiv.org/a/{}.html", "{}"),
    "bilibili_id": Place("bilibili", "Bilibili", "https://space.bilibili.com/{}"),
    "blogger_url": Place("blogger", "Blogger"),
    "bluesky_url": Place("bluesky", "Bluesky", "https://bsky.app/profile/{}", "@{}"),
    "calcom_username": Place("calcom", "Cal.com", "https://cal.com/{}"),
    "calendly_username": Place("calendly", "Calendly", "https://calendly.com/{}"),
    "codeberg_username": Place("codeberg", "Codeberg", "https://codeberg.org/{}", "{}"),
    "cv_pdf": Place("cv", "CV"),
    "dblp_url": Place("dblp", "DBLP"),
    "discord_id": Place("discord", "Discord", "https://discord.com/users/{}", pattern="[0-9]{15,22}"),
    "facebook_id": Place("facebook", "Facebook", "https://facebook.com/{}", "{}"),
    "flickr_id": Place("flickr", "Flickr", "https://www.flickr.com/{}", "{}"),
    "github_username": Place("github", "GitHub", "https://github.com/{}", "{}"),
    "gitlab_username": Place("gitlab", "GitLab", "https://gitlab.com/{}", "{}"),
    "hal_id": Place("hal", "HAL", "https://cv.hal.science/{}", "{}"),
    "homepage_url": Place("homepage", "Homepage"),
    "huggingface_id": Place("huggingface", "Hugging Face", "https://huggingface.co/{}", "{}"),
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
    "loop_id": Place("loop", "Loop", "https://loop.frontiersin.org/people/{}/overview"),
    "mastodon_username": Place("mastodon", "Mastodon", "https://{}"),
    "medium_username": Place("medium", "Medium", "https://medium.com/@{}", "@{}"),
    "openreview_id": Place("openreview", "OpenReview", "https://openreview.net/profile?id={}"),
    "orcid_id": Place("orcid", "ORCID", "https://orcid.org/{}", "{}"),
    "osf_id": Place("osf", "Open Science Framework", "https://osf.io/{}/"),
    "philpapers_id": Place("philpapers", "PhilPapers", "https://philpeople.org/profiles/{}"),
    "pinterest_id": Place("pinterest", "Pinterest", "https://www.pinterest.com/{}", "{}"),
    "publons_id": Place("publons", "Publons", "https://publons.com/a/{}/"),
    "quora_username": Place("quora", "Quora", "https://www.quora.com/profile/{}", "{}"),
    "reddit_username": Place("reddit", "Reddit", "https://www.reddit.com/user/{}", "{}"),
    "repec_id": Place("repec", "RePEc", "https://ideas.repec.org/{}.html"),
    "research_gate_profile": Place("researchgate", "ResearchGate", "https://www.researchgate.net/profile/{}/", "{}"),
    "researcherid": Place("researcherid", "Web of Science", "https://www.webofscience.com/wos/author/record/{}"),
    "rss_icon": Place("rss", "RSS"),
    "scholar_userid": Place("scholar", "Google Scholar", "https://scholar.google.com/citations?user={}"),
    "scopus_id": Place("scopus", "Scopus", "https://www.scopus.com/authid/detail.uri?authorId={}"),
    "semanticscholar_id": Place("semanticscholar", "Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    "spotify_id": Place("spotify", "Spotify", "https://open.spotify.com/user/{}", "{}"),
    "ssrn_id": Place("ssrn", "SSRN", "https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id={}"),
    "stackoverflow_id": Place("stackoverflow", "Stack Overflow", "https://stackoverflow.com/users/{}"),
    "strava_userid": Place("strava", "Strava", "https://www.strava.com/athletes/{}"),
    "substack_username": Place("substack", "Substack", "https://{}.substack.com", "{}"),
    "telegram_username": Place("telegram", "Telegram", "https://t.me/{}", "@{}"),
    "threads_username": Place("threads", "Threads", "https://www.threads.net/@{}", "@{}"),
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
    "zhihu_id": Place("zhihu", "Zhihu", "https://www.zhihu.com/people/{}", "{}"),
    "zotero_username": Place("zotero", "Zotero", "https://www.zotero.org/{}", "{}"),
}
"""Accounts whose address follows from one text. Email, WeChat and Academia.edu have rules of their own."""

ALIASES: dict[str, str] = {
    "acm": "acm_id",
    "arxiv": "arxiv_id",
    "bilibili": "bilibili_id",
    "bluesky": "bluesky_url",
    "bluesky_id": "bluesky_url",
    "bluesky_username": "bluesky_url",
    "cal": "calcom_username",
    "calcom": "calcom_username",
    "calendly": "calendly_username",
    "calendly_url": "calendly_username",
    "codeberg": "codeberg_username",
    "cv": "cv_pdf",
    "dblp": "dblp_url",
    "discord": "discord_id",
    "e-mail": "email",
    "facebook": "facebook_id",
    "facebook_username": "facebook_id",
    "github": "github_username",
    "gitlab": "gitlab_username",
    "google_scholar": "scholar_userid",
    "google_scholar_id": "scholar_userid",
    "homepage": "homepage_url",
    "huggingface": "huggingface_id",
    "huggingface_username": "huggingface_id",
    "instagram": "instagram_id",
    "instagram_username": "instagram_id",
    "kaggle": "kaggle_id",
    "linkedin": "linkedin_username",
    "linkedin_id": "linkedin_username",
    "linkedin_url": "linkedin_username",
    "mail": "email",
    "mastodon": "mastodon_username",
    "mastodon_url": "mastodon_username",
    "medium": "medium_username",
    "openreview": "openreview_id",
    "orcid": "orcid_id",
    "orcid_url": "orcid_id",
    "publons": "publons_id",
    "research_gate": "research_gate_profile",
    "researchgate": "research_gate_profile",
    "researchgate_profile": "research_gate_profile",
    "scholar": "scholar_userid",
    "scholar_authorid": "scholar_userid",
    "scholar_id": "scholar_userid",
    "scholar_url": "scholar_userid",
    "scopus": "scopus_id",
    "semantic_scholar": "semanticscholar_id",
    "semanticscholar": "semanticscholar_id",
    "stackoverflow": "stackoverflow_id",
    "telegram": "telegram_username",
    "threads": "threads_username",
    "tiktok": "tiktok_username",
    "twitch": "twitch_username",
    "twitter": "twitter_username",
    "twitter_id": "twitter_username",
    "website": "homepage_url",
    "x": "x_username",
    "youtube": "youtube_id",
    "youtube_username": "youtube_id",
    "zhihu": "zhihu_id",
    "zotero": "zotero_username",
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
    "openreview": ("openreview_id", ("openreview.net",)),
    "youtube": ("youtube_id", ("youtube.com",)),
    "medium": ("medium_username", ("medium.com",)),
    "telegram": ("telegram_username", ("t.me", "telegram.me")),
    "instagram": ("instagram_id", ("instagram.com",)),
    "facebook": ("facebook_id", ("facebook.com",)),
    "hugging face": ("huggingface_id", ("huggingface.co",)),
    "huggingface": ("huggingface_id", ("huggingface.co",)),
    "stack overflow": ("stackoverflow_id", ("stackoverflow.com",)),
    "zhihu": ("zhihu_id", ("zhihu.com",)),
}
"""What a link in running text is called when it leads to the owner's own account, and the hosts it then leads to."""
