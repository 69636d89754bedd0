import { enterConsultation } from '#modules/consultations/ledger/consultation-records.ts'
import { insertCoLeader } from '#modules/consultations/notices/notice-queries.ts'
import { noticeUrls } from '#modules/consultations/notices/urls.ts'
import { consultationUrls, officeUrls } from '#modules/consultations/urls.ts'
import type { Database } from '#platform/db/database.ts'
import type { RoomPages } from './page.ts'

/** The notice, the preliminary consultation, the sheet, the stakeholders and the letters to them. */
export const noticePages: RoomPages = async ({ db }) => {
  const rows = await db<{ id: string; slug: string; stage: string; version: number }[]>`
    select distinct on (one.stage) one.id, one.slug, one.stage, one.version from consultations.consultations as one
    join platform.institutions as institution on institution.id = one.institution_id
    where institution.slug = 'bregas' and one.state = 'published' and not one.history
    order by one.stage, one.register_number`
  const of = (stage: string) => rows.find((one) => one.stage === stage)
  const [open, prior] = [of('on-draft'), of('preliminary')]
  const [stakeholder] = await db<{ id: string; leaveToken: string }[]>`
    select one.id, one.leave_token from consultations.stakeholders as one
    join platform.institutions as institution on institution.id = one.institution_id
    where institution.slug = 'bregas' order by one.name limit 1`
  if (!open || !prior || !stakeholder) throw new Error('the demonstration has notices and stakeholders')
  const office = noticeUrls.office(open.id)
  const coLed = await ledTogether(db)
  return {
    anonymous: [
      { path: noticeUrls.page(open.slug) },
      { path: noticeUrls.page(prior.slug) },
      { path: consultationUrls.one(prior.slug) },
      { path: noticeUrls.leave(stakeholder.leaveToken) },
    ],
    official: [
      { path: office },
      { path: noticeUrls.office(prior.id) },
      { path: officeUrls.consultation(prior.id) },
      { path: `${officeUrls.newConsultation()}?faza=paraprak` },
      { path: noticeUrls.sheet(open.id) },
      { path: noticeUrls.invite(open.id) },
      { path: noticeUrls.stakeholders() },
      { path: `${noticeUrls.stakeholders()}?q=nuk-ka` },
      { path: noticeUrls.newStakeholder() },
      { path: noticeUrls.stakeholder(stakeholder.id) },
      { path: noticeUrls.coLed() },
      { path: noticeUrls.coLedOne(coLed) },
      { path: office, fields: { arsyet: 'x'.repeat(4001), gjendja: '0' }, status: 422 },
      { path: office, fields: { arsyet: 'Arsye të tjera', gjendja: '1' }, status: 409 },
      { path: noticeUrls.coLeaders(open.id), fields: { emri: 'X', posti: 'Y', lexon: 'po' }, status: 422 },
      { path: noticeUrls.postings(open.id), fields: { vendi: 'X', fotografia: new File([], '') }, status: 422 },
      { path: noticeUrls.invite(open.id), fields: { ngjarja: '0' }, status: 422 },
      { path: noticeUrls.newStakeholder(), fields: { lloji: 'citizen', baza: 'public-role' }, status: 422 },
    ],
  }
}

/** Fushas leads it, and lets Bregas read its comments. */
async function ledTogether(db: Database): Promise<string> {
  const [one] = await db<{ id: string; institutionId: string; partnerId: string }[]>`
    select one.id, one.institution_id, partner.id as partner_id from consultations.consultations as one
    join platform.institutions as lead on lead.id = one.institution_id and lead.slug = 'fushas'
    join platform.institutions as partner on partner.slug = 'bregas'
    where one.state = 'published' and not one.history order by one.register_number limit 1`
  if (!one) throw new Error('the demonstration has a consultation of Fushas')
  const at = new Date()
  const leader = { name: null, contactRole: null, readsComments: true, formId: null, at, by: null }
  await db.begin(async (tx) => {
    await insertCoLeader(tx, { ...one, ...leader, consultationId: one.id })
    await enterConsultation(tx, { clock: { now: () => at } }, one.id)
  })
  return one.id
}
