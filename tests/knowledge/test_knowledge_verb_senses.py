"""A verb stands for a relation type only where it means that whatever its object is; else it keeps its own words."""

import pytest

from claimgraph.knowledge.loading import core_pack
from claimgraph.knowledge.verbs import VerbIndex

#: A sentence, the key of its verb, and the label that is put in the verb's place; None where none may be.
OPEN = (
    ("Once the sugar is gone, the body starts burning fat.", "burn"),
    ("The two sides broke off talks.", "break off"),
    ("People are fighting for their lives.", "fight for"),
    ("Residents drive their cars to work.", "drive"),
    ("It does not apply to cafeterias.", "apply to"),
    ("Your provider will apply a numbing cream.", "apply"),
    ("The body runs out of sugar.", "run out of"),
    ("The number 14 runs on weekdays.", "run on"),
    ("Regrowth can take up to four months.", "take up to"),
    ("The trip takes two hours.", "take"),
    ("The council drew a line around the centre.", "draw"),
    ("Dr Roy led the trial.", "lead"),
    ("Not all doctors share the gloom.", "share"),
    ("Caffeine didn't touch them.", "touch"),
    ("The sensors did not cover the north end.", "cover"),
    ("The technicians scored the recordings.", "score"),
    ("Drinkers develop tolerance.", "develop"),
    ("Smoke can move hair.", "move"),
    ("TGFB3 converts inflammatory cells.", "convert"),
    ("Both drugs remain on sale.", "remain"),
    ("Headaches pass.", "pass"),
    ("Plain tea does not break the fast.", "break"),
    ("The county recorded 611 admissions.", "record"),
    ("She presented the report.", "present"),
    ("He rejects the tax.", "reject"),
    ("Visitors welcomed the move.", "welcome"),
    ("About 60% of patients follow the plan.", "follow"),
    ("Shops keep them in stock.", "keep"),
    ("We hold no patents.", "hold"),
    ("My hair feels thicker.", "feel"),
    ("Some drinks pack 160 mg.", "pack"),
    ("The firm built a plant.", "build"),
    ("The agency called the drug unsafe.", "call"),
    ("The union is asking for masks.", "ask for"),
    ("My constituents do not want this.", "want"),
    ("Carers can't afford a van.", "afford"),
    ("The league set a date.", "set"),
    ("The coach dropped two players.", "drop"),
    ("The court cleared him.", "clear"),
    ("The charity raised £2 million.", "raise"),
    ("She raised three children.", "raise"),
    ("The referee missed the foul.", "miss"),
    ("He represents the tenants.", "represent"),
    ("The film addresses grief.", "address"),
    ("The manager handled the complaint.", "handle"),
    ("The lawyer advised the guild.", "advise"),
    ("Doctors prescribe statins.", "prescribe"),
    ("We suggest a booster.", "suggest"),
    ("She proposed a toast.", "propose"),
    ("The car belongs to Anna.", "belong to"),
    ("Teachers encourage pupils.", "encourage"),
    ("The firm employs 200 people.", "employ"),
    ("A drum controls the speed.", "control"),
    ("He found his keys.", "find"),
    ("The patient recovered.", "recover"),
    ("The recipe serves four.", "serve"),
    ("It lies in the drawer.", "lie in"),
    ("She lives in Leeds.", "live in"),
    ("They fell ill and avoid the sun.", "avoid"),
    ("The runner won the race.", "win"),
    ("The club sent a letter.", "send"),
    ("Nurses monitor the ward.", "monitor"),
    ("The clinic tracks its donors.", "track"),
    ("The guard turned away.", "turn away"),
    ("The pump extracts water.", "extract"),
    ("He withdrew his offer.", "withdraw"),
    ("They count the votes.", "count"),
    ("The lock needs fixing, so he fixed a date.", "fix"),
    ("Police questioned a man.", "question"),
    ("The book deals with loss.", "deal with"),
    ("The bank failed.", "fail"),
    ("Prices average ten euros.", "average"),
    ("He stood for mayor.", "stand for"),
    ("The visitors respond to e-mails.", "respond to"),
    ("The play is based on a true story.", "be based on"),
    ("The lorry was driven by a boy.", "be driven by"),
    ("The suspect was released from prison.", "be released from"),
    ("As opposed to diesel, it is quiet.", "be opposed to"),
    ("He was identified by a neighbour.", "be identified"),
    ("The house faces the sea.", "face"),
    ("The village strikes visitors.", "strike"),
    ("The new law concerns tenants.", "concern"),
    ("The firm's name means courage.", "mean"),
    ("He manages a bank.", "manage"),
    ("The army attacks at dawn.", "attack"),
    ("My knee hurts.", "hurt"),
    ("A judge reviewed the case.", "review"),
    ("The driver was tested for alcohol.", "be tested for"),
    ("She told us the price.", "tell"),
    ("The shop opens at nine.", "open at"),
)
MEANT = (
    ("Minoxidil promotes growth.", "promote", "promotes"),
    ("Exercise stimulates the appetite.", "stimulate", "stimulates"),
    ("Subsidies increase demand.", "increase", "increases"),
    ("Insulation improves comfort.", "improve", "improves"),
    ("Ginger helps with nausea.", "help with", "helps"),
    ("Tutors help pupils.", "help", "helps"),
    ("Spinach contains iron.", "contain", "contains"),
    ("Side effects include nausea.", "include", "includes"),
    ("Steel comes from ore.", "come from", "is derived from"),
    ("The dye is extracted from roots.", "be extracted from", "is derived from"),
    ("The milk is sourced from farms.", "be sourced from", "is derived from"),
    ("Penicillin treats infections.", "treat", "treats"),
    ("Willow bark was used to treat fever.", "be used to treat", "is used to treat"),
    ("It does not work for everyone.", "work for", "works for"),
    ("The patch works.", "work", "works"),
    ("Smoking causes cancer.", "cause", "causes"),
    ("Debt leads to default.", "lead to", "causes"),
    ("The leak resulted in a fire.", "result in", "causes"),
    ("Most fires are caused by cables.", "be caused by", "is caused by"),
    ("The plant produces steel.", "produce", "produces"),
    ("Diesel outperforms petrol.", "outperform", "is better than"),
    ("Butter is worse than oil.", "be worse than", "is worse than"),
    ("Robots replace clerks.", "replace", "replaces"),
    ("Oat milk is a substitute for milk.", "be a substitute for", "replaces"),
    ("The vaccine was tested in children.", "be tested in", "has been tested in"),
    ("The benefit is proven in adults.", "be proven in", "is proven for"),
    ("The gain was demonstrated in mice.", "be demonstrated in", "is shown in"),
    ("The trial shows no gain.", "show", "shows"),
    ("You may see results.", "see", "sees"),
    ("I get 70 km from it.", "get", "gets"),
    ("Exosomes give you a full head of hair.", "give", "gives"),
    ("It makes tremendous results.", "make", "makes"),
    ("The bus brings tourists.", "bring", "brings"),
    ("The pill takes effect after an hour.", "take effect after", "takes effect after"),
    ("The paint lasts ten years.", "last", "lasts"),
    ("The bus costs £2.", "cost", "costs"),
    ("The charge cuts traffic.", "cut", "cuts"),
    ("He cut the grass.", "cut", "cuts"),
    ("Masks stop viruses.", "stop", "stops"),
    ("Shedding stopped.", "stop", "stops"),
    ("Doors prevent theft.", "prevent", "prevents"),
    ("Sunscreen protects against burns.", "protect against", "prevents"),
    ("A helmet protects the head.", "protect", "protects"),
    ("Aspirin relieves pain.", "relieve", "relieves"),
    ("The pill slows the breakdown of caffeine.", "slow", "slows"),
    ("Police fight crime.", "fight", "fights"),
    ("Oral minoxidil regrows hair.", "regrow", "grows"),
    ("The serum adds volume.", "add", "adds"),
    ("Stress changes the brain.", "change", "changes"),
    ("The treatment involves needles.", "involve", "involves"),
    ("The council relies on fees.", "rely on", "depends on"),
    ("Sleep is important for health.", "be important for", "is important for"),
    ("No guest was involved in the fire.", "be involved in", "is involved in"),
    ("An evening espresso has an effect on sleep.", "have an effect on", "affects"),
    ("Coffee is linked to sleep.", "be linked to", "is associated with"),
    ("Trade was suffering.", "suffer", "suffers"),
    ("The results become noticeable.", "become", "becomes"),
    ("The state banned the drug.", "ban", "prohibits"),
    ("The device was approved by the agency.", "be approved by", "is approved by"),
    ("The drug is approved in Canada.", "be approved in", "is allowed in"),
    ("It is recommended by dentists.", "be recommended by", "is recommended by"),
    ("Parents oppose the plan.", "oppose", "opposes"),
    ("The hospital denies this.", "deny", "disputes"),
    ("Taxpayers pay for the bus.", "pay for", "funds"),
    ("The study was funded by growers.", "be funded by", "is funded by"),
    ("Compliance is above 90 per cent.", "be above", "exceeds"),
    ("They continue to boost sales.", "continue to boost", "increases"),
    ("Patients benefit from rest.", "benefit from", "benefits from"),
    ("Wolves kill sheep.", "kill", "kills"),
    ("Frost harms vines.", "harm", "harms"),
)  # fmt: skip


