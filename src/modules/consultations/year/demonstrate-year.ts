import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { addMonths } from '#law/days.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { ACT_KINDS } from '../consultation-rules.ts'
import { findConsultationTitled, holdLinkEnd } from './act-link-queries.ts'
import { holdAct, insertAct, insertActChange, markAdopted, markDropped } from './act-office-queries.ts'
import { findPlanOfYear, holdYearPlan, insertYearPlan } from './year-plan-queries.ts'
import { enterPlannedActs } from './act-records.ts'
import { putLink } from './link-planned-act.ts'
import { firstOfMonth, monthOf, type Period } from './period-rules.ts'
import { tellOfPlannedAct } from './tell-planned-act.ts'
import { makePlanPublic } from './write-year-plan.ts'

const Act = z.object({
  title: z.object({ sq: z.string(), en: z.string() }),
  kind: z.enum(ACT_KINDS),
  proposer: z.string().nullable(),
  /** `past`: in time for the consultation that has closed; `shifted`: months before the one that is open. */
  month: z.enum(['january', 'february', 'spring', 'december', 'past', 'shifted']).nullable(),
  consultation: z.boolean().nullable(),
  body: z.string().nullable(),
  /** Title of the demonstration consultation that belongs to it. */
  linked: z.string().optional(),
  dropped: z.string().optional(),
  adopted: z.string().optional(),
})
const Plans = z.object({
  plans: z.array(z.object({ institution: z.string(), acts: z.array(Act), next: z.array(Act) })),
})
type DemoAct = z.infer<typeof Act>

/** For each demonstration municipality the plan of this year, with all that can become of an entry, and of the next. */
export async function demonstrateYearPlans(services: Services): Promise<void> {
  const { plans } = Plans.parse(JSON.parse(await readFile('db/demo/year-plans.json', 'utf8')))
  for (const { institution: slug, acts, next } of plans) {
    const institution = await findInstitution(services.db, 'sq', slug)
    if (!institution) continue
    const year = Number(civilDateIn(institution.zone, services.clock.now()).slice(0, 4))
    await demonstratePlan(services, institution, { year, acts, published: true })
    // Of the second municipality the next plan is still being written.
    await demonstratePlan(services, institution, { year: year + 1, acts: next, published: slug === 'bregas' })
  }
}

type DemoPlan = { year: number; acts: readonly DemoAct[]; published: boolean }

async function demonstratePlan(
  services: Services,
  institution: InstitutionSummary,
  { year, acts, published }: DemoPlan,
): Promise<void> {
  const { id: institutionId, zone } = institution
  if (await findPlanOfYear(services.db, institutionId, year)) return
  const today = civilDateIn(zone, services.clock.now())
  const january = backThen(services, dayOf(services, zone, `${year}-01-12`))
  await services.db.begin(async (tx) => {
    const at = january.clock.now()
    const { id: planId } = await insertYearPlan(tx, { institutionId, year, by: null, at })
    const ids: string[] = []
    for (const act of acts) {
      const due = dueOf(act.month, year, today)
      const facts = {
        title: act.title.sq,
        titleEn: act.title.en,
        actKind: act.kind,
        proposer: act.proposer,
        note: null,
      }
      const rest = { consultationPlanned: act.consultation, decidingBody: act.body, by: null, at }
      const period = { dueFrom: due?.from ?? null, dueTo: due?.to ?? null }
      ids.push((await insertAct(tx, { ...facts, ...rest, ...period, institutionId, planId, year })) ?? '')
    }
    const plan = published ? await holdYearPlan(tx, planId) : null
    if (!plan) return
    await makePlanPublic(tx, january, plan, 'command-line')
    for (const [n, act] of acts.entries()) await moveDemo(tx, services, institution, ids[n] ?? '', act)
  })
}

/** What became of one entry since. */
async function moveDemo(
  tx: Transaction,
  services: Services,
  { id: institutionId, zone }: InstitutionSummary,
  id: string,
  { linked, dropped, adopted }: DemoAct,
): Promise<void> {
  const year = civilDateIn(zone, services.clock.now()).slice(0, 4)
  const on = (day: string) => dayOf(services, zone, day)
  const change = { institutionId, actId: id, version: 2, by: null }
  if (linked) {
    const consultationId = await findConsultationTitled(tx, institutionId, linked)
    const end = consultationId && (await holdLinkEnd(tx, consultationId))
    if (end) await putLink(tx, services, end, await holdAct(tx, id), null)
  }
  if (dropped) {
    const at = on(`${year}-04-10`)
    await markDropped(tx, id, { reason: dropped, at })
    await insertActChange(tx, { ...change, kind: 'dropped', reason: dropped, at })
    await tellOfPlannedAct(tx, { id, institutionId, kind: 'dropped', at })
    await enterPlannedActs(tx, backThen(services, at), [id])
  }
  if (adopted) {
    const at = on(`${year}-02-04`)
    await markAdopted(tx, id, { on: civilDateIn(zone, at), reference: adopted, at })
    await insertActChange(tx, { ...change, kind: 'adopted', at })
    await tellOfPlannedAct(tx, { id, institutionId, kind: 'adopted', at, facts: { reference: adopted } })
    await enterPlannedActs(tx, backThen(services, at), [id])
  }
}

function dueOf(month: DemoAct['month'], year: number, today: string): Period | null {
  if (month === null) return null
  if (month === 'spring') return { from: monthOf(year, 3), to: monthOf(year, 5) }
  const relative = {
    past: firstOfMonth(addDays(today, -80)),
    shifted: firstOfMonth(addMonths(firstOfMonth(today), -3)),
  }
  const named = { january: monthOf(year, 1), february: monthOf(year, 2), december: monthOf(year, 12) }
  const from = { ...relative, ...named }[month]
  return { from, to: from }
}

/** Nine in the morning of that day, or now when it has not come yet. */
function dayOf(services: Services, zone: string, day: string): Date {
  const moment = new Date(startOfDay(day, zone).getTime() + 9 * 3_600_000)
  return moment < services.clock.now() ? moment : services.clock.now()
}

/** The same services on a clock that stands still in the past. */
const backThen = (services: Services, moment: Date): Services => ({ ...services, clock: { now: () => moment } })
