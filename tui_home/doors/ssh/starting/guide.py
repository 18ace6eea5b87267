"""The owner's guide, below the options of ``serve ssh --help``."""

from __future__ import annotations

GUIDE = r"""From nothing to `ssh HOST`, on a small machine with systemd:

  1. As root (Debian: apt install python3-venv git; GIT-URL is written git+https://…):
       python3 -m venv /opt/tui-home && /opt/tui-home/bin/pip install 'tui-home[ssh] @ GIT-URL'
       ln -s /opt/tui-home/bin/tui-home /usr/local/bin/
  2. Put the site where strangers may read it, such as /srv/homepage, and look:
       tui-home serve ssh --site /srv/homepage     then, elsewhere: ssh -p 2222 HOST
     Its key is for this try alone: the service below makes its own.
  3. Move your own sshd away from port 22, WITHOUT closing this login:
       put "Port 22" and "Port 2022" into /etc/ssh/sshd_config.d/ports.conf
       open 2022 in the firewall:  ufw allow 2022/tcp   (or: nft, your provider's page)
       sshd -t && systemctl restart ssh       (Ubuntu's ssh.socket: systemctl edit ssh.socket)
       from another window: ssh -p 2022 YOU@HOST. Only once you are in there, take "Port 22" out
       and restart ssh again.
  4. Have systemd hold port 22; nothing here needs root, and a restart refuses nobody:
       tui-home serve ssh --site /srv/homepage --print systemd |
         awk '/^# \/etc\/systemd/ { file = $2 } { print > file }'    puts both files into their places
       ufw allow 22/tcp && systemctl daemon-reload && systemctl enable --now tui-home.socket
       systemctl start tui-home && systemctl status tui-home && journalctl -u tui-home
  5. Pass on what that start printed: the command, the SSHFP record, the line for your page. Keep a copy
     of the host key: whoever has it can pretend to be you, and with a new one visitors are warned.

The name that the start prints is `host` in the site's _data/terminal.yml, or --advertise HOST[:PORT].

Several homepages: --site ada=/srv/ada --site bob=/srv/bob, or --sites /srv/homepages for each folder in it.
Visitors say ssh ada@HOST; any other name gets a list of all. One that cannot be read hurts no other. They are
read in the background, by processes of the lowest priority; 300 of usual size take about 200 MiB.
A folder called "Ada Lovelace" is ada-lovelace; the log tells of such names, and of folders left out. It may
be a link to a homepage elsewhere: the service sees those that were there when its unit was printed.

After a change: systemctl reload tui-home (SIGHUP), or --watch. Who is reading stays where they are. A site
that cannot be read then (its configuration broken, say) stays as it was; the log says why.

A new version: pip install again, with --force-reinstall, and systemctl restart tui-home. Who is reading
has 20 s to finish (--drain-time); who comes meanwhile waits, and is let in by the new one.

A lecture hall, where all come from one address, needs more than 16 at once and 30 a minute from there:
  tui-home serve ssh --site /srv/homepage --max-per-address 300 --rate-per-address 1200 \
    --max-connections 600 --max-visits 500 --max-apps 300 --max-unauthenticated 200 \
    --full-unauthenticated 400
and with these numbers a new unit, for its LimitNOFILE and MemoryMax: --print computes both.

Behind HAProxy: `server s 127.0.0.1:2222 send-proxy-v2`, and here --trust-proxy 127.0.0.1.

For fail2ban: --log-address full, and in /etc/fail2ban/filter.d/tui-home.conf
  [Definition]
  failregex = \bevent=refused gate=(?:rate|address|header) address=<HOST> times=\d+$
  journalmatch = _SYSTEMD_UNIT=tui-home.service
and in /etc/fail2ban/jail.d/tui-home.conf
  [tui-home]
  enabled = true
  backend = systemd
  port = 22

For Prometheus and for whoever watches the machine: --metrics 127.0.0.1:9464 answers GET /metrics, and
/healthz: 200 while visitors are let in, 503 while the last ones are seen out, nothing if it hangs. Nobody
is asked there who they are, so that any other address needs --metrics-public, too, and a firewall.

Exit codes: 0 stopped in order, 1 failed (port taken, host key, file limit, extra missing), 2 wrong usage,
3 no site there.
"""
