import type { Door } from '../../door.ts'
import { formatHour } from '../../i18n/formats.ts'
import { settingFrom } from '../../institutions/institution-settings-rules.ts'
import { queueLetter } from '../../mail/outbox.ts'
import type { Services } from '../../services.ts'
import { showSign } from '../../signs/show-sign.ts'
import { findSign } from '../../signs/sign-queries.ts'
import { isClosedOn, listDutyInstitutions, type DutyInstitution } from '../../tasks/duty-queries.ts'
import { civilDateIn, type CivilDate } from '../../time/civil-date.ts'
import { findDueReminders, isWorkingDay, reminderLines } from './due-reminders.ts'
import { reminderLetter } from './reminder-mail.ts'
import { insertRemindedEvents, listToldByDutyLetter, markReminded } from './remind-queries.ts'

/** From this hour on nobody is written to any more. */
const EVENING = 20

/**
 * Every hour: in each institution whose hour has come, once a working day, what comes to its end and what is over. The
 * letter of the morning tells it to who gets one; here it goes to all others, and is written down as told.
 */
export async function remindOfDeadlines(services: Services, doors: readonly Door[]): Promise<void> {
  for (const institution of await listDutyInstitutions(services.db)) await remindIn(services, doors, institution)
}

async function remindIn(services: Services, doors: readonly Door[], institution: DutyInstitution): Promise<void> {
  const { db, clock } = services
  const { id, zone } = institution
  const day = civilDateIn(zone, clock.now())
  if (!(await isTime(services, institution, day))) return
  const sign = `deadlines.remind:${id}`
  const last = await findSign(db, sign)
  if (last && civilDateIn(zone, last.at) === day) return
  const letters = await tell(services, doors, id, day)
  await showSign(services, sign, { letters })
}

/** Not at night nor on a day off, and not before the letter of the morning, where there is one. */
async function isTime(services: Services, institution: DutyInstitution, day: CivilDate): Promise<boolean> {
  const { db, clock } = services
  const { id, zone, wanted, hour } = institution
  const now = Number(formatHour(clock.now(), zone).slice(0, 2))
  if (now < settingFrom('duty-digest-hour', hour) || now >= EVENING) return false
  if (!(await isWorkingDay(services, id, day)) || (await isClosedOn(db, id, day))) return false
  if (!settingFrom('duty-digest', wanted)) return true
  const morning = await findSign(db, `tasks.duty-letters:${id}`)
  return morning !== null && civilDateIn(zone, morning.at) === day
}

/** All in one transaction: what was told and that it was told. Gives how many letters that were. */
async function tell(services: Services, doors: readonly Door[], id: string, day: CivilDate): Promise<number> {
  const { db, clock, settings } = services
  const due = await findDueReminders(services, id, day)
  if (due.deadlines.length === 0) return 0
  const lines = await reminderLines(services, doors, due)
  const people = new Map(due.reminded.map((person) => [person.accountId, person]))
  return db.begin(async (tx) => {
    const ids = due.deadlines.map((deadline) => deadline.id)
    const marked = await markReminded(tx, ids, due.steps)
    if (marked.length === 0) return 0
    await insertRemindedEvents(tx, id, marked, clock.now())
    const told = new Set(await listToldByDutyLetter(tx, id, day))
    const others = [...people.values()].filter(({ accountId }) => !told.has(accountId))
    for (const { accountId, name, email, lang } of others) {
      const letter = reminderLetter(lang, name, lines.get(accountId) ?? [], settings.url)
      await queueLetter(tx, services, { institutionId: id, kind: 'service', recipient: email, ...letter })
    }
    return others.length
  })
}
