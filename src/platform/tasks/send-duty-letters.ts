import { findDueReminders, isWorkingDay, reminderLines } from '../deadlines/reminders/due-reminders.ts'
import type { ReminderLine } from '../deadlines/reminders/reminder-mail.ts'
import type { Door } from '../door.ts'
import { formatHour } from '../i18n/formats.ts'
import { settingFrom } from '../institutions/institution-settings-rules.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { showSign } from '../signs/show-sign.ts'
import { findSign } from '../signs/sign-queries.ts'
import { addDays, civilDateIn } from '../time/civil-date.ts'
import { dutyLetter, isNothing, type Duties } from './duty-mail.ts'
import {
  deleteDutyLettersBefore,
  findLastDutyLetter,
  insertDutyLetter,
  isClosedOn,
  listDuties,
  listDutyInstitutions,
  listDutyPeople,
  type DutyInstitution,
  type DutyPerson,
} from './duty-queries.ts'
import { listUnseenMentions } from './note-queries.ts'
import { HOUSE_ROLES } from '../auth/visitor.ts'

/** How long it is known on which days somebody had a letter. */
const KEPT_DAYS = 90

/**
 * Every hour: in each institution whose hour has come, one letter to each official for whom something waits. Once a
 * working day; run again after a crash it goes on where it stopped.
 */
export async function sendDutyLetters(services: Services, doors: readonly Door[] = []): Promise<void> {
  for (const institution of await listDutyInstitutions(services.db)) await sendIn(services, doors, institution)
  const today = civilDateIn('UTC', services.clock.now())
  await deleteDutyLettersBefore(services.db, addDays(today, -KEPT_DAYS))
}

async function sendIn(services: Services, doors: readonly Door[], institution: DutyInstitution): Promise<void> {
  const { db, clock } = services
  const now = clock.now()
  const { id, zone } = institution
  const day = civilDateIn(zone, now)
  if (!settingFrom('duty-digest', institution.wanted)) return
  if (Number(formatHour(now, zone).slice(0, 2)) < settingFrom('duty-digest-hour', institution.hour)) return
  const sign = `tasks.duty-letters:${id}`
  const last = await findSign(db, sign)
  if ((last && civilDateIn(zone, last.at) === day) || (await isClosedOn(db, id, day))) return
  if (!(await isWorkingDay(services, id, day))) return
  const reminders = await reminderLines(services, doors, await findDueReminders(services, id, day))
  let letters = 0
  for (const person of await listDutyPeople(db, id, HOUSE_ROLES, { day, now })) {
    const { accountId } = person
    if (await sendTo(services, { id, day, reminders: reminders.get(accountId) ?? [] }, person)) letters++
  }
  // Last: if the program ends before, the next hour goes on, and nobody gets a second one.
  await showSign(services, sign, { letters })
}

type Morning = { id: string; day: string; reminders: readonly ReminderLine[] }

async function sendTo(services: Services, { id, day, reminders }: Morning, person: DutyPerson): Promise<boolean> {
  const { db, clock, settings } = services
  const { accountId, name, email } = person
  const duties = { ...(await gather(services, accountId)), reminders }
  if (isNothing(duties)) return false
  return db.begin(async (tx) => {
    if (!(await insertDutyLetter(tx, { accountId, institutionId: id, day }, clock.now()))) return false
    const letter = dutyLetter(person.lang, name, duties, settings.url)
    await queueLetter(tx, services, { institutionId: id, kind: 'digest', recipient: email, ...letter })
    return true
  })
}

async function gather({ db, clock }: Services, accountId: string): Promise<Omit<Duties, 'reminders'>> {
  const [all, mentions, since] = await Promise.all([
    listDuties(db, accountId, HOUSE_ROLES, clock.now()),
    listUnseenMentions(db, accountId),
    findLastDutyLetter(db, accountId),
  ])
  const own = all.filter(({ toRole }) => !toRole)
  const isNew = ({ givenAt }: { givenAt: Date }) => since === null || givenAt > since
  const later = own.filter(({ dueOn, today }) => dueOn === null || dueOn > today)
  return {
    overdue: own.filter(({ dueOn, today }) => dueOn !== null && dueOn < today),
    today: own.filter(({ dueOn, today }) => dueOn === today),
    fresh: later.filter(isNew),
    ofRole: all.filter((duty) => duty.toRole && isNew(duty)),
    mentions: [...new Set(mentions.map(({ subject }) => subject))],
  }
}
