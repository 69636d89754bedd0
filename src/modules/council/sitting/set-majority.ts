import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { MajoritySetting } from './majority-rules.ts'
import { lockMajoritySetting, writeMajoritySetting } from './sitting-queries.ts'

export type MajorityOrder = MajoritySetting & {
  institutionId: string
  /** The version that stood on the page; 0: none. */
  seen: number
}

/** What an institution's own rules say, with the article. Meetings that are under way keep the quorum with which they opened. */
export const setMajority = (
  services: Services,
  official: Official,
  { institutionId, seen, ...setting }: MajorityOrder,
): Promise<'done' | 'changed-meanwhile'> =>
  services.db.begin(async (tx) => {
    const before = await lockMajoritySetting(tx, institutionId, setting.actKind)
    if ((before?.version ?? 0) !== seen) return 'changed-meanwhile'
    const [at, by] = [services.clock.now(), official.accountId]
    await writeMajoritySetting(tx, institutionId, { ...setting, at, by })
    const said = (one: MajoritySetting | null): string | null =>
      one && `${one.strict ? '>' : '≥'} ${one.numerator}/${one.denominator} ${one.of}`
    const subject = refOf('platform.institution', institutionId)
    const fields = [
      { field: 'majority', from: said(before), to: said(setting) },
      { field: 'basis', from: before?.basis ?? null, to: setting.basis },
    ]
    const change = { institutionId, subject, kind: 'majority-set', by: { accountId: by }, at, fields }
    await recordChange(tx, { ...change, reason: setting.actKind })
    return 'done'
  })
