import type { CivilDate } from '#law/days.ts'
import type { Lang } from '../../i18n/language.ts'
import { daysBetween } from '../../time/civil-date.ts'
import type { DeadlineState } from '../deadline-rules.ts'
import { explanationTexts } from './explanation-days-rules.ts'

/** How a deadline stands: never told by colour alone, the words say it too. */
export type DeadlineTone = 'plain' | 'warning' | 'late' | 'done' | 'paused'

/** From so many days before its end on a deadline warns. */
export const WARNING_DAYS = 3

export type TimeLeft = { words: string; tone: DeadlineTone }

type Standing = {
  state: DeadlineState
  dueOn: CivilDate
  today: CivilDate
  /** Where hours count: the instant it ends, and now. */
  dueAt?: Date | null
  now?: Date | null
}

/** What is left, in words, and how pressing it is. Late: the last day is over and nothing has been done. */
export function timeLeft(lang: Lang, { state, dueOn, today, dueAt, now }: Standing): TimeLeft {
  const { left: t } = explanationTexts(lang)
  if (state === 'met') return { words: t.met, tone: 'done' }
  if (state === 'lapsed') return { words: t.lapsed, tone: 'plain' }
  if (state === 'cancelled') return { words: t.cancelled, tone: 'plain' }
  if (state === 'planned') return { words: t.planned, tone: 'plain' }
  if (state === 'paused') return { words: t.paused, tone: 'paused' }
  if (dueAt && now) return hoursLeft(lang, dueAt, now)
  const days = daysBetween(today, dueOn)
  if (days < 0) return { words: t.late(-days), tone: 'late' }
  return { words: days === 0 ? t.today : t.days(days), tone: days <= WARNING_DAYS ? 'warning' : 'plain' }
}

const HOUR_MS = 3_600_000

function hoursLeft(lang: Lang, dueAt: Date, now: Date): TimeLeft {
  const { left: t } = explanationTexts(lang)
  const left = dueAt.getTime() - now.getTime()
  if (left <= 0) return { words: t.lateHours(Math.floor(-left / HOUR_MS)), tone: 'late' }
  return { words: t.hours(Math.floor(left / HOUR_MS)), tone: left <= WARNING_DAYS * 24 * HOUR_MS ? 'warning' : 'plain' }
}

/** Of a day that binds nobody, as in a calculator: how far it is from today. */
export function daysAway(lang: Lang, day: CivilDate, today: CivilDate): TimeLeft {
  const { left: t } = explanationTexts(lang)
  const days = daysBetween(today, day)
  if (days < 0) return { words: t.ended(-days), tone: 'plain' }
  return { words: days === 0 ? t.today : t.days(days), tone: days <= WARNING_DAYS ? 'warning' : 'plain' }
}
