import { randomUUID } from 'node:crypto'
import { ALL_RULES } from '#law/rules/rules.ts'
import { confirmRule } from '#platform/deadlines/terms/confirm-rule.ts'
import { setOwnTerm } from '#platform/deadlines/terms/set-own-term.ts'
import { listTerms } from '#platform/deadlines/terms/term-queries.ts'
import { deedFor, type OwnNumber } from '#platform/deadlines/terms/term-rules.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { CONFIRMED, OWN } from './demonstrate-texts.ts'

/** Before anything that the demonstration content starts. */
const FROM = '2020-01-01'

type Own = { slug: string; ruleId: string; number: OwnNumber }

/** What the example municipalities have set where the law gives no number: the days of their own consultations. */
const OWN_TERMS: readonly Own[] = [
  { slug: 'bregas', ruleId: 'AL-LSG-CONSULT', number: { n: 20, unit: 'wd', firstDay: null, roll: null } },
  { slug: 'fushas', ruleId: 'XK-CONS-MUN', number: { n: 30, unit: 'd', firstDay: 'excluded', roll: 'none' } },
]

/** The demonstration institutions have confirmed what waits for it. What they have set before is left alone. */
export async function demonstrateTerms(services: Services): Promise<void> {
  const institutions = await listInstitutions(services.db, 'sq')
  for (const institution of institutions.filter(({ demonstration }) => demonstration))
    await settle(services, institution)
}

async function settle(services: Services, { id, slug, jurisdiction }: InstitutionSummary): Promise<void> {
  const set = new Set((await listTerms(services.db, id)).map(({ ruleId }) => ruleId))
  const order = (ruleId: string, basis: string) => ({
    ruleId,
    basis,
    fromOn: FROM,
    seen: null,
    formId: randomUUID(),
  })
  const waiting = ALL_RULES.filter((rule) => rule.jurisdiction === jurisdiction && deedFor(rule) === 'confirm')
  for (const ruleId of new Set(waiting.map((rule) => rule.id))) {
    if (!set.has(ruleId)) expectDone(await confirmRule(services, 'program', id, order(ruleId, CONFIRMED)))
  }
  for (const { ruleId, number } of OWN_TERMS.filter((own) => own.slug === slug)) {
    if (!set.has(ruleId)) expectDone(await setOwnTerm(services, 'program', id, order(ruleId, OWN), number))
  }
}

function expectDone(outcome: { kind: string; refusal?: string }): void {
  if (outcome.kind !== 'done') throw new Error(`demonstration term: ${outcome.refusal ?? outcome.kind}`)
}
