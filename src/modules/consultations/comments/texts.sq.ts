import type { CommentRefusal, HoldGround } from './comment-rules.ts'

const eventNames = {
  sent: 'Dërguar',
  entered: 'Regjistruar nga institucioni',
  late: 'Erdhi me vonesë',
  'in-time': 'Hyri në afat: afati u zgjat',
  confirmed: 'Konfirmuar nga dërguesi; numërohet',
  waiting: 'Pret të shihet',
  published: 'Publikuar',
  held: 'Mbajtur i fshehur',
  released: 'Liruar dhe publikuar',
  corrected: 'Ndryshuar nga autori',
  withdrawn: 'Tërhequr nga autori',
  erased: 'Fshirë',
  'taken-down': 'Hequr nga publiku',
  restored: 'Kthyer në faqet publike',
  redacted: 'Mbuluar: të dhëna të një personi',
}

const comment = {
  anonymous: 'Një qytetar',
  named: (name: string, organisation: string) => `${name}, për ${organisation}`,
  onArticle: (label: string) => `për nenin ${label}`,
  onWhole: 'për tekstin në tërësi',
  onPassage: 'Për fjalët',
  corrected: (date: string) => `ndryshuar më ${date}`,
  earlier: 'Versione të mëparshme',
  version: (n: number, date: string) => `Versioni ${n}, ${date}`,
  withdrawn: (date: string) => `Autori e tërhoqi këtë koment më ${date}.`,
  erased: (date: string) => `Ky koment u fshi më ${date} me kërkesë të autorit.`,
  takenDown: (ground: string, date: string) =>
    `Institucioni e hoqi këtë koment nga faqet publike më ${date}. Arsyeja: ${ground}.`,
  held: (ground: string, date: string) => `Ky koment mbahet i fshehur që nga data ${date}. Arsyeja: ${ground}.`,
  eventNames: eventNames as Record<string, string>,
  code: 'Kodi',
  permalink: (code: string) => `Komenti ${code}`,
  attachments: 'Bashkëngjitur',
  list: 'Komentet',
  listTitle: (title: string) => `Komentet për: ${title}`,
  older: 'Komente më të vjetra',
  newest: 'Te komentet më të reja',
  paging: 'Faqet e komenteve',
  filter: {
    channel: 'Si erdhi',
    anyChannel: 'Në çdo mënyrë',
    sender: 'Kush flet',
    anySender: 'Kushdo',
    proposing: 'Me formulim të propozuar',
    late: 'Me vonesë',
    all: 'Të gjitha',
    only: 'Vetëm këto',
    show: 'Shfaqni',
    none: 'Asnjë koment nuk u përgjigjet këtyre kufizimeve.',
  },
}

const grounds = {
  'personal-data': 'përmban të dhëna personale',
  insult: 'përmban fyerje ose gjuhë urrejtjeje',
  advertising: 'është reklamë',
  'other-matter': 'nuk lidhet me këtë konsultim',
  unlawful: 'përmban diçka që ligji e ndalon',
} satisfies Record<HoldGround, string>

const errors = {
  body: 'Shkruani komentin tuaj',
  bodyLong: (limit: number, over: number) =>
    `Komenti duhet të ketë deri në ${limit} shenja; shkurtojeni me ${over === 1 ? '1 shenjë' : `${over} shenja`}`,
  email: 'Shkruani adresën tuaj të e-postës, për shembull emri@shembull.al',
  name: 'Shkruani emrin tuaj, ose zgjidhni që të mos publikohet',
  nameLong: (limit: number) => `Emri duhet të ketë deri në ${limit} shenja`,
  organisation: 'Shkruani emrin e organizatës',
  onBehalf: 'Zgjidhni në emër të kujt flisni',
  publishName: 'Zgjidhni nëse emri juaj publikohet',
  form: 'Formulari erdhi i paplotë. Ju lutemi, dërgojeni sërish; fjalët tuaja janë më poshtë',
  fileTooLarge: (name: string) => `Dokumenti «${name}» është më i madh se 10 MB. Zgjidhni një më të vogël`,
  fileType: (name: string) =>
    `Dokumenti «${name}» nuk është PDF, DOCX, ODT, XLSX, PNG, JPEG ose tekst. Ruajeni në një nga këto formate`,
  noSpace: 'Në serverin tonë tani nuk ka vend të lirë për dokumente. Dërgojeni komentin pa to, ose provoni më vonë',
  fileCount: 'Mund të bashkëngjitni deri në 5 dokumente',
  tooLong: 'Formulari është tepër i gjatë. Shkurtoni komentin ose dërgojeni si dokument të bashkëngjitur',
  tooMany:
    'Nga kjo adresë kanë ardhur shumë komente brenda një ore. Fjalët tuaja janë më poshtë; provoni sërish pas një ore',
}

