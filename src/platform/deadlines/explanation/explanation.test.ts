import { describe, expect, it } from 'vitest'
import { calendarOf } from '#law/calendar/calendar.ts'
import type { DayOff } from '#law/calendar/day-off.ts'
import { reckon, reckonHours } from '#law/clocks/reckon.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Rule, Terms } from '#law/rules/rule.ts'
import { ALL_RULES, ruleOn } from '#law/rules/rules.ts'
import { LANGUAGES, type Lang } from '../../i18n/language.ts'
import { RULE_CASES, type HardCase } from './explanation-cases-testing.ts'
import { ODD_CASES } from './explanation-odd-cases-testing.ts'
import { explain, explainSetDay, whyWords, type Explanation } from './explanation-rules.ts'
import { setDay } from '../reckoning/reckon-rules.ts'
import { ownTerms } from '../terms/term-rules.ts'
import { daysAway, timeLeft } from './time-left-rules.ts'

const HARD_CASES = [...RULE_CASES, ...ODD_CASES]
const BASIS = { 'AL-LSG-CONSULT': 'Rregullorja e këshillit, neni 12', 'XK-CONS-MUN': 'Rregullorja e Kuvendit, neni 8' }
const HOURS_FROM = new Date('2026-10-23T12:30:00Z')

function told(lang: Lang, { rule: id, from, how }: HardCase): Explanation {
  const rule = ruleOn(id, from)
  const terms = rule && (how.own ? ownTerms(rule, how.own) : rule.terms)
  if (!rule || !terms) throw new Error(`${id} has no terms`)
  const ownBasis = Object.entries(BASIS).find(([one]) => one === id)?.[1] ?? null
  if (how.hours) {
    const hours = { from: HOURS_FROM, due: reckonHours(terms, HOURS_FROM), zone: 'Europe/Tirane' }
    return explain(lang, { rule, terms, reckoned: setDay(from, '2026-10-25'), hours })
  }
  const reckoned = reckon(terms, from, calendarOf(rule.jurisdiction, [], how.closures), how.pauses)
  return explain(lang, { rule, terms, reckoned, ownBasis, chosenOn: how.chosenOn ?? null })
}

describe('a date explains itself, word by word', () => {
  for (const lang of LANGUAGES) {
    it.each(HARD_CASES)(`$what (${lang})`, (hard) => {
      const { sentences, counted, mark } = told(lang, hard)
      expect(sentences).toEqual(hard[lang])
      expect([counted, mark]).toEqual([hard.counted, hard.marks[lang]])
    })
  }
})

describe('the list of days', () => {
  const foi = HARD_CASES.find(({ rule, from }) => rule === 'AL-FOI-ANSWER' && from === '2026-11-20')

  it('goes from the event to the end as a calendar does, runs joined', () => {
    if (!foi) throw new Error('The case is gone')
    expect(told('sq', foi).days.map(({ dates, weekdays, words }) => [dates, weekdays, words].join(' | '))).toEqual([
      '20 nëntor 2026 | e premte | dita e ngjarjes, nuk numërohet',
      '21–22 nëntor 2026 | e shtunë – e diel | fundjavë (Dita e Alfabetit)',
      '23 nëntor 2026 | e hënë | Dita e Alfabetit, në vend të së dielës, 22 nëntor',
      '24–27 nëntor 2026 | e martë – e premte | ditët 1–4',
      '28–29 nëntor 2026 | e shtunë – e diel | fundjavë (Dita e Flamurit dhe e Pavarësisë; Dita e Çlirimit)',
      '30 nëntor 2026 | e hënë | Dita e Flamurit dhe e Pavarësisë, në vend të së shtunës, 28 nëntor',
      '1 dhjetor 2026 | e martë | Dita e Çlirimit, në vend të së dielës, 29 nëntor',
      '2–4 dhjetor 2026 | e mërkurë – e premte | ditët 5–7',
      '5–6 dhjetor 2026 | e shtunë – e diel | fundjavë',
      '7 dhjetor 2026 | e hënë | dita e 8-të',
      '8 dhjetor 2026 | e martë | Dita Kombëtare e Rinisë',
      '9 dhjetor 2026 | e mërkurë | dita e 9-të',
      '10 dhjetor 2026 | e enjte | dita e 10-të, afati mbaron',
    ])
  })

  it('leaves no reading out, and says of each what it takes', () => {
    const kosovo = HARD_CASES.find(({ rule }) => rule === 'XK-FOI-ANSWER')
    if (!kosovo) throw new Error('The case is gone')
    expect(told('en', kosovo).readings).toEqual([
      { due: '2026-04-10', words: expect.stringContaining('is not counted; a last day that is off moves') },
      { due: '2026-04-09', words: expect.stringContaining('is not counted; the last day stays') },
      { due: '2026-04-08', words: expect.stringContaining('is counted too; a last day that is off moves') },
      { due: '2026-04-08', words: expect.stringContaining('is counted too; the last day stays') },
    ])
  })
})

