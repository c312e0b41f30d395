"""What the reports of a story say, side by side: summary, timeline, differences, and what one alone has."""
