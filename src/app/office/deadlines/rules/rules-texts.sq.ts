import type { Confidence, OffReason, Unit } from '#law/rules/rule.ts'
import type { EndRefusal } from '#platform/deadlines/terms/end-term.ts'
import type { TermRefusal } from '#platform/deadlines/terms/write-term.ts'
import type { RuleState } from './rule-state-rules.ts'

const units: Record<Unit, string> = { wd: 'ditë pune', d: 'ditë kalendarike', mo: 'muaj', h: 'orë' }

const states: Record<RuleState, string> = {
  active: 'vlen sipas ligjit',
  confirmed: 'i konfirmuar',
  own: 'i caktuar nga institucioni',
  'to-confirm': 'pret konfirmimin',
  'confirm-again': 'duhet konfirmuar përsëri',
  off: 'pa numër, nuk përdoret',
}

const confidences: Record<Confidence, string> = {
  T: 'Është parë në vetë tekstin e ligjit ose te autoriteti që e zbaton',
  'T/S': 'Është parë te autoriteti që e zbaton, si ritregim i afërt',
  S: 'Është parë vetëm në një burim dytësor',
  P: 'Është parë vetëm një praktikë që përputhet me të',
  N: 'Nuk është verifikuar',
}

const offReasons: Record<OffReason, string> = {
  'no-number': 'Ligji nuk jep një numër, ose numri nuk është gjetur.',
  'not-verified': 'Numri nuk është verifikuar, prandaj nuk përdoret.',
  'practice-only': 'Është parë vetëm një praktikë, jo vetë rregulli.',
  'unit-unsettled': 'Burimi nuk thotë se cilat ditë numërohen, ose nga cila ditë.',
}

const refusals: Record<TermRefusal, string> = {
  'no-such-rule': 'Ky rregull nuk është i shtetit të institucionit.',
  settled: 'Këtë afat e cakton ligji: institucioni nuk mund ta ndryshojë.',
  'other-deed': 'Ky rregull ka ndryshuar që kur e hapët faqen. Lexojeni edhe një herë.',
  'before-standing': 'Dita nuk mund të jetë më e hershme se ajo nga e cila vlen vendimi i tanishëm.',
  'set-meanwhile': 'Dikush tjetër e ndryshoi ndërkohë këtë rregull. Shikoni se çfarë vlen tani dhe dërgojeni përsëri.',
}

const endRefusals: Record<EndRefusal, string> = {
  'no-such-term': 'Kjo nuk vlen më.',
  'ended-already': 'Dikush tjetër e hoqi ndërkohë nga përdorimi.',
  'before-its-start': 'Dita e fundit nuk mund të jetë para ditës nga e cila vlen.',
}

