"""Running the rules about what stands inside of rich fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.found import RuleFinding, crash, found_by
from ctct_lint.model.place import name_of
from ctct_lint.model.quota import MOST_OF_KIND, Quota
from ctct_lint.rules.index import resolved

# What rules are `on` that are called with contents.
CONTENT = "content"

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from ctct_lint.html.content import Content
    from ctct_lint.profiles.profile import Markup, Profile, Subject
    from ctct_lint.rules.base import Rule
    from ctct_lint.rules.context import Context

    # All that rules see of a content: profile, field, is it XHTML, operation, text.
    Key = tuple[str, str, bool, str, str]
    # Profile, operation, name of the field, traits and tags of the text.
    Sort = tuple[Profile, str, str, int, frozenset[str]]


class Contents:
    """Judges contents, and knows those in which nothing was found.

    The same template stands in many files. What is known is bounded by the number of
    texts and by their characters; and by the number of sorts of contents, of which it
    is known what rules may have something to say.
    """

    def __init__(self, most: int = 256, most_characters: int = 4_000_000) -> None:
        self._most = most
        self._most_characters = most_characters
        self._clean: set[Key] = set()
        self._characters = 0
        self._rules: dict[Sort, tuple[Rule, ...]] = {}

    def check(
        self, subject: Subject, profile: Profile, context: Context
    ) -> Iterator[RuleFinding]:
        """Yield the findings about the contents of a subject's rich fields."""
        for content in profile.contents(subject):
            where = (profile.name, content.name, content.is_xhtml)
            key = (*where, context.operation, content.text)
            if key in self._clean:
                continue
            found = self._check(content, profile, context)
            if found:
                yield from found
            else:
                self._remember(key)

    def _check(
        self, content: Content, profile: Profile, context: Context
    ) -> list[RuleFinding]:
        markup = profile.markup(content, context.operation)
        found = [] if markup is None else _of_markup(content, markup, context)
        rules = self._rules_for(content, profile, context.operation)
        if not (rules or found):
            return found
        quota = Quota(MOST_OF_KIND)
        for rule in rules:
            try:
                for finding in rule.check(content, context):
                    if quota.takes(rule.name):
                        found.append(found_by(rule, finding, context))
            except Exception as error:  # noqa: BLE001, PERF203 - one must not end the run
                found.append(crash(rule.code, error, name_of(content.element)))
        return list(_counting(found, quota.left_out))

    def _rules_for(
        self, content: Content, profile: Profile, operation: str
    ) -> tuple[Rule, ...]:
        """Return the rules that may have something to say of a content."""
        sort = (profile, operation, content.name, content.traits, content.tag_names)
        rules = self._rules.get(sort)
        if rules is None:
            if len(self._rules) >= self._most:
                self._rules.clear()
            rules = self._rules[sort] = tuple(_fitting(*sort))
        return rules

    def _remember(self, key: Key) -> None:
        size = len(key[-1])
        if size > self._most_characters:
            return
        is_full = len(self._clean) >= self._most
        if is_full or self._characters + size > self._most_characters:
            self._clean.clear()
            self._characters = 0
        self._clean.add(key)
        self._characters += size


def _of_markup(content: Content, markup: Markup, context: Context) -> list[RuleFinding]:
    if content.is_sound(as_xml=markup.as_xml):
        return []
    from ctct_lint.engine.markup_faults import markup_faults

    return list(markup_faults(content, markup, context))


def _counting(
    found: Iterable[RuleFinding], left_out: Counter[str]
) -> Iterator[RuleFinding]:
    """Let the first finding of a rule say how many more there are of its kind."""
    for one in found:
        more = left_out.pop(one.rule.name, 0)
        yield one._replace(left_out=more) if more else one


def _fitting(
    profile: Profile, operation: str, name: str, traits: int, names: frozenset[str]
) -> Iterator[Rule]:
    for rule in profile.rules_on(CONTENT, operation):
        if rule.is_for(name, traits, names):
            yield resolved(rule)
