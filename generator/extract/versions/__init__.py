"""What the wire says of a version: labels, notes to editors, embargoes."""
