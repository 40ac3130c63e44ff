"""The features, a module each; `register(host)` lets one answer its methods."""
