/**
 * What people ask of a municipality, each for and against, each said in more than one way. `{n}`, `{vend}` and `{ore}` are
 * set once for a claim: the same claim with another number is another claim. Written for the measuring alone.
 */
export type Claim = { for: readonly string[]; against: readonly string[] }

export const CLAIMS: readonly Claim[] = [
  {
    for: [
      'Tregu duhet të hapet në orën {ore}, që të vijnë edhe ata që punojnë.',
      'Propozoj që tregu të fillojë punën në {ore}, sepse punëtorët nisen herët.',
    ],
    against: [
      'Tregu nuk duhet të hapet në orën {ore}, sepse banorët flenë ende.',
      'Jam kundër hapjes së tregut në {ore}, zhurma na zgjon fëmijët.',
    ],
  },
  {
    for: ['Tarifa e tezgës të ulet në {n} lekë në ditë.', 'Kërkoj që për një tezgë të paguhen vetëm {n} lekë ditën.'],
    against: [
      'Tarifa e tezgës të mos ulet në {n} lekë, se bashkia humb të ardhura.',
      'Nuk pajtohem me uljen e pagesës së tezgës në {n} lekë.',
    ],
  },
  {
    for: [
      'Mbetjet të mblidhen edhe në {vend}, ku sot nuk shkon asnjë kamion.',
      'Në {vend} nuk ka asnjë kosh; të shtohet një pikë grumbullimi mbetjesh.',
    ],
    against: [
      'Në {vend} të mos vihen kosha të rinj, sepse rruga është tepër e ngushtë.',
      'Nuk dua pikë grumbullimi mbetjesh në {vend}, era do të hyjë në shtëpi.',
    ],
  },
  {
    for: [
      'Gjoba për hedhjen e mbeturinave të jetë së paku {n} lekë.',
      'Kush hedh plehra në rrugë të gjobitet me {n} lekë.',
    ],
    against: [
      'Gjoba prej {n} lekësh për mbeturinat është e padrejtë për familjet e varfra.',
      'Të hiqet gjoba e mbeturinave prej {n} lekësh, askush nuk e paguan dot.',
    ],
  },
  {
    for: [
      'Parkimi në {vend} të jetë falas për banorët e lagjes.',
      'Banorët e {vend} të mos paguajnë për vendparkimin para shtëpisë.',
    ],
    against: [
      'Parkimi në {vend} të paguhet nga të gjithë, edhe nga banorët.',
      'Askush të mos parkojë falas në {vend}, përndryshe trotuari mbushet me makina.',
    ],
  },
  {
    for: [
      'Të ndërtohet një korsi biçikletash nga qendra deri në {vend}.',
      'Kërkojmë korsi të ndarë për çiklistët drejt {vend}.',
    ],
    against: [
      'Korsia e biçikletave deri në {vend} nuk është e nevojshme, se rruga ngushtohet.',
      'Jam kundër korsisë për biçikleta drejt {vend}, ajo u merr vendin dyqaneve.',
    ],
  },
  {
    for: [
      'Kopshti i ri të ngrihet në {vend}, pranë shkollës.',
      'Fëmijët e {vend} kanë nevojë për një kopsht, mbështes ndërtimin e tij.',
    ],
    against: [
      'Kopshti të mos ndërtohet në {vend}, sepse aty është i vetmi shesh me pemë.',
      'Nuk e mbështes kopshtin në {vend}; sheshi duhet të mbetet i gjelbër.',
    ],
  },
  {
    for: [
      'Autobusi i fundit të niset në orën {ore}.',
      'Linja e autobusit të zgjatet deri në {ore}, sepse studentët mbeten në rrugë.',
    ],
    against: [
      'Autobusi të mos qarkullojë deri në {ore}, udhëton pothuajse bosh.',
      'Është shpenzim i kotë që linja e autobusit të punojë deri në orën {ore}.',
    ],
  },
  {
    for: [
      'Muzika në lokale të lejohet deri në orën {ore}.',
      'Pronarët e lokaleve kërkojnë që muzika të vazhdojë deri në {ore}.',
    ],
    against: [
      'Muzika në lokale të ndalohet pas orës {ore}.',
      'Banorët duan qetësi: asnjë lokal të mos ketë muzikë pas {ore}.',
    ],
  },
  {
    for: [
      'Pagesa e pastrimit të ulet me {n} përqind për pensionistët.',
      'Pensionistët të paguajnë {n} përqind më pak për pastrimin.',
    ],
    against: [
      'Pagesa e pastrimit të jetë e njëjtë për të gjithë, pa ulje prej {n} përqind.',
      'Nuk është e drejtë që disa të paguajnë {n} përqind më pak për pastrimin.',
    ],
  },
  {
    for: [
      'Uji i pijshëm të furnizohet në {vend} njëzet e katër orë.',
      'Në {vend} uji vjen vetëm dy orë; të ndërtohet depoja e re.',
    ],
    against: [
      'Depoja e ujit të mos ndërtohet mbi {vend}, toka aty rrëshqet.',
      'Jam kundër depos së re të ujit mbi {vend}, geologët e kanë thënë qartë.',
    ],
  },
  {
    for: [
      'Këshilli i fshatit të marrë çdo vit {n} mijë lekë për riparime të vogla.',
      'Fshati të ketë një fond prej {n} mijë lekësh që e vendosin vetë banorët.',
    ],
    against: [
      'Fondi prej {n} mijë lekësh për fshatrat të mos kalojë te kryetarët e fshatrave.',
      'Nuk kam besim te një fond prej {n} mijë lekësh që e ndajnë vetë fshatrat.',
    ],
  },
  {
    for: [
      'Qentë endacakë të sterilizohen dhe të mbahen në strehë.',
      'Bashkia të ngrejë një strehë për qentë e rrugës dhe t’i sterilizojë.',
    ],
    against: [
      'Streha e qenve të mos paguhet nga taksat tona.',
      'Jam kundër strehës së qenve, ka nevoja shumë më të ngutshme.',
    ],
  },
  {
    for: [
      'Leja e ndërtimit të jepet brenda {n} ditëve.',
      'Kërkesat për leje ndërtimi të marrin përgjigje për {n} ditë.',
    ],
    against: [
      'Afati prej {n} ditësh për lejen e ndërtimit është tepër i shkurtër për një kontroll të mirë.',
      'Me një afat prej {n} ditësh askush nuk e shqyrton dot seriozisht një leje ndërtimi.',
    ],
  },
  {
    for: ['Në {vend} të vendosen kamera sigurie.', 'Mbështes kamerat në {vend}, vjedhjet janë shtuar shumë.'],
    against: [
      'Në {vend} të mos vendosen kamera, se shkelet jeta private.',
      'Nuk dua të filmohem sa herë kaloj nga {vend}.',
    ],
  },
  {
    for: [
      'Trotuaret të shtrohen edhe për karrocat e personave me aftësi të kufizuara.',
      'Çdo trotuar të ketë rampë për karrocat, edhe te shkollat.',
    ],
    against: [
      'Rampat të ndërtohen vetëm te institucionet, se rrugicat janë të ngushta.',
      'Nuk ka kuptim të ndërtohen rampa në rrugica ku kalon mezi një njeri.',
    ],
  },
  {
    for: [
      'Dëbora të pastrohet deri në orën {ore} para shkollave.',
      'Rrugët drejt shkollave të jenë të pastruara nga bora në {ore}.',
    ],
    against: [
      'Është e pamundur që bora të pastrohet deri në {ore}, shkollat të mbyllen atë ditë.',
      'Mos premtoni pastrim të dëborës deri në orën {ore}, nuk ka makineri.',
    ],
  },
  {
    for: [
      'Hapësirat publike në {vend} t’u jepen falas shoqatave të të rinjve.',
      'Të rinjtë e {vend} të kenë një sallë falas për veprimtaritë e tyre.',
    ],
    against: ['Salla në {vend} të jepet me qira, jo falas.', 'Asnjë shoqatë të mos e ketë falas sallën e {vend}.'],
  },
  {
    for: [
      'Taksa e reklamës për bizneset e vogla të hiqet krejt.',
      'Dyqanet e vogla të mos paguajnë taksë për tabelën e emrit.',
    ],
    against: [
      'Taksa e reklamës të mbetet edhe për bizneset e vogla.',
      'Kush ka tabelë duhet të paguajë taksën e reklamës, i madh a i vogël.',
    ],
  },
  {
    for: [
      'Mbledhjet e këshillit të transmetohen drejtpërdrejt në internet.',
      'Dua t’i ndjek nga shtëpia mbledhjet e këshillit, të transmetohen.',
    ],
    against: [
      'Mbledhjet e këshillit të mos transmetohen, këshilltarët bëjnë teatër para kamerës.',
      'Transmetimi i mbledhjeve është shpenzim, mjaftojnë procesverbalet.',
    ],
  },
  {
    for: [
      'Pemët e vjetra në {vend} të mbrohen me vendim.',
      'Asnjë pemë në {vend} të mos pritet pa një vlerësim të specialistëve.',
    ],
    against: [
      'Pemët e vjetra në {vend} të priten, janë bërë rrezik për kalimtarët.',
      'Në {vend} degët bien mbi makina, pemët duhen hequr.',
    ],
  },
  {
    for: [
      'Bursat e studentëve të rriten në {n} mijë lekë në muaj.',
      'Një bursë prej {n} mijë lekësh u duhet studentëve nga fshati.',
    ],
    against: [
      'Bursat prej {n} mijë lekësh t’u jepen vetëm nxënësve të shkëlqyer.',
      'Nuk duhet rritur bursa në {n} mijë lekë pa parë notat.',
    ],
  },
]

