import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { JURISDICTIONS } from '../jurisdiction.ts'
import { ALL_RULES, findRule, isInForce, ruleOn, rulesDigest } from './rules.ts'
import { CONFIDENCES, statusOf, type Rule } from './rule.ts'

const FOLDER = join(import.meta.dirname, '../../../test/fixtures/law')
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

/** The numbers as the research of the law has them. */
const NUMBERS = z
  .array(
    z.strictObject({
      id: z.string(),
      jur: z.enum(JURISDICTIONS),
      start: z.string(),
      n: z.union([z.number(), z.tuple([z.number(), z.number()])]),
      unit: z.enum(['d', 'wd', 'h', 'mo', 'd?']),
      dir: z.enum(['+', '-']),
      kind: z.enum(['exact', 'max', 'min', 'window', 'max,max']),
      law: z.string(),
      conf: z.enum(CONFIDENCES),
    }),
  )
  .parse(fixture('numeric-rules.json'))

/** Every clock it looked for, with a number or without. `conf` is that of the clock, not of what is known besides. */
const CLOCKS = z
  .array(
    z.strictObject({
      id: z.string(),
      jur: z.enum(JURISDICTIONS),
      law: z.string(),
      conf: z.enum(CONFIDENCES),
      seen: z.array(z.string()),
    }),
  )
  .parse(fixture('clocks.json'))

/** Beyond the tables: a duty that law 139/2015 gives without a number, and the terms of acts that only a municipality sets. */
const OURS = ['AL-LSG-CONSULT', 'XK-LSG-PUBLISH', 'XK-LSG-FORCE', 'XK-LSG-LEGALITY-CHECK']

/** Starts that say more than the table does, or say it better. */
const REWORDED = ['AL-CONS-EXT', 'AL-FOI-ANSWER-TR', 'AL-FOI-EXT', 'AL-PREF-CHECK', 'XK-FOI-URGENT']

const known = (id: string): Rule => {
  const rule = findRule(id)
  if (!rule) throw new Error(`No rule ${id}`)
  return rule
}

/** A rule told as the table of numbers tells it. */
function asRow({
  id,
  jurisdiction,
  terms,
  second,
  unitSettled,
  start,
  law,
  confidence,
}: Rule): (typeof NUMBERS)[number] {
  if (!terms) throw new Error(`${id} has no number`)
  const last = terms.kind === 'window' ? terms.to : second?.terms.n
  return {
    id,
    jur: jurisdiction,
    start: start.en.replaceAll('’', "'"),
    n: last === undefined ? terms.n : [terms.n, last],
    unit: unitSettled || terms.unit !== 'd' ? terms.unit : 'd?',
    dir: terms.direction === 'after' ? '+' : '-',
    kind: terms.kind === 'pair' ? 'max,max' : terms.kind,
    law,
    conf: confidence,
  }
}

describe('the table of numbers', () => {
  it.each(NUMBERS)('$id stands in the rules field by field', (row) => {
    const told = asRow(known(row.id))
    expect(REWORDED.includes(row.id) ? { ...told, start: row.start } : told).toEqual(row)
  })

  it('has 51 rows, and no other rule computes a date', () => {
    expect(NUMBERS).toHaveLength(51)
    const others = ALL_RULES.filter(({ id, terms }) => terms && !NUMBERS.some((row) => row.id === id))
    // A practice that was seen: its number is told, and it stays off.
    expect(others.map(({ id }) => id)).toEqual(['XK-CONS-NAT'])
    expect(others.map(statusOf)).toEqual([{ kind: 'off', reason: 'practice-only' }])
  })

  it('counts in Albania by its code of procedure, and leaves open in Kosovo what was not seen', () => {
    const counting = (rule: Rule) =>
      [rule.terms, rule.second?.terms].flatMap((terms) =>
        terms ? [`${rule.jurisdiction} ${terms.unit} ${terms.firstDay} ${terms.roll}`] : [],
      )
    expect([...new Set(ALL_RULES.flatMap(counting))].toSorted()).toEqual([
      'AL d excluded forward',
      'AL h excluded none',
      'AL mo excluded forward',
      'AL wd excluded none',
      'XK d unsettled unsettled',
      'XK h excluded none',
      'XK wd unsettled none',
    ])
  })

  it('gives the second term of a pair a start and an actor of its own', () => {
    const pairs = ALL_RULES.filter(({ terms }) => terms?.kind === 'pair')
    expect(pairs.map(({ id }) => id)).toEqual([
      'AL-CPA-OBJECTION',
      'AL-CPA-REINSTATE',
      'XK-LSG-REFERENDUM',
      'XK-LSG-RECALL',
    ])
    for (const { second, start } of pairs) {
      expect(second?.terms.kind).toBe('max')
      expect(second?.start.en).not.toBe(start.en)
    }
    expect(ALL_RULES.filter(({ second }) => second)).toEqual(pairs)
  })
})

