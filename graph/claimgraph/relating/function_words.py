"""Words that say too little for two claims to meet in them."""

_WORDS = """
a about above after again all almost along also although always am among an and another any anyone anything are
around as at away back be because been before being below best better between both but by came can cannot come comes
could course did do does doing done down during each early either else even ever every everyone everything fact far
few first for from further gave get gets getting give given gives giving go goes going gone good got great had has
have having he her here hers herself him himself his how however i if in indeed into is it its itself just keep kept
kind know known large last least less let like little long lot lots made make makes making many may me mean means
might more most much must my myself near nearly need never new next no none nor not nothing now of off often on once
one ones only or other others our ours ourselves out over own part per perhaps put quite rather really said same say
says see seem seems seen several shall she should show showed shown shows since small so some someone something
sometimes soon still such sure take taken takes taking than that the their theirs them themselves then there these
they thing things think this those though through thus time times to together told too took toward towards two under
until up upon us use used uses using usually very want was way ways we well went were what whatever when where
whether which while who whole whom whose why will with within without would yes yet you your yours
yourself yourselves don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't hasn't
haven't hadn't i'm it's that's there's they're we're you're he's she's don’t doesn’t didn’t isn’t aren’t wasn’t
weren’t won’t can’t couldn’t wouldn’t hasn’t haven’t i’m it’s that’s there’s they’re we’re you’re
"""
FUNCTION = frozenset(_WORDS.split())
