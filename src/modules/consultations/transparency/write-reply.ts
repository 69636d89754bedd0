import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { actingRole } from '../answers/role-texts.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findReplyForm, holdReply, putReply, setReplyWithdrawn } from './reply-queries.ts'
import { enterYearReply } from './year-report-records.ts'
import { YEAR_REPLY_KIND } from './year-report-rules.ts'

type OfYear = { institutionId: string; year: number }

export type ReplyOutcome = { kind: 'published' } | { kind: 'taken-down' } | { kind: 'not-permitted' }

/** What the institution says to its row of the comparison stands beside it at once; nobody looks it over first. */
export async function writeReply(
  services: Services,
  official: Official,
  { institutionId, year, words, form }: OfYear & { words: string; form: string | null },
): Promise<ReplyOutcome> {
  if (!mayIn(official, may['year-reports.reply'], institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<ReplyOutcome> => {
    const institution = await findInstitutionById(tx, 'sq', institutionId)
    if (!institution) return { kind: 'not-permitted' }
    const [at, by] = [services.clock.now(), official.accountId]
    const standing = await holdReply(tx, institutionId, year)
    if (standing?.state === 'taken-down') return { kind: 'taken-down' }
    if (form !== null && (await findReplyForm(tx, form))) return { kind: 'published' }
    const { jurisdiction } = institution
    const role = actingRole(official, may['year-reports.reply'], { institutionId, jurisdiction })
    const id = await putReply(tx, { institutionId, year, words, role, lang: 'sq', at, by, formId: form })
    const subject = refOf(YEAR_REPLY_KIND, id)
    const kind = standing ? 'reply-changed' : 'reply-published'
    await recordChange(tx, { institutionId, subject, kind, by: { accountId: by }, at })
    await enterYearReply(tx, services, id)
    return { kind: 'published' }
  })
}

export type WithdrawReplyOutcome = { kind: 'withdrawn' } | { kind: 'nothing-stands' } | { kind: 'not-permitted' }

/** Its words go, and everybody reads that there was a reply and when it was withdrawn. */
export async function withdrawReply(
  services: Services,
  official: Official,
  { institutionId, year }: OfYear,
): Promise<WithdrawReplyOutcome> {
  if (!mayIn(official, may['year-reports.reply'], institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<WithdrawReplyOutcome> => {
    const standing = await holdReply(tx, institutionId, year)
    if (standing?.state !== 'published') return { kind: 'nothing-stands' }
    const at = services.clock.now()
    await setReplyWithdrawn(tx, standing.id, at)
    const subject = refOf(YEAR_REPLY_KIND, standing.id)
    await recordChange(tx, {
      institutionId,
      subject,
      kind: 'reply-withdrawn',
      by: { accountId: official.accountId },
      at,
    })
    await enterYearReply(tx, services, standing.id)
    return { kind: 'withdrawn' }
  })
}