describe('the table of clocks', () => {
  it.each(CLOCKS)('$id is known, with its law, its source and how sure it is', ({ id, jur, law, conf, seen }) => {
    const rule = known(id)
    expect([rule.jurisdiction, rule.law, rule.confidence]).toEqual([jur, law, conf])
    expect(rule.sources.length > 0).toBe(seen.length > 0)
    for (const address of seen) expect(rule.sources.some((source) => address.startsWith(source))).toBe(true)
  })

  it('has 57 rows of Albania and 23 of Kosovo; four of ours stand besides', () => {
    const of = (jurisdiction: string) => CLOCKS.filter(({ jur }) => jur === jurisdiction).length
    expect([of('AL'), of('XK')]).toEqual([57, 23])
    const besides = ALL_RULES.filter(({ id }) => !CLOCKS.some((row) => row.id === id))
    expect(besides.map(({ id }) => id)).toEqual(OURS)
    for (const rule of besides) expect(statusOf(rule)).toEqual({ kind: 'off', reason: 'no-number' })
  })

  it('contains the table of numbers', () => {
    for (const { id } of NUMBERS) expect(CLOCKS.some((row) => row.id === id)).toBe(true)
  })
})

describe('what a rule may do', () => {
  const idsThat = (kind: string) => ALL_RULES.filter((rule) => statusOf(rule).kind === kind).map(({ id }) => id)
  const numbered = (wanted: (row: (typeof NUMBERS)[number]) => boolean) =>
    NUMBERS.filter((row) => row.unit !== 'd?' && wanted(row)).map(({ id }) => id)

  it('follows from how sure it is: the law’s text drives, a secondary source waits for its confirmation', () => {
    expect(idsThat('active').toSorted()).toEqual(numbered(({ conf }) => conf === 'T' || conf === 'T/S').toSorted())
    expect(idsThat('to-be-confirmed').toSorted()).toEqual(numbered(({ conf }) => conf === 'S').toSorted())
    expect([idsThat('active').length, idsThat('to-be-confirmed').length]).toEqual([33, 16])
  })

  it('is nothing where the unit or the number is not known, each for its own reason', () => {
    const reasons = Map.groupBy(
      ALL_RULES.flatMap((rule) => {
        const status = statusOf(rule)
        return status.kind === 'off' ? [{ id: rule.id, reason: status.reason }] : []
      }),
      ({ reason }) => reason,
    )
    const ids = (reason: 'unit-unsettled' | 'practice-only' | 'not-verified') =>
      reasons.get(reason)?.map(({ id }) => id) ?? []
    expect(ids('unit-unsettled')).toEqual(['AL-FOI-TRANSFER', 'XK-FOI-EXT'])
    expect(ids('practice-only')).toEqual(['XK-CONS-NAT'])
    // No number that was not verified is kept at all.
    expect(ids('not-verified')).toEqual([])
    expect(reasons.get('no-number')).toHaveLength(ALL_RULES.filter(({ terms }) => !terms).length)
    expect(reasons.get('no-number')).toHaveLength(32)
  })
})

