"""Registrations and expenses become cost lines, and what is set aside."""
