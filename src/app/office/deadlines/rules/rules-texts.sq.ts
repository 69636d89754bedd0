import type { Confidence, OffReason, Unit } from '#law/rules/rule.ts'
import type { EndRefusal } from '#platform/deadlines/terms/end-term.ts'
import type { TermRefusal } from '#platform/deadlines/terms/write-term.ts'
import type { RuleState } from './rule-state-rules.ts'

const units: Record<Unit, string> = { wd: 'ditë pune', d: 'ditë kalendarike', mo: 'muaj', h: 'orë' }

const states: Record<RuleState, string> = {
  active: 'vlen sipas ligjit',
  confirmed: 'e konfirmuar',
  own: 'e caktuar nga institucioni',
  'to-confirm': 'pret konfirmimin',
  'confirm-again': 'duhet konfirmuar përsëri',
  off: 'pa numër, nuk përdoret',
}

const confidences: Record<Confidence, string> = {
  T: 'U pa në tekstin e ligjit ose te autoriteti që e zbaton',
  'T/S': 'U pa te autoriteti që e zbaton, me fjalët e tij',
  S: 'U pa vetëm në një burim të dytë',
  P: 'U pa vetëm një praktikë që përputhet me të',
  N: 'Nuk është verifikuar',
}

const offReasons: Record<OffReason, string> = {
  'no-number': 'Ligji nuk jep një numër, ose numri nuk u gjet.',
  'not-verified': 'Numri nuk është verifikuar, prandaj nuk përdoret.',
  'practice-only': 'U pa vetëm një praktikë, jo rregulli vetë.',
  'unit-unsettled': 'Burimi nuk thotë se cilat ditë numërohen, ose nga cila ditë.',
}

const refusals: Record<TermRefusal, string> = {
  'no-such-rule': 'Ky rregull nuk është i vendit të institucionit.',
  settled: 'Këtë afat e cakton ligji: institucioni nuk mund ta ndryshojë.',
  'other-deed': 'Ky rregull ka ndryshuar që kur e hapët faqen. Lexojeni edhe një herë.',
  'before-standing': 'Dita duhet të jetë jo më herët se ajo nga e cila vlen çka është caktuar tani.',
  'set-meanwhile': 'Dikush tjetër e ndryshoi ndërkohë këtë rregull. Shikoni se çfarë vlen tani dhe dërgojeni përsëri.',
}

