"""What every test shares: bounded, repeatable hypothesis runs."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A shared machine is slow at times: neither a deadline nor "too slow" says anything about the code.
settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
# What must pass for a commit is the same on every machine.
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.register_profile("long", settings.get_profile("default"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
