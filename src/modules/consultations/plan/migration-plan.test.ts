import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { importConsultationPlan } from '../history/import-consultation-plan.ts'
import { givenInstitution } from '../testing.ts'
import { contentSchema, type PlanContent } from './content-rules.ts'
import { findPlanAt, findPublishedPlan } from './published-plan-queries.ts'
import { warningsOf } from './warning-rules.ts'

const db = await testDatabase()
const services = testServices(db)
const ministry = await givenInstitution(services, 'mb')
const FILE = await readFile('db/demo/migration-strategy.json')
const SLUG = 'mb-strategjia-e-migracionit-2024-2030'

const first = await importConsultationPlan(services, ministry.id, FILE)
const id = (await findPlanAt(db, SLUG)) ?? ''
const content = contentSchema.parse((await findPublishedPlan(db, id, null))?.content)

/** The sums of a plan, as its paper is checked. */
const sumsOf = ({ scope, timeline, resources, responses, monitoring }: PlanContent) => ({
  audiences: scope.audiences.map(({ type }) => type),
  categories: scope.audiences.map(({ categories, otherCategories }) => categories.length + otherCategories.length),
  planned: scope.audiences.flatMap(({ planned }) => planned.map(({ count }) => count)),
  orders: timeline.orders.map(({ number, date }) => [number, date]),
  groups: timeline.groups.map(({ members }) => members.length),
  activities: timeline.activities.map(({ kind, from, to }) => [kind, from, to ?? from]),
  tracks: timeline.tracks.length,
  inputs: timeline.inputs.length,
  resources: [resources.people.length, resources.money.length, resources.equipment.length],
  amounts: resources.money.map(({ amount }) => amount),
  responses: responses.channels.map(({ kind }) => kind),
  process: Object.values(monitoring.process).map(({ answer, measure }) => [answer, measure]),
  indicators: Object.values(monitoring.indicators).map(({ selected }) => selected),
  countingTools: monitoring.countingTools.selected.length,
  findings: Object.values(monitoring.findings).map(({ finding }) => finding !== null),
  judgingTools: monitoring.judgingTools.selected.length,
})

/** As the checks of the seed tell them. */
const SUMS = {
  audiences: [2, 2],
  categories: [0, 7],
  planned: [2, 5],
  orders: [
    ['35', '2021-03-10'],
    ['9', '2023-01-26'],
    ['33', '2023-03-13'],
  ],
  groups: [6, 0, 0],
  activities: [
    ['workshop', '2023-05-09', '2023-05-09'],
    ['workshop', '2023-05-10', '2023-05-10'],
    ['workshop', '2023-05-19', '2023-05-19'],
    ['group-meeting', '2023-06-21', '2023-06-21'],
    ['consultative-meeting', '2023-09-08', '2023-09-08'],
    ['workshop', '2023-09-20', '2023-09-21'],
  ],
  tracks: 1,
  inputs: 1,
  resources: [5, 1, 2],
  amounts: [null],
  responses: ['register', 'email'],
  process: Array.from({ length: 3 }, () => [null, null]),
  indicators: [true, true, true, true, false],
  countingTools: 3,
  findings: [true, true, true, false],
  judgingTools: 3,
}

