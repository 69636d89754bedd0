import type { Official } from '../auth/visitor.ts'
import { extendDeadline } from '../deadlines/extend-deadline.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { tellOfExtension } from './case-letters.ts'
import { updateCase } from './case-queries.ts'
import { changeCase, refused, type CaseOutcome } from './change-case.ts'
import { CASE_SLOT, extensionOf, hasListedGrounds, type ExtensionGround } from './clock-rules.ts'
import { refOfCase } from './enter-case.ts'
import { intakePermissions } from './intake-permissions.ts'
import { intakeTexts } from './intake-texts.ts'
import { moveTasksOfCase } from './move-case-tasks.ts'

type Order = {
  caseId: string
  version: number
  ground: { listed: ExtensionGround } | { words: string }
  /** How those concerned were told. */
  notice: string
  /** So many days more; null: as many as the law allows. */
  days: number | null
}

/**
 * Makes the time to answer longer, as far as the law of its clock allows (Albania: law 44/2015, Art 92, once, told inside
 * the first term; law 119/2014, Art 15, for one of three grounds). A term that the institution has set itself is extended by
 * as many days as it says. Whoever left an e-mail is told at once.
 */
export function extendCaseClock(services: Services, official: Official, order: Order): Promise<CaseOutcome> {
  const { caseId, version, notice, days } = order
  const roles = intakePermissions['cases.answer']
  return changeCase(services, { official, caseId, version, roles, move: 'clock' }, async (tx, held) => {
    const subject = refOfCase(caseId)
    const before = await findDeadline(tx, subject, CASE_SLOT)
    const rule = extensionOf(before?.ruleId ?? null)
    const own = before?.basis === 'own' && days !== null
    if (!before || !(rule !== null || own) || before.state !== 'running') return refused('cannot-extend')
    // A law that lists its grounds knows no other.
    if (rule !== null && hasListedGrounds(rule) && !('listed' in order.ground)) return refused('ground-not-listed')
    const groundIn = (lang: Lang) =>
      'listed' in order.ground ? intakeTexts(lang).extensionGrounds[order.ground.listed] : order.ground.words
    const ground = groundIn('sq')
    const by = { accountId: official.accountId }
    const outcome = await extendDeadline(tx, services, {
      subject,
      slot: CASE_SLOT,
      by,
      ground,
      notice,
      ...(rule === null ? {} : { rule }),
      ...(days === null ? {} : { n: days }),
    })
    if (outcome.kind !== 'done') return refused(outcome.kind === 'over' ? 'extended-too-late' : 'cannot-extend')
    await moveTasksOfCase(tx, services, caseId, { before, by })
    await updateCase(tx, caseId, {}, services.clock.now())
    await tellOfExtension(tx, services, held, {
      from: before.dueOn,
      to: outcome.deadline.dueOn,
      ground: groundIn(held.lang),
    })
  })
}
