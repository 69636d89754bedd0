import type { CivilDate } from '#law/days.ts'
import { findRule } from '#law/rules/rules.ts'
import type { Rule } from '#law/rules/rule.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import { isOpenDeadline } from '#platform/deadlines/deadline-state-rules.ts'
import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { reckonDeadline } from '#platform/deadlines/reckoning/reckon-deadline.ts'
import type { Lang } from '#platform/i18n/language.ts'
import {
  CASE_SLOT,
  CLOCKS_BY_RULE,
  clockOf,
  extensionOf,
  FORWARD_RULE,
  hasListedGrounds,
  ruleOfClock,
  type CaseClock,
  type ClockByRule,
} from '#platform/intake/clock-rules.ts'
import { refOfCase } from '#platform/intake/enter-case.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import type { CaseDetail } from '#platform/intake/office-case-queries.ts'
import type { Services } from '#platform/services.ts'

/** What the paper may be, and by when it would have to be answered. */
export type ClockOption = { clock: ClockByRule; rule: Rule; due: CivilDate; workBy: CivilDate }

export type CaseClockView = {
  shown: DeadlineView | null
  /** Of the clock that stands; null where there never was one. */
  clock: CaseClock | null
  /** Why it was taken off. */
  ground: string | null
  options: readonly ClockOption[]
  /** What the law gives no number for, and the institution neither. */
  unset: readonly ClockByRule[]
  /** Null: nothing makes it longer, or this official may not. */
  extension: { rule: Rule | null; listedGrounds: boolean } | null
  turn: 'pause' | 'resume' | null
  /** By when a letter that belongs to another body is to be passed on. */
  forward: { due: CivilDate; over: boolean } | null
}

type Asked = { official: Official; case: CaseDetail; mayChoose: boolean; mayForward: boolean }

/** The clock of a case with all that can be done with it. */
export async function viewCaseClock(
  services: Services,
  lang: Lang,
  { official, case: one, mayChoose, mayForward }: Asked,
): Promise<CaseClockView> {
  const shown = await deadlineView(services, lang, refOfCase(one.id), CASE_SLOT)
  const deadline = shown?.deadline ?? null
  const { options, unset } = mayChoose ? await optionsOf(services, one) : { options: [], unset: [] }
  const open = deadline !== null && isOpenDeadline(deadline.state)
  const mayTurn = mayChoose && open && mayIn(official, may['cases.answer'], one.institutionId)
  return {
    shown,
    clock: deadline && clockOf(deadline),
    ground: shown?.events.findLast(({ kind }) => kind === 'cancelled')?.ground ?? null,
    options,
    unset,
    extension: mayTurn && deadline.state === 'running' ? extensionFor(deadline) : null,
    turn: mayTurn ? (deadline.state === 'paused' ? 'resume' : 'pause') : null,
    forward: mayForward ? await forwardOf(services, one) : null,
  }
}

/** By law, or by the institution itself where the term is its own. */
function extensionFor({ ruleId, basis }: Deadline): CaseClockView['extension'] {
  const id = extensionOf(ruleId)
  const rule = id === null ? null : findRule(id)
  if (rule) return { rule, listedGrounds: hasListedGrounds(rule.id) }
  return basis === 'own' ? { rule: null, listedGrounds: false } : null
}

async function optionsOf(
  services: Services,
  { institutionId, jurisdiction, filedOn }: CaseDetail,
): Promise<{ options: ClockOption[]; unset: ClockByRule[] }> {
  const options: ClockOption[] = []
  const unset: ClockByRule[] = []
  for (const clock of CLOCKS_BY_RULE) {
    const asked = { institutionId, rule: ruleOfClock(jurisdiction, clock), startedOn: filedOn }
    const answer = await reckonDeadline(services.db, services, asked)
    if ('off' in answer) unset.push(clock)
    else options.push({ clock, rule: answer.rule, due: answer.days.dueOn, workBy: answer.days.workBy })
  }
  return { options, unset }
}

async function forwardOf(services: Services, one: CaseDetail): Promise<CaseClockView['forward']> {
  const { institutionId, jurisdiction, filedOn: startedOn } = one
  const rule = FORWARD_RULE[jurisdiction]
  const answer = rule === null ? null : await reckonDeadline(services.db, services, { institutionId, rule, startedOn })
  if (!answer || 'off' in answer) return null
  return { due: answer.days.dueOn, over: services.clock.now() >= answer.days.dueAt }
}
