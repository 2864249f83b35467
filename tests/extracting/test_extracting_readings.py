"""Whole readings: every claim of a sentence, and none besides, on invented sentences about many things."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim, Polarity

Reader = Callable[[str], tuple[Claim, ...]]
Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
READINGS = """
what is only listed is nothing :: Cold hands, stiff knees, the odd bleed on the lung. ::
what tells more of one thing says what it is :: Solar panels, a cheap source of power, are common. :: solar panel |  \
| cheap source of power | + asserted; solar panel | are | common | + asserted
what people are told to do is no hearsay :: Guards are told to wait. :: guard | are told to wait | - | + asserted
what a thing is said to do is :: The pump is said to rust. :: pump | is said to rust | - | + hedged
how much of a thing there may be is no claim :: The noise may be so loud that you wake. :: noise | may be | loud \
| + hedged
what came of it did :: The frost was so hard that the pipes froze. :: frost | was | hard | + asserted; \
pipe | froze | - | + asserted
a thing at large need not be so :: Replacing a pump that is worn out is a big job. :: \
replace pump | is | big job | + asserted
a thing that was sold was so :: Ada sold a pump that was worn out. :: ada | sold | pump | + asserted; \
pump | was worn out | - | + asserted
what a thing is like does nothing :: The fan sounds like a lorry idling all night. :: fan | sounds like | lorry \
| + asserted
what one is told not to have is advice :: You should not have the jab. :: you | should not have | jab | - asserted
what one need not expect is likely :: You should not have trouble. :: you | should not have | trouble | - hedged
a share of nobody named is told as it stands :: Fewer than half are still walking. :: fewer than half | are walking \
| - | + asserted
what is done too much of is told whole :: Ada warned against reading too much into the numbers. :: ada \
| warned against | reading too much into the numbers | + asserted
what is done is told by its verb :: Ada warned against swimming. :: ada | warned against | swimming | + asserted
what is set against more is not so :: Rents are higher, not lower, in Leeds. :: rent | are | higher | + asserted; \
rent | are | lower | - asserted
what is more and not is denied :: Rents are not lower. :: rent | are not | lower | - asserted
entries of a menu are nothing :: Treatments | Prices | Our team ::
what is no entry is something :: Ada Moss, our manager, left. :: ada moss |  | manager | + asserted; \
ada moss | left | - | + asserted
half the size is not the size :: Wrens are half the size of sparrows. :: wren | are \
| half the size of sparrow | + asserted
what is said in brackets of a complement :: Motes are tiny grains (almost 1/1000th the size of a seed) that are \
capable of many things. :: mote | are | tiny grain | + asserted; \
mote |  | almost 1/1000th the size of seed | + asserted; mote | are capable of | thing | + asserted
what one more thing is tells which one :: Another tree that thrives there is the larch. :: larch | thrives | - \
| + asserted; tree | is | larch | + asserted
a fool is none of them :: Another man who smokes is a fool. :: man who smokes | is | fool | + asserted
what is set off is not what it is said of :: At Ely, the largest of the six, two nurses are ill. :: nurse | are | ill \
| + asserted
what is settled are questions :: The firm clarified points about pumps that had to be resolved. :: firm | clarified \
| point | + asserted; point | had to be resolved | - | + asserted
what is oiled are pumps :: The firm clarified points about pumps that had to be oiled. :: firm | clarified \
| point | + asserted; pump | had to be oiled | - | + asserted
what should have been done was not :: The pump should have been tested. ::
what should help may :: The drug should help sleep. :: drug | should help | sleep | + hedged
no sign of a denial is none of the opposite :: There is no sign that the dye does not fade. \
:: sign that the dye does not fade | is | - | - asserted
no proof of a denial is none of the opposite :: The trial did not show that the dye does not fade. \
:: trial | did not show | dye not fade | - asserted
what was not found :: The survey did not find that bees avoid clover. :: bee | avoid | clover | - asserted
what cracks them, put first :: It is frosts that crack the pipes. :: frost | crack | pipe | + asserted
what it is, one of many :: Soup is cheap, and it is a meal that pleases. :: soup | is | cheap | + asserted; \
soup | is | meal | + asserted; meal | pleases | - | + asserted
while doing is no deed :: Cyclists must not eat while riding. :: cyclist | must not eat | - | - asserted
what is done besides :: The levy cuts soot while raising costs. :: levy | cuts | soot | + asserted; \
levy | raising | cost | + asserted
what should have happened did not, with an aside :: The storm should have, at the very least, sunk the ferry. ::
what happened with an aside :: The storm has, at the very least, sunk the ferry. :: storm | sunk | ferry | + asserted
if anything is a doubt :: The levy did not cut traffic; if anything it grew slightly. \
:: levy | did not cut | traffic | - asserted; levy | grew | - | + hedged
if anything does is a condition :: If anything breaks, the ferry stops. :: ferry | stops | - | + asserted
what one is told to do is no deed :: The nurse told us to drink tea. :: nurse | told | us drink tea | + asserted
what one is told is so :: The nurse told us that tea helps sleep. :: tea | helps | sleep | + asserted
what one has no idea of is so :: The guards had no idea that the gate was open. \
:: guard | had | idea that the gate was open | - asserted; gate | was | open | + asserted
what one has no idea whether is open :: The guards had no idea whether the gate was open. \
:: guard | had | idea whether the gate was open | - asserted
where to look in brackets is no deed :: Ferns, which thrive in shade (see https://ferns.org/shade for a list), \
need lime. :: fern | thrive in | shade | + asserted; fern | need | lime | + asserted
an aside of a subject is closed :: Ana (a baker) keeps bees. :: ana |  | baker | + asserted; \
ana | keeps | bee | + asserted
who acts in brackets :: Bees (they sleep in winter) like clover. :: bee | sleep | - | + asserted
what was found out without an end mark :: What they found was gold :: what they found | was | gold | + asserted
which way a link goes :: Salt intake was negatively associated with bone density. :: salt intake \
| was negatively associated with | bone density | + asserted
which way an influence goes :: Noise adversely affects sleep. :: noise | adversely affects | sleep | + asserted
a manner is no direction :: The law directly affects tenants. :: law | affects | tenant | + asserted
a noun that is helped :: Camomile helps sleep. :: camomile | helps | sleep | + asserted
verbs behind help share object and modal :: Wax can help seal, protect and restore wooden floors. :: wax \
| can help seal \
| wooden floor | + hedged; wax | can help protect | wooden floor | + hedged; wax | can help restore | wooden floor \
| + hedged
what failed reaches both verbs :: The ferry has failed to cut fares or carry more cars. :: ferry | has failed to cut \
| fare | - asserted; ferry | has failed to carry | car | - asserted
what is unable reaches both verbs :: The calf was unable to stand or lift its head. :: calf | was unable to stand | - \
| - asserted; calf | was unable to lift | head | - asserted
what is likely reaches both verbs :: The levy is likely to raise rents and push out shops. :: levy \
| is likely to raise \
| rent | + hedged; levy | is likely to push out | shop | + hedged
what is used to do several things :: Dogs are used to find truffles and to guard sheep. :: dog | are used to find \
| truffle | + asserted; dog | are used to guard | sheep | + asserted
less likely is denied :: Raw oats are less likely to spoil than cooked rice. :: raw oat \
| are less likely to spoil than \
| cooked rice | - asserted
at most denies nothing :: The frost kills no more than 5% of the bees. :: frost | kills | bee | + asserted
present of a plural :: The gains of the merger outweigh its costs. :: gain of merger | outweigh | cost | + asserted
subject behind an auxiliary :: Fares have more than doubled since 2010. :: fare | have doubled | - | + asserted
gerund with a pronoun :: Boiling it kills the yeast. :: boil it | kills | yeast | + asserted
two clauses with a dash :: They leak – valves only last a month. :: they | leak | - | + asserted; valve | last | - \
| + asserted
a label before a colon :: The short answer: yes, tap water is safe. :: tap water | is | safe | + asserted
an aside between dashes is no clause :: The pump – which leaks – is old. :: pump | is | old | + asserted
who is left without :: The flood left hundreds without heating. :: flood | left | hundred | + asserted; \
hundred | without | heat | - asserted
what is kept off :: The dyke keeps the meadow from flooding. :: dyke | keeps from | flooding | + asserted
what one is given :: The charter gives tenants the right to appeal. :: charter | gives | right to appeal | + asserted
what is not clear stays open :: It is not clear that sheep graze at night. :: sheep | graze | - | + speculative
what was once expected :: I thought the soup would be awful. ::
what is only assumed :: Assuming people still trust banks, the coin may fail. :: coin | may fail | - | + hedged
an act that is safe :: It is safe to reuse the bolts. :: reuse the bolts | is | safe | + asserted
an act that is not lawful :: It is not legal to park on the verge. :: park on the verge | is not | legal | - \
asserted
what is safe to say is no act :: It is safe to say that the reform failed. :: reform | failed | - | + asserted
an answer about an act :: Is it dangerous to store petrol in a cellar? Yes. :: store petrol in a cellar | Is | \
dangerous | + asserted
an answer that is narrowed :: Do goats need shelter in summer? No, not in dry valleys. :: goat | Do need | \
shelter | - asserted
an answer that repeats the auxiliary :: So does the thin rope hold a cow? It does, up to a point. :: thin rope | \
does hold | cow | + asserted
an answer that denies with the auxiliary :: Is the ferry free? It isn't. :: ferry | Is | free | - asserted
an answer that repeats another verb :: Does the glue smell? It has been months. ::
an emphatic no :: Is the ferry free? Definitely not. :: ferry | Is | free | - asserted
no answer at all :: Is the ferry free? Not sure. ::
an answer under a condition :: Will the valve leak? Not if it is greased. ::
an answer of its own clause :: Is the tram late? Yes, it waits for the boat. :: tram | waits for | boat | + \
asserted
what is kept from happening :: The bonus stopped drivers quitting. :: bonus | stopped | driver quit | + asserted
who is stopped while doing a thing :: The patrol stopped a lorry carrying sheep. :: patrol | stopped | lorry | + \
asserted; lorry | carrying | sheep | + asserted
what was kept from happening, asked :: Did the new lamp stop burglars coming? Hardly. :: new lamp | Did stop | \
burglar come | - asserted
a trail of pages :: Home > Garden > Ponds > Book a visit online today ::
pages beside one another :: News | Sport | Weather | Follow us today ::
a stroke between two words :: The club sells tea / coffee at the gate. :: club | sells | tea coffee | + asserted
clauses between strokes :: The frost killed the beans / the peas survived / the leeks stood until spring. :: \
frost | killed | bean | + asserted; pea | survived | - | + asserted; leek | stood | - | + asserted
a wish :: May the best team win. ::
a wish that goes on :: And may your nets be full and your anchors hold. ::
a month :: May frosts kill the buds. :: frost | May kill | bud | + hedged
what one would love to know :: I'd love to know which glue builders use for oak. ::
what nobody asked :: Nobody asked which dog bit the child. ::
what does it, put in front :: It is the tannin that stains the cups. :: tannin | stains | cup | + asserted
what does it and what does not :: It's damp, not age, that warps old fiddles. :: damp | warps | old fiddle | + \
asserted; age | warps | old fiddle | - asserted
what is denied to do it :: It was not the union that called the strike. :: union | called | strike | - asserted
what something is, with a clause :: It is a pump that leaks. :: it | is | pump | + asserted
one against another :: The council, not the union, paid the bill. :: council | paid | bill | + asserted; union | \
paid | bill | - asserted
no contrast :: The tower, not seen since May, fell. :: tower | not seen | - | - asserted; tower | fell | - | + \
asserted
not until then :: It wasn't until the 1950s that the hill farms got running water. :: hill farm | got | running \
water | + asserted
not until a clause :: It was not until the war ended that the mine reopened. :: mine | reopened | - | + asserted
only after that :: It was only after the storm that the leak appeared. :: leak | appeared | - | + asserted
water that runs :: The village got running water. :: village | got | running water | + asserted
a quality with its result :: The broth was so salty that the dog left it. :: broth | was | salty | + asserted; \
dog | left | broth | + asserted
a quality with its result, bare :: The mill was so loud it woke the town. :: mill | was | loud | + asserted; \
mill | woke | town | + asserted
what seems to be there :: There seem to be three eggs in the nest. :: egg | seem to be in | nest | + hedged
what is said to be there :: There are said to be wolves in the valley. :: wolf | are said to be in | valley | + \
hedged
what is likely to be there :: There is likely to be frost in the valley. :: frost | is likely to be in | valley \
| + hedged
what ought to be there :: There needs to be more light in the hall. ::
a name for a description :: The defendant, Marlon Tweed, ran a bakery. :: defendant |  | marlon tweed | + \
asserted; defendant | ran | bakery | + asserted
a day is no name :: The meeting, Tuesday, was long. :: meeting | was | long | + asserted
a description in front :: A native of Peru, the potato reached Spain. :: potato |  | native of peru | + \
asserted; potato | reached | spain | + asserted
the largest in front :: The largest moon of Saturn, Titan has lakes of methane. :: titan |  | largest moon of \
saturn | + asserted; titan | has | lake of methane | + asserted
a list of subjects in front :: A dog, a cat and a goat share the barn. :: dog | share | barn | + asserted; cat | \
share | barn | + asserted; goat | share | barn | + asserted
a time in front :: The next morning, the tide turned. :: tide | turned | - | + asserted
a verb that a relative clause took :: The glue that the builders used on the bridge contains fish oil. :: \
builder | used | glue | + asserted; glue | contains | fish oil | + asserted
anyone who is caught :: Anyone caught fishing without a licence pays sixty euros. :: anyone caught fishing \
without a licence | pays | sixty euro | + asserted
two verbs that are joined :: The tests caught errors and cost little. :: test | caught | error | + asserted; \
test | cost | little | - asserted
what opens a sentence :: After the last repair the boiler never starts. :: boiler | never starts | - | - \
asserted
a time in front of a clause :: Since the new rule the buses run late. :: bus | run | - | + asserted
a gerund that does something :: Having two stops so close together slows the whole tram line down. :: stop | \
slows down | whole tram line | + asserted
what makes another thing fall :: The levy makes the wheat price fall. :: levy | makes | wheat price fall | + \
asserted
a verb behind a phrase :: Bees in the valley store honey rather than sell it. :: bee | store | honey | + \
asserted
a verb before a comment :: The garden pump lights without a battery, which is handy. :: garden pump | without | \
battery | - asserted; garden pump | lights without | battery | + asserted
a verb behind an animal :: Bull frogs swallow mice whole. :: bull frog | swallow | mouse | + asserted
a singular behind a plural :: A map of the canals links the mills. :: map of canal | links | mill | + asserted
what a thing is, in passing :: The garden pump runs on a battery, which is old. :: garden pump | runs on | \
battery | + asserted; battery | is | old | + asserted
a quality denied with its result :: The soup was not so salty that it hurt. :: soup | was not | so salty that it \
hurt | - asserted; soup | hurt | - | - asserted
one of several in front :: One of the oldest card games in Bavaria, Tarock needs a pencil. :: tarock |  | oldest \
card game in bavaria | + asserted; tarock | needs | pencil | + asserted
a verb of its own behind a participle :: Drivers caught speeding near the school pay a fine. :: driver caught \
speeding near the school | pay | fine | + asserted
who did it, and who did not :: It was the monks, not the king, who built the bridge. :: monk | built | bridge | \
+ asserted; king | built | bridge | - asserted
not until a month :: It is not until May that the swifts return. :: swift | return | - | + asserted
an act of somebody :: It is safe for cats to eat tuna. :: cats eat tuna | is | safe | + asserted
an answer of course :: Do hens lay in winter? Of course not. :: hen | Do lay | - | - asserted
a rare yes :: Do hens lay in winter? Rarely. :: hen | Do lay | - | - asserted
what only repeats a question :: Can I freeze leeks? You can, but they go limp. :: leek | go | limp | + asserted
what one is curious about :: I'm curious what paint the boatyard uses. :: i | 'm | curious | + asserted
what is not done :: She left the crate, rather than carry it home. :: she | left | crate | + asserted
what is denied to be there :: They do not sell boots that leak. :: they | do not sell | boot | - asserted
no standard of more :: Far more salt is used than is needed. :: salt | is used | - | + asserted
a list is no apposition :: Oat biscuits, mixed nuts, and dried fruit are sold here. :: oat biscuit | are sold | - \
| + asserted; mixed nut | are sold | - | + asserted; dried fruit | are sold | - | + asserted
the last of several subjects :: Ferries, small trams, and night buses run late. :: ferry | run | - | + asserted; \
small tram | run | - | + asserted; night bus | run | - | + asserted
a contrast is no apposition :: The town needs more trees, not more lamps. :: town | needs | tree | + asserted
a result shares the modal :: Lime can raise the acidity, killing the moss. :: lime | can raise | acidity | + hedged; \
lime | killing | moss | + hedged
what mass nouns are narrowed by :: Cheap honey made from heather tastes bitter. :: cheap honey | tastes \
| bitter | + asserted
what a clause makes :: The levy made old vans more expensive. :: levy | made | old van expensive | + asserted
a source behind a comma :: The bridge failed, according to the union. :: bridge | failed | - | + asserted
what has not been reported may be :: There have been no deaths reported. :: death | have been reported | - | - asserted
what is not there is not :: There have been no deaths. :: death | have been | - | - asserted
what was done to it behind a comma :: My van has two doors, serviced every year. :: van | has | door | + asserted; \
van | serviced | - | + asserted
which are tells of several :: Trees by the road which were felled in May had moss. :: tree | were felled | - \
| + asserted; \
tree | had | moss | + asserted
which is tells of one :: The road by the farms which is closed has holes. :: road | is | closed | + asserted; \
road | has | hole | + asserted
a quotation goes on :: The dial says "no dogs" at the gate. :: dial | says | dog | - asserted
things at large behind a relative :: Paint that contains lead is toxic. :: paint | contains | lead | + asserted; \
paint that contains lead | is | toxic | + asserted
what a thing is found to be :: Many found the app useful. :: app | found | useful | + asserted
what a thing is thought to be :: The jury thought the film dull. :: film | thought | dull | + asserted
verb behind a clause :: When levels fall, small crystals form in it. :: small crystal | form in | it | + asserted
verb of a count :: All three work well. :: three | work | - | + asserted
noun behind a clause :: If it rains, two cups of tea. ::
acronym of nothing :: We ask IF it works. ::
what is found hard to do :: Most riders find it hard to stop. :: rider | find | hard to stop | + asserted
what somebody is accused of :: The firm accused the union of lying. :: firm | accused | union | + asserted
what is of an object stays :: The firm bought the union of mills. :: firm | bought | union of mill | + asserted
what a guide explains :: The guide explains how to prune roses. :: guide | explains | how to prune roses | + asserted
what a speaker would :: I wouldn't. ::
the cheapest way is told :: Coal is the cheapest way to heat a house. :: coal | is \
| cheapest way to heat a house | + asserted
a way is what is done by it :: Panels are a good way to cut bills. :: panel | are way to cut | bill | + asserted
as many as before :: The team won as many games as last year. :: team | won | as many games as last year | + asserted
more than it had :: The cell holds more charge than it did. :: cell | holds | more charge than it did | + asserted
from one to the next :: Results vary from patient to patient. :: result | vary | - | + asserted
from one to another :: The fire spread from Leeds to York. :: fire | spread from | leeds | + asserted
fewer than others do :: Wind farms kill fewer birds than cats do. :: wind farm | kill | fewer birds than cats do \
| + asserted
as well as another :: Dough holds as well as any glue. :: dough | holds | - | + asserted
as well as one adds :: The shop sells tea as well as coffee. :: shop | sells | tea | + asserted; \
shop | sells | coffee | + asserted
a standard told by a clause :: The lake is cleaner than it was ten years ago. :: lake | is \
| cleaner than it was ten years ago | + asserted
what is said in marks is no verb's object :: The lid says 'not for pets'. ::
what grows with another thing :: The longer you boil it, the darker the syrup gets. :: syrup | gets | darker \
| + asserted
what grows without a verb :: The older you are, the weaker your eyes. :: eye | weaker | weaker | + asserted
what is to be done is hedged :: The panel recommended that the dye be withdrawn. :: dye | be withdrawn | - | + hedged
a risk is no fact :: There is a risk that the dam will fail. :: risk that the dam will fail | is | - | + asserted
evidence has a content :: There is a body of evidence that yoga works. :: body of evidence | is | - | + asserted; \
yoga | works | - | + asserted
reasons have no object :: There are two reasons why rents rose. :: reasons why rents rose | are | - \
| + asserted; rent | rose | - \
| + asserted
what is wanted to be done :: The union wants the cuts or fees to be reversed. :: union | wants | cut reverse \
| + asserted
what one does not know for sure :: As far as I can tell, it runs on gas. :: it | runs on | gas | + hedged
an example is no description :: He values the frame, particularly the hull. :: he | values | frame | + asserted
a description of the nearest noun :: The oil came from the boat's pump, the old pump that hums. :: oil | came from \
| boat pump | + asserted; boat pump |  | old pump | + asserted; boat pump | hums | - | + asserted
a list with articles :: Cats, a dog and the owner of the shop left. :: cat | left | - | + asserted; dog | left | - \
| + asserted; owner of shop | left | - | + asserted
a participle that only describes :: The rain makes a ticking or hissing noise. :: rain | makes \
| ticking or hissing noise | + asserted
what is only looked into :: Nurses assessed the impact of noise on sleep. :: nurse | assessed \
| impact of noise on sleep | + asserted
for how long is no purpose :: The use of ice for 20 minutes eases pain. :: ice | eases | pain | + asserted
what is not done by its gerund :: Recycling means making fewer bottles. :: recycling | means \
| make fewer bottle | + asserted
what one would like to see :: The guild would like to see shops accept coins. ::
what is no longer seen :: We will no longer see them parked on our lawns. ::
a question behind a preposition :: It differs in how much heat the tank can hold. :: it | differs in \
| how much heat the tank can hold \
| + asserted
best of what I know :: The best inn we visited was sold. :: best inn | was sold | - | + asserted
what buyers need to know is the page's :: Buyers need to know that the lease ends. :: lease | ends | - | + asserted
hardly anything :: The tax has achieved very little. :: tax | has achieved | - | - asserted
a little is something :: The tax helps a little. :: tax | helps | little | + asserted
possible for a thing to happen :: It is possible for the tank to freeze. :: tank | to freeze | - | + hedged
who wants to end does not end :: Half of drivers want to end the toll. :: driver | want to end | toll | + asserted
what instructions pick out :: Choose the shops that pay well and avoid the rest. ::
what a gerund might do :: Owners can help by calling inspectors. :: owner | can help by | call inspector | + hedged; \
owner | calling | inspector | + hedged
what makes it better :: Its weight makes it a better anchor than stone. :: it | better anchor than | stone | + asserted
as much as :: The test is not as hard as we think. :: test | is not | as hard as we think | - asserted
a lot of things are :: There are a lot of otters in the bay. :: lot of otter | are in | bay | + asserted
a bracket with a clause :: The seals (and I bought the best ones) dry out. :: seal | dry out | - \
| + asserted; i | bought \
| best one | + asserted
a gerund that a copula names :: One option is mulching, which keeps weeds down. :: option | is | mulch \
| + asserted; \
mulch | keeps down | weed | + asserted
what is put to "you" :: You be the judge. ::
a condition holds for both verbs :: If that is so, we have sold our home and lost our way. :: we | have sold | home \
| + asserted; we | lost | way | + asserted
what it is too early to say :: It is too early to say that the ban has raised wages. ::
what one makes sure of :: She made sure the gate was shut. :: she | made | sure | + asserted
what one is worried about :: He was worried the roof was leaking. :: he | was | worried the roof was leaking \
| + asserted
what a law provides :: The law works by providing that a tenant may leave. :: law | works by | provide | + asserted
a saying in between :: They are a nuisance, it states, a threat to calm. :: they | are | nuisance | + asserted
a noun that only goes on :: The launch was a feast, a joy. :: launch | was | feast | + asserted
a part of the body compares nothing :: Rowers had a greater fall in lower back pain than cyclists. :: rower \
| had a greater fall in lower back pain than | cyclist | + asserted
examples in brackets :: It helps in some cases (e.g., minor burns, severe frostbite). :: it | helps | - | + hedged
the thing a clause leaves open :: Your cat is good at getting the salts it needs from raw fish. :: cat \
| is good getting \
| salt | + asserted; cat | needs | salt | + asserted
more or less so :: I'm kind of busy. :: i | 'm | busy | + asserted
how a thing is kept :: Owls keep vole numbers controlled. :: owl | keep | vole number | + asserted
a modal before an aside :: Badgers cannot by law be moved. :: badger | cannot be moved | - | - asserted
capitals for weight :: The crates CANNOT be moved by hand. :: crate | CANNOT be moved | - | - asserted
how candid one is :: I like them and, to be honest, I spoil them. :: i | like | them | + asserted; i | spoil | them \
| + asserted
no study that shows it :: There is no study that shows any gain. :: study | is | - | - asserted
a study that has not shown it :: There has not been a study that has shown harm. :: study | has not been | - \
| - asserted
a verb between verbs :: These oils heal, repair, and restore skin. :: oil | heal | skin | + asserted; oil \
| repair | skin \
| + asserted; oil | restore | skin | + asserted
the subject of a second verb :: With less traffic, the main road remains and bus lanes become wider. :: main road \
| remains | - | + asserted; bus lane | become | wider | + asserted
a clause of place :: Where moss is thick, it can harm the slates. :: moss | can harm | slate | + hedged
occasions :: There are times when nurses need to leave. :: times when nurses need to leave | are | - | + asserted
what is only likened :: The plants looked like they needed water. :: plant | looked | - | + asserted
what it is a stretch to say :: It is a stretch to claim that the levy is fair. ::
what it is fair to say :: It is fair to say the levy failed. :: levy | failed | - | + asserted
while one sleeps :: Keep it cold while you sleep. ::
what one would rather do :: I'd rather talk about boats. ::
a noun before a dash :: The risks are linked to ice - falls and cuts. :: risk | are linked to | ice | + asserted
what one is urged to do :: The mayor was urged to scrap the toll. :: mayor | was urged to scrap | toll | + asserted
what is offered :: Goats were weighed and offered the hay. :: goat | were weighed | - | + asserted; goat \
| offered | hay \
| + asserted
how well :: The change has not gone down well with drivers. :: change | has not gone down with | driver | - asserted
between two sums :: A roof costs between £7 and £9. :: roof | costs between | £7 | + asserted
a warranty of years :: The kiln comes with a five-year warranty. :: kiln | comes with | five-year warranty | + asserted
a list of some sorts :: The blight harms beans and other crops, some species of moss, and some herbs such as mint. :: \
blight | harms | bean | + asserted; blight | harms | crop | + asserted; blight | harms | species of moss | + asserted; \
blight | harms | herb | + asserted; blight | harms | mint | + asserted
a body beside a name :: Ada Moss, with Friends of Moors, a national charity, agrees. :: \
friend of moors |  | national charity | + asserted
by doing a thing :: The best way to stay well is by sleeping enough. :: best way to stay well | is by | sleep \
| + asserted
no longer only :: This inn is no longer just for sailors. :: inn | is for | sailor | + asserted
what is assumed by others :: The assumption is that owners rent rooms to tourists. :: owner | rent | room | + hedged
a thing of a condition :: If you own a boat that leaks, wait. ::
what is felt as if :: I felt as if more weight was lifted. :: i | felt | - | + asserted
a past taken for a participle :: The syrup reduced coughs. :: syrup | reduced | cough | + asserted
another one :: Bus lanes reduced accidents. :: bus lane | reduced | accident | + asserted
what a study fails to show :: The study failed to show that the syrup eases coughs. :: syrup | eases | cough \
| - asserted
what may or may not be :: Figs may or may not help. :: fig | may not help | - | - hedged
instead of another thing :: Tea instead of milk helps sleep. :: tea | helps | sleep | + asserted
no sign in a thing that another is so :: There is no sign in the figures that rents fall. :: rent \
| fall | - | - asserted
a singular clause tells of the last :: Cells hold salt and zinc, which is a metal. :: cell | hold | salt | + asserted; \
cell | hold | zinc | + asserted; zinc | is | metal | + asserted
from each to each :: Prices vary from town to town. :: price | vary | - | + asserted
cookies one eats :: Oat cookies contain sugar. :: oat cookie | contain | sugar | + asserted
what a thing is good for :: The balm is good to help skin heal. :: balm | is good to help | skin heal | + asserted
nor before its verb :: It is not a drug, nor does it cause pain. :: it | is not | drug | - asserted; it | does cause \
| pain | - asserted
a noun of chance that is only weighed :: The risks outweigh the possibility of a gain. :: risk | outweigh \
| possibility of gain | + asserted
a hyphened name whole :: The risks of e-bikes are unknown. :: risk of e-bike | are | unknown | + asserted
an adverb ends a verb :: They close more often and pay cooks less. :: they | close | - | + asserted; they | pay | cook \
| + asserted
what a thing is done for :: Seeds are coated so crops can survive frost. :: seed | are coated | - | + asserted
what is hard to do :: The lid is difficult to clean and dry. :: lid | is | difficult to clean and dry | + asserted
more than doing a thing :: Resting is no more useful than eating plums. :: resting | more useful than | plum \
| - asserted
what asks does nothing :: The question is what kills them. ::
what does it :: Heating the pan is what ruins it. :: heat pan | ruins | pan | + asserted
an idea that is fought :: They fight the idea that the levy is fair. :: they | fight | idea that the levy is fair \
| + asserted
what is only talked of :: The leak fed speculation that the mill would close. :: leak | fed | speculation \
| + asserted; \
mill | would close | - | + hedged
another comparative is no standard :: Cooks report more stress than nurses, and more pain. :: cook \
| report more stress than \
| nurse | + asserted; cook | report | pain | + asserted
people before who :: She felt the mood of the voters, who were tired. :: she | felt | mood of voter | + asserted; \
voter | were | tired | + asserted
what is not planned as done :: The village saw plans for two masts to be put up on the hill. :: village | saw | plan \
| + asserted
neither of two is said alone :: The jar holds either honey or wax. :: jar | holds | honey or wax | + asserted
none of three is said alone :: The jar may hold either honey, wax, or oil. :: jar | may hold | honey or wax or \
oil | + hedged
an amount in other words is no alternative :: The mug held either 200 ml of wine, roughly two spoons, or plain \
water. :: mug | held | 200 ml of wine or plain water | + asserted
all of three are said :: The jar holds honey, wax, and oil. :: jar | holds | honey | + asserted; jar | holds | \
wax | + asserted; jar | holds | oil | + asserted
next to nothing is almost nothing :: The pump costs next to nothing. :: pump | costs | nothing | - asserted
next to no effect is almost none :: The levy has next to no effect. :: levy | has | effect | - asserted
next to a thing is a place :: The barn stands next to no road. :: barn | stands | - | + asserted
what nothing is said about :: The manual says nothing about 12 volts. :: manual | says | nothing about 12 volts \
| - asserted
about a number is roughly that number :: The tank holds about 12 litres. :: tank | holds | 12 litre | + asserted
a participle before a past with an object :: Trees planted last spring lost their leaves. :: tree planted last \
spring | lost | leaf | + asserted
a participle behind a past without one :: The man died surrounded by friends. :: man | died surrounded by | \
friend | + asserted
what is left is no more than that :: The gauge showed 86% left. :: gauge | showed | 86 % left | + asserted
who leaves is no rest :: The storm left 40% of homes dark. :: storm | left | home | + asserted
what is yours may be somewhere :: There's your tea on the table. :: tea | 's on | table | + asserted
what is pointed out exists for nobody :: There's your problem. ::
what nobody reported :: There were no faults or leaks reported linked with the pump. :: fault | were reported \
linked with | pump | - asserted; leak | were reported linked with | pump | - asserted
what comes with a thing does not have it :: A crate of apples along with the leaves that come with it was sold. \
:: crate of apple | was sold | - | + asserted; leaf | come with | crate of apple | + asserted
what is expected to last :: Owners should expect swelling in the feet to last for days. :: owner | should expect \
| swelling last | + asserted; swelling | to last | - | + hedged
what is not to be done :: Runners should avoid eating to lose weight. :: runner | should avoid | eat | + asserted
what somebody expects to rise by itself :: The village fears the flood, which experts expect to rise. :: village \
| fears | flood | + asserted; flood | to rise | - | + hedged
what somebody wants to do :: The bank likes the ship, which they want to raise. :: bank | likes | ship | + \
asserted; bank | want to raise | ship | + asserted
what else has a part in it :: Rust is caused by salt, but frost can contribute too. :: rust | is caused by | \
salt | + asserted; frost | can contribute | rust | + hedged
who gives to something else :: Rust is caused by salt, but the workers can contribute to a fund. :: rust | is \
caused by | salt | + asserted; worker | can contribute to | fund | + hedged
all that is left of a question :: The guide tells you where. :: guide | tells | where | + asserted
no sign of what is told :: There is no sign in the data that the effect fades. :: effect | fades | - | - \
asserted
no sign of a thing :: There is no sign of frost in the data. :: sign of frost | is in | datum | - asserted
what somebody does every day :: The dog barks every day. :: dog | barks | - | + asserted
what a plural is of stays with it :: Sales of milk and butter doubled. :: sale of milk | doubled | - | + \
asserted
most of it goes to neither alone :: Most of the money went on cameras and wages. :: money | went on | camera and \
wage | + asserted
what goes to each :: The money went on cameras and wages. :: money | went on | camera | + asserted; money | went \
on | wage | + asserted
how often a thing is done is of the doing :: Going from 100 to 10 every trip is worse than anything you do with \
the bike. :: going from 100 to 10 every trip | worse than | anything you do with the bike | + asserted
what two things did :: Sales of milk and the prices doubled. :: sale of milk | doubled | - | + asserted; price | \
doubled | - | + asserted
a week belongs to the amount before it :: Experts consider up to 3 g of salt a week safe for most women. :: up \
to 3 g of salt | consider | safe | + asserted
a name with an ampersand is one :: Hale Bone & Joint Clinic offers scans. :: hale bone & joint clinic | offers | scan \
| + asserted
two lawyers are two :: Moss & Hale are lawyers. :: moss | are | lawyer | + asserted; hale | are | lawyer | + asserted
worse is not better :: The soil would be drier, not richer. :: soil | would be | drier | + hedged; \
soil | would be | richer | - hedged
most of them is no kind of boat :: The club owns ten boats, most of them built in Poland. :: club | owns | boat \
| + asserted; boat | built in | poland | + asserted
a jewel of the fleet is a boat :: The club owns ten boats, a source of pride. :: club | owns | boat | + asserted; \
boat |  | source of pride | + asserted
two nouns are one tool :: The gel acts as a sealant and shock absorber. :: gel | acts as | sealant | + asserted; \
gel | acts as | shock absorber | + asserted
two crops are two :: The plan covers wheat and barley. :: plan | covers | wheat | + asserted; \
plan | covers | barley | + asserted
a passive keeps its preposition :: Complaints are dealt with by clerks. :: complaint | are dealt with by | clerk \
| + asserted
a passive has its object behind the preposition :: Complaints are filed with clerks. :: complaint | are filed with \
| clerk | + asserted
a reason stands behind an instruction :: Turn off the kiln and step back, as a crack can be dangerous. :: crack \
| can be | dangerous | + hedged
work as a nurse is no instruction :: Working as a nurse can be hard. :: working as a nurse | can be | hard | + hedged
how it was left :: The clerk had left the pump switched off. :: clerk | had left | pump | + asserted
how it was found is told :: The clerk said the pump was switched off. :: pump | was switched off | - | + asserted
what went in was put there :: The new stove went in last March. :: new stove | went in | - | + asserted
last year's is no particle's :: The club invested in last year's models. :: club | invested | - | + asserted
stored well is a condition :: Stored well, pears can last for months. :: pear | can last | - | + hedged
built in 1910 is a fact :: Built in 1910, the mill can hold 300 tonnes. :: mill | Built | - | + asserted; \
mill | can hold | 300 tonne | + hedged
a pump compared with works nowhere :: Tanks lose water faster than a pump running at 45 degrees can put it back. \
:: tank | lose | water | + asserted
a report by a firm of partners sold :: The club cites a report from Orr, a firm of which it is a partner, that put \
the bill at zero. :: club | cites | report | + asserted; orr |  | firm | + asserted; club | is | partner | + asserted; \
report | put | bill | + asserted
mind is said in passing :: The average was only 2.8 mind, so we left. :: average | was | 2.8 | + asserted; \
we | left | - | + asserted
a mind is a mind :: The poem shows a calm mind. :: poem | shows | calm mind | + asserted
what is counted by the mile :: Cyclists were hurt per mile more often. :: cyclist | were hurt | - | + asserted
three times as likely per mile :: Riders were three times as likely to be hurt per mile as cyclists. :: rider \
| were likely to be hurt | - | + asserted
what is included belongs to the price :: The kit costs £90 incl. postage. :: kit | costs | £90 | + asserted
what costs more is another price :: The kit costs £90. Postage is extra. :: kit | costs | £90 | + asserted; \
postage | is | extra | + asserted
so break-even is a subject :: So break-even is near. :: break-even | is | near | + asserted
a label is no subject :: NOTE 3 May: the crew came, so we moved the piano. :: crew | came | - | + asserted; \
we | moved | piano | + asserted
a note is one :: Notes in May: they came and thrilled us. :: they | came | - | + asserted; \
they | thrilled | us | + asserted
behind a colon too a condition is one :: I'll give you this much: stored well, pears can last. :: i | 'll give \
| much | + asserted; pear | can last | - | + hedged
one gets rid of what is removed :: Salt is a waste product which the kidneys normally get rid of. :: salt | is \
| waste product | + asserted; kidney | get rid of | waste product | + asserted
one gets paid for it :: Clerks get paid for work. :: clerk | get paid for | work | + asserted
what is called so in quotation marks :: Rooftop "hot-spots", which we no longer mend, are rare. :: we | mend \
| rooftop hot-spot | - asserted; rooftop hot-spot | are | rare | + asserted
where sheds are found is no verb of the condition :: Officers have advised councillors to extend the ban on condition \
that heated sheds, at present found only in the centre, become cheap townwide. :: officer | have advised \
| councillor | + asserted; heated shed | found in | centre | + asserted
what becomes public is part of the condition :: Officers have advised councillors to keep the ban on condition that \
old barns, at present found only in the east, become public. :: officer | have advised | councillor | + asserted; \
old barn | found in | east | + asserted
"""


def _cells() -> list[list[str]]:
    """Return the cells of the table's lines."""
    return [[cell.strip() for cell in line.split("::")] for line in READINGS.strip().splitlines()]


@pytest.mark.parametrize("row", _cells(), ids=lambda row: row[0])
def test_a_sentence_is_read_as_a_careful_reader_reads_it(row: list[str], written: Written) -> None:
    """A sentence gives just the claims that stand beside it."""
    _, text, wanted = row
    assert written(text) == sorted(cell.strip() for cell in wanted.split(";") if cell.strip())


def test_a_source_speaks_only_where_it_can(claims_of: Reader) -> None:
    """A union speaks; the label that a spray is used by does not."""
    assert {c.voice.label for c in claims_of("The bridge failed, according to the union.")} == {"the union"}
    assert {c.voice.role for c in claims_of("It works when used according to the label.")} == {"publisher"}


def test_money_with_a_letter_is_money_in_millions(claims_of: Reader) -> None:
    """Two million pounds are not two metres."""
    [claim] = claims_of("The court gave the bank a £2m fine.")
    assert [
        (q.kind, q.text, q.quantity.low if q.quantity else None) for q in claim.qualifiers if q.kind == "money"
    ] == [("money", "£2m", 2_000_000.0)]


def test_a_short_form_stands_for_all_the_words_it_is_made_of(claims_of: Reader) -> None:
    """The initials in brackets tell how many of the words before belong to the name."""
    text = "Tea was tested by the Institute for Research on Herbs (IRH). The IRH found lead."
    assert [c.subject.label for c in claims_of(text) if c.subject.text == "The IRH"] == ["institute"]


def test_a_name_or_field_is_no_evidence(claims_of: Reader) -> None:
    """Names with "Research" in them, the study of a thing, and animals as such ground nothing."""
    texts = ("Give Barley Research Wales a call; it sells malt.", "The study of tides began early.", "Rats eat grain.")
    assert {c.evidence.value for text in texts for c in claims_of(text)} == {"bare-assertion"}


def test_a_quotation_goes_on_in_the_next_paragraph(claims_of: Reader) -> None:
    """A paragraph that opens a quotation left open belongs to the same speaker."""
    text = "They asked Ada Moss, from Leeds, who said: “The mill is loud. It shakes.\n\n“The dust is worse.”"
    assert {c.voice.label for c in claims_of(text) if "mill" in c.quote.exact or "dust" in c.quote.exact} == {
        "Ada Moss"
    }


def test_an_owner_is_not_the_one_who_goes_on_speaking(claims_of: Reader) -> None:
    """A pronoun that goes on speaking stands for who spoke, not for whose shop it is."""
    text = "Jo Pell said the rent helped Mr Dunn's shop. He added: “The shop is small.”"
    assert {c.voice.label for c in claims_of(text) if c.quote.exact.endswith("small")} == {"Jo Pell"}


def test_a_month_is_no_place(claims_of: Reader) -> None:
    """A month tells when."""
    [claim] = claims_of("The law was passed in June.")
    assert [(q.kind, q.text) for q in claim.qualifiers] == [("circumstance", "in June")]


def test_a_bare_number_counts_the_noun_it_stands_with(claims_of: Reader) -> None:
    """Of "two oak barrels" two barrels are counted, not two oaks."""
    [claim] = claims_of("Two oak barrels burst.")
    assert [q.label for q in claim.qualifiers if q.kind == "quantity"] == ["2 barrels"]


def test_what_nouns_share_is_shown_with_each(claims_of: Reader) -> None:
    """Of "the size and weight of pumps" each claim shows all the words."""
    claims = claims_of("The rule limits the size and weight of lorries.")
    assert {c.object.text for c in claims if c.object is not None} == {"the size and weight of lorries"}


def test_down_to_is_kept_where_a_number_follows(claims_of: Reader) -> None:
    """Cut to 40% is not cut by 40%."""
    [claim] = claims_of("Burning reduces waste to around 40%.")
    assert "to around 40%" in {q.text for q in claim.qualifiers}


def test_the_page_concludes_what_its_things_show(claims_of: Reader) -> None:
    """Cities with high rents do not say that the cap fails; the page does."""
    claims = claims_of("Most big cities have high rents, indicating that the cap is not working.")
    assert {c.voice.role for c in claims} == {"publisher"}


def test_what_sees_a_thing_happen_may_be_no_witness(claims_of: Reader) -> None:
    """A backlash that sees people question a drug says nothing."""
    [claim] = claims_of("The backlash saw individuals question the safety of the drug.")
    assert (claim.subject.label, claim.voice.role) == ("individual", "publisher")


def test_millions_are_no_metres(claims_of: Reader) -> None:
    """Of "3m people" three million are counted, and tonnes are no dose."""
    text = "About 3m people took 2m tonnes of grain."
    found = {(q.kind, q.quantity.low) for c in claims_of(text) for q in c.qualifiers if q.quantity is not None}
    assert ("quantity", 3e6) in found
    assert "dose" not in {kind for kind, _ in found}


def test_where_a_claim_holds_is_kept_before_a_chain_of_verbs(claims_of: Reader) -> None:
    """What opens the sentence belongs to the claim, however many verbs stand before the one that counts."""
    [claim] = claims_of("In cities such as Hull, they are beginning to threaten small shops.")
    assert "In cities such as Hull" in {q.text for q in claim.qualifiers}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The plan, says the union, will fail.", "fail"),
        ("However, warns the campaign group, just voting no may not be enough.", "enough"),
        ("Prices will rise, warns the bank.", "rise"),
    ],
)
def test_a_speaker_behind_the_verb_speaks(text: str, said: str, claims_of: Reader) -> None:
    """A verb of saying set off by commas has its speaker behind it, and the clause keeps its own subject."""
    [claim] = claims_of(text)
    assert claim.quote.exact.endswith(said)
    assert claim.voice.label in {"the union", "the campaign group", "the bank"}
    assert claim.subject.text in {"The plan", "just voting no", "Prices"}


