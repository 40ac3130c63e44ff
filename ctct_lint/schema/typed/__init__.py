"""Which type an element has: its own, by `xsi:type`, or by an alternative."""
