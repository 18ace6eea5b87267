"""A visit on the full screen: one looks at what was drawn before, and acts in an app of one's own."""
