"""The door for strangers: one homepage, or several, over SSH; imported only for `serve ssh` (the extra `[ssh]`)."""
