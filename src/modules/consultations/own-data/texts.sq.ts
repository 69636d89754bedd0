const kinds = {
  created: 'U krijua',
  changed: 'U ndryshua',
  published: 'U publikua',
  corrected: 'U korrigjua',
  repeated: 'Faza u përsërit me një konsultim tjetër',
  cancelled: 'U anulua',
  imported: 'U mor nga dokumente të mëparshme',
  'document-added': 'U shtua një dokument',
  'document-removed': 'U hoq një dokument',
  'text-read': 'U lexua teksti i projektaktit',
  'doubts-settled': 'U zgjidhën dyshime për tekstin',
  'text-edited': 'U redaktua teksti',
  'version-begun': 'Filloi një version i ri i tekstit',
  'version-dropped': 'U hoq projekti i versionit të ri',
  'changes-settled': 'U konfirmuan ndryshime të tekstit',
  'places-settled': 'U konfirmua vendi i një komenti në versionin e ri',
  redrafted: 'U publikua version i ri i tekstit',
  sent: 'U dërgua',
  confirmed: 'U konfirmua nga dërguesi',
  waiting: 'U vu në pritje',
  held: 'U mbajt i fshehur',
  released: 'U lirua dhe u publikua',
  withdrawn: 'U tërhoq nga autori',
  erased: 'U fshi',
  'name-hidden': 'Autori e fshehu emrin',
  'name-corrected': 'U ndreq emri i autorit',
}

const fields = {
  state: 'Gjendja',
  number: 'Numri',
  title: 'Titulli',
  'title-en': 'Titulli në anglisht',
  summary: 'Përmbledhja',
  'act-kind': 'Lloji i aktit',
  'legal-basis': 'Baza ligjore',
  'basis-rule': 'Rregulli i afatit',
  'opens-on': 'Dita e hapjes',
  'closes-on': 'Dita e mbylljes',
  'contact-email': 'E-posta e kontaktit',
  'official-posting': 'Adresa e njoftimit zyrtar',
  'official-posted-on': 'Data e njoftimit zyrtar',
  document: 'Dokumenti',
  text: 'Teksti',
  doubt: 'Dyshimi',
  version: 'Versioni',
  change: 'Ndryshimi',
  place: 'Vendi',
  words: 'Fjalët',
  ground: 'Arsyeja',
  'author-name': 'Emri i autorit',
}

/** What is told of people's own data, and of what happened to a record. */
export const sq = {
  recordTitle: (code: string, title: string) => `Komenti ${code} për «${title}»`.replace('  ', ' '),
  consents: { 'name-public': 'Emri juaj shfaqet te komenti' } as Record<string, string>,
  retention: {
    unconfirmed: {
      what: 'Komenti që nuk konfirmohet',
      howLong: 'fshihet shtatë ditë pasi u dërgua',
      basis: 'Vendim i këtij sistemi: komenti i pakonfirmuar nuk numërohet.',
    },
    confirmed: {
      what: 'Komenti i konfirmuar, me adresën dhe emrin tuaj',
      howLong: 'mbahet aq kohë sa regjistri i konsultimeve, ose derisa ta fshini ju',
      basis:
        'Detyra e institucionit për konsultim publik. Ligji nuk cakton afat tjetër që ta njohim; e mban institucioni.',
    },
  },
  changeWords: { kinds, fields } as { kinds: Record<string, string>; fields: Record<string, string> },
}

export type OwnDataTexts = typeof sq
export type ConsultationChangeKind = keyof typeof kinds
export type ConsultationChangeField = keyof typeof fields
