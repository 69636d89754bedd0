/** Words that carry nothing of what somebody wants: greetings, degrees, and several words for one everyday thing. */
const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Folded. They are left out, as the small words are. */
export const FORMULAS = setOf(`
  i nderuar nderuara nderuari zoti zonja zoteri zoterinj zoterinjve pershendetje miredita tungjatjeta respekt respektin sinqerisht
  faleminderit flm falemnderit shume falenderime paraprakisht urimet sinqeritet nderime
  teper mjaft jashtezakonisht plotesisht absolutisht vertet realisht tashme gjithashtu prandaj pra keshtu ju lutem lutemi sot
  dear sir madam sirs hello greetings regards sincerely yours faithfully thank thanks kindly best very really truly fully completely
  absolutely also therefore thus please respectfully
  postovani postovana postovanje postovanjem pozdrav hvala unapred veoma vrlo zaista potpuno takodje stoga molim vas`)

/** Where a sentence holds one of these, somebody speaks for themselves; the text of a law never does. */
const SPEAKING = new RegExp(
  `^(?:${[
    'une jam jemi dua duam kerko\\w* propozo\\w* sugjero\\w* mendoj\\w* besoj\\w* konsideroj\\w* lutem lutemi shprehim shpreh banoj banojme',
    'shqetes\\w* apelo\\w* ftoj ftojme shpreso\\w* dakord kunder kundershtoj\\w* mbeshtes\\w* perkrah\\w* tone jone yne tane tona im ime mia',
    'kemi kam vleresoj\\w* kerkes\\w* pajtohem\\w* thirrje presim duhet',
    'i we my our us me ask\\w* propos\\w* suggest\\w* request\\w* think believe support oppose please demand\\w* urge\\w* hope should',
    'mi ja trazim\\w* predlaz\\w* molim\\w* smatra\\w* podrzava\\w* protivim\\w* nas nasa nase zelim\\w* treba',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
)

export const speaks = (folded: string, lang: 'sq' | 'en' | 'sr'): boolean =>
  // `i` and `me` are small words of Albanian, and `i` of Serbian.
  !(lang !== 'en' && (folded === 'i' || folded === 'me' || folded === 'us')) && SPEAKING.test(folded)

/** By these somebody tells who they are, where they live, what happened to them. */
const TELLING: Readonly<Record<'sq' | 'en' | 'sr', RegExp>> = {
  sq: /^(?:jam|jemi|kam|kemi|jetoj|jetojme|banoj|banojme|punoj|punojme|flas|flasim|shkruaj|shkruajme|lexova|lexuam|im|ime|sime|tim|quhem)$/,
  en: /^(?:i|am|have|live|work|my|our|write)$/,
  sr: /^(?:imam|imamo|zivim|zivimo|radim|radimo|moj|moja|moje|pisem)$/,
}
/** What asks, beside the words of opinion. */
const ASKING =
  /^(?:dua|duam|deshiroj\w*|duhet|duhen|nevoj\w*|mos|thirrje|presim|shqetes\w*|ftoj\w*|want|need\w*|should|must|zelim\w*|treba)$/

export const tellsOfOneself = (folded: readonly string[], lang: 'sq' | 'en' | 'sr'): boolean =>
  folded.some((word) => TELLING[lang].test(word)) &&
  !folded.some((word) => ASKING.test(word)) &&
  !folded.some((word, at) => word === 'te' && /^[a-z]{2,}(?:het|hen|jne|jme)$/.test(folded[at + 1] ?? ''))

/** Several words for one thing, folded beginnings. Not a dictionary: what letters are varied with every day. */
const ONE_THING: Readonly<Record<string, string>> = {
  ask: 'kerkoj kerkojme kerkon kerkese kerkesa propozoj propozojme propozim sugjeroj sugjerojme lutem lutemi apeloj apelojme ask request demand urge propose suggest trazim trazimo predlazem predlazemo',
  think:
    'mendoj mendojme besoj besojme konsideroj konsiderojme vleresoj vleresojme gjykoj gjykojme think believe consider smatram smatramo mislim mislimo',
  resident:
    'banor banore banori banoret banoreve banoresh qytetar qytetare qytetari qytetaret qytetareve resident residents citizen citizens inhabitants gradjanin gradjani stanovnik stanovnici',
  important:
    'rendesishme rendesishem rendesi domosdoshme domosdoshem thelbesore important essential vital crucial vazno vazna',
  problem:
    'problem problemi problemin shqetesim shqetesimi shqetesimin veshtiresi problema probleme issue concern problems issues',
  children: 'femije femijet femijeve kalamaj femijes children kids deca dece',
  quick: 'shpejt shpejte menjehere urgjent urgjente quick quickly urgent urgently immediately hitno odmah brzo',
  quarter: 'lagje lagjja lagjes lagjen zone zona zones zonen neighbourhood area district naselje kraj',
  change:
    'ndryshoj ndryshohet ndryshim ndryshimi rishikoj rishikohet rishikim rishikimi change changed revise revised amend amended izmeni izmena',
}
const THING = new Map(
  Object.entries(ONE_THING).flatMap(([thing, list]) => list.split(' ').map((word) => [word, `=${thing}`] as const)),
)

export const thingOf = (folded: string): string | null => THING.get(folded) ?? null

/** Numbers that people write as words, and days and months, which a letter must agree on as it does on numbers. */
const COUNTED: Readonly<Record<string, string>> = {
  dy: '2',
  tre: '3',
  tri: '3',
  kater: '4',
  pese: '5',
  gjashte: '6',
  shtate: '7',
  tete: '8',
  nente: '9',
  dhjete: '10',
  njezet: '20',
  tridhjete: '30',
  dyzet: '40',
  pesedhjete: '50',
  gjashtedhjete: '60',
  njeqind: '100',
  dyqind: '200',
  peseqind: '500',
  mije: '1000',
  milion: '1000000',
  gjysme: '1/2',
  gjysma: '1/2',
  gjysmen: '1/2',
  dyfish: 'x2',
  dyfishohet: 'x2',
  trefish: 'x3',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twenty: '20',
  thirty: '30',
  fifty: '50',
  hundred: '100',
  thousand: '1000',
  half: '1/2',
  double: 'x2',
  twice: 'x2',
  dva: '2',
  dve: '2',
  cetiri: '4',
  pet: '5',
  sest: '6',
  sedam: '7',
  osam: '8',
  devet: '9',
  deset: '10',
  dvadeset: '20',
  sto: '100',
  hiljada: '1000',
  pola: '1/2',
}
const DAYS: readonly [RegExp, string][] = [
  [/^(?:henen|monday|ponedeljak|ponedeljkom)/, 'd1'],
  [/^(?:marten|tuesday|utorak|utorkom)/, 'd2'],
  [/^(?:merkur|wednesday|sreda|sredu|sredom)/, 'd3'],
  [/^(?:enjten|enjte|thursday|cetvrtak|cetvrtkom)/, 'd4'],
  [/^(?:premten|premte|friday|petak|petkom)/, 'd5'],
  [/^(?:shtunen|shtune|saturday|subota|subotu|subotom)/, 'd6'],
  [/^(?:dielen|diele|sunday|nedelja|nedelju|nedeljom)/, 'd7'],
  [/^(?:janar|january)/, 'm1'],
  [/^(?:shkurt(?:i|it|in)?$|february)/, 'm2'],
  [/^(?:mars(?:i|it|in)?$|march)/, 'm3'],
  [/^(?:prill|april)/, 'm4'],
  [/^maj(?:i|it|in)?$/, 'm5'],
  [/^(?:qershor|june)/, 'm6'],
  [/^(?:korrik|july)/, 'm7'],
  [/^(?:gusht|august|avgust)/, 'm8'],
  [/^(?:shtator|septem)/, 'm9'],
  [/^(?:tetor|octob|oktob)/, 'm10'],
  [/^(?:nentor|novem)/, 'm11'],
  [/^(?:dhjetor|decem)/, 'm12'],
  [/^(?:mengjes|morning|ujutru)/, 'h1'],
  [/^(?:naten|nate|nates|night|nocu)/, 'h2'],
]
const BEGINS_DAY = /^[a-z]{4,}/

export function countedOf(folded: string): string | null {
  if (Object.hasOwn(COUNTED, folded)) return COUNTED[folded] ?? null
  if (!BEGINS_DAY.test(folded)) return null
  return DAYS.find(([form]) => form.test(folded))?.[1] ?? null
}

/** A number beside one of these is somebody's own: a street, a flat, an age, a telephone. */
export const PERSONAL = setOf(`
  rruga rruge rruges rrugen pallat pallati pallatit hyrja hyrje hyrjes kati kat katin apartament apartamenti apartamentit banese banesa
  tel telefon telefoni celular cel numri nipt id vjec vjece vjecar moshe moshen mosha
  street flat apartment floor phone telephone aged age ulica ulici stan sprat telefona godina`)

/** What is counted: 5 ditë are not 5 muaj. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lek: 'leke lek leku lekesh',
    euro: 'euro eur eurosh',
    percent: 'perqind perqindje percent posto odsto',
    minute: 'minuta minute minutes minuti',
    hour: 'ore oresh hours hour sati sata',
    day: 'dite ditesh days day dana dan',
    week: 'jave javesh weeks week nedelje',
    month: 'muaj muajsh months month meseci meseca',
    year: 'vjet vjetesh vite vitesh years year godina godine',
    metre: 'meter metra metrash metre metres meters metara',
  }).flatMap(([unit, list]) => list.split(' ').map((word) => [word, unit] as const)),
)