const form = {
  title: 'Dërgoni një koment',
  aboutWhole: 'Po komentoni tekstin në tërësi.',
  aboutArticle: (label: string) => `Po komentoni nenin ${label}.`,
  aboutPassage: (label: string) => `Po komentoni këto fjalë të nenit ${label}:`,
  readArticle: 'Lexoni nenin edhe një herë',
  body: 'Komenti juaj',
  bodyHint:
    'Thoni çfarë propozoni dhe pse. Mos shkruani numra telefoni, adresa ose numra personalë: komenti lexohet nga të gjithë.',
  charactersLeft: (n: number) =>
    n < 0
      ? n === -1
        ? 'Keni 1 shenjë tepër'
        : `Keni ${-n} shenja tepër`
      : n === 1
        ? 'Ju ka mbetur 1 shenjë'
        : `Ju kanë mbetur ${n} shenja`,
  onBehalf: 'Në emër të kujt flisni?',
  person: 'Në emrin tim',
  organisationOption: 'Në emër të një organizate, shoqate ose biznesi',
  organisation: 'Emri i organizatës',
  name: 'Emri juaj',
  nameHint: 'Mund ta lini bosh nëse nuk doni të publikohet.',
  email: 'Adresa juaj e e-postës',
  emailHint: 'Aty dërgojmë letrën për konfirmim. Adresa nuk publikohet kurrë.',
  emailKnown: (email: string) => `Keni hyrë me adresën ${email}. Komenti pranohet menjëherë, pa letër konfirmimi.`,
  publishName: 'A ta publikojmë emrin tuaj?',
  publishYes: 'Po, publikojeni emrin tim',
  publishNo: 'Jo, mos e publikoni',
  publishHint: 'Emri i organizatës publikohet gjithmonë, sepse flisni në emër të saj.',
  files: 'Bashkëngjitni dokumente (nëse dëshironi)',
  filesHint:
    'Deri në 5 dokumente, secili deri në 10 MB: PDF, DOCX, ODT, XLSX, PNG, JPEG ose tekst. Një koment me dokumente del pasi ta ketë parë një zyrtar.',
  filesAgain: 'Dokumentet duhet t’i zgjidhni sërish: shfletuesi nuk i mban mend.',
  publicTitle: 'Çfarë do të jetë publike',
  publicPoints: [
    'komenti juaj dhe dita kur e dërguat;',
    'emri juaj, vetëm nëse e lejoni ju, dhe emri i organizatës në emër të së cilës flisni;',
    'dokumentet që bashkëngjitni, pasi t’i ketë parë një zyrtar.',
  ],
  privatePoints: 'Adresa e e-postës nuk publikohet dhe përdoret vetëm për t’ju shkruar për këtë koment.',
  privacy: 'Si i ruajmë të dhënat tuaja',
  submit: 'Dërgoni komentin',
  errorTitle: 'Komenti nuk u dërgua ende',
  errors,
  refusals: {
    'not-open-yet': 'Ky konsultim nuk është hapur ende, prandaj komenti nuk u pranua. Fjalët tuaja janë më poshtë',
    closed:
      'Afati i komenteve ka mbaruar, prandaj komenti nuk u pranua. Fjalët tuaja janë më poshtë, që të mund t’i kopjoni',
    cancelled: 'Ky konsultim është anuluar, prandaj komenti nuk u pranua. Fjalët tuaja janë më poshtë',
    'no-such-article': 'Ky nen nuk gjendet më në tekst. Hapeni nenin sërish ose komentoni tekstin në tërësi',
    'no-such-passage': 'Fragmenti i zgjedhur nuk gjendet në nen. Zgjidheni sërish ose komentoni tërë nenin',
  } satisfies Record<CommentRefusal, string>,
}

const sent = {
  title: 'Komenti u dërgua, por ende nuk numërohet',
  words: [
    'Ju dërguam një letër elektronike në adresën që shkruat. Hapni lidhjen e saj dhe shtypni butonin «Konfirmoni komentin».',
    'Merret parasysh çasti kur e dërguat komentin, prandaj nuk humbisni asgjë nëse letra vjen më vonë: lidhja vlen edhe 24 orë pas mbylljes së afatit.',
    'Një koment i pakonfirmuar nuk numërohet dhe fshihet pas shtatë ditësh.',
  ],
  noLetter: 'Nuk ju erdhi letra?',
  noLetterWords:
    'Shikoni te mesazhet e padëshiruara. Nëse e keni shkruar gabim adresën, dërgojeni komentin edhe një herë.',
  demoTitle: 'Demonstrim',
  demo: 'Ky është demonstrim: letrat nuk dërgohen askund, por lexohen te posta e demonstrimit.',
  demoLink: 'Hapni postën e demonstrimit',
  back: 'Kthehuni te konsultimi',
}

export const sq = { comment, grounds, form, sent }

export type CommentTexts = typeof sq
export type EventName = keyof typeof eventNames
