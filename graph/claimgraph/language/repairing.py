"""Dependency trees mended where the parser is known to slip, by rules on tags and a few closed classes of words."""

from claimgraph.language.parsed import Token
from claimgraph.language.repairs.clauses import (
    candid_opening,
    clausal_object,
    content_conjunct,
    gerund_with_pronoun,
    helped_verb,
    infinitive_conjunct,
    infinitive_of_noun,
    modal_before_aside,
    object_of_opening_infinitive,
    opening_time,
    particle_and_preposition,
    speaker_behind_verb,
    verbs_after_help,
    wished_clause,
)
from claimgraph.language.repairs.nouns import (
    conjunct_behind_object,
    description_of_nearest,
    fraction_of_size,
    grown_noun,
    last_of_subjects,
    listed_apposition,
    noun_before_dash,
    noun_conjunct,
    share_of_adjective,
    subject_of_auxiliary,
    subject_of_second_verb,
)
from claimgraph.language.repairs.objects import as_well_as, judged_so, rid_of
from claimgraph.language.repairs.relatives import (
    agreeing_relative,
    content_of_first,
    describing_participle,
    kept_so,
    participle_after_for,
    participle_in_content,
    reduced_relative,
    reduced_relative_between,
    who_behind_place,
)
from claimgraph.language.repairs.trees import Repair
from claimgraph.language.repairs.words import (
    hyphened_no,
    noun_after_help,
    noun_after_preposition,
    present_of_plural,
    rather_so,
    second_of_three_verbs,
    verb_in_list,
    verb_taken_for_noun,
)

#: The repairs, in order.
REPAIRS: tuple[Repair, ...] = (
    clausal_object,
    infinitive_conjunct,
    reduced_relative,
    noun_conjunct,
    content_conjunct,
    second_of_three_verbs,
    describing_participle,
    candid_opening,
    infinitive_of_noun,
    noun_after_preposition,
    reduced_relative_between,
    listed_apposition,
    verb_taken_for_noun,
    participle_in_content,
    helped_verb,
    opening_time,
    share_of_adjective,
    hyphened_no,
    participle_after_for,
    particle_and_preposition,
    noun_after_help,
    verbs_after_help,
    present_of_plural,
    subject_of_auxiliary,
    gerund_with_pronoun,
    who_behind_place,
    object_of_opening_infinitive,
    last_of_subjects,
    wished_clause,
    grown_noun,
    description_of_nearest,
    fraction_of_size,
    modal_before_aside,
    kept_so,
    rather_so,
    verb_in_list,
    subject_of_second_verb,
    noun_before_dash,
    conjunct_behind_object,
    content_of_first,
    speaker_behind_verb,
    judged_so,
    rid_of,
    as_well_as,
    agreeing_relative,
)


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a sentence with the known slips mended."""
    for repair in REPAIRS:
        tokens = repair(tokens)
    return tokens
