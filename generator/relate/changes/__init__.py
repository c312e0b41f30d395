"""What two versions of one article say differently."""
