"""The commands of `digest`, a subject a module: parse, call, print, exit code."""
