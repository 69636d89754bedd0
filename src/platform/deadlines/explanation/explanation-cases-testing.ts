import type { Closure } from '#law/calendar/day-off.ts'
import type { Pause } from '#law/clocks/reckon.ts'
import type { CivilDate } from '#law/days.ts'
import type { OwnNumber } from '../terms/term-rules.ts'

export type HardCase = {
  what: string
  rule: string
  from: CivilDate
  how: { pauses?: Pause[]; closures?: Closure[]; own?: OwnNumber; chosenOn?: CivilDate; hours?: boolean }
  counted: number
  marks: { sq: string | null; en: string | null }
  sq: readonly string[]
  en: readonly string[]
}

/** What people read of a date, to the letter, in both languages: each was counted by hand in a calendar. */
export const RULE_CASES: readonly HardCase[] = [
  {
    what: 'working days over substituted holidays',
    rule: 'AL-FOI-ANSWER',
    from: '2026-11-20',
    how: {},
    counted: 10,
    marks: { sq: null, en: null },
    sq: [
      'Rregulli AL-FOI-ANSWER: sa më shpejt, jo më vonë se 10 ditë pune. Baza ligjore: Ligji nr. 119/2014 «Për të drejtën e informimit», i ndryshuar, neni 15.',
      'Ngjarja nga e cila numërohet: paraqitja e kërkesës, të premten, 20 nëntor 2026.',
      'Dita e ngjarjes nuk numërohet: dita e parë që numërohet është e martë, 24 nëntor 2026.',
      'Numërohen 10 ditë pune: ditët nga e hëna deri të premten, pa festat zyrtare.',
      'U kapërcyen 10 ditë: fundjavat 21–22 nëntor, 28–29 nëntor dhe 5–6 dhjetor; e hënë, 23 nëntor (Dita e Alfabetit, në vend të së dielës, 22 nëntor); e hënë, 30 nëntor (Dita e Flamurit dhe e Pavarësisë, në vend të së shtunës, 28 nëntor); e martë, 1 dhjetor (Dita e Çlirimit, në vend të së dielës, 29 nëntor); e martë, 8 dhjetor (Dita Kombëtare e Rinisë).',
      'Dita e 10-të e numëruar është e enjte, 10 dhjetor 2026.',
      'Afati mbaron në fund të ditës së enjte, 10 dhjetor 2026.',
    ],
    en: [
      'Rule AL-FOI-ANSWER: as soon as possible, at most 10 working days. Legal basis: Law No. 119/2014 on the right to information, as amended, Article 15.',
      'The event it is counted from: request filed, on Friday 20 November 2026.',
      'The day of the event is not counted: the first day counted is Tuesday 24 November 2026.',
      '10 working days are counted: Monday to Friday, without the official holidays.',
      '10 days were skipped: the weekends of 21–22 November, 28–29 November and 5–6 December; Monday 23 November (Alphabet Day, substitute for Sunday 22 November); Monday 30 November (Flag and Independence Day, substitute for Saturday 28 November); Tuesday 1 December (Liberation Day, substitute for Sunday 29 November); Tuesday 8 December (National Youth Day).',
      'The 10th day counted is Thursday 10 December 2026.',
      'The term ends at the end of Thursday 10 December 2026.',
    ],
  },
  {
    what: 'calendar days whose last one is off',
    rule: 'AL-CPA-DECIDE',
    from: '2026-09-30',
    how: {},
    counted: 60,
    marks: { sq: null, en: null },
    sq: [
      'Rregulli AL-CPA-DECIDE: 60 ditë, kur një ligj i veçantë nuk parashikon ndryshe. Baza ligjore: Ligji nr. 44/2015 «Kodi i Procedurave Administrative i Republikës së Shqipërisë», neni 91.',
      'Ngjarja nga e cila numërohet: paraqitja e kërkesës me gjithë dokumentet, të mërkurën, 30 shtator 2026.',
      'Dita e ngjarjes nuk numërohet (ligji 44/2015, neni 56, pika 2): dita e parë që numërohet është e enjte, 1 tetor 2026.',
      'Numërohen 60 ditë kalendarike me radhë, edhe fundjavat dhe festat (ligji 44/2015, neni 56, pika 4).',
      'Dita e 60-të e numëruar është e diel, 29 nëntor 2026.',
      'Ajo nuk është ditë pune (Dita e Çlirimit), prandaj afati kalon në ditën e parë të punës pas saj, të mërkurën, 2 dhjetor 2026 (ligji 44/2015, neni 56, pika 4).',
      'U kapërcyen edhe: e hënë, 30 nëntor (Dita e Flamurit dhe e Pavarësisë, në vend të së shtunës, 28 nëntor); e martë, 1 dhjetor (Dita e Çlirimit, në vend të së dielës, 29 nëntor).',
      'Afati mbaron në fund të ditës së mërkurë, 2 dhjetor 2026.',
    ],
    en: [
      'Rule AL-CPA-DECIDE: 60 days, unless a special law says otherwise. Legal basis: Law No. 44/2015, Code of Administrative Procedures of the Republic of Albania, Article 91.',
      'The event it is counted from: request filed (complete), on Wednesday 30 September 2026.',
      'The day of the event is not counted (law 44/2015, Art 56(2)): the first day counted is Thursday 1 October 2026.',
      '60 calendar days are counted in a row, weekends and holidays too (law 44/2015, Art 56(4)).',
      'The 60th day counted is Sunday 29 November 2026.',
      'That is not a working day (Liberation Day), so the term moves to the next working day, Wednesday 2 December 2026 (law 44/2015, Art 56(4)).',
      'Skipped as well: Monday 30 November (Flag and Independence Day, substitute for Saturday 28 November); Tuesday 1 December (Liberation Day, substitute for Sunday 29 November).',
      'The term ends at the end of Wednesday 2 December 2026.',
    ],
  },
  {
    what: 'working days back from a meeting',
    rule: 'AL-CONS-MEETING',
    from: '2026-12-15',
    how: {},
    counted: 20,
    marks: { sq: 'burim dytësor', en: 'secondary source' },
    sq: [
      'Rregulli AL-CONS-MEETING: njoftimi së paku 20 ditë pune përpara. Baza ligjore: Ligji nr. 146/2014 «Për njoftimin dhe konsultimin publik», neni 17 (neni i nxjerrë nga konteksti).',
      'Numërohet mbrapsht nga dita e ngjarjes: dita e takimit publik, të martën, 15 dhjetor 2026.',
      'Dita e ngjarjes nuk numërohet: dita e parë që numërohet është e hënë, 14 dhjetor 2026.',
      'Numërohen 20 ditë pune: ditët nga e hëna deri të premten, pa festat zyrtare.',
      'U kapërcyen 14 ditë: fundjavat 14–15 nëntor, 21–22 nëntor, 28–29 nëntor, 5–6 dhjetor dhe 12–13 dhjetor; e hënë, 23 nëntor (Dita e Alfabetit, në vend të së dielës, 22 nëntor); e hënë, 30 nëntor (Dita e Flamurit dhe e Pavarësisë, në vend të së shtunës, 28 nëntor); e martë, 1 dhjetor (Dita e Çlirimit, në vend të së dielës, 29 nëntor); e martë, 8 dhjetor (Dita Kombëtare e Rinisë).',
      'Dita e 20-të e numëruar është e mërkurë, 11 nëntor 2026.',
      'Veprimi duhet kryer më së voni të mërkurën, 11 nëntor 2026, para fundit të asaj dite.',
      'Numri është parë vetëm në një burim dytësor, jo në tekstin e ligjit.',
    ],
    en: [
      'Rule AL-CONS-MEETING: notice at least 20 working days before. Legal basis: Law No. 146/2014 on notification and public consultation, Article 17 (article inferred).',
      'Counted back from the day of the event: public meeting date, on Tuesday 15 December 2026.',
      'The day of the event is not counted: the first day counted is Monday 14 December 2026.',
      '20 working days are counted: Monday to Friday, without the official holidays.',
      '14 days were skipped: the weekends of 14–15 November, 21–22 November, 28–29 November, 5–6 December and 12–13 December; Monday 23 November (Alphabet Day, substitute for Sunday 22 November); Monday 30 November (Flag and Independence Day, substitute for Saturday 28 November); Tuesday 1 December (Liberation Day, substitute for Sunday 29 November); Tuesday 8 December (National Youth Day).',
      'The 20th day counted is Wednesday 11 November 2026.',
      'It must be done by Wednesday 11 November 2026 at the latest, before that day ends.',
      'The number was seen in a secondary source only, not in the text of the law.',
    ],
  },
  {
    what: 'days back whose last one is off',
    rule: 'AL-LSG-NOTICE',
    from: '2026-12-04',
    how: {},
    counted: 5,
    marks: { sq: null, en: null },
    sq: [
      'Rregulli AL-LSG-NOTICE: njoftimi, si rregull, së paku 5 ditë përpara. Baza ligjore: Ligji nr. 139/2015 «Për vetëqeverisjen vendore», neni 53.',
      'Numërohet mbrapsht nga dita e ngjarjes: dita e mbledhjes së këshillit, të premten, 4 dhjetor 2026.',
      'Dita e ngjarjes nuk numërohet: dita e parë që numërohet është e enjte, 3 dhjetor 2026.',
      'Numërohen 5 ditë kalendarike me radhë, edhe fundjavat dhe festat.',
      'Dita e 5-të e numëruar është e diel, 29 nëntor 2026.',
      'Ajo nuk është ditë pune (Dita e Çlirimit). Afati që numërohet mbrapsht nuk shkurtohet, prandaj kalon në ditën e fundit të punës para saj, të premten, 27 nëntor 2026.',
      'U kapërcyen edhe: e shtunë, 28 nëntor (Dita e Flamurit dhe e Pavarësisë).',
      'Veprimi duhet kryer më së voni të premten, 27 nëntor 2026, para fundit të asaj dite.',
    ],
    en: [
      'Rule AL-LSG-NOTICE: notice, as a rule, at least 5 days before. Legal basis: Law No. 139/2015 on local self-government, Article 53.',
      'Counted back from the day of the event: council meeting date, on Friday 4 December 2026.',
      'The day of the event is not counted: the first day counted is Thursday 3 December 2026.',
      '5 calendar days are counted in a row, weekends and holidays too.',
      'The 5th day counted is Sunday 29 November 2026.',
      'That is not a working day (Liberation Day). A term that is counted back never gets shorter, so it moves to the working day before, Friday 27 November 2026.',
      'Skipped as well: Saturday 28 November (Flag and Independence Day).',
      'It must be done by Friday 27 November 2026 at the latest, before that day ends.',
    ],
  },
  {
    what: 'a window of two days, over the new year',
    rule: 'AL-CPA-APPEAL-SIL',
    from: '2026-11-20',
    how: {},
    counted: 45,
    marks: { sq: null, en: null },
    sq: [
      'Rregulli AL-CPA-APPEAL-SIL: nga dita e 7-të deri në ditën e 45-të. Baza ligjore: Ligji nr. 44/2015 «Kodi i Procedurave Administrative i Republikës së Shqipërisë», neni 132, pika 2.',
      'Ngjarja nga e cila numërohet: mbarimi në heshtje i afatit (ose i afatit të zgjatur), të premten, 20 nëntor 2026.',
      'Dita e ngjarjes nuk numërohet (ligji 44/2015, neni 56, pika 2): dita e parë që numërohet është e shtunë, 21 nëntor 2026.',
      'Numërohen 45 ditë kalendarike me radhë, edhe fundjavat dhe festat (ligji 44/2015, neni 56, pika 4).',
      'Veprimi mund të bëhet nga dita e 7-të deri në ditën e 45-të. Dita e 7-të është e premte, 27 nëntor 2026: para saj është herët.',
      'Dita e 45-të e numëruar është e hënë, 4 janar 2027.',
      'Ajo nuk është ditë pune (Viti i Ri, dita e dytë, në vend të së shtunës, 2 janar), prandaj afati kalon në ditën e parë të punës pas saj, të martën, 5 janar 2027 (ligji 44/2015, neni 56, pika 4).',
      'Afati mbaron në fund të ditës së martë, 5 janar 2027.',
    ],
    en: [
      'Rule AL-CPA-APPEAL-SIL: from day 7 to day 45. Legal basis: Law No. 44/2015, Code of Administrative Procedures of the Republic of Albania, Article 132(2).',
      'The event it is counted from: term (or extended term) ended in silence, on Friday 20 November 2026.',
      'The day of the event is not counted (law 44/2015, Art 56(2)): the first day counted is Saturday 21 November 2026.',
      '45 calendar days are counted in a row, weekends and holidays too (law 44/2015, Art 56(4)).',
      'It may be done from the 7th day to the 45th day. The 7th day is Friday 27 November 2026: before it is too early.',
      'The 45th day counted is Monday 4 January 2027.',
      'That is not a working day (New Year, second day, substitute for Saturday 2 January), so the term moves to the next working day, Tuesday 5 January 2027 (law 44/2015, Art 56(4)).',
      'The term ends at the end of Tuesday 5 January 2027.',
    ],
  },
  {
    what: 'months where the last month is too short',
    rule: 'AL-VILLAGE-ELECT',
    from: '2026-11-30',
    how: {},
    counted: 90,
    marks: { sq: 'burim dytësor', en: 'secondary source' },
    sq: [
      'Rregulli AL-VILLAGE-ELECT: brenda 3 muajve; çdo 4 vjet. Baza ligjore: Ligji nr. 139/2015 «Për vetëqeverisjen vendore», nenet 68–70.',
      'Ngjarja nga e cila numërohet: zhvillimi i zgjedhjeve për këshillin, të hënën, 30 nëntor 2026.',
      'Numërohen 3 muaj: afati mbaron në ditën me të njëjtin numër si dita e ngjarjes (ligji 44/2015, neni 56, pika 3).',
      'Ai muaj nuk e ka ditën 30, prandaj merret dita e tij e fundit, 28 shkurt 2027.',
      'Dita e fundit është e diel, 28 shkurt 2027.',
      'Ajo nuk është ditë pune (fundjavë), prandaj afati kalon në ditën e parë të punës pas saj, të hënën, 1 mars 2027 (ligji 44/2015, neni 56, pika 4).',
      'Afati mbaron në fund të ditës së hënë, 1 mars 2027.',
      'Numri është parë vetëm në një burim dytësor, jo në tekstin e ligjit.',
    ],
    en: [
      'Rule AL-VILLAGE-ELECT: within 3 months; every 4 years. Legal basis: Law No. 139/2015 on local self-government, Articles 68–70.',
      'The event it is counted from: council elections held, on Monday 30 November 2026.',
      'The term is 3 months: it ends on the day with the same number as the day of the event (law 44/2015, Art 56(3)).',
      'That month has no day 30, so its last day is taken, 28 February 2027.',
      'The last day is Sunday 28 February 2027.',
      'That is not a working day (weekend), so the term moves to the next working day, Monday 1 March 2027 (law 44/2015, Art 56(4)).',
      'The term ends at the end of Monday 1 March 2027.',
      'The number was seen in a secondary source only, not in the text of the law.',
    ],
  },
]
