"""Minimal pairs: two sentences that conflict, and a twin in which one slot changed so that they do not.

Every pair was written before any rule was run on it. What the program does not reach stands in `BEYOND`: a row of it
that comes to pass belongs in the table of its kind.
"""

import pytest

import claimgraph

TIMING = """
conflict :: Recovery from the operation takes six weeks. :: It takes at least four months to recover from the operation.
none :: Recovery from the operation takes six weeks. :: Recovery from the injection takes four months.
conflict :: The paint dries within two hours. :: The paint needs a full day to dry.
none :: The paint dries within two hours. :: The glue needs a full day to dry.
conflict :: The new bridge opens in March. :: The new bridge will not open before September.
none :: The new bridge opens in March. :: The new tunnel will open in September.
conflict :: The fridge lasts about fifteen years. :: The fridge wears out within five years.
none :: The fridge lasts about fifteen years. :: The dishwasher wears out within five years.
conflict :: Seedlings appear after ten days. :: Seedlings show up within three days.
none :: Seedlings appear after ten days. :: Mould shows up within three days.
conflict :: The strike will end in two weeks. :: The strike will go on for another three months.
none :: The strike will end in two weeks. :: The heatwave will go on for another three months.
conflict :: A full charge takes forty minutes. :: Charging the car fully takes eight hours.
none :: The allergy fades by the age of three. :: The asthma lasts until adulthood.
conflict :: The bus runs every ten minutes. :: The bus comes only once an hour.
none :: The bus runs every ten minutes. :: The ferry comes only once an hour.
conflict :: The effects of the drug begin after half an hour. :: The drug starts to work after four hours.
conflict :: The warranty runs for two years. :: The warranty expires after six months.
none :: The warranty runs for two years. :: The licence expires after six months.
conflict :: Cheese of this sort ripens for at least a year. :: This sort of cheese is ripe after three weeks.
none :: Cheese of this sort ripens for at least a year. :: This sort of cheese is sold in wheels of three kilograms.
conflict :: The glacier will vanish by 2040. :: The glacier will survive until at least 2100.
none :: The glacier will vanish by 2040. :: The lake will survive until at least 2100.
conflict :: The court will rule within a month. :: A ruling of the court will take more than a year.
none :: The court will rule within a month. :: An appeal to the court costs more than a thousand pounds.
conflict :: Swallows leave in early September. :: Swallows do not leave until November.
none :: Swallows leave in early September. :: Starlings do not leave until November.
conflict :: The vaccine protects for ten years. :: Protection from the vaccine wanes after one year.
none :: The vaccine protects for ten years. :: Pain from the vaccine wanes after one day.
none :: Dough must rest overnight. :: The dough needs to bake for only twenty minutes.
conflict :: The repair took three days. :: The repair was done in an hour.
none :: The repair took three days. :: The inspection was done in an hour.
conflict :: The comet comes back every seventy years. :: The comet returns once every two centuries.
none :: The comet comes back every seventy years. :: The eclipse returns once every two centuries.
conflict :: Wages rose in the first quarter. :: Wages did not rise until the fourth quarter.
none :: Wages rose in the first quarter. :: Rents did not rise until the fourth quarter.
conflict :: Antibodies disappear within three months. :: Antibodies are still present after two years.
none :: Antibodies disappear within three months. :: Scars are still present after two years.
conflict :: The tablets work within twenty minutes. :: You have to wait three hours for the tablets to work.
none :: The tablets work within twenty minutes. :: You have to wait three hours for the doctor.
conflict :: Patients leave hospital after two days. :: Patients stay in hospital for two weeks.
none :: Patients leave hospital after two days. :: Nurses stay in hospital for twelve hours.
conflict :: The kitten can leave its mother at eight weeks. :: A kitten must stay with its mother for fourteen weeks.
none :: The kitten can leave its mother at eight weeks. :: A puppy must stay with its mother for fourteen weeks.
conflict :: The ferry sails every forty minutes. :: The ferry sails once every three hours.
none :: The ferry sails every forty minutes. :: The train leaves once every three hours.
conflict :: The concrete hardens within a week. :: The concrete takes two months to harden.
none :: The festival lasts ten days. :: The exhibition is over after a weekend.
conflict :: The library was founded in 1870. :: The library was founded in 1923.
none :: The library was founded in 1870. :: The school was founded in 1923.
conflict :: Tulips flower in April. :: Tulips do not flower until July.
none :: Tulips flower in April. :: Dahlias do not flower until July.
conflict :: The painkiller wears off after four hours. :: The painkiller lasts for a whole day.
none :: The painkiller wears off after four hours. :: The pain lasts for a whole day.
conflict :: A hip operation takes ninety minutes. :: Hip operations last at least five hours.
none :: A hip operation takes ninety minutes. :: Hip fractures last at least five weeks.
none :: The subsidy ends in December. :: The lease runs until June.
conflict :: The cheese keeps for three months. :: The cheese goes off within a week.
none :: The cheese keeps for three months. :: The milk goes off within a week.
conflict :: The tram leaves every quarter of an hour. :: The tram leaves every two hours.
conflict :: The clinic opened in 2004. :: The clinic opened in 2016.
none :: The clinic opened in 2004. :: The clinic closed in 2016.
conflict :: The cast stays on for six weeks. :: The cast comes off after ten days.
none :: The cast stays on for six weeks. :: The stitches come off after ten days.
conflict :: The trial ran for eighteen months. :: The trial lasted no longer than four months.
none :: The trial ran for eighteen months. :: The wait lasted no longer than four months.
conflict :: Beans sprout within four days. :: It takes beans three weeks to sprout.
none :: Beans sprout within four days. :: It takes peppers three weeks to sprout.
"""
QUANTITY = """
conflict :: Membership costs 40 pounds a year. :: A year's membership is 95 pounds.
conflict :: The marathon drew 12,000 runners. :: Only 4,000 runners took part in the marathon.
none :: The marathon drew 12,000 runners. :: Only 4,000 spectators watched the marathon.
conflict :: A litre of the syrup costs five euros. :: The syrup is sold for nine euros a litre.
none :: A litre of the syrup costs five euros. :: The juice is sold for nine euros a litre.
conflict :: The dam holds 40 million cubic metres of water. :: The dam's capacity is 15 million cubic metres.
none :: The dam holds 40 million cubic metres of water. :: The pond's capacity is 15 million cubic metres.
conflict :: The village has 300 inhabitants. :: Just 120 people live in the village.
none :: The village has 300 inhabitants. :: Just 120 people work in the village.
conflict :: The tower is 90 metres high. :: The tower rises to a height of 140 metres.
none :: The tower is 90 metres high. :: The chimney rises to a height of 140 metres.
none :: Insulation cuts heating bills by half. :: Insulation takes only five per cent of the space.
conflict :: The lorry carries twenty tonnes. :: The lorry can carry no more than eight tonnes.
none :: The lorry carries twenty tonnes. :: The van can carry no more than eight tonnes.
conflict :: A slice of the cake has 450 calories. :: There are fewer than 200 calories in a slice of the cake.
none :: A slice of the cake has 450 calories. :: There are fewer than 200 calories in a cup of the soup.
conflict :: The factory employs 800 people. :: Fewer than 300 people work at the factory.
none :: The factory employs 800 people. :: Fewer than 300 people live near the factory.
conflict :: The survey found that 70 per cent of nurses are satisfied. :: According to the survey, only a third of nurses are satisfied.
none :: The survey found that 70 per cent of nurses are satisfied. :: According to the survey, only a third of doctors are satisfied.
none :: The pump moves 30 litres a minute. :: The tap delivers 12 litres per minute.
conflict :: Rents rose by two per cent. :: Rents went up by eleven per cent.
none :: Rents rose by two per cent. :: Wages went up by eleven per cent.
conflict :: The ship is 200 metres long. :: The ship has a length of 350 metres.
none :: The ship is 200 metres long. :: The quay has a length of 350 metres.
conflict :: Nine in ten pupils passed the exam. :: Half of the pupils failed the exam.
none :: Nine in ten pupils passed the exam. :: Half of the pupils liked the exam.
conflict :: The phone's battery holds 3000 mAh. :: The battery of the phone has a capacity of 5000 mAh.
none :: The phone's battery holds 3000 mAh. :: The battery of the tablet has a capacity of 5000 mAh.
conflict :: The river is three metres deep at the ford. :: At the ford the river is barely half a metre deep.
none :: The river is three metres deep at the ford. :: At the ford the river is barely twenty metres wide.
conflict :: The fine is 60 pounds. :: Drivers have to pay a fine of 250 pounds.
none :: The fine is 60 pounds. :: Drivers have to pay a toll of 250 pounds.
conflict :: The oven reaches 300 degrees. :: The oven gets no hotter than 220 degrees.
none :: The oven reaches 300 degrees. :: The grill gets no hotter than 220 degrees.
none :: The choir has fifty members. :: The band consists of eighteen players.
conflict :: Trees covered a quarter of the island. :: Three quarters of the island was covered by trees.
none :: Trees covered a quarter of the island. :: Three quarters of the island was covered by ice.
none :: The heater uses 2 kilowatts. :: The kettle draws less than 800 watts.
conflict :: Two thirds of the vote went to the mayor. :: The mayor won 40 per cent of the vote.
none :: Two thirds of the vote went to the mayor. :: The mayor lost 40 per cent of her staff.
none :: The cut removed 200 jobs. :: 900 jobs were created by the port.
conflict :: The lake lost ten per cent of its water. :: Half of the lake's water was lost.
none :: The lake lost ten per cent of its water. :: Half of the lake's fish were lost.
conflict :: The pass is 2,400 metres high. :: The height of the pass is 1,600 metres.
none :: The pass is 2,400 metres high. :: The length of the pass is 1,600 metres.
conflict :: The bottle holds 750 millilitres. :: The bottle has a capacity of 500 millilitres.
none :: The bottle holds 750 millilitres. :: The bottle has a weight of 500 grams.
conflict :: The ticket costs 18 euros. :: You pay 35 euros for the ticket.
none :: The ticket costs 18 euros. :: You pay 35 euros for the meal.
conflict :: The orchestra has ninety players. :: There are only forty players in the orchestra.
none :: The orchestra has ninety players. :: There are only forty players in the band.
conflict :: A third of the bees died. :: Nine in ten of the bees died.
none :: A third of the bees died. :: Nine in ten of the wasps died.
conflict :: The cable carries 400 volts. :: The cable carries no more than 230 volts.
conflict :: The new rule saved 2 million pounds. :: The new rule saved only 300,000 pounds.
none :: The new rule saved 2 million pounds. :: The new rule cost only 300,000 pounds.
conflict :: The school has 900 pupils. :: The school has 450 pupils.
none :: The school has 900 pupils. :: The school has 45 teachers.
conflict :: The statue is twelve metres tall. :: The statue has a height of thirty metres.
none :: The statue is twelve metres tall. :: The statue has a weight of thirty tonnes.
conflict :: The stadium seats 60,000 people. :: The stadium holds only 25,000 people.
none :: The stadium seats 60,000 people. :: The stadium cost only 25,000 pounds.
none :: Membership costs 40 pounds a year. :: A year's insurance is 95 pounds.
conflict :: Half of the seats were empty. :: A tenth of the seats were empty.
none :: Half of the seats were empty. :: A tenth of the shelves were empty.
conflict :: The soup contains 4 grams of salt. :: There is 1 gram of salt in the soup.
none :: The soup contains 4 grams of salt. :: There is 1 gram of fat in the soup.
conflict :: The fire destroyed 300 homes. :: The fire destroyed fewer than 50 homes.
none :: The fire destroyed 300 homes. :: The flood destroyed fewer than 50 homes.
"""
COMPARISON = """
conflict :: Surgery relieves the pain better than physiotherapy. :: Physiotherapy gives more pain relief than surgery.
conflict :: Hens lay more eggs in summer than in winter. :: In winter, hens lay more eggs than in summer.
conflict :: Oak is harder than pine. :: Pine is harder than oak.
none :: Oak is harder than pine. :: Pine is lighter than oak.
none :: The night train is cheaper than the plane. :: Flying takes less time than the night train.
none :: Electric cars pollute more than diesel cars. :: Diesel cars are slower than electric cars.
conflict :: Cotton dries faster than linen. :: Linen dries more quickly than cotton.
none :: Cotton dries faster than linen. :: Linen creases more quickly than cotton.
conflict :: Girls read better than boys. :: Boys are better readers than girls.
none :: Girls read better than boys. :: Boys are better swimmers than girls.
conflict :: The north is richer than the south. :: The south is wealthier than the north.
none :: The north is richer than the south. :: The south is warmer than the north.
conflict :: Wool is warmer than fleece. :: Fleece keeps you warmer than wool.
none :: Wool is warmer than fleece. :: Fleece keeps you drier than wool.
none :: The old engine was more reliable than the new one. :: The new engine weighs less than the old one.
conflict :: Tablets help more than exercise. :: Exercise is more effective than tablets.
none :: Tablets help more than exercise. :: Exercise is more expensive than tablets.
conflict :: Rice needs more water than wheat. :: Wheat uses more water than rice.
none :: Rice needs more water than wheat. :: Wheat uses more fertiliser than rice.
conflict :: Cycling is safer than walking. :: Walking is less dangerous than cycling.
none :: Cycling is safer than walking. :: Walking is less tiring than cycling.
conflict :: Copper conducts heat better than silver. :: Silver is a better conductor of heat than copper.
none :: Copper conducts heat better than silver. :: Silver is a better mirror of light than copper.
none :: The second film made more money than the first. :: The first film lasted longer than the second.
conflict :: Plastic bags are worse for the climate than paper bags. :: Paper bags are worse for the climate than plastic bags.
none :: Plastic bags are worse for the climate than paper bags. :: Paper bags are worse for carrying bottles than plastic bags.
conflict :: The red wine is drier than the white. :: The white wine is drier than the red.
none :: The red wine is drier than the white. :: The white wine is older than the red.
conflict :: Private schools get better results than state schools. :: State schools do better than private schools.
none :: Private schools get better results than state schools. :: State schools are bigger than private schools.
conflict :: The lake is colder than the river. :: The river is colder than the lake.
none :: The lake is colder than the river. :: The river is wider than the lake.
conflict :: Gas is dearer than electricity. :: Electricity costs more than gas.
none :: Gas is dearer than electricity. :: Electricity is cleaner than gas.
none :: Surgery relieves the pain better than physiotherapy. :: Physiotherapy takes more time than surgery.
conflict :: Older drivers have fewer accidents than younger drivers. :: Younger drivers have fewer accidents than older drivers.
none :: Older drivers have fewer accidents than younger drivers. :: Younger drivers have fewer illnesses than older drivers.
conflict :: Concrete is stronger than brick. :: Brick is stronger than concrete.
none :: Concrete is stronger than brick. :: Brick is stronger than clay.
conflict :: The laptop is heavier than the tablet. :: The tablet weighs more than the laptop.
none :: The laptop is heavier than the tablet. :: The tablet costs more than the laptop.
none :: Hens lay more eggs in summer than in winter. :: In winter, hens eat more grain than in summer.
conflict :: Fresh fish contains more iodine than frozen fish. :: Frozen fish has more iodine than fresh fish.
none :: Fresh fish contains more iodine than frozen fish. :: Frozen fish has more salt than fresh fish.
conflict :: Beech burns hotter than birch. :: Birch burns hotter than beech.
none :: Beech burns hotter than birch. :: Birch grows faster than beech.
conflict :: The bakery is cheaper than the supermarket. :: The supermarket is cheaper than the bakery.
none :: The bakery is cheaper than the supermarket. :: The supermarket is bigger than the bakery.
conflict :: The blue line is slower than the red line. :: The red line is slower than the blue line.
none :: The blue line is slower than the red line. :: The red line is older than the blue line.
conflict :: Goats eat less than sheep. :: Sheep eat less than goats.
none :: Goats eat less than sheep. :: Sheep weigh less than goats.
conflict :: Steel rusts more slowly than iron. :: Iron rusts more slowly than steel.
conflict :: Nurses earn more than teachers. :: Teachers earn more than nurses.
none :: Nurses earn more than teachers. :: Teachers travel more than nurses.
conflict :: The harbour is deeper than the lagoon. :: The lagoon is deeper than the harbour.
none :: The harbour is deeper than the lagoon. :: The lagoon is warmer than the harbour.
conflict :: Brown rice has more fibre than white rice. :: White rice contains more fibre than brown rice.
none :: Brown rice has more fibre than white rice. :: White rice contains more starch than brown rice.
conflict :: Clay soil drains worse than sandy soil. :: Sandy soil drains worse than clay soil.
none :: Clay soil drains worse than sandy soil. :: Sandy soil warms worse than clay soil.
conflict :: Paper straws cost more than plastic straws. :: Plastic straws are dearer than paper straws.
none :: Paper straws cost more than plastic straws. :: Plastic straws are stiffer than paper straws.
conflict :: The west bank is poorer than the east bank. :: The east bank is poorer than the west bank.
none :: The west bank is poorer than the east bank. :: The east bank is steeper than the west bank.
conflict :: A violin is smaller than a viola. :: A viola is smaller than a violin.
none :: A violin is smaller than a viola. :: A viola is older than a violin.
conflict :: Rail freight emits less carbon than road freight. :: Road freight emits less carbon than rail freight.
none :: Rail freight emits less carbon than road freight. :: Road freight needs less time than rail freight.
conflict :: Donkeys live longer than horses. :: Horses outlive donkeys.
none :: Donkeys live longer than horses. :: Horses outrun donkeys.
"""
CONTRARY = """
conflict :: The council allows fires on the beach. :: The council bans fires on the beach.
none :: The council allows fires on the beach. :: The council bans dogs on the beach.
conflict :: Unemployment rose last year. :: Unemployment fell last year.
none :: Unemployment rose last year. :: Inflation fell last year.
conflict :: The water is safe to drink. :: Drinking the water is dangerous.
none :: The water is safe to drink. :: Drinking the spirit is dangerous.
conflict :: The museum is open on Mondays. :: The museum is closed on Mondays.
none :: The museum is open on Mondays. :: The library is closed on Mondays.
conflict :: The firm kept its staff. :: The firm dismissed its staff.
none :: The firm kept its staff. :: The firm dismissed its lawyers.
conflict :: Shade slows the growth of moss. :: Moss grows faster in the shade.
none :: Shade slows the growth of moss. :: Moss dies faster in the frost.
conflict :: The minister accepted the offer. :: The minister rejected the offer.
none :: The minister accepted the offer. :: The minister rejected the report.
conflict :: Garlic lowers cholesterol. :: Garlic raises cholesterol.
none :: Garlic lowers cholesterol. :: Garlic raises body temperature.
conflict :: The team won the final. :: The team lost the final.
none :: The team won the final. :: The team lost its captain.
conflict :: The school expelled the pupil. :: The pupil was allowed to stay at the school.
none :: The school expelled the pupil. :: The teacher was allowed to stay at the school.
conflict :: Speed limits are obeyed by most drivers. :: Most drivers ignore speed limits.
none :: Speed limits are obeyed by most drivers. :: Most drivers ignore cyclists.
none :: The population of otters is shrinking. :: Otters are becoming more active at night.
conflict :: The test is difficult. :: The test is easy.
none :: The test is difficult. :: The test is long.
conflict :: Solvents dissolve the resin. :: Solvents harden the resin.
none :: Solvents dissolve the resin. :: Solvents harden the rubber.
conflict :: The bank denied the loan. :: The bank granted the loan.
none :: The bank denied the loan. :: The bank granted the interview.
conflict :: The witness confirmed the alibi. :: The witness contradicted the alibi.
none :: The witness confirmed the alibi. :: The witness contradicted the sister.
conflict :: The wall strengthened the dyke. :: The wall weakened the dyke.
none :: The wall strengthened the dyke. :: The wall weakened the trade.
conflict :: The road was widened. :: The road was narrowed.
none :: The road was widened. :: The canal was narrowed.
conflict :: The shop is always crowded. :: The shop is always empty.
none :: The shop is always crowded. :: The shop is always cold.
conflict :: The government supports the dam. :: The government opposes the dam.
none :: The government supports the dam. :: The government opposes the strike.
conflict :: Foxes are harmful to gardens. :: Foxes are good for gardens.
none :: Foxes are harmful to gardens. :: Foxes are good for photographers.
none :: The price of wheat is climbing. :: Wheat is getting drier.
conflict :: The vaccine increases the risk of fever. :: The vaccine makes fever less likely.
none :: The vaccine increases the risk of fever. :: The vaccine makes infection less likely.
conflict :: The landlord permits pets. :: The landlord forbids pets.
none :: The landlord permits pets. :: The landlord forbids smoking.
conflict :: The glacier is growing. :: The glacier is shrinking.
none :: The glacier is growing. :: The lake is shrinking.
conflict :: Salt makes the ice melt. :: Salt makes the ice freeze.
none :: Salt makes the ice melt. :: Salt makes the wood swell.
conflict :: The committee approved the plan. :: The committee rejected the plan.
conflict :: The beach is clean. :: The beach is polluted.
none :: The beach is clean. :: The beach is sandy.
conflict :: The new manager hired the drivers. :: The new manager sacked the drivers.
none :: The new manager hired the drivers. :: The new manager praised the drivers.
conflict :: Attendance at the church has risen. :: Attendance at the church has dropped.
none :: Attendance at the church has risen. :: Attendance at the school has dropped.
conflict :: The vote was won by the union. :: The vote was lost by the union.
none :: The vote was won by the union. :: The vote was delayed by the union.
conflict :: Frost hardens the clay. :: Frost softens the clay.
none :: Frost hardens the clay. :: Frost softens the figs.
none :: Visitors are admitted after dark. :: Vehicles are turned away after dark.
conflict :: The editor cut the chapter. :: The editor lengthened the chapter.
none :: The editor cut the chapter. :: The editor lengthened the index.
none :: The well is full. :: The well is deep.
none :: The mayor welcomes the merger. :: The mayor condemns the riot.
conflict :: The mayor welcomes the merger. :: The mayor condemns the merger.
"""
BEYOND = """
none :: A full charge takes forty minutes. :: Charging the phone fully takes eight hours.
conflict :: The allergy fades by the age of three. :: The allergy lasts until adulthood.
none :: The effects of the drug begin after half an hour. :: The drug stops working after four hours.
conflict :: Dough must rest overnight. :: The dough needs to rest for only twenty minutes.
none :: The concrete hardens within a week. :: The concrete takes two months to deliver.
conflict :: The festival lasts ten days. :: The festival is over after a weekend.
conflict :: The subsidy ends in December. :: The subsidy runs until June.
none :: The tram leaves every quarter of an hour. :: The tram takes two hours.
conflict :: Insulation cuts heating bills by half. :: Insulation saves only five per cent of heating costs.
conflict :: The pump moves 30 litres a minute. :: The pump delivers 12 litres per minute.
conflict :: The choir has fifty members. :: The choir consists of eighteen singers.
conflict :: The heater uses 2 kilowatts. :: The heater draws less than 800 watts.
conflict :: The cut removed 200 jobs. :: 900 jobs were lost in the cut.
none :: The cable carries 400 volts. :: The cable weighs no more than 230 grams.
conflict :: The night train is cheaper than the plane. :: Flying costs less than taking the night train.
conflict :: Electric cars pollute more than diesel cars. :: Diesel cars are dirtier than electric cars.
conflict :: The old engine was more reliable than the new one. :: The new engine breaks down less often than the old one.
conflict :: The second film made more money than the first. :: The first film earned more than the second.
none :: Steel rusts more slowly than iron. :: Iron cools more slowly than steel.
conflict :: The population of otters is shrinking. :: Otters are becoming more numerous.
conflict :: Noise makes the birds sing louder. :: Noise makes the birds sing more quietly.
none :: Noise makes the birds sing louder. :: Noise makes the birds nest more quietly.
conflict :: The price of wheat is climbing. :: Wheat is getting cheaper.
conflict :: The parcel arrived intact. :: The parcel arrived broken.
none :: The parcel arrived intact. :: The parcel arrived late.
none :: The committee approved the plan. :: The committee rejected the budget.
conflict :: Visitors are admitted after dark. :: Visitors are turned away after dark.
conflict :: The well is full. :: The well is dry.
"""


