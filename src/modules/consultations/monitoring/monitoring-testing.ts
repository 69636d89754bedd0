import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { linkPlan } from '../plan/link-plan.ts'
import { given, givenPlan, givenVersion, sectionOf } from '../plan/plan-testing.ts'
import { givenConsultation, type GivenConsultation } from '../testing.ts'
import { publishMonitoring } from './publish-monitoring.ts'
import { viewMonitoring, type FilledView } from './monitoring-view.ts'
import type { Judged, Written } from './monitoring-rules.ts'
import { saveMonitoring } from './save-monitoring.ts'

/** Help for tests: monitorings, valid unless a test says otherwise. Only tests import this. */

export type GivenMonitoring = { id: string; coordinator: Official; consultation: GivenConsultation }

type Wanted = {
  institution?: string
  /** As far as a saved form, or as far as its first version. */
  saved?: boolean
  published?: boolean
  consultation?: GivenConsultation
}

/** A published plan with three planned methods, linked with an open consultation. */
export async function givenMonitoring(services: Services, wanted: Wanted = {}): Promise<GivenMonitoring> {
  const { institution = 'prova', saved = false, published = false } = wanted
  const consultation = wanted.consultation ?? (await givenConsultation(services, { institution }))
  const { id, coordinator } = await givenPlan(services, { institution })
  const monitoring = await sectionOf(services, id, 5)
  const methods = { ...monitoring.indicators.methods, plannedNumber: 7 }
  const indicators = { ...monitoring.indicators, methods }
  await given(services, coordinator, id, { section: 5, content: { ...monitoring, indicators } })
  await givenVersion(services, coordinator, id)
  const linked = await linkPlan(services, coordinator, { id, consultationId: consultation.id, move: 'link' })
  if (linked.kind !== 'linked') throw new Error(`test monitoring: ${linked.kind}`)
  const one = { id, coordinator, consultation }
  if (saved || published) await write(services, one)
  if (published) await publish(services, one)
  return one
}

type At = Pick<GivenMonitoring, 'id' | 'coordinator'>

export async function filled(services: Services, { id, coordinator }: At): Promise<FilledView> {
  const view = await viewMonitoring(services, coordinator, 'sq', id)
  if (view?.refusal !== null) throw new Error(`test monitoring: ${view?.refusal ?? 'nothing there'}`)
  return view
}

/** Saves over whatever stands. */
export async function write(
  services: Services,
  at: At,
  change: (written: Written) => Written = (written) => written,
): Promise<number> {
  const { revision, written } = await filled(services, at)
  const order = { planId: at.id, revision, written: change(written) }
  const outcome = await saveMonitoring(services, at.coordinator, order)
  if (outcome.kind !== 'saved') throw new Error(`test monitoring: ${outcome.kind}`)
  return outcome.revision
}

export async function publish(services: Services, at: At, reason: string | null = null): Promise<number> {
  const { lock } = await filled(services, at)
  const outcome = await publishMonitoring(services, at.coordinator, { planId: at.id, lock, reason })
  if (outcome.kind !== 'published') throw new Error(`test monitoring: ${outcome.kind}`)
  return outcome.version
}

export const judging =
  (key: keyof Written['indicators'], change: Partial<Judged>) =>
  (written: Written): Written => ({
    ...written,
    indicators: { ...written.indicators, [key]: { ...written.indicators[key], ...change } },
  })
