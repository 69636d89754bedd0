import type { Official } from '#platform/auth/visitor.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { findOfficeReport } from './report-queries.ts'
import type { ReportWords } from './report-rules.ts'
import { publishDecisionReport, saveDecisionReport } from './write-report.ts'

/** Help for tests: reports on decision-making. Only tests import this. */

export const REPORT_WORDS: ReportWords = {
  introduction: { sq: 'Këshilli u mblodh çdo muaj.', en: 'The council met every month.' },
  plan: { sq: 'Dy akte të planit u vonuan sepse u përsërit konsultimi.', en: null },
}

type Wish = { institution?: string; year?: number; published?: boolean }

/** By a secretary of the council of that institution. */
export async function givenDecisionReport(
  services: Services,
  secretary: Official,
  { institution: slug = 'prova', year = 2025, published = true }: Wish = {},
) {
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) throw new Error(`no institution ${slug}`)
  const of = { institutionId: institution.id, year }
  const saved = await saveDecisionReport(services, secretary, { ...of, words: REPORT_WORDS, revision: 0 })
  if (saved.kind !== 'saved') throw new Error(`test report on decision-making: ${saved.kind}`)
  if (published) {
    const order = { ...of, revision: saved.revision, reason: null, form: null }
    const outcome = await publishDecisionReport(services, secretary, order)
    if (outcome.kind !== 'published') throw new Error(`test report on decision-making: ${JSON.stringify(outcome)}`)
  }
  const report = await findOfficeReport(services.db, institution.id, year)
  return { id: report?.id ?? '', institution, of, revision: saved.revision }
}