def test_a_number_counts_no_verb_behind_it(claims_of: Reader) -> None:
    """What stands behind a number and is no noun is not counted by it."""
    [claim] = claims_of("Workers over 50 lost their jobs.")
    assert [q.text for q in claim.qualifiers if q.kind == "quantity"] == ["over 50"]


def test_what_is_put_in_place_of_another_thing_does_it(claims_of: Reader) -> None:
    """Of "not this but that", that does what this does not."""
    found = {c.subject.label: c.polarity for c in claims_of("It's not salt but heat that kills the yeast.") if c.object}
    assert found["salt"] is Polarity.NEGATIVE
    assert found["heat"] is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The new "smart" meters are slow.', 'The new "smart" meters'),
        ('Rooftop "hot-spots" turned out to be a nuisance.', 'Rooftop "hot-spots"'),
        ("The workers' pay is low.", "The workers' pay"),
    ],
)
def test_a_noun_phrase_goes_over_quotation_marks(text: str, words: str, claims_of: Reader) -> None:
    """What stands in quotation marks inside a noun phrase is shown with all of it."""
    [claim] = claims_of(text)
    assert claim.subject.text == words


def test_adjectives_before_a_noun_are_shown_with_it(claims_of: Reader) -> None:
    """A comma between two adjectives of a noun ends no clause, one behind the noun does."""
    found = {c.object.text for c in claims_of("Rust is a type of rot that causes sudden, deep pits.") if c.object}
    assert "rot that causes sudden, deep pits" in found
    found = {c.object.text for c in claims_of("Rust ruins any tank that holds water, even indoors.") if c.object}
    assert "any tank that holds water" in found


def test_another_way_is_kept(claims_of: Reader) -> None:
    """Of two ways that "or" joins both are kept, and one alone has none beside it."""
    [claim] = claims_of("Most trips were made on foot or by bus.")
    assert "or by bus" in {q.text for q in claim.qualifiers}
    [claim] = claims_of("Most trips were made on foot.")
    assert not any("or" in q.text.split() for q in claim.qualifiers)


def test_a_party_in_brackets_says_nothing(claims_of: Reader) -> None:
    """Who "she" is behind a name with a party in brackets is whom that name names, as without it."""
    said = 'says trams help. "Without them our air would be bad," she said.'
    for who in ("Cllr Priya Hale (Lab, Eastgate)", "Cllr Priya Hale"):
        voices = {
            c.voice.label for c in claims_of(f"{who}, who chairs the board, {said}") if c.subject.text == "our air"
        }
        assert voices == {"Cllr Priya Hale"}