/** What an institution sets about the rules of deadlines. */
export const sq = {
  units,
  states,
  confidences,
  offReasons,
  refusals,
  endRefusals,
  rights: {
    'rules.read': 'Të shohë rregullat e afateve dhe çfarë ka caktuar institucioni',
    'rules.write': 'Të konfirmojë rregullat dhe të caktojë afatet e institucionit',
    'calendar.read': 'Të shohë kalendarin e ditëve të pushimit',
    'calendar.write': 'Të shënojë ditët e pushimit që shpall qeveria',
    'moves.read': 'Të shohë afatet e zhvendosura',
  } as Record<string, string>,
  nav: {
    label: 'Afatet',
    board: 'Tabela e afateve',
    rules: 'Rregullat',
    calendar: 'Ditët e pushimit',
    moves: 'Zhvendosjet',
  },
  institution: 'Institucioni',
  parts: { dayLabel: 'Dita', monthLabel: 'Muaji', yearLabel: 'Viti' },
  errorTitle: 'Ka diçka për të ndrequr',
  list: {
    title: 'Rregullat e afateve',
    lead: (institution: string): string =>
      `Afatet me të cilat punon ${institution} i cakton ligji. Ato që janë parë vetëm në një burim dytësor presin t’i konfirmojë administratori; aty ku ligji nuk jep numër, afatin e cakton institucioni. Gjithçka që caktohet këtu është publike.`,
    figures: (active: string, waiting: string, own: string, off: string): string =>
      `Sipas ligjit: ${active}. Presin konfirmimin: ${waiting}. Të konfirmuara ose të caktuara nga institucioni: ${own}. Pa numër: ${off}.`,
    next: (id: string): string => `Konfirmoni rregullin ${id}`,
    filter: 'Ngushtoni listën',
    state: 'Gjendja',
    anyState: 'Çdo gjendje',
    words: 'Fjalë në rregull ose në ligj',
    submit: 'Kërkoni',
    clear: 'Hiqni kufizimet',
    none: 'Asnjë rregull nuk i përgjigjet këtij kërkimi.',
    columns: { rule: 'Rregulli', term: 'Afati', law: 'Ligji', state: 'Gjendja', open: 'Afate të hapura' },
  },
  one: {
    back: 'Rregullat e afateve',
    state: 'Gjendja në institucion',
    term: 'Afati',
    second: 'Afati i dytë',
    start: 'Ngjarja',
    actor: 'Kush vepron',
    lapse: 'Çfarë ndodh kur kalon',
    lapseUnknown: 'nuk dihet',
    law: 'Ligji',
    sources: 'Ku është parë',
    sourcesNone: 'Nuk është parë asnjë burim',
    confidence: 'Sa i sigurt është',
    note: 'Shënim',
    version: 'Versioni',
    versionOf: (n: number, from: string | null, to: string | null): string =>
      `${n}${from || to ? ` (${[from && `nga ${from}`, to && `deri më ${to}`].filter(Boolean).join(', ')})` : ''}`,
    open: 'Afate të hapura sipas tij',
    openNone: 'asnjë',
    today: 'Po të fillonte sot',
    todayDue: (due: string): string => `do të mbaronte më ${due}`,
    todayTwo: (first: string, last: string): string =>
      `do të mbaronte më ${first} ose më ${last}: burimet lejojnë dy lexime`,
    public: 'Faqja publike e rregullit',
    settled: 'Këtë afat e cakton ligji. Institucioni nuk ka çfarë të konfirmojë dhe nuk mund ta ndryshojë.',
    off: 'Ky rregull nuk zbatohet për asnjë çështje, derisa institucioni të caktojë afatin e vet.',
    onlyAdministrator: 'Këtë e cakton administratori i institucionit.',
    standing: 'Çfarë vlen tani',
    standingConfirmed: 'Institucioni punon sipas këtij rregulli',
    basis: 'Ku mbështetet',
    from: 'Vlen nga',
    until: 'Vlen deri më',
    setOn: 'U caktua më',
    reading: 'Si numëron institucioni',
    history: 'Çfarë ka caktuar institucioni',
    historyNone: 'Institucioni nuk ka caktuar ende asgjë për këtë rregull.',
    kind: 'Çfarë',
    kinds: { confirmed: 'Konfirmim', own: 'Afat i institucionit' },
    open2: 'ende vlen',
  },
  firstDay: {
    excluded: 'dita e ngjarjes nuk numërohet',
    counted: 'numërohet edhe dita e ngjarjes',
  },
  roll: {
    forward: 'dita e fundit që bie në pushim kalon në ditën e parë të punës pas saj',
    none: 'dita e fundit mbetet edhe kur bie në pushim',
  },
  confirm: {
    title: 'Konfirmojeni rregullin',
    again: 'Konfirmojeni përsëri, mbi një bazë tjetër',
    lead: 'Rregulli është parë vetëm në një burim dytësor. Lexoni tekstin zyrtar dhe shkruani ku mbështeteni: kjo bëhet publike bashkë me rregullin. Çështjet që kanë filluar më parë mbeten siç janë.',
    basis: 'Ku mbështetet',
    basisHint:
      'Akti, neni dhe numri i Fletores Zyrtare, për shembull «Ligji nr. 139/2015, neni 55, Fletorja Zyrtare nr. 249/2015»',
    from: 'Nga cila ditë punoni sipas tij',
    submit: 'Konfirmojeni rregullin',
  },
  set: {
    title: 'Caktoni afatin e institucionit',
    again: 'Ndryshojeni afatin e institucionit',
    lead: 'Ligji nuk jep një numër të përdorshëm. Afatin mund ta caktojë institucioni me aktin e vet. Afatet që kanë filluar më parë mbeten siç janë.',
    number: 'Numri',
    unit: 'Njësia',
    firstDay: 'A numërohet dita e ngjarjes?',
    roll: 'Kur dita e fundit bie në pushim',
    unsettled: 'Akti nuk e thotë: tregohen të dyja datat',
    basis: 'Ku mbështetet',
    basisHint: 'Akti i institucionit dhe neni, për shembull «Rregullorja e këshillit nr. 12, datë 3.3.2025, neni 18»',
    from: 'Nga cila ditë vlen',
    submit: 'Caktojeni afatin',
  },
  end: {
    title: 'Hiqeni nga përdorimi',
    lead: 'Për afatet që fillojnë pas ditës që shënoni këtu, nuk vlen më. Ato që kanë filluar mbeten siç janë.',
    until: 'Dita e fundit në të cilën vlen',
    reason: 'Arsyeja',
    submit: 'Hiqeni nga përdorimi',
  },
  done: {
    konfirmuar: 'Rregulli u konfirmua. Vlen për çështjet që fillojnë nga dita që zgjodhët.',
    caktuar: 'Afati i institucionit u caktua.',
    mbaruar: 'U shënua dita e fundit.',
  } as Record<string, string>,
  errors: {
    basis: 'Shkruani ku mbështetet: të paktën 5 shenja',
    number: 'Shkruani një numër të plotë nga 1 deri në 3660',
    unit: 'Zgjidhni njësinë',
    from: 'Shkruani një ditë nga viti 2015 deri një vit pas ditës së sotme',
    reason: 'Shkruani arsyen: të paktën 5 shenja',
  },
}

export type RulesTexts = typeof sq
