"""Exports as they come from other systems: what is in them, and from them the project's own tables."""
