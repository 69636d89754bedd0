import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { givenInstitution, officialWith } from '../testing.ts'
import { findOfficeAct } from './act-office-queries.ts'
import { linkPlannedAct } from './link-planned-act.ts'
import { actUrl } from './urls.ts'
import { addPlannedAct, type ActForm } from './write-planned-act.ts'
import { publishYearPlan, startYearPlan } from './write-year-plan.ts'

/** Help for tests: yearly plans and their entries, valid unless a test says otherwise. Only tests import this. */

export type GivenAct = Partial<ActForm> & {
  institution?: string
  year?: number
  published?: boolean
  /** The id of one that belongs to it. */
  consultation?: string
}

export async function givenYearPlan(
  services: Services,
  slug = 'prova',
  year?: number,
): Promise<{ id: string; year: number }> {
  const institution = await givenInstitution(services, slug)
  const official = await officialWith(services, ['council-secretary', slug])
  const of = year ?? Number(civilDateIn(institution.zone, services.clock.now()).slice(0, 4))
  const outcome = await startYearPlan(services, official, { institutionId: institution.id, year: of })
  if (outcome.kind !== 'started') throw new Error(outcome.kind)
  return { id: outcome.id, year: of }
}

const AN_ACT: ActForm = {
  title: 'Rregullore për tregjet e fshatit',
  titleEn: null,
  actKind: 'regulation',
  proposer: 'Drejtoria e Shërbimeve',
  dueFrom: null,
  dueTo: null,
  consultationPlanned: true,
  decidingBody: null,
  note: null,
  topicIds: [],
  placeIds: [],
  fromVersion: 1,
  reason: '',
}

export async function givenPlannedAct(services: Services, given: GivenAct = {}) {
  const { institution = 'prova', year, published = false, consultation, ...fields } = given
  const plan = await givenYearPlan(services, institution, year)
  const official = await officialWith(services, ['council-secretary', institution])
  const form = { ...AN_ACT, ...fields, submissionId: randomUUID() }
  const outcome = await addPlannedAct(services, official, plan.id, form)
  if (outcome.kind !== 'written') throw new Error(outcome.kind)
  const { id } = outcome
  if (published) await publishYearPlan(services, official, plan.id)
  if (consultation) await linkPlannedAct(services, official, consultation, id)
  const act = await findOfficeAct(services.db, id)
  if (!act) throw new Error('the planned act is gone')
  return { id, planId: plan.id, year: plan.year, form, act, href: actUrl(act), official }
}
