"""Rules about resources other than campaigns and schedules."""
