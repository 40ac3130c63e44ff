"""The way of one document from bytes to diagnostics: no file is opened here."""
