"""What stands above a story: headline, outlet, section, names, dates, places, credits."""
