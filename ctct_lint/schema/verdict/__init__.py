"""The verdict on a document: what is explained, and what libxml2 says besides."""
