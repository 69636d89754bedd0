import type { LetterKind, LetterState } from '#platform/mail/letter-rules.ts'

type StateWords = { label: string; explanation: string }

const states: Record<LetterState, StateWords> = {
  queued: {
    label: 'pret',
    explanation: 'Letra pret të niset. Nëse nuk nisej dot, provohet përsëri vetë, çdo herë pas një kohe më të gjatë.',
  },
  claimed: { label: 'po niset', explanation: 'Letra po i jepet tani serverit të postës.' },
  sent: { label: 'u nis', explanation: 'Serveri i postës e mori letrën.' },
  uncertain: {
    label: 'e pasigurt',
    explanation:
      'Programi u ndërpre pikërisht kur po e niste, prandaj nuk dihet nëse mbërriti. Po ta dërgoni përsëri, mbart të njëjtin numër: posta e marrësit mund ta njohë si të njëjtën letër.',
  },
  failed: {
    label: 'nuk u nis',
    explanation:
      'Serveri i postës nuk e pranoi, ose u provua shumë herë pa sukses. Ndreqni shkakun dhe pastaj dërgojeni përsëri.',
  },
  bounced: {
    label: 'u kthye',
    explanation:
      'Serveri i postës e mori, por letra u kthye: adresa nuk ekziston ose nuk e pranon. Ndreqni adresën te çështja, ose dërgojeni letrën të printuar.',
  },
  settled: {
    label: 'e mbyllur',
    explanation: 'Për këtë letër nuk ka më asgjë për të bërë.',
  },
}

const kinds: Record<LetterKind, string> = {
  legal: 'njoftim me ligj',
  service: 'letër shërbimi',
  digest: 'përmbledhje',
}

/** What each right lets its holder do; the other subjects have theirs at their doors. */
const rights: Record<string, string> = {
  'office.enter': 'Të hyjë në zyrë',
  'mail.read': 'Të shohë letrat e dërguara (marrësit të mbuluar)',
  'mail.send-again': 'Të dërgojë përsëri një letër',
  'gallery.read': 'Të shohë përbërësit e faqeve',
}

/** The office pages that belong to no module. */
export const sq = {
  first: {
    title: 'Çfarë pret',
    who: 'Kush jeni',
    name: 'Emri',
    roles: 'Rolet',
    waits: 'Puna që pret',
    what: 'Çfarë',
    count: 'Sa',
    nothing: 'Tani nuk pret asgjë.',
    uncertainLetters: 'Letra të pasigurta',
    more: 'Të tjera',
    rights: 'Kush mund të bëjë çfarë',
    gallery: 'Përbërësit e faqeve',
  },
  rights: {
    title: 'Kush mund të bëjë çfarë',
    lead: 'Kjo është tabela që përdor vetë programi. Roli vlen vetëm në institucionin për të cilin është dhënë; operatori dhe audituesi mund ta kenë edhe për gjithë sistemin.',
    right: 'E drejta',
    holders: 'Kush e ka',
    everybody: 'të gjithë me një rol',
    of: (role: string) => `Çfarë mund të bëjë ${role}`,
    filter: 'Shikoni një rol',
    role: 'Roli',
    anyRole: 'Të gjitha rolet',
    show: 'Shfaqni',
    clear: 'Të gjitha rolet',
    names: rights,
  },
  mail: {
    title: 'Posta',
    mailboxLead: 'Demonstrim: këtu i lexoni letrat ashtu siç i lexon marrësi, bashkë me lidhjet e tyre.',
    outboxLead:
      'Letrat që ka dërguar programi. Marrësit janë të mbuluar dhe tekstet nuk shfaqen, sepse mund të mbajnë lidhje private.',
    filter: 'Gjeni letrat e një adrese',
    address: 'Adresa e marrësit ose një pjesë e saj',
    find: 'Gjeni',
    clear: 'Shfaqini të gjitha',
    none: 'Nuk ka ende asnjë letër.',
    noneFound: 'Për këtë adresë nuk u gjet asnjë letër.',
    erased: 'Teksti i kësaj letre është fshirë.',
    to: 'Për',
    at: 'Shkruar',
    kind: 'Lloji',
    state: 'Gjendja',
    subject: 'Titulli',
    institution: 'Institucioni',
    installation: 'gjithë sistemi',
    attempts: 'Prova',
    lastError: 'Gabimi i fundit',
    sentAt: 'U nis',
    uncertain: 'Letra të pasigurta',
    uncertainLead: 'Nuk dihet nëse këto mbërritën. Vendosni për secilën.',
    all: 'Letrat',
    sendAgain: 'Dërgoni përsëri',
    sentAgain: 'Letra u vu përsëri në radhë.',
    back: 'Posta',
    paging: 'Letra të tjera',
    older: 'Më të vjetra',
    newest: 'Më të rejat',
    states,
    kinds,
  },
}

export type OfficeTexts = typeof sq
