import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const folder = new URL('../db/demo/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')

const Comment = z.object({
  article: z.string().nullable(),
  quote: z.string().nullable(),
  words: z.string().min(20),
  author: z.string().endsWith(' Shembull'),
  name_public: z.boolean(),
  organisation: z.string().nullable(),
  day: z.int().negative(),
  waits_because: z.literal('phone_number').nullable(),
})

const Demo = z.object({
  institutions: z.array(z.object({ slug: z.string() })),
  consultations: z.array(
    z.object({
      key: z.string(),
      institution: z.string(),
      summary: z.object({ sq: z.string(), en: z.string() }),
      text: z.string(),
      documents: z.array(z.object({ file: z.string() })),
      opens_day: z.int(),
      closes_day: z.int(),
      comments: z.array(Comment),
    }),
  ),
})

const People = z.object({
  people: z.array(
    z.object({
      name: z.string().endsWith(' Demo'),
      email: z.string().endsWith('.example'),
      roles: z.array(z.object({ institution: z.string().nullable(), role: z.string() })),
    }),
  ),
})

const demo = Demo.parse(JSON.parse(read('demo.json')))
const { people } = People.parse(JSON.parse(read('people.json')))
const slugs = demo.institutions.map((institution) => institution.slug)

/** Lines under each article, read plainly: a reader of structure must not judge its own example. */
function articles(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let lines: string[] = []
  for (const line of text.split('\n')) {
    const label = /^Neni (\S+)$/.exec(line)?.[1]
    if (label !== undefined) found.set(label, (lines = []))
    else if (line.startsWith('KREU ')) lines = []
    else lines.push(line)
  }
  return found
}

const words = (text: string) => text.split(/\s+/).length
const count = (text: string, mark: string) => text.split(mark).length - 1

