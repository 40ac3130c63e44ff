"""Why a document breaks its schema: every fault, each once."""