def label(key: str) -> str | None:
    """Return the label of the one relation type that a key means, None where it means none or more than one."""
    found = VerbIndex(core_pack()).find(key)
    return core_pack().predicates[found[0]].label if len(found) == 1 else None


@pytest.mark.parametrize(("sentence", "key"), OPEN, ids=[key for _, key in OPEN])
def test_a_verb_of_many_senses_keeps_its_own_words(sentence: str, key: str) -> None:
    """What means one thing of a car and another of a crowd is not turned into a relation type."""
    assert label(key) is None, sentence


@pytest.mark.parametrize(("sentence", "key", "wanted"), MEANT, ids=[key for _, key, _ in MEANT])
def test_a_verb_of_one_sense_gets_its_relation_type(sentence: str, key: str, wanted: str) -> None:
    """What means the same of whatever subject is found, under a label that reads well between subject and object."""
    assert label(key) == wanted, sentence


def test_a_preposition_is_never_left_out() -> None:
    """To fight and to fight for, to work and to work with, to increase and to increase in are not the same."""
    assert [label(key) for key in ("fight", "fight for", "increase", "increase in")] == [
        "fights",
        None,
        "increases",
        None,
    ]


def test_every_reading_of_a_shared_verb_is_told() -> None:
    """A key that several relation types share gives all of them, so that whoever asks can see it is not decided."""
    for predicate in core_pack().predicates.values():
        for key in predicate.shared_verbs:
            assert predicate.iri in VerbIndex(core_pack()).find(key)
            assert len(VerbIndex(core_pack()).find(key)) > 1


def test_a_chain_of_verbs_may_leave_out_its_to() -> None:
    """Keys of passives with an infinitive are found as verbs in a row, too."""
    assert label("be used treat") == "is used to treat"