describe('the plan of the migration strategy', () => {
  it('is published beside the past consultation, with all that its paper holds', async () => {
    expect(first.kind).toBe('imported')
    expect(sumsOf(content)).toEqual(SUMS)
    const [activities] = await db`
      select count(*)::int as n from consultations.activities as activity
      join consultations.consultations as consultation on consultation.id = activity.consultation_id
      where consultation.slug = ${SLUG}`
    expect(activities?.n).toBeGreaterThan(20)
    const achieved = await db`
      select key from consultations.plan_indicators where plan_id = ${id} and achieved_number is not null`
    expect([...achieved]).toEqual([])
  })

  it('keeps its contradictions, with their notes, and flags those that can be reckoned', () => {
    expect(warningsOf(content).map(({ kind }) => kind)).toEqual(['counts-differ', 'timeline-differs'])
    expect(warningsOf(content)[0]).toMatchObject({ planned: 7, told: 1 })
    expect(warningsOf(content)[1]).toMatchObject({ of: 'group-meeting', planned: 2, timeline: 1 })
    const notes = [content.scope, content.timeline, content.resources, content.responses, content.monitoring].map(
      (section) => section.notes.length,
    )
    expect(notes.reduce((sum, count) => sum + count, 0)).toBe(9)
    expect(content.timeline.notes.join(' ')).toContain('2024–2030')
    expect(content.scope.periods).toEqual([
      { what: 'strategjia', from: 2024, to: 2030 },
      { what: 'plani i veprimit', from: 2024, to: 2026 },
    ])
  })

  it('names roles and institutions, no person and no address of one', () => {
    expect(content.scope.coordinator).toEqual({ role: 'koordinatori i konsultimit publik', address: null })
    expect(JSON.stringify(content)).not.toMatch(/[\w.]+@|Sara|Shameti/)
  })

  it('is taken in once, and added to a consultation that was taken in before there were plans', async () => {
    const again = await importConsultationPlan(services, ministry.id, FILE)
    expect(again).toEqual({ kind: 'imported', lines: [`${SLUG}: stands already, left as it is`] })
    expect(await db`select id from consultations.plans where institution_id = ${ministry.id}`).toHaveLength(1)
  })
})

const REAL = join(process.env.KUVEND_REAL_DATA ?? '', 'seeds/consultation-plan-migration.json')

/** Of the paper itself what is counted; it is not part of this repository. */
const paper = z.object({
  section_1_name: z.object({ title_sq: z.string() }),
  section_1_matrix: z.object({
    rows: z.array(
      z.object({
        consultation_type: z.number(),
        audience_members: z.array(z.unknown()),
        planned_activities: z.array(z.object({ count: z.number() })),
      }),
    ),
  }),
  section_2_timeline: z.object({
    legal_acts: z.array(z.object({ number: z.string(), date: z.string() })),
    meetings: z.array(z.object({ date_from: z.string(), date_to: z.string() })),
  }),
  section_3_resources: z.object({
    human_en: z.array(z.string()),
    financial: z.array(z.unknown()),
    equipment: z.array(z.unknown()),
  }),
  section_4_response_channels: z.object({ channels: z.array(z.object({ kind: z.string() })) }),
  section_5_monitoring: z.object({
    quantitative_indicators: z.object({ items: z.array(z.object({ selected: z.boolean() })) }),
    quantitative_tools: z.array(z.object({ selected: z.boolean() })),
    qualitative_tools: z.array(z.object({ selected: z.boolean() })),
  }),
})

it.runIf(process.env.KUVEND_REAL_DATA && existsSync(REAL))('counts as the paper itself does', async () => {
  const real = paper.parse(JSON.parse(await readFile(REAL, 'utf8')))
  const rows = real.section_1_matrix.rows
  const monitored = real.section_5_monitoring
  const selected = (all: readonly { selected: boolean }[]) => all.filter((one) => one.selected).length
  const dashes = (words: string) => words.replaceAll(/[-–]/g, '–')
  expect(dashes(content.scope.title)).toBe(dashes(real.section_1_name.title_sq))
  expect(sumsOf(content)).toMatchObject({
    audiences: rows.map((row) => row.consultation_type),
    categories: rows.map((row) => row.audience_members.length),
    planned: rows.flatMap((row) => row.planned_activities.map(({ count }) => count)),
    orders: real.section_2_timeline.legal_acts.map(({ number, date }) => [number, date]),
    activities: real.section_2_timeline.meetings.map(({ date_from: from, date_to: to }) => [
      expect.anything(),
      from,
      to,
    ]),
    resources: [
      real.section_3_resources.human_en.length,
      real.section_3_resources.financial.length,
      real.section_3_resources.equipment.length,
    ],
    responses: real.section_4_response_channels.channels.map(({ kind }) => kind),
    indicators: monitored.quantitative_indicators.items.map((one) => one.selected),
    countingTools: selected(monitored.quantitative_tools),
    judgingTools: selected(monitored.qualitative_tools),
  })
})
