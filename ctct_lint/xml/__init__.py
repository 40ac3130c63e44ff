"""Positions in XML text, and the repair of text that is not XML.

All offsets count code points of the decoded text from 0; an end is exclusive.
"""