describe('of every rule with a number, from many days', () => {
  const rules = ALL_RULES.flatMap((rule) =>
    rule.terms && rule.terms.unit !== 'h' ? [[rule, rule.terms] as const] : [],
  )
  const starts = ['2026-01-01', '2026-02-28', '2026-11-20', '2026-12-31', '2027-05-01', '2030-08-31']
  const explained = (rule: Rule, terms: Terms, from: string, lang: Lang) => {
    const reckoned = reckon(terms, from, calendarOf(rule.jurisdiction))
    return { reckoned, explanation: explain(lang, { rule, terms, reckoned }) }
  }

  it('as many days are counted as the rule says', () => {
    for (const [rule, terms] of rules.filter(([, { unit }]) => unit !== 'mo'))
      for (const from of starts) {
        const { explanation } = explained(rule, terms, from, 'sq')
        expect([rule.id, from, explanation.counted]).toEqual([rule.id, from, terms.to ?? terms.n])
      }
  })

  it('every sentence is whole in both languages: no hole, no word of the program', () => {
    for (const [rule, terms] of rules)
      for (const from of starts)
        for (const lang of LANGUAGES) {
          const { explanation } = explained(rule, terms, from, lang)
          const words = [...explanation.sentences, ...explanation.days.flatMap((day) => [day.dates, day.words])]
          expect(words.filter((one) => /undefined|null|NaN|\(\)| {2}|\.\.$|^ | $/.test(one))).toEqual([])
          expect(explanation.sentences.filter((one) => !/[.]$/.test(one))).toEqual([])
          expect(explanation.days.at(-1)?.kind).toBe('due')
        }
  })
})

describe('one day off in words', () => {
  const offOn = (jurisdiction: Jurisdiction, day: number): DayOff | null => calendarOf(jurisdiction).offDay(day)
  const day = (date: string) => Date.parse(date) / 86_400_000

  it('says a holiday by its name, and for which day it stands in', () => {
    const substitute = offOn('AL', day('2026-11-23'))
    expect(whyWords('sq', substitute)).toBe('festë zyrtare: Dita e Alfabetit, në vend të së dielës, 22 nëntor')
    expect(whyWords('en', substitute)).toBe('official holiday: Alphabet Day, substitute for Sunday 22 November')
    expect(whyWords('sq', substitute, true)).toBe('Dita e Alfabetit')
  })

  it('knows weekends, closures and pauses, and nothing of a working day', () => {
    expect(whyWords('sq', offOn('XK', day('2026-11-21')))).toBe('fundjavë')
    const closure = { kind: 'closure', words: 'inventar' } as const
    expect([whyWords('sq', closure), whyWords('sq', closure, true)]).toEqual([
      'mbyllje e institucionit: inventar',
      'inventar',
    ])
    expect(whyWords('en', { kind: 'pause' })).toBe('the clock was paused')
    expect(whyWords('en', null)).toBe('')
  })
})