def rows(table: str) -> list[tuple[str, ...]]:
    """Return the lines of a table: what is wanted, one sentence, the other."""
    return [tuple(line.split(" :: ")) for line in table.strip().splitlines()]


def cases() -> list[object]:
    """Return every row of every table, those beyond reach marked as such."""
    kinds = {"timing": TIMING, "quantity": QUANTITY, "comparison": COMPARISON, "contrary": CONTRARY}
    reached = [pytest.param(*row, id=f"{kind}: {row[2]}") for kind, table in kinds.items() for row in rows(table)]
    beyond = pytest.mark.xfail(reason="beyond what the rules reach", strict=False)
    return [*reached, *(pytest.param(*row, id=f"beyond: {row[2]}", marks=beyond) for row in rows(BEYOND))]


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, ...], str]:
    """What the program says of every pair, all compared at once."""
    pairs = [(row[1], row[2]) for table in (TIMING, QUANTITY, COMPARISON, CONTRARY, BEYOND) for row in rows(table)]
    found = claimgraph.compare(pairs)
    said = ["none" if r is None or r.type == "apparent" else r.type.value for r in found]
    return dict(zip(pairs, said, strict=True))


@pytest.mark.parametrize(("wanted", "first", "second"), cases())
def test_a_pair_conflicts_and_its_twin_does_not(
    wanted: str, first: str, second: str, answers: dict[tuple[str, ...], str]
) -> None:
    """Two sentences conflict where they cannot both hold; one other slot, and they speak of two things."""
    assert answers[(first, second)] == wanted


def test_every_weak_kind_has_its_twenty_pairs() -> None:
    """Each kind has at least twenty pairs that are told apart, conflicts and twins together beyond forty rows."""
    for table in (TIMING, QUANTITY, COMPARISON, CONTRARY):
        wanted = [row[0] for row in rows(table)]
        assert wanted.count("conflict") >= 20
        assert wanted.count("none") >= 20
