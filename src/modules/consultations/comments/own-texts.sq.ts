import type { ChangeRefusal, CommentState, ConfirmationRefusal } from './comment-rules.ts'

const events = {
  sent: 'E dërguat',
  entered: 'E regjistroi institucioni',
  late: 'Erdhi pas mbylljes së afatit; u shënua me vonesë',
  'in-time': 'Afati u zgjat: hyri në afat',
  confirmed: 'E konfirmuat; u pranua dhe numërohet',
  waiting: 'Pret të shihet nga një zyrtar',
  published: 'U publikua',
  held: 'U mbajt i fshehur',
  released: 'U lirua dhe u publikua',
  corrected: 'E ndryshuat',
  withdrawn: 'E tërhoqët',
  erased: 'U fshi',
  'taken-down': 'U hoq nga faqet publike',
  restored: 'U kthye në faqet publike',
  redacted: 'U mbuluan të dhëna të një personi',
}

const own = {
  title: 'Komenti juaj',
  mine: 'Komentet e mia',
  mineLead: (email: string) => `Komentet e dërguara nga adresa ${email}.`,
  mineNone: 'Nga kjo adresë ende nuk ka komente.',
  confirmTitle: 'Konfirmoni komentin tuaj',
  confirmWords: 'Komenti juaj është dërguar, por ende nuk numërohet. Shtypni butonin që të pranohet.',
  confirmUntil: (moment: string) => `Lidhja vlen deri më ${moment}.`,
  confirm: 'Konfirmoni komentin',
  keepLink: 'Ruajeni këtë lidhje: me të mund ta ndiqni, ta ndryshoni ose ta tërhiqni komentin.',
  confirmationRefusals: {
    'too-late': 'Koha për konfirmim ka mbaruar, prandaj komenti nuk u numërua.',
    cancelled: 'Konsultimi është anuluar, prandaj komenti nuk mund të konfirmohet.',
  } satisfies Record<ConfirmationRefusal, string>,
  received: 'Komenti juaj u pranua',
  states: {
    sent: 'I dërguar, i pakonfirmuar',
    waiting: 'I pranuar; e sheh një zyrtar para se të publikohet',
    published: 'I publikuar',
    held: 'I mbajtur i fshehur',
    withdrawn: 'I tërhequr',
    erased: 'I fshirë',
    'taken-down': 'I hequr nga faqet publike',
  } satisfies Record<CommentState, string>,
  waitingWhy:
    'Komenti del pasi ta ketë parë një zyrtar, sepse në të u gjet diçka që duket si numër telefoni, adresë e-poste ose numër personal, sepse keni bashkëngjitur dokumente ose sepse më parë ishte mbajtur i fshehur. Nëse e hiqni vetë një numër a adresë të tillë, një koment pa dokumente, që nuk ka qenë i mbajtur, del menjëherë.',
  receipt: 'Vërtetimi i pranimit',
  code: 'Kodi',
  state: 'Gjendja',
  sentAt: 'Dërguar më',
  confirmedAt: 'Konfirmuar më',
  consultation: 'Konsultimi',
  about: 'Për',
  author: 'Emri',
  nameHidden: 'nuk publikohet',
  namePublic: 'publikohet',
  history: 'Çfarë ka ndodhur me komentin',
  events: events as Record<string, string>,
  seePublic: 'Shiheni në faqen publike',
  correct: 'Ndryshoni komentin',
  correctTitle: 'Ndryshoni komentin tuaj',
  correctHint:
    'Të gjithë do ta shohin se komenti u ndryshua. Fjalët e mëparshme mbeten të lexueshme nëse ishin publikuar.',
  correctSubmit: 'Ruani ndryshimin',
  corrected: 'Ndryshimi u ruajt.',
  withdraw: 'Tërhiqni komentin',
  withdrawTitle: 'A doni ta tërhiqni komentin?',
  withdrawWords:
    'Fjalët tuaja nuk do t’i lexojë më askush në faqen publike. Mbetet vetëm shënimi se komenti u tërhoq. Ky veprim nuk mund të zhbëhet.',
  withdrawSubmit: 'Tërhiqni komentin',
  withdrawn: 'Komenti u tërhoq.',
  keep: 'Jo, lëreni siç është',
  changeRefusals: {
    closed: 'Afati ka mbaruar, prandaj komenti nuk mund të ndryshohet ose të tërhiqet më.',
    'not-confirmed': 'Konfirmojeni më parë komentin.',
    'already-withdrawn': 'Komenti është tërhequr më parë.',
    'taken-down': 'Institucioni e ka hequr komentin nga faqet publike, prandaj nuk mund të ndryshohet ose të tërhiqet.',
    unchanged: 'Nuk keni ndryshuar asgjë. Ndryshoni fjalët ose lëreni komentin siç është',
  } satisfies Record<ChangeRefusal, string>,
}

const letters = {
  greeting: 'Përshëndetje,',
  closing: 'Kjo letër u dërgua nga platforma Kuvend. Mos iu përgjigjni.',
  confirmationSubject: 'Konfirmoni komentin tuaj',
  confirmation: (title: string, moment: string) => [
    `Dikush, ndoshta ju, dërgoi nga kjo adresë një koment për konsultimin «${title}».`,
    'Komenti ende nuk numërohet. Që të pranohet, hapni lidhjen dhe shtypni «Konfirmoni komentin»:',
    `Lidhja vlen deri më ${moment}. Ruajeni: me të e ndiqni, e ndryshoni ose e tërhiqni komentin.`,
    'Nëse nuk e keni dërguar ju, mos bëni asgjë: komenti fshihet vetë pas shtatë ditësh.',
  ],
  receiptSubject: (code: string) => `Komenti juaj u pranua: ${code}`,
  receipt: (title: string, code: string) => [
    `Komenti juaj për konsultimin «${title}» u pranua.`,
    `Kodi i vërtetimit të pranimit: ${code}`,
  ],
  receiptPublished: 'Komenti është publikuar.',
  receiptWaiting: 'Para se të publikohet, e sheh një zyrtar i institucionit.',
  receiptLink: 'Lidhja juaj private për ta ndjekur, ndryshuar ose tërhequr:',
  heldSubject: (code: string) => `Komenti ${code} mbahet i fshehur`,
  held: (title: string, ground: string) => [
    `Komenti juaj për konsultimin «${title}» mbahet i fshehur.`,
    `Arsyeja: ${ground}.`,
  ],
  heldHelp:
    'Me lidhjen tuaj private mund ta ndryshoni komentin derisa të mbyllet afati; pastaj e sheh sërish një zyrtar.',
  takenDownSubject: (code: string) => `Komenti ${code} u hoq nga faqet publike`,
  takenDown: (title: string, ground: string) => [
    `Institucioni e hoqi nga faqet publike komentin tuaj për konsultimin «${title}».`,
    `Arsyeja: ${ground}.`,
  ],
  takenDownHelp: 'Komenti juaj numërohet si më parë. Nëse nuk jeni dakord, shkruajini institucionit.',
  releasedSubject: (code: string) => `Komenti ${code} u publikua`,
  released: (title: string) => [`Komenti juaj për konsultimin «${title}» u publikua. E lexoni këtu:`],
}

export const sq = { own, letters }

export type OwnCommentTexts = typeof sq
export type OwnEventName = keyof typeof events
