"""Rules about contact lists."""
