import type { Services } from '#platform/services.ts'
import { officialWith, givenInstitution } from '../testing.ts'
import { publishYearReport, saveYearReport } from './write-year-report.ts'
import { writeReply } from './write-reply.ts'

/** Help for tests: yearly reports and replies. Only tests import this. */

export const SOME_WORDS = {
  introduction: 'Viti u mbyll me më shumë konsultime se viti i kaluar.',
  difficulties: 'Pak njerëz e dinin se mund të komentonin.',
  measures: 'Njoftimet do të afishohen edhe në shkolla.',
  otherActs: 4,
}

export async function givenYearReport(
  services: Services,
  {
    institution: slug = 'prova',
    year = 2025,
    published = true,
  }: { institution?: string; year?: number; published?: boolean } = {},
) {
  const institution = await givenInstitution(services, slug)
  const official = await officialWith(services, ['consultation-coordinator', slug])
  const of = { institutionId: institution.id, year }
  const saved = await saveYearReport(services, official, { ...of, words: SOME_WORDS, revision: 0 })
  if (saved.kind !== 'saved') throw new Error(`test yearly report: ${saved.kind}`)
  if (published) {
    const order = { ...of, revision: saved.revision, reason: null, form: null }
    const outcome = await publishYearReport(services, official, order)
    if (outcome.kind !== 'published') throw new Error(`test yearly report: ${JSON.stringify(outcome)}`)
  }
  const [row] = await services.db<{ id: string }[]>`
    select id from consultations.year_reports where institution_id = ${institution.id} and year = ${year}`
  return { id: row?.id ?? '', institution, official, revision: saved.revision, of }
}

export const A_REPLY = 'Dy nga konsultimet tona u mbyllën në dhjetor dhe u përgjigjëm në janar.'

export async function givenReply(services: Services, slug = 'prova', year = 2025) {
  const institution = await givenInstitution(services, slug)
  const official = await officialWith(services, ['head', slug])
  const of = { institutionId: institution.id, year }
  const outcome = await writeReply(services, official, { ...of, words: A_REPLY, form: null })
  if (outcome.kind !== 'published') throw new Error(`test reply: ${outcome.kind}`)
  const [row] = await services.db<{ id: string }[]>`
    select id from consultations.year_replies where institution_id = ${institution.id} and year = ${year}`
  return { id: row?.id ?? '', institution, official, of }
}