/** Paragraphs that many quote from the draft itself before they say what they think. */
export const QUOTED = [
  'Sipas projektit, «personat që ushtrojnë veprimtari në hapësirat publike janë të detyruar të pajisen me autorizim dhe të paguajnë tarifën përkatëse brenda muajit të parë të çdo viti kalendarik, sipas tabelës bashkëlidhur këtij vendimi».',
  'Në nenin përkatës thuhet se «subjektet që prodhojnë mbetje janë të detyruara t’i ndajnë ato sipas llojit në vendin ku krijohen dhe t’i dorëzojnë në pikat e caktuara, në orarin e miratuar nga njësia administrative».',
] as const

export const GREETINGS = [
  'Përshëndetje,',
  'I nderuar kryetar,',
  'Të nderuar anëtarë të këshillit,',
  'Mirëdita.',
  'Tungjatjeta,',
] as const
export const FAREWELLS = [
  'Me respekt.',
  'Ju faleminderit për vëmendjen.',
  'Shpresoj të merret parasysh.',
  'Me të mira, një banor i lagjes.',
  'Duke ju falënderuar paraprakisht.',
] as const

/** What a person adds of their own: says who they are, asks for nothing. */
export const STORIES = [
  'Jetoj në {vend} prej {n} vjetësh.',
  'Kam {n} fëmijë dhe punoj me turne.',
  'Jam mësuese në {vend}.',
  'Babai im ka qenë tregtar në {vend} gjatë gjithë jetës.',
  'Këtë letër e lexuam bashkë me fqinjët e {vend}.',
  'E kam ngritur këtë çështje edhe më parë, pa marrë përgjigje.',
  'Flas në emër të familjes sime.',
  'Kam një dyqan të vogël në {vend}.',
] as const

export const PLACES = [
  'Rrugën e Pishave',
  'Lagjen e Re',
  'fshatin Lisnaje',
  'sheshin e vjetër',
  'Kodrën e Diellit',
  'Ujëvarë',
  'bregun e lumit',
  'lagjen Mulliri',
] as const
export const NUMBERS = ['15', '20', '30', '45', '60', '100', '250', '300', '500'] as const
export const HOURS = ['5:00', '6:30', '7:00', '21:00', '22:30', '23:00'] as const
