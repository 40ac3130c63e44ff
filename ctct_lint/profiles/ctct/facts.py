"""The facts of the service's schemas, which its own rules ask for."""

from ctct_lint.profiles.ctct.resources import SCHEMAS
from ctct_lint.schema.facts.facts import Facts
from ctct_lint.schema.files import schema_dir

FACTS = Facts(schema_dir(), SCHEMAS, "codes.xsd")

facts = FACTS.of_file
facts_of = FACTS.of
children_of = FACTS.children_of
code_list = FACTS.code_list
enumerated = FACTS.enumerated
pattern_of = FACTS.pattern_of
first_sentence = FACTS.first_sentence
open_to = FACTS.open_to
called = FACTS.called
nearly_called = FACTS.nearly_called
