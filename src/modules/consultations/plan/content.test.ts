import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { planSchema } from '../history/plan-rules.ts'
import { textsIn } from '../texts.ts'
import { contentOf, contentSchema, emptySections, SECTIONS, sectionsOf, type PlanContent } from './content-rules.ts'
import { contentOfPaper } from './plan-of-paper-rules.ts'
import { SMALL_SCOPE } from './plan-testing.ts'
import { rowsOf, withMeasure } from './rows-rules.ts'
import { readSection, typedOfSection } from './section-form.ts'
import { numberIn, warningsOf } from './warning-rules.ts'

const words = textsIn('sq').plans.errors

const migration = contentOfPaper(
  planSchema.parse(JSON.parse(await readFile('db/demo/migration-strategy.json', 'utf8'))),
)
const small: PlanContent = contentOf({ ...emptySections('Plani i provës', 'plan'), 1: SMALL_SCOPE })

describe('a section as a form', () => {
  it.each(SECTIONS)('%i: what stands in the inputs is read back as the same section', (section) => {
    for (const content of [migration, small]) {
      const sections = sectionsOf(content)
      const read = readSection(section, typedOfSection(section, sections[section]), words)
      // What the paper does not tell becomes "not ticked" once somebody has saved the section.
      const expected = section === 5 ? withoutUnknown(content) : sections[section]
      expect(read).toEqual({ ok: true, value: expected })
    }
  })

  it('reads days, money and numbers as people write them, and says what it cannot read', () => {
    const day = (typed: string) =>
      readSection(2, { 'urdher-1-leshuar': 'K', 'urdher-1-objekti': 'O', 'urdher-1-data': typed }, words)
    expect(day('9.5.2023')).toMatchObject({ value: { orders: [{ date: '2023-05-09' }] } })
    expect(day('05/2023')).toMatchObject({ value: { orders: [{ date: '2023-05' }] } })
    expect(day('2023')).toMatchObject({ value: { orders: [{ date: '2023' }] } })
    expect(day('')).toMatchObject({ value: { orders: [{ date: null }] } })
    for (const wrong of ['31.2.2023', 'nesër', '13.2023', '1.1.23'])
      expect(day(wrong)).toMatchObject({ ok: false, errors: { 'urdher-1-data': words.day } })
    const money = (typed: string) => readSection(3, { 'para-4-dhurues': 'IOM', 'para-4-shuma': typed }, words)
    expect(money('28 081 250,50')).toMatchObject({ value: { money: [{ amount: 28081250.5 }] } })
    expect(money('')).toMatchObject({ value: { money: [{ amount: null }] } })
    expect(money('shumë')).toMatchObject({ ok: false, errors: { 'para-4-shuma': words.amount } })
  })

  it('makes a row of what somebody typed, never of a list that stands open', () => {
    const untouched = {
      titulli: 'Plani i ujit',
      lloji: 'plan',
      'audienca-1-lloji': '2',
      'audienca-1-veprimtari-1-lloji': 'workshop',
    }
    expect(readSection(1, untouched, words)).toMatchObject({ ok: true, value: { audiences: [] } })
    const touched = { ...untouched, 'audienca-1-metodat': 'survey hearing', 'audienca-1-veprimtari-1-numri': 'dy' }
    expect(readSection(1, touched, words)).toMatchObject({
      ok: false,
      errors: { 'audienca-1-emri': words.required, 'audienca-1-veprimtari-1-numri': words.count },
    })
  })

  it('is limited in rows, lines and words', () => {
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`dokument-${at + 1}`, 'Raport']))
    expect(readSection(2, many, words)).toMatchObject({ ok: false, errors: { 'dokument-41': words.tooMany(40) } })
    expect(readSection(4, { fjale: 'a'.repeat(2001) }, words)).toMatchObject({ ok: false })
    expect(contentSchema.safeParse({ ...small, more: 1 }).success).toBe(false)
  })
})

function withoutUnknown({ monitoring }: PlanContent) {
  const findings = Object.fromEntries(
    Object.entries(monitoring.findings).map(([key, one]) => [key, { ...one, selected: one.selected === true }]),
  )
  return { ...monitoring, findings }
}

describe('what does not agree inside a plan', () => {
  it('is told: activities against the indicator, against the timeline', () => {
    const monitoring = small.monitoring
    const methods = { ...monitoring.indicators.methods, plannedWords: 'një takim dhe disa e-maile' }
    const told = { ...small, monitoring: { ...monitoring, indicators: { ...monitoring.indicators, methods } } }
    expect(warningsOf(told)).toContainEqual({
      kind: 'counts-differ',
      sections: [1, 5],
      planned: 3,
      told: 1,
      words: 'një takim dhe disa e-maile',
    })
    const agreed = { ...methods, plannedNumber: 3 }
    const kinds = (content: PlanContent) => warningsOf(content).map(({ kind }) => kind)
    expect(
      kinds({ ...told, monitoring: { ...monitoring, indicators: { ...monitoring.indicators, methods: agreed } } }),
    ).not.toContain('counts-differ')
    expect(kinds(small)).toEqual(['no-response-channel'])
  })

  it('is told of an address that belongs to a person, and of years that are not those of the title', () => {
    const scope = {
      ...SMALL_SCOPE,
      title: 'Strategjia 2027–2035 dhe plani 2027-2029',
      coordinator: { role: null, address: 'zana.prove@prova.example' },
    }
    expect(warningsOf({ ...small, scope })).toEqual([
      { kind: 'period-differs', sections: [1], years: '2027–2029' },
      { kind: 'no-response-channel', sections: [4] },
      { kind: 'personal-address', sections: [1], address: 'zana.prove@prova.example' },
    ])
  })

  it('finds numbers in figures and in words', () => {
    expect(['dy takime', '12 takime', 'Një takim', 'tri tryeza', 'disa takime'].map(numberIn)).toEqual([
      2,
      12,
      1,
      3,
      null,
    ])
  })
})

describe('what others count', () => {
  it('are rows of the content, in its order', () => {
    const { audiences, activities, indicators, measures } = rowsOf(small)
    expect(audiences.map(({ name, type, methods }) => [name, type, methods])).toEqual([
      ['Publiku', 1, ['e-consultation', 'ekspozitë në shesh']],
      ['Grupet e interesit', 2, ['working-group', 'round-table']],
    ])
    expect(activities.map(({ audience, plannedCount }) => [audience, plannedCount])).toEqual([
      [2, 2],
      [2, 1],
    ])
    expect(indicators.filter(({ selected }) => selected)).toHaveLength(4)
    expect(measures).toEqual([])
  })

  it('a measure that is taken over stands beside what is there, once', () => {
    const measure = { about: 'comments-quality', words: 'Më shumë tryeza' } as const
    const once = withMeasure(small.monitoring, measure)
    expect(once.findings['comments-quality'].measure).toBe('Më shumë tryeza')
    expect(withMeasure(once, measure)).toEqual(once)
    expect(withMeasure(once, { ...measure, words: 'Ftesa' }).findings['comments-quality'].measure).toBe(
      'Më shumë tryeza\nFtesa',
    )
  })
})
