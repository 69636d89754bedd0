import type { CoveredKind, RedactionGround } from './redaction-rules.ts'

const grounds = {
  'third-person': 'të dhëna të një personi tjetër',
  minor: 'të dhëna të një të mituri',
  sensitive: 'të dhëna sensitive, si shëndeti a bindjet',
  'own-data': 'kërkesë e vetë autorit',
  'authority-order': 'urdhër i një autoriteti',
} satisfies Record<RedactionGround, string>

const kinds = {
  'identity-number': 'Numër personal',
  telephone: 'Numër telefoni',
  email: 'Adresë e-poste',
  name: 'Emër',
  address: 'Adresë banimi',
  other: 'Tjetër',
} satisfies Record<CoveredKind, string>

export const redaction = {
  title: 'Mbulimi i të dhënave',
  link: 'Mbuloni të dhëna të një personi',
  lead: 'Fjalët që zgjidhni zëvendësohen me një shenjë, në të gjitha versionet e komentit, te formulimi i propozuar dhe te përgjigjet.',
  offered: 'Të gjetura nga kontrolli',
  offeredNone: 'Kontrolli nuk gjeti numra ose adresa. Shkruajini vetë fjalët.',
  typed: 'Fjalë të tjera, siç janë shkruar',
  typedHint: 'Një fragment për rresht, shkronjë për shkronjë.',
  typedKind: 'Çfarë janë këto fjalë',
  kinds,
  ground: 'Arsyeja',
  groundHint: 'Arsyeja del në faqen publike dhe i dërgohet autorit.',
  grounds,
  preview: 'Shihni si do të duket',
  previewTitle: 'Kështu do të mbetet komenti',
  version: (n: number) => `Versioni ${n}`,
  part: {
    quote: 'Fragmenti i cituar',
    'quote-prefix': 'Para fragmentit',
    'quote-suffix': 'Pas fragmentit',
    body: 'Fjalët',
    suggestion: 'Formulimi i propozuar',
    answer: 'Përgjigje',
    'answer-other': 'Përgjigje',
  } as Record<string, string>,
  beware: 'Kujdes',
  forGood: 'Mbulimi nuk zhbëhet. Fjalët fshihen nga baza e të dhënave dhe askush nuk i kthen dot.',
  what: 'Në ditarin publik mbetet se komenti ishte dhe se u mbulua; shumat e kontrollit mbeten, por askush nuk provon dot me to se çfarë shkruhej. Autori merr letër.',
  understood: 'E kuptoj se fjalët humbin përgjithmonë',
  understoodError: 'Konfirmoni se e kuptoni që fjalët humbin përgjithmonë',
  confirm: 'Mbulojini përgjithmonë',
  again: 'Kthehuni te zgjedhja',
  nothingError: 'Zgjidhni a shkruani së paku një fragment',
  groundError: 'Zgjidhni arsyen',
  shortError: (least: number) => `Çdo fragment duhet të ketë së paku ${least} shenja`,
  notFoundError: (words: string) => `Nuk gjendet në koment, shkronjë për shkronjë: «${words}»`,
  manyError: (most: number) => `Deri në ${most} fragmente njëherësh`,
  meanwhile: 'Ndërkohë komenti ka ndryshuar. Shihni si është tani dhe zgjidhni sërish.',
  done: 'Fjalët u mbuluan. Autori njoftohet me letër.',
  marks: {
    'identity-number': '[mbuluar: numër personal]',
    telephone: '[mbuluar: numër telefoni]',
    email: '[mbuluar: adresë e-poste]',
    name: '[mbuluar: emër]',
    address: '[mbuluar: adresë]',
    other: '[mbuluar]',
  } satisfies Record<CoveredKind, string>,
  /** On every public page of the comment. */
  told: (day: string, ground: string) => `Mbuluar më ${day}. Arsyeja: ${ground}.`,
  letterSubject: (code: string) => `Te komenti juaj ${code} u mbuluan të dhëna`,
  letter: (title: string, ground: string) => [
    `Te komenti juaj për «${title}» institucioni mbuloi disa fjalë. Arsyeja: ${ground}.`,
    'Fjalët e mbuluara u fshinë; komenti juaj numërohet dhe qëndron si më parë. Vërtetimi i parë nuk krahasohet dot më me fjalët e fshira: në faqen tuaj gjeni vërtetimin e ri.',
    'Nëse mendoni se nuk duhej mbuluar, shkruajini institucionit.',
  ],
}

/** What stands around one comment. */
export const one = {
  back: 'Te lista',
  context: 'Në këtë listë',
  previous: 'Komenti më parë',
  next: 'Komenti tjetër',
  known: 'Çfarë dihet',
  channel: 'Kanali',
  sender: 'Dërguesi',
  happenedOn: 'U tha ose u postua më',
  receivedOn: 'Arriti më',
  late: 'Me vonesë',
  delivery: 'Dërgesa',
  deliveryPoint: (point: number) => `pika ${point} e dërgesës`,
  protocol: 'Numri i protokollit',
  enteredBy: 'Regjistruar nga',
  others: 'Komente të tjera të të njëjtit dërgues në këtë konsultim',
  othersNone: 'Asnjë tjetër.',
  suggestion: 'Formulimi i propozuar',
  answers: 'Përgjigjet për pyetjet',
  waveWhy: 'Erdhi mes shumë komenteve brenda pak minutash. U pranua si çdo tjetër dhe pret të shihet.',
  redactions: 'Mbulime',
  notes: 'Shënime të brendshme',
  notesNone: 'Ende pa shënime.',
  noteErased: 'Shënimi u fshi.',
  note: 'Shënim i ri',
  noteHint: 'E lexojnë vetëm kolegët. Me @ dhe emrin njoftoni dikë.',
  noteAdd: 'Shtoni shënimin',
  allNotes: 'Detyrat dhe të gjitha shënimet',
}

export const changeKinds = {
  assigned: 'U caktua',
  labelled: 'U ndryshua një etiketë',
  'label-changed': 'U ndryshua një etiketë e konsultimit',
  redacted: 'U mbuluan të dhëna personale',
  'bulk-undone': 'U zhbë një veprim për shumë komente',
}

export const changeFields = {
  assignee: 'Caktuar',
  label: 'Etiketa',
  'redaction-ground': 'Arsyeja e mbulimit',
}
