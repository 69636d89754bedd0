import type { ReadRefusalReason } from '#platform/texts/refusal-rules.ts'
import type { ChangeKind } from '#platform/texts/compare/comparison.ts'
import type { VersionRefusal } from '#platform/texts/versions/publish-version-rules.ts'
import { doubts } from './doubt-texts.sq.ts'

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`

const reading = {
  textLead:
    'Ngarkoni projektaktin si dokument (DOCX, ODT, PDF me tekst, HTML ose Akoma Ntoso) ose ngjiteni si tekst. Programi e ndan në krerë, nene, pika dhe shkronja; ju shihni a e ka ndarë mirë.',
  textFile: 'Dokumenti',
  textFileHint: 'DOCX, ODT, PDF me tekst, HTML ose Akoma Ntoso (.xml)',
  textPasted: 'Ose ngjiteni tekstin këtu',
  textRead: 'Lexoni tekstin',
  textReadAgain: 'Lexojeni tekstin sërish',
  textReadInto: 'Lexoni tekstin e ndrequr nga një dokument',
  textReplaceWarning:
    'Leximi i ri e zëvendëson tekstin e tanishëm të projektaktit. Dyshimet që keni zgjidhur mbeten të zgjidhura, nëse fjalët janë po ato.',
  textContinueWarning:
    'Nga dokumenti del projekti i versionit të ri. Programi gjen vetë çfarë ka ndryshuar; ju konfirmoni ato për të cilat dyshon.',
  textErrors: {
    nothing: 'Zgjidhni një dokument ose ngjitni tekstin',
    both: 'Zgjidhni vetëm njërin: dokumentin ose tekstin e ngjitur',
    'unknown-kind': 'Ky lloj dokumenti nuk lexohet. Ruajeni si DOCX, ODT, PDF me tekst, HTML ose Akoma Ntoso',
    'no-space': 'Në serverin tonë nuk ka vend të lirë për skedarë. Njoftoni administratorin',
    'not-a-docx': 'Dokumenti nuk është DOCX. Hapeni me programin e shkrimit dhe ruajeni si DOCX',
    'not-an-odt': 'Dokumenti nuk është ODT. Hapeni me programin e shkrimit dhe ruajeni si ODT ose DOCX',
    'not-a-pdf': 'Dokumenti nuk është PDF. Ruajeni sërish si PDF ose si DOCX',
    'not-html': 'Skedari nuk është faqe HTML. Ruajeni tekstin si DOCX ose ngjiteni këtu',
    busy: 'Tani po lexohen disa skedarë njëherësh. Provoni përsëri pas një minute',
    'not-akoma-ntoso': 'Skedari XML nuk është Akoma Ntoso. Nxirreni sërish si Akoma Ntoso ose ngarkoni DOCX',
    'old-word': 'Dokumenti është ruajtur në formatin e vjetër DOC. Hapeni me programin e shkrimit dhe ruajeni si DOCX',
    encrypted: 'Dokumenti është i mbyllur me fjalëkalim. Hiqni fjalëkalimin dhe ngarkojeni sërish',
    'too-large': 'Dokumenti është tepër i madh për t’u lexuar. Hiqni figurat dhe ruajeni sërish, ose ngjiteni si tekst',
    broken: 'Dokumenti është i dëmtuar. Hapeni, ruajeni sërish dhe ngarkojeni',
    'no-articles':
      'Në këtë dokument nuk u gjet asnjë nen, ndërsa teksti i tanishëm ka nene. Asgjë nuk u ndryshua: shihni a është dokumenti i duhur',
    'no-words':
      'Në dokument nuk ka fjalë që lexohen: duket si fotografi e faqeve. Ngarkoni dokumentin nga i cili është bërë',
  } satisfies Record<ReadRefusalReason | 'nothing' | 'both' | 'unknown-kind' | 'no-space' | 'no-articles', string>,
  textSummary: (articles: number, nodes: number) =>
    `Teksti ka ${many(articles, 'nen', 'nene')}, gjithsej ${nodes} pjesë.`,
  noArticles: 'Në tekst nuk u gjet asnjë nen.',
  source: 'Burimi, siç u lexua',
  tree: 'Teksti, siç u nda',
  sourceKinds: {
    docx: 'DOCX',
    odt: 'ODT',
    pdf: 'PDF',
    html: 'HTML',
    akn: 'Akoma Ntoso',
    pasted: 'tekst i ngjitur',
    written: 'shkruar këtu',
  } as Record<string, string>,
}

const versions = {
  versionsTitle: 'Versionet e tekstit',
  versionName: (n: number) => `Versioni ${n}`,
  versionColumns: { version: 'Versioni', state: 'Gjendja', date: 'Data', source: 'Burimi', summary: 'Çfarë ndryshoi' },
  versionStates: { draft: 'Projekt', published: 'Publikuar' },
  readOn: (date: string) => `lexuar më ${date}`,
  begunOn: (date: string) => `filluar më ${date}`,
  beginVersion: 'Filloni versionin e ri nga teksti i publikuar',
  beginLead:
    'Projekti fillon me po ato fjalë që ka versioni i publikuar dhe redaktohet këtu. Askush jashtë zyrës nuk e sheh para publikimit.',
  begun: 'Projekti i versionit të ri filloi.',
  dropVersion: 'Hiqni projektin e versionit të ri',
  dropWarning:
    'Projekti i versionit të ri hiqet bashkë me gjithçka që keni vendosur për të. Versionet e publikuara mbeten.',
  dropped: 'Projekti i versionit të ri u hoq.',
  edit: 'Redaktimi',
  created: 'Konsultimi u krijua dhe ende nuk është publik. Tani shtoni tekstin.',
  read: 'Teksti u lexua.',
  progress: 'Çfarë mbetet para publikimit',
  progressDoubts: 'Dyshime të leximit',
  progressChanges: 'Ndryshime për t’u konfirmuar',
  progressPublish: 'Publikimi',
  progressLeft: (n: number) => (n === 0 ? 'Të gjitha të zgjidhura' : `${n} për t’u zgjidhur`),
  publishNext: 'Shihni çfarë ndodh dhe publikojeni',
  noText: 'Ende nuk ka tekst.',
}

const changes = {
  changesTitle: 'Ndryshimet',
  changesLead: (earlier: number, later: number) =>
    `Çfarë ka ndryshuar nga versioni ${earlier} te versioni ${later}. Ku programi dyshon, vendosni ju; pa këtë, versioni nuk publikohet.`,
  changesOpen: (n: number) =>
    n === 0
      ? 'Asnjë ndryshim nuk pret konfirmim.'
      : n === 1
        ? '1 ndryshim pret konfirmim.'
        : `${n} ndryshime presin konfirmim.`,
  changeColumns: {
    choose: 'Zgjidhni',
    kind: 'Ndryshimi',
    where: 'Ku',
    words: 'Fjalët',
    likeness: 'Ngjashmëria',
    deed: 'Vendimi',
  },
  changeKinds: {
    same: 'I njëjtë',
    moved: 'Zhvendosur',
    reworded: 'Riformuluar',
    split: 'Ndarë',
    merged: 'Bashkuar',
    new: 'I ri',
    gone: 'Hequr',
  } satisfies Record<ChangeKind, string>,
  alsoMoved: 'dhe zhvendosur',
  filter: 'Ngushtoni listën',
  filterKind: 'Ndryshimi',
  anyKind: 'Çdo ndryshim',
  filterOpen: 'Vetëm ato që presin konfirmim',
  filterSubmit: 'Shihni',
  filterClear: 'Hiqni kufizimet',
  noChanges: 'Ende nuk ka asnjë ndryshim nga versioni i publikuar.',
  noneSuch: 'Asnjë ndryshim i tillë.',
  acceptOne: 'Konfirmoni',
  acceptNamed: (name: string) => `ndryshimin te ${name}`,
  acceptChosen: 'Konfirmoni të zgjedhurat',
  chooseAll: (name: string) => `Zgjidhni ndryshimin te ${name}`,
  other: 'Vendosni ndryshe',
  decided: 'Konfirmuar',
  byProgram: 'I sigurt',
  waits: 'Pret konfirmim',
  changeSettled: 'Ndryshimi u konfirmua.',
  noneChosen: 'Zgjidhni të paktën një ndryshim',
  changeGone:
    'Lista ka ndryshuar ndërkohë: dikush tjetër ka vendosur për këtë ndryshim ose e ka lexuar tekstin sërish. Më poshtë është lista siç është tani.',
  draftGone:
    'Projekti mbi të cilin po punonit u publikua, u hoq ose u lexua sërish ndërkohë. Më poshtë është gjendja e tanishme.',
  changeTitle: (name: string) => `Vendosni për ndryshimin te ${name}`,
  earlierWords: 'Në versionin e publikuar',
  laterWords: 'Në projekt',
  decision: 'Çfarë është kjo pjesë?',
  decisionGone: 'Çfarë u bë me këtë pjesë?',
  decisionAccept: (kind: string) => `Siç propozohet: ${kind.toLowerCase()}`,
  decisionContinues: 'Vazhdon një pjesë tjetër të versionit të publikuar',
  decisionContinuesGone: 'Vazhdon te një pjesë e projektit',
  decisionNew: 'Është e re: nuk vazhdon asnjë pjesë',
  decisionNode: 'Cilën pjesë?',
  decisionSave: 'Ruani vendimin',
  decisionErrors: { vendimi: 'Zgjidhni çfarë është', nyja: 'Zgjidhni pjesën që vazhdon' },
  older: 'Më tej',
  first: 'Nga fillimi',
  added: 'shtuar',
  removed: 'hequr',
}

const publication = {
  publicationTitle: 'Publikoni versionin e ri',
  publicationLead: 'Pas publikimit ky version nuk ndryshohet më. Versionet e mëparshme mbeten të lexueshme.',
  publicationChanges: 'Ndryshimet',
  publicationPlaces: 'Komentet për versionet e mëparshme',
  publicationPlacesLead: 'Kështu do të vendosen komentet në versionin e ri; asnjë koment nuk humbet.',
  publicationPlacesSome: (n: number) => `Kjo tregon vetëm ${n} komentet e para.`,
  outcomes: {
    same: (n: number) =>
      n === 1 ? '1 koment mbetet ku është, me po ato fjalë' : `${n} komente mbeten ku janë, me po ato fjalë`,
    moved: (n: number) =>
      n === 1 ? '1 koment shkon me nenin e vet në vend tjetër' : `${n} komente shkojnë me nenin e vet në vend tjetër`,
    reworded: (n: number) =>
      n === 1
        ? '1 koment mbetet te neni i vet, fjalët e të cilit kanë ndryshuar'
        : `${n} komente mbeten te neni i vet, fjalët e të cilit kanë ndryshuar`,
    gone: (n: number) =>
      n === 1 ? '1 koment flet për diçka që është hequr' : `${n} komente flasin për diçka që është hequr`,
  },
  outcomesDoubtful: (n: number) =>
    n === 1 ? '1 prej tyre duhet parë nga ju pas publikimit' : `${n} prej tyre duhen parë nga ju pas publikimit`,
  noAnchors: 'Asnjë koment nuk flet për një pjesë të tekstit.',
  running: 'Konsultimi është ende i hapur: ata që kanë komentuar do ta gjejnë tekstin ndryshe.',
  warning: 'Kujdes',
  summary: 'Çfarë ndryshon dhe pse',
  summaryHint: 'Del publikisht pranë versionit të ri. Me fjalë të thjeshta.',
  summaryEn: 'E njëjta në anglisht (nëse ka)',
  summaryErrors: {
    summary: 'Shkruani çfarë ndryshon, nga 10 deri në 2000 shenja',
    summaryEn: 'Përmbledhja në anglisht duhet të ketë nga 10 deri në 2000 shenja',
  },
  publish: 'Publikoni versionin',
  publishedDone: 'Versioni i ri u publikua. Tani komenteve po u gjendet vendi në të.',
  refusals: {
    'open-doubts': 'Në tekst ka dyshime të pazgjidhura.',
    'open-changes': 'Ka ndryshime që presin konfirmim.',
    'no-change': 'Projekti nuk ndryshon nga versioni i publikuar.',
    'no-summary': 'Mungon përmbledhja e ndryshimeve.',
    'held-back': 'Ky tekst nuk publikohet ende: kujdesi më sipër thotë se ku vazhdohet.',
  } satisfies Record<VersionRefusal, string>,
  left: (n: number) =>
    n < 0
      ? `Keni ${many(-n, 'shenjë', 'shenja')} tepër`
      : n === 1
        ? 'Ju ka mbetur 1 shenjë'
        : `Ju kanë mbetur ${n} shenja`,
}

const places = {
  placesTitle: 'Vendet e komenteve',
  placesLead: (n: number) =>
    `Këtu janë komentet për të cilat programi nuk ishte i sigurt ku qëndrojnë në versionin ${n}. Derisa të vendosni, publiku lexon se vendi i tyre po shqyrtohet.`,
  noPlaces: 'Asnjë koment nuk pret që t’i caktohet vendi.',
  placeColumns: { comment: 'Komenti', about: 'Për çfarë u shkrua', place: 'Vendi i propozuar', deed: 'Vendimi' },
  placeOutcomes: {
    same: 'I njëjti vend',
    moved: 'Zhvendosur',
    reworded: 'Riformuluar',
    gone: 'Hequr',
  },
  placeNowhere: 'Pjesa nuk është më në tekst',
  placeConfirm: 'Konfirmoni vendin',
  placeGone: 'Pjesa është hequr',
  placeNamed: (name: string) => `për komentin «${name}»`,
  placeSettled: 'Vendi i komentit u ruajt.',
  placeChanged: 'Vendi i këtij komenti u vendos ndërkohë nga dikush tjetër.',
  placeTitle: 'Ku qëndron komenti?',
  placeNode: 'Neni i versionit të ri',
  placeNodeError: 'Zgjidhni nenin',
  notPublic: 'nuk është publik',
  placeSave: 'Ruani vendin',
}

const waiting = {
  menu: 'Tekstet',
  waitingTitle: 'Tekstet që presin',
  waitingLead: 'Versione në përgatitje dhe komente që duhen vendosur në versionin e ri.',
  waitingColumns: {
    title: 'Teksti',
    draft: 'Në përgatitje',
    doubts: 'Dyshime',
    changes: 'Ndryshime',
    places: 'Komente',
  },
  waitingNone: 'Asnjë tekst nuk pret.',
  yes: 'po',
  no: 'jo',
  tilesPlaces: 'Komente që duhen vendosur',
  rights: { 'texts.read': 'Të shohë cilat tekste presin një vendim: te regjistrimet që lexon' },
  tilesChanges: 'Ndryshime për t’u konfirmuar',
}

/** Every sentence of the room in Albanian. The English file is typed by this one. */
export const sq = {
  title: 'Teksti',
  warningWord: 'Kujdes',
  errorTitle: 'Nuk u ruajt ende',
  conflictTitle: 'Gjendja ka ndryshuar',
  article: 'Neni',
  parts: {
    preamble: 'Preambula',
    part: 'Pjesa',
    title: 'Titulli',
    chapter: 'Kreu',
    section: 'Seksioni',
    article: 'Neni',
    point: 'pika',
    letter: 'shkronja',
    paragraph: 'paragrafi',
    table: 'tabela',
    annex: 'Shtojca',
    signature: 'Nënshkrimi',
  },
  ...reading,
  ...doubts,
  ...versions,
  ...changes,
  ...publication,
  ...places,
  ...waiting,
}

export type RoomTexts = typeof sq
