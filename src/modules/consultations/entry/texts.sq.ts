import { senderKindWords } from '../comments/sender-kind-texts.ts'
import type { DeliveryKind, EntryChannel, Told } from './entry-rules.ts'
import { errors, form, joint, receipt, split } from './form-texts.sq.ts'

const channels = {
  web: 'Në faqe',
  email: 'Me e-postë',
  post: 'Me letër në postë',
  counter: 'Në sportel',
  phone: 'Me telefon',
  meeting: 'Në takim',
  register: 'Në regjistrin zyrtar',
} satisfies Record<EntryChannel | 'web', string>

const channelBy = {
  email: 'me e-postë',
  post: 'me letër',
  counter: 'në sportel',
  phone: 'me telefon',
  meeting: 'në takim',
  register: 'nga regjistri zyrtar',
} satisfies Record<EntryChannel, string>

const senderKinds = senderKindWords.sq

const kinds = {
  single: 'Një koment',
  split: 'Letër e ndarë në pika',
  joint: 'Parashtrim i përbashkët',
  table: 'Tabelë',
} satisfies Record<DeliveryKind, string>

const titles: Record<EntryChannel, (date: string) => string> = {
  email: (date) => `E-postë, ${date}`,
  post: (date) => `Letër, ${date}`,
  counter: (date) => `Në sportel, ${date}`,
  phone: (date) => `Me telefon, ${date}`,
  meeting: (date) => `Në takim, ${date}`,
  register: (date) => `Nga regjistri zyrtar, ${date}`,
}

const told = {
  spoken: 'Me gojë',
  sheet: 'Me fletën e shtypur',
  letter: 'Me letrën e vërtetimit',
  'not-yet': 'Ende jo',
} satisfies Record<Told, string>

const list = {
  title: 'Hyrjet',
  titleOf: (title: string) => `Hyrjet: ${title}`,
  link: 'Hyrjet: komente nga letrat, sporteli dhe takimet',
  lead: 'Gjithçka që nuk erdhi nga faqja, si erdhi dhe kur.',
  empty: 'Ende nuk ka hyrje.',
  emptyNarrowed: 'Asnjë hyrje nuk u përgjigjet këtyre kufizimeve.',
  words: 'Titulli ose numri',
  channel: 'Kanali',
  anyChannel: 'Çdo kanal',
  kind: 'Lloji',
  anyKind: 'Çdo lloj',
  late: 'Vetëm me vonesë',
  columns: {
    title: 'Dërgesa',
    channel: 'Si erdhi',
    points: 'Komente',
    dates: 'U tha, arriti',
    entered: 'U regjistrua',
  },
  paging: 'Faqet e hyrjeve',
  groups: 'Grupet tematike',
  table: 'Nga një tabelë (XLSX, CSV)',
}

const delivery = {
  facts: 'Të dhënat e dërgesës',
  points: 'Komentet',
  document: 'Dokumentet',
  noDocuments: 'Nuk ka dokumente.',
  source: 'Burimi',
  by: 'E regjistroi',
  toldKey: 'Iu tha',
  correct: 'Korrigjoni të dhënat',
  correctLead: 'Korrigjimi mbetet i dukshëm: hyn në historik, dhe në ditarin publik për çdo koment të kësaj dërgese.',
  reason: 'Pse korrigjohet?',
  reasonError: 'Shkruani arsyen, 5 deri në 1000 shenja',
  save: 'Ruani korrigjimin',
  corrected: 'Korrigjimi u ruajt.',
  unchanged: 'Nuk keni ndryshuar asgjë',
  nothingSaid: 'Komenti nuk ka fjalë: lini së paku një përgjigje',
  meanwhile: 'Dikush tjetër e korrigjoi ndërkohë. Më poshtë është siç qëndron tani',
  receipt: 'Vërtetimi',
  noWords: 'Fjalët u fshinë.',
  noted: 'Kush e hap këtë faqe shënohet, sepse sheh emra dhe adresa.',
}