describe('the words of a rule', () => {
  const wordsOf = ({ clock, start, actor, lapse, lawName, note, second }: Rule) =>
    [clock, start, actor, lapse, lawName, note, second?.start, second?.actor].flatMap((words) => words ?? [])

  it.each(ALL_RULES)('$id is told in both languages, and neither stands in for the other', (rule) => {
    for (const { sq, en } of wordsOf(rule)) {
      expect(sq.trim().length).toBeGreaterThan(2)
      expect(en.trim().length).toBeGreaterThan(2)
      expect(sq).not.toBe(en)
      expect(`${sq}${en}`).not.toMatch(/ {2}|\.\.|undefined|,,/)
      expect(en).not.toMatch(/[ëç]/i)
      expect(sq).not.toMatch(/\b(the|law|days|of|not|request|public body)\b/i)
    }
  })

  it('are those of the country', () => {
    const albanian = (jurisdiction: string) =>
      ALL_RULES.filter((rule) => rule.jurisdiction === jurisdiction)
        .flatMap(wordsOf)
        .map(({ sq }) => sq)
        .join('\n')
    expect(albanian('XK')).not.toMatch(/bashki|prefekt|Komisioner|autoritet|ankim/i)
    expect(albanian('AL')).not.toMatch(/komun[aëe]\b|kryesues|Agjenci|asamble/i)
  })

  it('name the law with its number', () => {
    for (const { lawName } of ALL_RULES)
      for (const words of Object.values(lawName)) expect(words).toMatch(/\d+\/(\d|L)/)
  })
})

describe('versions of a rule', () => {
  it('are one for each number, and none overlaps another', () => {
    const keys = ALL_RULES.map(({ id, version }) => `${id} ${version}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(overlapping(ALL_RULES)).toEqual([])
  })

  it('would be found if they overlapped', () => {
    const rule = known('AL-FOI-ANSWER')
    const older: Rule = { ...rule, validTo: '2026-12-31' }
    const newer: Rule = { ...rule, version: 2, validFrom: '2026-12-31' }
    expect(overlapping([older, newer])).toEqual(['AL-FOI-ANSWER'])
    expect(overlapping([older, { ...newer, validFrom: '2027-01-01' }])).toEqual([])
  })

  it('hold from a day and until a day, and a day without a version has no rule', () => {
    expect(ruleOn('AL-LEGINIT', '2019-08-21')).toBeNull()
    expect(ruleOn('AL-LEGINIT', '2019-08-22')?.version).toBe(1)
    expect(ruleOn('AL-FOI-ANSWER', '2015-01-01')?.id).toBe('AL-FOI-ANSWER')
    expect(ruleOn('AL-NONE', '2026-11-21')).toBeNull()
    expect(findRule('AL-NONE')).toBeNull()
    const rule: Rule = { ...known('AL-FOI-ANSWER'), validTo: '2026-12-31' }
    expect([isInForce(rule, '2026-12-31'), isInForce(rule, '2027-01-01')]).toEqual([true, false])
  })
})

/** Ids of which two versions hold on one day. */
function overlapping(rules: readonly Rule[]): string[] {
  const starts = rules.flatMap(({ validFrom }) => validFrom ?? [])
  const days = ['0001-01-01', ...starts, ...rules.flatMap(({ validTo }) => validTo ?? [])]
  const doubled = [...Map.groupBy(rules, ({ id }) => id)].filter(([, versions]) =>
    days.some((day) => versions.filter((one) => isInForce(one, day)).length > 1),
  )
  return doubled.map(([id]) => id)
}

describe('the digest of the rules', () => {
  it('names every rule of its country once, and what dates hang on', () => {
    for (const jurisdiction of JURISDICTIONS) {
      const rules = ALL_RULES.filter((rule) => rule.jurisdiction === jurisdiction)
      expect(rulesDigest(jurisdiction).split('\n')).toHaveLength(rules.length)
    }
    expect(rulesDigest('AL')).toContain('AL-FOI-ANSWER 1 max/10//wd/after/excluded/none - true T - -')
    expect(rulesDigest('AL')).toContain('AL-CPA-APPEAL-SIL 1 window/7/45/d/after/excluded/forward - true T - -')
    expect(rulesDigest('XK')).not.toContain('AL-')
  })
})
