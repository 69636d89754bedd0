import { dayNumber, type CivilDate } from '#law/days.ts'
import type { Words } from '#law/jurisdiction.ts'
import type { Door } from '../../door.ts'
import { LANGUAGES, type Lang } from '../../i18n/language.ts'
import { daysIn } from '../../institutions/institution-settings-rules.ts'
import { readSetting } from '../../institutions/institution-settings-queries.ts'
import type { Services } from '../../services.ts'
import { findSubjects } from '../../subjects/find-subjects.ts'
import { TASK_SLOT } from '../../tasks/task-rules.ts'
import { clockworkFor } from '../reckoning/clockwork-queries.ts'
import type { Deadline } from '../deadline-rules.ts'
import { listDueReminders, listReminded, type Reminded, type ReminderSteps } from './remind-queries.ts'
import type { ReminderLine } from './reminder-mail.ts'

/** The day after the last one, and a week later. */
const AFTER = [1, 7]

/** What an institution is to remind of today, and whom. */
export type DueReminders = { steps: ReminderSteps; deadlines: Deadline[]; reminded: Reminded[] }

export async function findDueReminders(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  institutionId: string,
  today: CivilDate,
): Promise<DueReminders> {
  const before = daysIn(await readSetting(db, institutionId, 'deadline-reminders')) ?? []
  // Of the days of tasks the letter of the morning speaks on every one of them.
  const steps = { today, before, after: AFTER, without: [TASK_SLOT] }
  const deadlines = await listDueReminders(db, institutionId, steps)
  const ids = deadlines.map(({ id }) => id)
  const reminded = ids.length === 0 ? [] : await listReminded(db, institutionId, ids, clock.now())
  return { steps, deadlines, reminded }
}

/** Whether the institution works on that day: no weekend, no holiday, no closure that stops its clocks. */
export async function isWorkingDay(
  { db }: Pick<Services, 'db'>,
  institutionId: string,
  day: CivilDate,
): Promise<boolean> {
  const clockwork = await clockworkFor(db, institutionId)
  return clockwork !== null && clockwork.calendar.offDay(dayNumber(day)) === null
}

/** The lines of a letter for each account, in its language. */
export async function reminderLines(
  services: Services,
  doors: readonly Door[],
  { deadlines, reminded, steps }: DueReminders,
): Promise<Map<string, ReminderLine[]>> {
  if (reminded.length === 0) return new Map()
  const words = new Map<string, Words>(
    doors.flatMap((door) => Object.entries(door.deadlines ?? {}).map(([slot, kind]) => [slot, kind.words] as const)),
  )
  const refs = deadlines.map(({ subject }) => subject)
  const subjects = new Map(
    await Promise.all(LANGUAGES.map(async (lang) => [lang, await findSubjects(doors, services, lang, refs)] as const)),
  )
  const byId = new Map(deadlines.map((deadline) => [deadline.id, deadline]))
  const lineOf = (id: string, lang: Lang): ReminderLine[] => {
    const deadline = byId.get(id)
    if (!deadline) return []
    const { slot, workBy, dueOn, subject } = deadline
    const known = subjects.get(lang)?.get(subject)
    const what = [words.get(slot)?.[lang] ?? slot, known?.title].filter(Boolean).join(' – ')
    return [{ what, workBy, dueOn, late: dueOn < steps.today, href: known?.officeHref ?? `/zyra/afate/${id}` }]
  }
  return new Map(
    [...Map.groupBy(reminded, ({ accountId }) => accountId)].map(([accountId, all]) => [
      accountId,
      all.flatMap(({ deadlineId, lang }) => lineOf(deadlineId, lang)),
    ]),
  )
}
