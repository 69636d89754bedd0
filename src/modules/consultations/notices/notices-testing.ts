import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { PRIOR_RULE } from '../closing/closing-rules.ts'
import { publishConsultation } from '../drafting/publish-consultation.ts'
import { startConsultation } from '../drafting/write-consultation.ts'
import { givenDraft, givenInstitution, officialWith, type GivenDraft } from '../testing.ts'
import { addStakeholder, type StakeholderForm } from './write-stakeholder.ts'

/** Help for tests of notices. Only tests import this. */

/** A preliminary consultation in preparation: no text, no paper; by law 146/2014 unless told otherwise. */
export async function givenPreliminaryDraft(
  services: Services,
  changes: { institution?: string; basisRule?: string | null; closesOn?: string | null } = {},
): Promise<GivenDraft> {
  const { institution: slug = 'prova', basisRule = PRIOR_RULE, closesOn = null } = changes
  const { form } = await givenDraft(services, { institution: slug, text: null })
  const institution = await givenInstitution(services, slug)
  const today = civilDateIn(institution.zone, services.clock.now())
  const coordinator = await officialWith(services, ['consultation-coordinator', slug])
  const asked = { ...form, basisRule, opensOn: today, closesOn, stage: 'preliminary' as const }
  const started = await startConsultation(services, coordinator, asked)
  if (started.kind !== 'written') throw new Error(`test consultation: ${started.kind}`)
  return { id: started.id, institution, form: asked }
}

export async function givenPreliminary(
  services: Services,
  changes: Parameters<typeof givenPreliminaryDraft>[1] = {},
): Promise<GivenDraft & { slug: string }> {
  const draft = await givenPreliminaryDraft(services, changes)
  const coordinator = await officialWith(services, ['consultation-coordinator', draft.institution.slug])
  const published = await publishConsultation(services, coordinator, draft.id)
  if (published.kind !== 'published') throw new Error(`test consultation: ${JSON.stringify(published)}`)
  return { ...draft, slug: published.slug }
}

let stakeholders = 0

/** An organisation that is plainly invented. */
export async function givenStakeholder(
  services: Services,
  institution: string,
  changes: Partial<StakeholderForm> = {},
): Promise<{ id: string; email: string }> {
  const { id: institutionId, zone } = await givenInstitution(services, institution)
  const official = await officialWith(services, ['consultation-coordinator', institution])
  const email = `shoqata-${++stakeholders}@shoqata.example`
  const outcome = await addStakeholder(services, official, {
    institutionId,
    name: `Shoqata e Provës ${stakeholders}`,
    kind: 'civil-society',
    email,
    lang: 'sq',
    source: 'Faqja e saj',
    ground: 'public-role',
    consentOn: null,
    keepUntil: addDays(civilDateIn(zone, services.clock.now()), 365),
    topicIds: [],
    fromVersion: 1,
    formId: null,
    ...changes,
  })
  if (outcome.kind !== 'written') throw new Error(`test stakeholder: ${outcome.kind}`)
  return { id: outcome.id, email: changes.email ?? email }
}
