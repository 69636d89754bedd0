/** What of a council everybody sees. Closed lists, again in the database. */
export const MEETING_KINDS = ['ordinary', 'extraordinary', 'urgent', 'constitutive'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export const BODY_GROUPS = ['council', 'commission'] as const
export type BodyGroup = (typeof BODY_GROUPS)[number]

export type Caller = 'chair' | 'mayor' | 'members' | 'prefect' | 'other'
export type Mode = 'in-person' | 'hybrid' | 'online'
export type MeetingState = 'convened' | 'postponed' | 'cancelled' | 'under-way' | 'suspended' | 'closed'
export type ItemKind = 'act' | 'report' | 'question' | 'election' | 'hearing' | 'minutes' | 'information' | 'other'
export type ItemState = 'planned' | 'withdrawn' | 'postponed' | 'sent-back' | 'open' | 'done'
export type ItemOrigin = 'notice' | 'added' | 'on-the-day'
export type Stance = 'for' | 'for-with-amendments' | 'against' | 'none'
export type PaperKind =
  | 'draft-decision'
  | 'draft-regulation'
  | 'draft-resolution'
  | 'report'
  | 'motion'
  | 'question'
  | 'petition'
  | 'information'
  | 'other'
export type ProposerKind = 'mayor' | 'councillor' | 'group' | 'commission' | 'secretariat' | 'citizens' | 'other'
export type EventKind =
  | 'convened'
  | 'changed'
  | 'moved'
  | 'postponed'
  | 'cancelled'
  | 'item-added'
  | 'item-changed'
  | 'item-withdrawn'
  | 'order-changed'
  | 'document-added'
  | 'document-removed'
  | 'opinion-added'
  | 'opened'
  | 'suspended'
  | 'closed'
  | 'minutes-approved'
  | 'minutes-corrected'
  | 'recording-added'
  | 'taken-in'

/** How a meeting stands to the reader: one whose day has come and gone without a record is over, not ahead. */
export type Phase = 'ahead' | 'today' | 'over' | Exclude<MeetingState, 'convened'>

export function phaseOn({ state, day }: { state: MeetingState; day: string | null }, today: string): Phase {
  if (state !== 'convened') return state
  if (day === null || day > today) return 'ahead'
  return day === today ? 'today' : 'over'
}

export const isAhead = (phase: Phase): boolean => phase === 'ahead' || phase === 'today' || phase === 'postponed'

/** `2026-11` → its first and last day; null where it is no month. */
export function readMonth(words: string | undefined): { from: string; to: string; month: string } | null {
  const [, year = '', month = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(words ?? '') ?? []
  if (year === '' || Number(year) < 1900 || Number(year) > 2200) return null
  return spanOfMonth(`${year}-${month}`)
}

export function spanOfMonth(month: string): { from: string; to: string; month: string } {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, nth, 0)).getUTCDate()
  return { month, from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` }
}

/** The month before or after. */
export function monthBeside(month: string, by: -1 | 1): string {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, nth - 1 + by, 1)).toISOString().slice(0, 7)
}

/** The weeks of a month from Monday, each with seven places; null before its first day and after its last. */
export function weeksOf(month: string): (string | null)[][] {
  const { to } = spanOfMonth(month)
  const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7
  const days: (string | null)[] = Array.from({ length: before }, () => null)
  for (let day = 1; day <= Number(to.slice(8)); day++) days.push(`${month}-${String(day).padStart(2, '0')}`)
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
