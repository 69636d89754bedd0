/**
 * Words of councils, offices and villages with their forms, written down for measuring alone: the rules were made without
 * looking at them. Nouns, adjectives and verbs of the standard language; the first form names the word.
 */
export const OWN_WORDS: readonly string[] = `
konsultim konsultimi konsultimit konsultimin konsultime konsultimet konsultimeve konsultimesh
koment komenti komentit komentin komente komentet komenteve komentesh
propozim propozimi propozimit propozimin propozime propozimet propozimeve propozimesh
vërejtje vërejtja vërejtjes vërejtjen vërejtjet vërejtjeve
afat afati afatit afatin afate afatet afateve afatesh
përgjigje përgjigjja përgjigjes përgjigjen përgjigjet përgjigjeve
pjesëmarrje pjesëmarrja pjesëmarrjes pjesëmarrjen
parking parkingu parkingut parkingun parkingje parkingjet parkingjeve
kanalizim kanalizimi kanalizimit kanalizimin kanalizime kanalizimet kanalizimeve
ujësjellës ujësjellësi ujësjellësit ujësjellësin ujësjellësa ujësjellësat ujësjellësve
ndriçim ndriçimi ndriçimit ndriçimin
çerdhe çerdhja çerdhes çerdhen çerdhet çerdheve
kopsht kopshti kopshtit kopshtin kopshte kopshtet kopshteve kopshtesh
bursë bursa bursës bursën bursat bursave
punonjës punonjësi punonjësit punonjësin punonjësve
banor banori banorit banorin banorë banorët banorëve
banesë banesa banesës banesën banesat banesave
tregtar tregtari tregtarit tregtarin tregtarë tregtarët tregtarëve
fermer fermeri fermerit fermerin fermerë fermerët fermerëve
bujqësi bujqësia bujqësisë bujqësinë
arkiv arkivi arkivit arkivin arkiva arkivat arkivave
zyrë zyra zyrës zyrën zyrat zyrave
sekretar sekretari sekretarit sekretarin sekretarë sekretarët sekretarëve
komision komisioni komisionit komisionin komisione komisionet komisioneve komisionesh
anëtar anëtari anëtarit anëtarin anëtarë anëtarët anëtarëve
urë ura urës urën urat urave
pagë paga pagës pagën pagat pagave
gjobë gjoba gjobës gjobën gjobat gjobave
dëm dëmi dëmit dëmin dëme dëmet dëmeve dëmesh
lumë lumi lumit lumin lumenj lumenjtë lumenjve
mal mali malit malin male malet maleve malesh
det deti detit detin dete detet deteve
liqen liqeni liqenit liqenin liqene liqenet liqeneve
varrezë varreza varrezës varrezën varrezat varrezave
xhami xhamia xhamisë xhaminë xhamitë xhamive
muze muzeu muzeut muzeun muzetë muzeve
bibliotekë biblioteka bibliotekës bibliotekën bibliotekat bibliotekave
stadium stadiumi stadiumit stadiumin stadiume stadiumet stadiumeve
trotuar trotuari trotuarit trotuarin trotuare trotuaret trotuareve
semafor semafori semaforit semaforin semaforë semaforët semaforëve
autobus autobusi autobusit autobusin autobusë autobusët autobusëve
taksi taksia taksisë taksinë taksitë taksive
qen qeni qenit qenin qentë qenve
pemë pema pemës pemën pemët pemëve
zjarr zjarri zjarrit zjarrin zjarre zjarret zjarreve
tërmet tërmeti tërmetit tërmetin tërmete tërmetet tërmeteve
përmbytje përmbytja përmbytjes përmbytjen përmbytjet përmbytjeve
rrezik rreziku rrezikut rrezikun rreziqe rreziqet rreziqeve
mjek mjeku mjekut mjekun mjekë mjekët mjekëve
mësues mësuesi mësuesit mësuesin mësuesve
nxënës nxënësi nxënësit nxënësin nxënësve
student studenti studentit studentin studentë studentët studentëve
plak plaku plakut plakun pleq pleqtë pleqve
zonë zona zonës zonën zonat zonave
truall trualli truallit truallin troje trojet trojeve
shtëpi shtëpia shtëpisë shtëpinë shtëpitë shtëpive
dyqan dyqani dyqanit dyqanin dyqane dyqanet dyqaneve
hotel hoteli hotelit hotelin hotele hotelet hoteleve
fabrikë fabrika fabrikës fabrikën fabrikat fabrikave
biznes biznesi biznesit biznesin biznese bizneset bizneseve
ndërmarrje ndërmarrja ndërmarrjes ndërmarrjen ndërmarrjet ndërmarrjeve
shoqatë shoqata shoqatës shoqatën shoqatat shoqatave
organizatë organizata organizatës organizatën organizatat organizatave
gazetar gazetari gazetarit gazetarin gazetarë gazetarët gazetarëve
statut statuti statutit statutin statute statutet statuteve
rezolutë rezoluta rezolutës rezolutën rezolutat rezolutave
shkresë shkresa shkresës shkresën shkresat shkresave
nënshkrim nënshkrimi nënshkrimit nënshkrimin nënshkrime nënshkrimet nënshkrimeve
publik publike publikë
vendor vendore vendorë vendoret vendorët
financiar financiare financiarë
elektronik elektronike elektronikë
arsimor arsimore arsimorë
mjedisor mjedisore mjedisorë
ekonomik ekonomike ekonomikë
vjetor vjetore vjetorë
propozoj propozon propozojmë propozojnë propozoi propozuan propozuar propozohet propozohen
kërkoj kërkon kërkojmë kërkojnë kërkoi kërkuan kërkuar kërkohet kërkohen
shqyrtoj shqyrton shqyrtojmë shqyrtojnë shqyrtoi shqyrtuan shqyrtuar shqyrtohet shqyrtohen
refuzoj refuzon refuzojnë refuzoi refuzuan refuzuar refuzohet refuzohen
votoj voton votojmë votojnë votoi votuan votuar votohet
paguaj paguan paguajmë paguajnë paguar paguhet paguhen
shpall shpalli shpallën shpallur shpallet shpallen
mbyll mbylli mbyllën mbyllur mbyllet mbyllen`
  .trim()
  .split('\n')

/** Words that look alike and are not: a search that takes one for the other finds what nobody looked for. */
export const FALSE_FRIENDS: readonly (readonly [string, string])[] = [
  ['mal', 'mall'],
  ['det', 'detyrë'],
  ['fond', 'fund'],
  ['park', 'parti'],
  ['urë', 'urdhër'],
  ['bar', 'barazi'],
  ['kurs', 'kursim'],
  ['mur', 'murg'],
  ['tren', 'trend'],
  ['bursë', 'bursist'],
  ['pagë', 'pagan'],
  ['port', 'portret'],
  ['shkollë', 'shkallë'],
  ['dritë', 'dritare'],
  ['lumë', 'lumturi'],
  ['kosto', 'kostum'],
  ['varr', 'varg'],
  ['gur', 'gurmaz'],
  ['fushë', 'fushatë'],
  ['arkiv', 'arkitekt'],
  ['plan', 'planet'],
  ['vend', 'vendim'],
  ['paditës', 'paditur'],
  ['ligj', 'ligjërim'],
  ['zonë', 'zotim'],
  ['lagje', 'lagështi'],
]

/** Each by its first form. */
export const ownWords = (): Map<string, string[]> =>
  new Map(OWN_WORDS.map((line) => [line.split(' ')[0] ?? '', line.split(' ')]))
