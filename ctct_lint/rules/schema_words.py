"""What libxml2 and xmlschema say of schemas, in clearer words, and what to do."""

from __future__ import annotations

from ctct_lint.text.patterns import lazy

_ONE_OF_TWO = "take one of the two away"
_ANOTHER_NAME = "give one of them another name, or take it away"
_FACETS = "lengths are for texts and lists, bounds and digits for numbers"
_NARROWER = "a restriction only takes away from what its base allows"
_SINGLE = "the items of a list are single values: name their type"
_FROM_ANOTHER = "derive it from another type"

# Patterns of what is said, with what is said here, and the help.
_ABOUT_TYPES = (
    (
        r"the item type (`[^`]*`) does not have a variety of atomic or union",
        r"a list cannot be of lists, as \1 is one",
        _SINGLE,
    ),
    (
        r"the item type is a union type, but the member type (`[^`]*`) .* not atomic",
        r"a list cannot be of lists, and \1 of its union is one",
        _SINGLE,
    ),
    (
        r"the QName value (`[^`]*`) does not resolve to a\(n\) simple type definition",
        r"\1 is no simple type",
        "values, which lists, unions and attributes have, are of simple types",
    ),
    (
        r"the base type (`[^`]*`) is not a simple type",
        r"\1 is no simple type",
        "a `simpleType` restricts simple types; for others write a `complexType`",
    ),
    (
        r"if using <complexContent>.* base type (`[^`]*`) is a simple type",
        r"\1 is a simple type: in `complexContent` a base is a complex one",
        "write `simpleContent` in the place of `complexContent`",
    ),
    (
        r"if <simpleContent> and <extension> .* type (`[^`]*`) is a complex type",
        r"\1 has no simple content, so there is none to extend",
        "write `complexContent` in the place of `simpleContent`",
    ),
    (
        r"if using <simpleContent> and <restriction>.* type (`[^`]*`) is a simple type",
        r"\1 is a simple type: a `restriction` here is of a complex one",
        "write `extension`, or restrict it in a `simpleType`",
    ),
    (
        (
            r"the `final` of (?:the|its) base type(?: definition)?"
            r"(?: (?:`[^`]*`))? (?:contains|must not contain) `(\w+)`"
        ),
        r"the base type is `final`: it allows no \1",
        _FROM_ANOTHER,
    ),
    (
        (
            r"the type definition (`[^`]*`) was either .* affiliation (`[^`]*`),"
            r" or not validly derived from its type definition (`[^`]*`)"
        ),
        r"\1 cannot stand for \3, the type of \2",
        "an element that may stand for another has its type, or one derived from it",
    ),
    (
        r"type (`[^`]*`) is not derived from Xsd\w+\(name=(`[^`]*`).*",
        r"\1 is not derived from \2, the type of the element",
        "an alternative narrows the type of its element, or extends it",
    ),
    (
        r"the variety is absent",
        "no type of one's own is derived from `anySimpleType`",
        "derive it from another type, such as `xs:string`",
    ),
    (
        r"the (?:union type )?definition is circular",
        "this type is made of itself",
        _FROM_ANOTHER,
    ),
    (
        r"the content type of both, .* must either `mixed` or `element-only`",
        "this type and its base must both be `mixed`, or neither",
        'write `mixed="true"` for both',
    ),
    (
        r"cannot extend a not empty `all` model group with a different model",
        "a type whose content is an `all` cannot be extended by elements",
        "make the content of the base a `sequence`",
    ),
    (
        r"for a string to be a valid default, .*",
        "an element that holds elements can have no `default` and no `fixed`",
        "take it away, or give the element a simple type",
    ),
)
_ABOUT_ATTRIBUTES = (
    (
        r"duplicate attribute use (`[^`]*`)",
        r"the attribute \1 is declared twice here",
        _ONE_OF_TWO,
    ),
    (
        (
            r"a matching attribute use for the `required` .* use (`[^`]*`) of the "
            r"base .*(`[^`]*`) is missing"
        ),
        r"\1 is required by the base \2, so that it cannot be prohibited",
        _NARROWER,
    ),
    (
        r"attribute use (`[^`]*`): The `optional` .* of the base .* (`[^`]*`)",
        r"\1 is required by the base \2, so that it cannot be optional",
        _NARROWER,
    ),
    (
        r"attribute use (`[^`]*`): Neither a matching .* definition (`[^`]*`)",
        r"the base \2 has no attribute \1",
        "a restriction adds no attributes: write an `extension`",
    ),
    (
        (
            r"attribute use (`[^`]*`): The attribute declaration's simple type "
            r"definition (`[^`]*`) is not .* type definition (`[^`]*`) of .* (`[^`]*`)"
        ),
        r"\2 is not derived from \3, the type of \1 in the base \4",
        _NARROWER,
    ),
    (
        r"the attribute wildcard is not a valid subset .* definition (`[^`]*`)",
        r"`anyAttribute` lets in more here than in the base \1",
        _NARROWER,
    ),
    (
        r"the complex type .* has an attribute wildcard, .* (`[^`]*`) does not.*",
        r"`anyAttribute` lets in more here than the base \1, which has none",
        _NARROWER,
    ),
    (
        r"the value of the attribute must not match `xmlns`",
        "no attribute can be called `xmlns`",
        "namespaces are declared in documents as they are",
    ),
    (
        r"the value of the attribute `use` must be `optional` .* `default` is present",
        "an attribute that has a `default` cannot be required",
        "take `use` or `default` away",
    ),
    (
        r"the attributes (`\w+`) and (`\w+`) are mutually exclusive",
        r"\1 and \2 exclude each other",
        _ONE_OF_TWO,
    ),
    (
        r"the attribute (`\w+`) and the <(\w+)> child are mutually exclusive",
        r"\1 and a `\2` within exclude each other",
        _ONE_OF_TWO,
    ),
    (
        r"either the attribute (`\w+`) or (?:the|at least one) <(\w+)> child must .*",
        r"\1 is missing, or a `\2` within",
        "write one of the two",
    ),
    (
        r"only the attributes (.*) are allowed in addition to `ref`",
        r"beside `ref` there can only be \1",
        "the rest is said by the declaration that it refers to",
    ),
)
_ABOUT_FACETS = (
    (
        r"the facet (`[^`]*`) is not allowed on types derived .* (`[^`]*`)",
        r"\1 is no facet of types that are derived from \2",
        _FACETS,
    ),
    (
        r"the facet (`[^`]*`) is not allowed",
        r"\1 is no facet of lists or unions",
        "they have patterns, enumerations and, lists, lengths",
    ),
    (
        r"one or more facets are not applicable.*",
        "a facet here is none of those that its base type can have",
        _FACETS,
    ),
    (
        r"(`[^`]*`) is not a valid value of the \w+ type (`[^`]*`)",
        r"\1 is no value of \2",
        "",
    ),
    (
        r"(`[^`]*`) is not a valid value of the local \w+ type",
        r"\1 is no value of its type",
        "",
    ),
    (
        r"the value (`[^`]*`) is greater than the maximum value allowed \((`.*`)\)",
        r"\1 is greater than the maximum of the base type, \2",
        _NARROWER,
    ),
    (
        r"the value (`[^`]*`) is less than the minimum value allowed \((`.*`)\)",
        r"\1 is less than the minimum of the base type, \2",
        _NARROWER,
    ),
    (
        r"base type has a lesser (max length|total digits) \((.*)\)",
        r"this is greater than that of the base type, `\2`",
        _NARROWER,
    ),
    (
        r"base type has a (?:greater min|higher min(?:imum)?) length \((.*)\)",
        r"this is less than that of the base type, `\1`",
        _NARROWER,
    ),
    (
        r"it is an error for both (`\w+`) and (either of )?(`.*`) to be specified .*",
        r"\1 and \3 exclude each other",
        _ONE_OF_TWO,
    ),
    (
        r"multiple (`\w+`) constraint facet",
        r"there is another \1 in this restriction",
        _ONE_OF_TWO,
    ),
    (
        r"the base type's facet is `fixed`, thus the value must not differ",
        "the base type fixes this facet at another value",
        "take this one away",
    ),
    (
        r"(`min\w+`) must be less(?:er than| or equal to) (`max\w+`)",
        r"\1 is too great for \2: no value is left",
        "make the minimum less, or the maximum greater",
    ),
    (
        r"(`maxLength`) value is less than (`minLength`)",
        r"\1 is less than \2: no value is left",
        "make the minimum less, or the maximum greater",
    ),
    (
        r"fractionDigits facet value cannot be lesser than .* totalDigits facet",
        "`fractionDigits` is greater than `totalDigits`",
        "`totalDigits` counts the digits before and after the point",
    ),
    (
        r"the value (`.*`) of the facet `pattern` is not a valid regular expre.*",
        r"\1 is no regular expression of XML Schema",
        "it is for the whole value; there is no `^`, `$`, `\\b`, `(?:`, `(?=` or `*?`",
    ),
)
_ABOUT_THE_REST = (
    (
        r"the schema document .* cannot include itself\.*",
        "a schema does not include itself",
        "take this line away",
    ),
    (
        r"it may not stand here in a schema",
        "this may not stand here in a schema",
        "look for its name among those of XML Schema, and for where it belongs",
    ),
    (
        (
            r"a global (?:simple |complex )?([\w ]+?)"
            r"(?: definition| declaration| identity-constraint)?"
            r" (`[^`]*`) does already exist"
        ),
        r"there is another \1 \2",
        _ANOTHER_NAME,
    ),
    (
        r"the content model is not determinist",
        "this content is ambiguous: an element may be one of two parts of it",
        "what can come next has to be known by its name: write such an element once",
    ),
    (
        r"circular reference to the (?:model )?(?:attribute )?group .*(`[^`]*`).*",
        r"the group \1 is made of itself",
        "take this line away",
    ),
    (
        (
            r"the element declaration (`[^`]*`) defines a circular substitution group "
            r"to element declaration (`[^`]*`)"
        ),
        r"\1 stands for \2, which stands for \1 again",
        "take one `substitutionGroup` away",
    ),
    (
        r"a model group definition is referenced, but it contains an `all` .*",
        "a group whose content is an `all` cannot be a part of other content",
        "make its content a `sequence`",
    ),
    (
        r"the XPath expression (`.*`) could not be compiled",
        r"\1 is no path that a key may have",
        "write names of children, as in `a/b`, `.//a` or `a|b`, and for a field `@id`",
    ),
    (
        r".* at line \d+, column \d+: \S+ unknown function ['`]?([\w:.-]+)`?",
        r"the function `\1` is not known",
        "",
    ),
    (
        r".* at line \d+, column \d+: \[err:\w+\] (.*)",
        r"this is no XPath: \1",
        "",
    ),
    (
        r"the value must not be greater than the value of `maxOccurs`",
        "`minOccurs` is greater than `maxOccurs`",
        "where `maxOccurs` is not written it is 1",
    ),
    (
        r"the target namespace (`.*`) of the included.* differs from (`.*`) of .*",
        r"this file is of the namespace \1, not of \2",
        "of another namespace a file is not included: import it",
    ),
    (
        r"the attribute `namespace` must be existent if .* no target namespace",
        "an import without a `namespace` is for schemas that have one themselves",
        "name the namespace, or write `include`",
    ),
    (
        r"this is a redefinition, but the .* value (`[^`]*`) .* designation (`[^`]*`)",
        r"in a `redefine` the base of \2 is \2 itself, not \1",
        "to declare another type, write it outside of `redefine`",
    ),
    (
        r"the .* definition (`[^`]*`) to be redefined could not be found .*",
        r"the file that is redefined has no \1",
        "write the name of something in it, or move this out of `redefine`",
    ),
    (
        r"keyRef .*: The cardinality of the keyref differs .*",
        "this `keyref` has not as many fields as its key",
        "give it a `field` for each one of the key, in the same order",
    ),
)
_CLEARER = tuple(
    (lazy(pattern), message, advice)
    for pattern, message, advice in (
        *_ABOUT_TYPES,
        *_ABOUT_ATTRIBUTES,
        *_ABOUT_FACETS,
        *_ABOUT_THE_REST,
    )
)


def clearer(words: str) -> tuple[str, str] | None:
    """Return what is said in clearer words, and what to do ("" if that is said).

    words  those of libxml2 or xmlschema, in our manner; see `wording.own_words`

    None for what is said so seldom that there are none.
    """
    for pattern, message, advice in _CLEARER:
        found = pattern.fullmatch(words)
        if found is not None:
            return found.expand(message), advice
    return None