describe.each(demo.consultations)('the demonstration consultation $key', (consultation) => {
  const text = read(consultation.text)
  const byLabel = articles(text)

  it('numbers its articles one after the other', () => {
    const labels = [...byLabel.keys()]
    expect(labels.length).toBeGreaterThanOrEqual(30)
    expect(labels).toEqual(labels.map((_, index) => String(index + 1)))
    expect(text.match(/^Neni /gm)).toHaveLength(labels.length)
  })

  it('points inside its articles only to articles it has', () => {
    const named = [...text.matchAll(/\bneni(?:t|n)? (\d+)(?! të Kushtetutës)/g)].map(([, label = '']) => label)
    expect(named.filter((label) => !byLabel.has(label))).toEqual([])
  })

  it('quotes the exact words of one line of the article', () => {
    for (const { article, quote } of consultation.comments) {
      if (article === null) expect(quote).toBeNull()
      else if (quote === null) expect(byLabel.has(article)).toBe(true)
      else
        expect(
          byLabel.get(article)?.filter((line) => line.includes(quote)),
          quote,
        ).toHaveLength(1)
    }
  })

  it('has comments only from the days it was open', () => {
    for (const { day } of consultation.comments) expect(day).toBeGreaterThanOrEqual(consultation.opens_day)
    expect(consultation.closes_day).toBeGreaterThan(0)
  })

  it('makes exactly the comments with a telephone number wait', () => {
    for (const comment of consultation.comments)
      expect(comment.waits_because === 'phone_number').toBe(/\b0\d\d( \d+){3}/.test(comment.words))
  })

  it('says in about a hundred words what it is about', () => {
    for (const summary of [consultation.summary.sq, consultation.summary.en]) {
      expect(words(summary)).toBeGreaterThanOrEqual(80)
      expect(words(summary)).toBeLessThanOrEqual(120)
    }
  })

  it('uses guillemets alone, in pairs', () => {
    for (const file of [consultation.text, ...consultation.documents.map((document) => document.file)]) {
      expect(read(file)).not.toMatch(/["“”„]/)
      expect(count(read(file), '«')).toBe(count(read(file), '»'))
    }
  })
})

const Entered = z.array(
  z.object({
    institution: z.string(),
    deliveries: z.array(
      z.object({
        author: z.string().endsWith(' Shembull').nullable(),
        organisation: z.string().endsWith('(shembull)').nullable(),
        day: z.int().negative(),
        points: z.array(z.object({ article: z.string().nullable(), words: z.string().min(20) })),
        group: z
          .object({
            name: z.string().endsWith('(shembull)'),
            members: z.array(z.object({ organisation: z.string().endsWith('(shembull)') })).length(3),
          })
          .nullable(),
      }),
    ),
  }),
)

describe('what came to the demonstration municipalities by other ways than the site', () => {
  it.each(Entered.parse(JSON.parse(read('entry.json'))))(
    'in $institution comes from invented people, while it was open, on articles that the text has',
    ({ institution, deliveries }) => {
      const consultation = demo.consultations.find((one) => one.institution === institution)
      const labels = articles(read(consultation?.text ?? ''))
      for (const { day, points } of deliveries) {
        expect(day).toBeGreaterThanOrEqual(consultation?.opens_day ?? 0)
        for (const { article } of points) expect(article === null || labels.has(article)).toBe(true)
      }
    },
  )
})

describe('the demonstration people', () => {
  it('give every institution an administrator, a coordinator, a moderator and an auditor', () => {
    for (const slug of slugs) {
      const roles = people.flatMap((person) => person.roles.filter((held) => held.institution === slug))
      const held = roles.map((one) => one.role)
      for (const role of ['auditor', 'consultation_coordinator', 'institution_administrator', 'moderator'])
        expect([slug, held.filter((one) => one === role)]).toEqual([slug, [role]])
    }
  })

  it('have one operator, who belongs to no institution', () => {
    const outside = people.flatMap((person) => person.roles.filter((held) => held.institution === null))
    expect(outside).toEqual([{ institution: null, role: 'operator' }])
  })

  it('have an address each', () => {
    expect(new Set(people.map((person) => person.email)).size).toBe(people.length)
  })
})

const Counted = z.array(z.unknown())
const Marked = z.array(z.object({ selected: z.boolean().nullable() }))
const Migration = z.object({
  institution: z.literal('mb'),
  opens: z.null(),
  closes: z.null(),
  legal_acts: Counted,
  working_groups: z.array(z.object({ members: Counted })),
  audiences: z.array(z.object({ categories: Counted, planned_activities: z.array(z.object({ count: z.int() })) })),
  meetings: z.array(z.object({ date_from: z.iso.date(), date_to: z.iso.date() })),
  resources: z.object({ human: Counted, financial: Counted, equipment: Counted }),
  response_channels: Counted,
  monitoring: z.object({
    process: z.array(z.object({ answer: z.null(), improvement: z.null() })),
    quantitative_indicators: z.array(
      z.object({ selected: z.boolean(), achieved: z.null(), adequate: z.null(), improvement: z.null() }),
    ),
    quantitative_tools: Marked,
    qualitative_indicators: Counted,
    qualitative_tools: Marked,
  }),
})

const selected = (marks: readonly { selected: boolean | null }[]) => marks.filter((mark) => mark.selected).length
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

describe('the history of the migration strategy', () => {
  const text = read('migration-strategy.json')
  const plan = Migration.parse(JSON.parse(text))

  it('holds every row of the form', () => {
    expect(plan.legal_acts).toHaveLength(3)
    expect(plan.working_groups.map((group) => group.members.length)).toEqual([6, 0, 0])
    expect(plan.audiences.map((audience) => audience.categories.length)).toEqual([0, 7])
    expect(plan.audiences.flatMap((audience) => audience.planned_activities.map((it) => it.count))).toEqual([2, 5])
    expect(plan.meetings).toHaveLength(6)
    expect(plan.meetings.reduce((sum, it) => sum + days(it.date_from, it.date_to), 0)).toBe(7)
    expect(Object.values(plan.resources).map((rows) => rows.length)).toEqual([5, 1, 2])
    expect(plan.response_channels).toHaveLength(2)
  })

  it('keeps the monitoring matrix as empty as the form left it', () => {
    const { monitoring } = plan
    expect(monitoring.process).toHaveLength(3)
    expect([monitoring.quantitative_indicators.length, selected(monitoring.quantitative_indicators)]).toEqual([5, 4])
    expect([monitoring.quantitative_tools.length, selected(monitoring.quantitative_tools)]).toEqual([5, 3])
    expect(monitoring.qualitative_indicators).toHaveLength(4)
    expect([monitoring.qualitative_tools.length, selected(monitoring.qualitative_tools)]).toEqual([5, 3])
  })

  it('names no person and no mailbox', () => {
    expect(text).not.toContain('@')
  })
})
