"""``serve ssh --print container``: a Containerfile, as text, from facts alone.

Source: containerfile(5), podman-run(1).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from tui_home.doors.ssh.limits import Limits, files_needed
from tui_home.doors.ssh.starting.units import memory, seconds_to_stop

_FILES = 4096
_UID = 10022


def container(options: Sequence[str], limits: Limits, version: str, port: int = 2222, *, several: bool = False) -> str:
    """Return a Containerfile that serves the site beside it.

    Args:
        options: What follows ``serve ssh``, without sites and without where to listen.
        limits: Those that `options` set; they decide what `podman run` grants.
        version: Ours.
        port: Where it listens.
        several: Whether each folder in it is a site.
    """
    command = ("tui-home", "serve", "ssh", "--sites" if several else "--site", "/site", "--port", str(port), *options)
    files = max(_FILES, files_needed(limits))
    return f"""\
# Containerfile: the homepage in ./site over SSH. PACKAGE is the URL of tui-home {version}, a wheel or a source archive.
#
#   podman build -t homepage --build-arg PACKAGE=https://….tar.gz .
#   podman run -d --name homepage -p 22:{port} -v homepage-key:/var/lib/tui-home --read-only --tmpfs /tmp \\
#       --cap-drop all --security-opt no-new-privileges --memory {memory(limits)}m --pids-limit 64 \\
#       --ulimit core=0 --ulimit nofile={files} --stop-timeout {seconds_to_stop(limits)} homepage
#
# The volume keeps the host key: without it visitors would be warned at every new container. It does not know what your
# machine is called: with --advertise HOST it says to you and to visitors what to type.

FROM docker.io/library/python:3.13-slim

ARG PACKAGE
RUN pip install --no-cache-dir "tui-home[ssh] @ $PACKAGE" \\
 && useradd --no-log-init --uid {_UID} --no-create-home --home-dir /var/lib/tui-home homepage \\
 && install -d -m 0700 -o homepage -g homepage /var/lib/tui-home

COPY site /site
RUN chmod -R a+rX,go-w /site

USER {_UID}
ENV STATE_DIRECTORY=/var/lib/tui-home PYTHONDONTWRITEBYTECODE=1
VOLUME /var/lib/tui-home
EXPOSE {port}
STOPSIGNAL SIGTERM
CMD {json.dumps(command, ensure_ascii=False)}
"""