describe('what comes in between', () => {
  const shown = (from: string, pauses: { from: string; to: string }[] = []) => {
    const rule = ruleOn('AL-CPA-DECIDE', from)
    if (!rule?.terms) throw new Error('The rule is gone')
    const terms = { ...rule.terms, n: 5 }
    const reckoned = reckon(terms, from, calendarOf('AL'), pauses)
    return { reckoned, sentences: explain('en', { rule, terms, reckoned }).sentences }
  }

  it('of a feast beside the last day is told too: its true date may move it', () => {
    const { reckoned, sentences } = shown('2028-02-20')
    expect(reckoned.days.some(({ why }) => why?.kind === 'holiday' && why.estimated)).toBe(false)
    expect(reckoned.estimated).toBe(true)
    expect(sentences.some((one) => one.startsWith('Close to these days lies a feast'))).toBe(true)
  })

  it('of a pause that begins while the last day moves is told as a pause', () => {
    const { reckoned, sentences } = shown('2026-11-23', [{ from: '2026-12-02', to: '2026-12-03' }])
    expect(reckoned.due).toBe('2026-12-04')
    expect(sentences).toContain('The clock was paused on 2–3 December 2026: those 2 days are not counted.')
  })
})

describe('a day that was set', () => {
  it('says that no rule computed it', () => {
    expect(explainSetDay('sq', '2026-12-10').sentences).toEqual([
      'Kjo ditë nuk është llogaritur sipas një rregulli: e ka caktuar institucioni. Afati mbaron në fund të ditës së enjte, 10 dhjetor 2026.',
    ])
  })
})

describe('what is left', () => {
  const left = (dueOn: string, state: Parameters<typeof timeLeft>[1]['state'] = 'running', lang: Lang = 'sq') =>
    timeLeft(lang, { state, dueOn, today: '2026-11-22' })

  it('warns three days before, and is late only when the last day is over', () => {
    expect(left('2026-11-26')).toEqual({ words: 'Edhe 4 ditë', tone: 'plain' })
    expect(left('2026-11-25')).toEqual({ words: 'Edhe 3 ditë', tone: 'warning' })
    expect(left('2026-11-22')).toEqual({ words: 'Mbaron sot', tone: 'warning' })
    expect(left('2026-11-21')).toEqual({ words: '1 ditë me vonesë', tone: 'late' })
    expect(left('2026-11-21', 'running', 'en')).toEqual({ words: '1 day late', tone: 'late' })
  })

  it('says of what does not run how it stands', () => {
    expect(left('2026-11-20', 'met')).toEqual({ words: 'U përmbush', tone: 'done' })
    expect(left('2026-11-20', 'paused')).toEqual({ words: 'I pezulluar', tone: 'paused' })
    expect(left('2026-11-20', 'lapsed', 'en')).toEqual({ words: 'The term has passed', tone: 'plain' })
  })

  it('counts hours where hours count', () => {
    const now = new Date('2026-11-22T11:00:00Z')
    const hours = (dueAt: string) =>
      timeLeft('en', { state: 'running', dueOn: '2026-11-22', today: '2026-11-22', dueAt: new Date(dueAt), now })
    expect(hours('2026-11-22T16:30:00Z')).toEqual({ words: '5 hours left', tone: 'warning' })
    expect(hours('2026-11-22T11:20:00Z').words).toBe('Less than an hour left')
    expect(hours('2026-11-22T08:00:00Z')).toEqual({ words: '3 hours late', tone: 'late' })
  })

  it('is nobody’s lateness in a calculator', () => {
    expect(daysAway('sq', '2026-11-20', '2026-11-22')).toEqual({ words: 'Mbaroi para 2 ditësh', tone: 'plain' })
    expect(daysAway('en', '2026-11-21', '2026-11-22').words).toBe('Ended yesterday')
  })
})
