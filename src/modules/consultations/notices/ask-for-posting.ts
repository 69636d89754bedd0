import type { Transaction } from '#platform/db/database.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { wordsOf } from '#platform/institutions/institution-rules.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { closeTaskOfForm, giveTask } from '#platform/tasks/give-task.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { basisOf, clockOf } from '../closing/closing-rules.ts'
import type { OfficeConsultation } from '../drafting/draft-queries.ts'
import { textsIn } from '../texts.ts'

/**
 * What is public here and not yet in the state's register stands with the coordinator as a task, due the next day. The
 * number of the consultation is the number of the form, so that it is given once.
 */
export async function askForPosting(
  tx: Transaction,
  services: Services,
  published: OfficeConsultation,
  { number, by }: { number: string; by: string | null },
): Promise<void> {
  // Without an account it is history, or an example: nobody would post it.
  if (by === null || published.officialPostedOn !== null || basisOf(published) !== 'law-146') return
  const institution = await findInstitutionById(tx, 'sq', published.institutionId)
  if (!institution) return
  const t = textsIn('sq').notices.office
  await giveTask(tx, services, {
    institutionId: published.institutionId,
    subject: clockOf(published.id).subject,
    title: t.postingTask(number, wordsOf(institution.jurisdiction, 'sq').consultationRegister),
    words: t.postingTaskWords,
    to: { accountId: by },
    dueOn: addDays(civilDateIn(published.zone, services.clock.now()), 1),
    by: 'program',
    form: published.id,
  })
}

/** The day of the official posting was entered: nobody need be reminded any more. */
export async function postingIsNoted(tx: Transaction, services: Services, id: string, by: ChangedBy): Promise<void> {
  await closeTaskOfForm(tx, services, { subject: clockOf(id).subject, form: id }, by)
}
