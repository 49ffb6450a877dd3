"""Makes time registrations, expenses, citizens and staff whose sums are the published figures of Rambøll 2020."""