const groups = {
  title: 'Grupet tematike',
  lead: 'Organizata me të cilat institucioni punon për një temë. Zgjidhen te parashtrimi i përbashkët.',
  empty: 'Ende nuk ka grupe tematike.',
  fresh: 'Grup i ri',
  name: 'Emri',
  aims: 'Qëllimet',
  members: 'Anëtarët, një për rresht',
  membersHint: 'organizata; roli i përfaqësuesit; e-posta e organizatës',
  institution: 'Institucioni',
  deliveries: 'Parashtrime',
  save: 'Ruani',
  saved: 'Grupi u ruajt.',
  ended: 'I mbyllur',
  end: 'Grupi nuk punon më',
  showEnded: 'Edhe të mbyllurat',
  nameTaken: 'Ky emër është i një grupi tjetër të institucionit',
  nameError: 'Emri ka 2 deri në 200 shenja',
  aimsError: 'Qëllimet kanë deri në 2000 shenja',
  meanwhile: 'Dikush tjetër e ndryshoi grupin ndërkohë. Hapeni sërish',
  institutionError: 'Zgjidhni institucionin',
}

const sender = {
  title: 'Dërgesa juaj',
  lead: (n: number) => (n === 1 ? 'Në këtë dërgesë ka një koment.' : `Në këtë dërgesë ka ${n} komente.`),
  point: (n: number) => `Pika ${n}`,
  open: 'Hapni këtë koment',
  keep: 'Ruajeni këtë lidhje: me të i ndiqni, i ndryshoni ose i tërhiqni komentet.',
}

const member = {
  title: 'Parashtrim i përbashkët',
  lead: (organisation: string, group: string) =>
    `«${organisation}» është shënuar si anëtar i grupit «${group}» në këtë parashtrim.`,
  words: 'Çfarë thotë parashtrimi',
  gone: 'Fjalët nuk lexohen më.',
  notMine: 'Jo në emrin tonë',
  notMineWords:
    'Parashtrimi mbetet, por të gjithë do ta shohin se organizata juaj u tërhoq prej tij. Ky veprim nuk mund të zhbëhet.',
  done: (date: string) => `Organizata juaj u tërhoq nga ky parashtrim më ${date}.`,
  see: 'Shiheni në faqen publike',
}

const letters = {
  late: 'Fjalët erdhën pas mbylljes së afatit. Ruhen, numërohen veçmas dhe shfaqen si të ardhura me vonesë.',
  way: (way: string, said: string, received: string) =>
    said === received
      ? `U regjistrua nga institucioni: erdhi ${way} më ${said}.`
      : `U regjistrua nga institucioni: erdhi ${way}, u tha ose u postua më ${said} dhe arriti më ${received}.`,
  notYou: 'Nëse nuk jeni ju, shkruajini institucionit: adresa mund të jetë shënuar gabim.',
  manySubject: (n: number) => `Letra juaj u pranua: ${n === 1 ? '1 koment' : `${n} komente`}`,
  many: (title: string, n: number) => [
    `Letra juaj për konsultimin «${title}» u pranua${n === 1 ? ' si 1 koment' : ` dhe u nda në ${n} komente, që secili të marrë përgjigje`}.`,
    'Kodet e vërtetimit:',
  ],
  point: (n: number, code: string, article: string | null) =>
    `${n}. ${code}${article === null ? '' : `, neni ${article}`}`,
  manyLink: 'Lidhja juaj private për të gjitha:',
  memberSubject: (group: string) => `Parashtrim në emër të grupit «${group}»`,
  member: (organisation: string, group: string, title: string, code: string) => [
    `Për konsultimin «${title}» u regjistrua një parashtrim i përbashkët i grupit «${group}», me kodin ${code}.`,
    `«${organisation}» është shënuar si anëtar. Fjalët i lexoni, dhe mund të thoni «jo në emrin tonë», këtu:`,
  ],
  takenBackSubject: (code: string) => `Komenti ${code} u hoq: ishte regjistruar gabimisht`,
  takenBack: (title: string, code: string) => [
    `Komenti ${code} për konsultimin «${title}» ishte regjistruar gabimisht nga një tabelë dhe u hoq.`,
    'Nëse e kishit dërguar vërtet ju, shkruajini institucionit ose dërgojeni sërish.',
  ],
}

