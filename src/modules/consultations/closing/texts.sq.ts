import type { ConsultationBasis, ExtensionRefusal } from './closing-rules.ts'

/** Until when comments are taken in: its basis, its extension, its repetition. */
export const sq = {
  clockWords: 'Afati i komenteve',
  basisChoice: 'Mbi çfarë mbështetet konsultimi',
  basisHint: 'Nga kjo varet sa kohë duhet t’u jepet njerëzve për komente.',
  bases: {
    'law-146': 'Ligji nr. 146/2014 «Për njoftimin dhe konsultimin publik»',
    other: 'Bazë tjetër',
  } satisfies Record<ConsultationBasis, string>,
  basisHints: {
    'law-146': 'Së paku 20 ditë pune nga njoftimi (neni 15).',
    other:
      'Afati i institucionit, nëse e ka caktuar; përndryshe dita që shkruani ju, e cila shfaqet si «ditë e caktuar nga institucioni».',
  } satisfies Record<ConsultationBasis, string>,
  basisMissing: 'Zgjidhni mbi çfarë mbështetet konsultimi',
  basisOfAlbania: 'Ligji nr. 146/2014 është ligj i Shqipërisë; për institucionin që zgjodhët zgjidhni «Bazë tjetër»',
  least: {
    title: 'Dita më e hershme e mbylljes',
    byLaw: (day: string) => `Sipas ligjit nr. 146/2014 komentet duhet të pranohen së paku deri më ${day}.`,
    byOwn: (day: string) =>
      `Sipas afatit që ka caktuar institucioni, komentet duhet të pranohen së paku deri më ${day}.`,
    from: (day: string) =>
      `Afati numërohet nga data ${day}: nga dita e publikimit këtu, nga dita e hapjes ose nga dita e njoftimit zyrtar, sipas asaj që vjen e fundit.`,
    ifPublishedToday: 'Llogaritja është për publikim sot. Kur publikohet më vonë, dita shtyhet dhe rillogaritet.',
    default:
      'Nëse e lini bosh ditën e mbylljes, merret kjo ditë. Mund të zgjidhni një ditë më të vonë, jo më të hershme.',
    why: 'Pse kjo datë?',
    byHand:
      'Institucioni nuk ka caktuar afat për këtë bazë: ditën e mbylljes e caktoni ju, dhe publikut i thuhet se e ka caktuar institucioni.',
    /** At the field, and in the summary of errors. */
    tooEarly: (day: string) =>
      `Dita e mbylljes është më e hershme se ${day}, dita më e hershme e lejuar. Shkruani atë ditë ose një më të vonë, ose lëreni bosh`,
    tooEarlyNow: (chosen: string, day: string) =>
      `Dita e mbylljes, ${chosen}, është më e hershme se ${day}: aq kohë duhet po të publikohet sot. Ndryshojeni konsultimin: shkruani atë ditë ose një më të vonë, ose lëreni bosh.`,
    posting: (day: string) =>
      `Po të numërohet nga kjo ditë e njoftimit zyrtar, komentet duhet të pranohen së paku deri më ${day}. Së pari zgjateni afatin, pastaj shënoni ditën e njoftimit`,
  },
  /** The identifier of Kosovo’s zone names the capital of another country. */
  zones: { 'Europe/Tirane': 'ora e Tiranës', 'Europe/Belgrade': 'ora e Prishtinës' } as Record<string, string>,
  endOfDay: (zone: string) =>
    `Komentet pranohen derisa të mbarojë dita e fundit, sipas orës së institucionit (${zone}). Merret parasysh çasti i dërgimit.`,
  opensOn: (day: string) => `Komentet pranohen nga data ${day}.`,
  basisGiven: (basis: string) => `Baza ligjore që përmend institucioni: ${basis}`,
  warning: 'Kujdes',
  pastOpening: {
    warning: (day: string) =>
      `Dita e hapjes, ${day}, ka kaluar. Konsultimi hapet në çastin e publikimit dhe afati numërohet nga sot, por faqja do të tregojë si ditë hapjeje datën ${day}.`,
    confirm: 'E di që dita e hapjes ka kaluar dhe dua ta publikoj kështu',
    error: (day: string) =>
      `Dita e hapjes, ${day}, ka kaluar. Ndryshojeni ditën e hapjes, ose shënoni se doni ta publikoni kështu`,
  },
  closesFixed: (day: string) =>
    `Komentet pranohen deri më ${day}. Kjo ditë nuk ndryshohet këtu: shtyhet vetëm me zgjatje të afatit.`,
  extend: {
    title: 'Zgjatja e afatit',
    link: 'Zgjateni afatin',
    lead: (day: string) => `Tani komentet pranohen deri më ${day}.`,
    most: (day: string) => `Sipas ligjit nr. 146/2014 afati mund të zgjatet më së shumti deri më ${day}.`,
    mostWhy: 'Pse deri në këtë ditë?',
    mostNone: 'Për këtë bazë ligji nuk cakton deri kur mund të zgjatet. Zgjatja bëhet me vendim të arsyetuar.',
    told: 'Zgjatja shfaqet në faqen publike. Kujtdo që ka konfirmuar një koment i shkon një letër elektronike me ditën e re, arsyen dhe lidhjen.',
    newDay: 'Dita e re e mbylljes',
    decision: 'Numri i vendimit',
    decisionHint: 'Siç është në vendim, për shembull 112.',
    decidedOn: 'Data e vendimit',
    ground: 'Arsyeja',
    groundHint: 'Pse u duhet njerëzve më shumë kohë. Arsyeja është publike dhe shkruhet në letër.',
    submit: 'Zgjateni afatin',
    notice: (decision: string, on: string) =>
      `Vendimi nr. ${decision}, ${on}; njoftim në faqen publike dhe me letër për pjesëmarrësit`,
    done: 'Afati u zgjat. Pjesëmarrësve u shkon letra.',
    errors: {
      newDay: 'Shkruani ditën e re të mbylljes, për shembull 21 11 2026',
      decision: 'Shkruani numrin e vendimit, deri në 200 shenja',
      decidedOn: 'Shkruani datën e vendimit, për shembull 21 11 2026',
      ground: 'Shkruani arsyen, nga 10 deri në 1000 shenja',
      changedMeanwhile:
        'Dikush tjetër e ka ndryshuar konsultimin ndërkohë. Shihni ditën e mbylljes dhe dërgojeni përsëri',
    },
    refusals: {
      'not-running':
        'Afati ka mbaruar dhe vendimi nuk është marrë brenda tij: afati i mbaruar nuk zgjatet. Mund ta përsërisni fazën me një afat të ri',
      'already-past': 'Dita e re ka kaluar: nuk do të kishte më kohë për komente',
      'not-later': 'Dita e re duhet të jetë më e vonë se dita e mbylljes. Koha për komente nuk shkurtohet',
      'beyond-most': 'Ligji nr. 146/2014 nuk lejon një ditë kaq të vonë',
      'decided-later': 'Data e vendimit nuk mund të jetë në të ardhmen',
    } satisfies Record<ExtensionRefusal, string>,
    beyond: (day: string) =>
      `Dita e fundit e lejuar është ${day}: 40 ditë pune nga njoftimi. Nëse duhet më shumë kohë, përsëriteni fazën me një afat të ri`,
  },
  repeat: {
    title: 'Përsëritja e fazës',
    words:
      'Kur koha nuk mjafton, ose kur komentet sjellin çështje të reja, faza përsëritet: krijohet një konsultim i ri në përgatitje, me të njëjtin tekst dhe të njëjtat dokumente, që merr numrin dhe afatin e vet. Të dyja faqet lidhen me njëra-tjetrën.',
    submit: 'Përsëriteni fazën',
    done: 'U krijua konsultimi që përsërit fazën. Shihni ditët dhe publikojeni kur të jetë gati.',
    repeats: (title: string, number: string) => `Përsërit konsultimin nr. ${number}, «${title}»`,
    repeatedBy: (title: string, number: string) => `U përsërit me konsultimin nr. ${number}, «${title}»`,
    draftOf: (title: string) => `Përsëritet me një konsultim në përgatitje: «${title}»`,
  },
  events: {
    extended: (decided: string, decision: string, from: string, to: string) =>
      `me vendimin nr. ${decision} të datës ${decided}, nga data ${from} në datën ${to}`,
    moved: (from: string, to: string) => `nga data ${from} në datën ${to}`,
    because: (reason: string) => `Arsyeja: ${reason}`,
  },
  extendedOn: (on: string, reason: string, from: string, to: string) =>
    `Afati u zgjat më ${on}, nga data ${from} në datën ${to}. Arsyeja: ${reason}`,
  movedOn: (on: string, reason: string, from: string, to: string) =>
    `Dita e mbylljes u shty më ${on}, nga data ${from} në datën ${to}. Arsyeja: ${reason}`,
  letter: {
    extendedSubject: (day: string) => `Komentet pranohen deri më ${day}`,
    extended: (title: string, from: string, to: string) =>
      `Ju keni komentuar te konsultimi «${title}». Afati u zgjat: nga data ${from} në datën ${to}.`,
    moved: (title: string, from: string, to: string) =>
      `Ju keni komentuar te konsultimi «${title}». Dita e mbylljes u shty: nga data ${from} në datën ${to}.`,
    ground: (ground: string) => `Arsyeja: ${ground}`,
    decision: (decision: string, on: string) => `Vendimi nr. ${decision}, ${on}.`,
    what: 'Komenti juaj mbetet i vlefshëm dhe nuk duhet të bëni asgjë. Deri atë ditë mund ta ndryshoni ose ta tërhiqni. Konsultimin e gjeni këtu:',
  },
}

export type ClosingTexts = typeof sq