const endRefusals: Record<EndRefusal, string> = {
  'no-such-term': 'Kjo nuk vlen më.',
  'ended-already': 'Dikush tjetër e përfundoi ndërkohë.',
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
    'moves.read': 'Të shohë afatet që kanë lëvizur',
  } as Record<string, string>,
  nav: {
    label: 'Afatet',
    board: 'Tabela e afateve',
    rules: 'Rregullat',
    calendar: 'Ditët e pushimit',
    moves: 'Lëvizjet',
  },
  institution: 'Institucioni',
  parts: { dayLabel: 'Dita', monthLabel: 'Muaji', yearLabel: 'Viti' },
  errorTitle: 'Diçka duhet ndrequr',
  list: {
    title: 'Rregullat e afateve',
    lead: (institution: string): string =>
      `Nga ligji vijnë afatet me të cilat punon ${institution}. Ato që u panë vetëm në një burim të dytë presin që t’i konfirmojë administratori; aty ku ligji nuk jep numër, afatin e cakton institucioni. Gjithçka që caktohet këtu është publike.`,
    figures: (active: string, waiting: string, own: string, off: string): string =>
      `Sipas ligjit: ${active}. Presin konfirmimin: ${waiting}. Të konfirmuara ose të caktuara nga institucioni: ${own}. Pa numër: ${off}.`,
    next: (id: string): string => `Konfirmoni rregullin ${id}`,
    filter: 'Ngushtoni listën',
    state: 'Gjendja',
    anyState: 'Çdo gjendje',
    words: 'Fjalë në rregull ose në ligj',
    submit: 'Kërkoni',
    clear: 'Hiqni kushtet',
    none: 'Asnjë rregull nuk i plotëson këto kushte.',
    columns: { rule: 'Rregulli', term: 'Afati', law: 'Ligji', state: 'Gjendja', open: 'Afate të hapura' },
  },
  one: {
    back: 'Rregullat e afateve',
    state: 'Gjendja në institucion',
    term: 'Afati',
    second: 'Afati i dytë',
    start: 'Nis me',
    actor: 'Kush e ka',
    lapse: 'Kur kalon',
    lapseUnknown: 'nuk dihet',
    law: 'Ligji',
    sources: 'Ku u pa',
    sourcesNone: 'Asnjë burim nuk u pa',
    confidence: 'Sa i sigurt është',
    note: 'Çfarë duhet ditur',
    version: 'Versioni',
    versionOf: (n: number, from: string | null, to: string | null): string =>
      `${n}${from || to ? ` (${[from && `nga ${from}`, to && `deri më ${to}`].filter(Boolean).join(', ')})` : ''}`,
    open: 'Afate të hapura sipas tij',
    openNone: 'asnjë',
    today: 'Po të niste sot',
    todayDue: (due: string): string => `do të mbaronte më ${due}`,
    todayTwo: (first: string, last: string): string =>
      `do të mbaronte më ${first} ose më ${last}: ligji lejon dy lexime`,
    public: 'Faqja publike e rregullit',
    settled: 'Këtë afat e cakton ligji. Institucioni nuk ka çfarë të konfirmojë dhe nuk mund ta ndryshojë.',
    off: 'Ky rregull nuk lëviz asnjë afat, derisa institucioni të caktojë numrin e vet.',
    onlyAdministrator: 'Këtë e cakton administratori i institucionit.',
    standing: 'Çfarë vlen tani',
    standingConfirmed: 'Institucioni punon sipas këtij rregulli',
    basis: 'Mbështetet në',
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
    counted: 'dita e ngjarjes numërohet',
  },
  roll: {
    forward: 'dita e fundit që bie në pushim kalon në ditën tjetër të punës',
    none: 'dita e fundit mbetet, edhe kur bie në pushim',
  },
  confirm: {
    title: 'Konfirmojeni rregullin',
    again: 'Konfirmojeni përsëri, me bazë tjetër',
    lead: 'Rregulli u pa vetëm në një burim të dytë. Lexoni tekstin zyrtar dhe shkruani ku mbështeteni: kjo bëhet publike bashkë me rregullin. Çështjet që kanë nisur më parë mbeten si janë.',
    basis: 'Ku mbështetet',
    basisHint:
      'Akti, neni dhe numri i Fletores Zyrtare, si «Ligji nr. 139/2015, neni 55, Fletorja Zyrtare nr. 249/2015»',
    from: 'Nga cila ditë punoni sipas tij',
    submit: 'Konfirmojeni rregullin',
  },
  set: {
    title: 'Caktoni afatin e institucionit',
    again: 'Ndryshojeni afatin e institucionit',
    lead: 'Ligji nuk jep një numër të përdorshëm. Afatin mund ta caktojë institucioni me aktin e vet. Afatet që kanë nisur më parë mbeten si janë.',
    number: 'Numri',
    unit: 'Njësia',
    firstDay: 'A numërohet dita e ngjarjes?',
    roll: 'Kur dita e fundit bie në pushim',
    unsettled: 'Akti nuk e thotë: tregohen të dyja datat',
    basis: 'Ku mbështetet',
    basisHint: 'Akti i institucionit dhe neni, si «Rregullorja e këshillit nr. 12, datë 3.3.2025, neni 18»',
    from: 'Nga cila ditë vlen',
    submit: 'Caktojeni afatin',
  },
  end: {
    title: 'Përfundojeni',
    lead: 'Afatet që nisin pas kësaj dite nuk e përdorin më. Ato që kanë nisur mbeten si janë.',
    until: 'Dita e fundit në të cilën vlen',
    reason: 'Pse',
    submit: 'Përfundojeni',
  },
  done: {
    konfirmuar: 'Rregulli u konfirmua. Tani vlen për çështjet që nisin nga dita që zgjodhët.',
    caktuar: 'Afati i institucionit u caktua.',
    mbaruar: 'U shënua dita e fundit.',
  } as Record<string, string>,
  errors: {
    basis: 'Shkruani ku mbështetet: të paktën pesë shkronja',
    number: 'Shkruani një numër të plotë nga 1 deri në 3660',
    unit: 'Zgjidhni njësinë',
    from: 'Dita duhet të jetë mes vitit 2015 dhe një viti nga sot',
    reason: 'Shkruani pse: të paktën pesë shkronja',
  },
}

export type RulesTexts = typeof sq