const table = {
  title: (title: string) => `Komente për «${title}»`,
  columns: {
    channel: 'Mënyra',
    kind: 'Lloji i dërguesit',
    name: 'Emri',
    organisation: 'Organizata',
    words: 'Komenti',
    article: 'Neni',
    happened: 'U tha më',
    received: 'Arriti më',
    email: 'E-posta',
    public: 'Emri publik',
    reference: 'Numri i jashtëm',
  },
  deliveryTitle: (date: string) => `Tabelë, ${date}`,
  refused: {
    closed: 'Konsultimi nuk pranon komente',
    channel: 'Mënyrë e panjohur: e-postë, postë, sportel, telefon, takim ose regjistër',
    kind: 'Lloj i panjohur dërguesi',
    words: 'Komenti ka 1 deri në 5000 shenja',
    name: 'Emri ka 2 deri në 120 shenja; për ta publikuar duhet emri',
    organisation: 'Organizata ka 2 deri në 200 shenja',
    article: 'Ky nen nuk gjendet në tekst',
    email: 'E-posta nuk është e saktë',
    future: 'Kjo ditë nuk ka ardhur ende',
    order: 'Nuk mund të arrijë para se të thuhet',
    'too-old': 'Kjo ditë është tepër e hershme',
  },
}

const part = {
  came: (way: string) => `Erdhi ${way}`,
  said: (date: string) => `u tha ose u postua më ${date}`,
  received: (date: string) => `arriti më ${date}`,
  late: 'me vonesë',
  lateWhole: 'Erdhi me vonesë, pas mbylljes së afatit.',
  byChannel: 'Si erdhën komentet',
}

export const sq = {
  channels,
  channelBy,
  senderKinds,
  kinds,
  titles,
  told,
  form,
  errors,
  receipt,
  split,
  joint,
  list,
  delivery,
  groups,
  sender,
  member,
  letters,
  table,
  part,
  changeKinds: {
    entered: 'U regjistrua nga zyra',
    'in-time': 'Hyri në afat, sepse afati u zgjat',
    'facts-corrected': 'U korrigjuan të dhënat e dërgesës',
    'member-withdrew': 'Një anëtar u tërhoq',
    'member-forgotten': 'Një person që përfaqësonte një anëtar u fshi',
    ended: 'U mbyll',
    'link-renewed': 'U shtyp lidhje e re private',
  },
  changeFields: {
    channel: 'Mënyra e dërgimit',
    'happened-on': 'U tha ose u postua më',
    'received-on': 'Arriti më',
    'registered-post': 'Letër rekomande',
    'protocol-number': 'Numri i protokollit',
    'protocol-date': 'Data e protokollit',
    'outside-number': 'Numri i jashtëm',
    'sender-kind': 'Lloji i dërguesit',
    told: 'Iu tha',
    late: 'Me vonesë',
    points: 'Pika',
    member: 'Anëtari',
    members: 'Anëtarët',
    aims: 'Qëllimet',
    name: 'Emri',
  },
  events: {
    entered: 'U regjistrua nga institucioni',
    late: 'Erdhi pas mbylljes së afatit; u shënua me vonesë',
    'in-time': 'Afati u zgjat: hyri në afat',
  },
  retention: {
    what: 'Letra që po ndahet në pika dhe nuk regjistrohet',
    howLong: 'fshihet 30 ditë pas ndryshimit të fundit',
    basis: 'Vendim i këtij sistemi: përmban emra dhe fjalë që ende nuk janë koment.',
  },
  caseReason: (title: string, codes: string) => `U regjistrua si koment në konsultimin «${title}»: ${codes}`,
  readRight: 'Të shohë hyrjet: çfarë erdhi me letër, në sportel e në takime, dhe nga kush',
  right: 'Të regjistrojë komente nga letrat, sporteli, telefoni dhe takimet',
  subjects: { delivery: 'Dërgesë komentesh', group: 'Grup tematik' },
  ownRecord: (group: string, organisation: string) => `Anëtar i grupit «${group}»: ${organisation}`,
  web: {
    lateTitle: 'Fjalët tuaja erdhën pas mbylljes së afatit',
    late: 'I pranuam, sepse formulari ishte hapur: ruhen, numërohen veçmas dhe shfaqen si të ardhura me vonesë. Nuk njohim rregull ligjor që thotë nëse institucioni duhet t’i shqyrtojë.',
    closedOtherWays: (email: string) =>
      `Afati i komenteve ka mbaruar, prandaj komenti nuk u pranua këtu. Fjalët tuaja janë më poshtë. Mund t’i jepni ende me letër, në sportel ose me e-postë te ${email}; do të shënohen si të ardhura me vonesë`,
  },
}

export type EntryTexts = typeof sq
