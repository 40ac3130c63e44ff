"""The application without click: a request in, files checked, reports written."""
