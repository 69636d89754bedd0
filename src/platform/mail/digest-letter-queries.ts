import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import { MOST_SENDINGS } from './letter-rules.ts'

export type NewDigest = {
  id: string
  messageId: string
  recipient: string
  lang: Lang
  subject: string
  body: string
  /** Where its reader leaves with one click. */
  leaveUrl: string
}

/** After every other letter: a receipt or a code that is written meanwhile overtakes them all. */
const BEHIND = 10

/**
 * Many letters that were subscribed to, with the jobs that send them, in one statement. They wake no worker, as an unhurried
 * letter does not, and for the same reason write the job's row themselves.
 */
export async function insertDigestsAndJobs(tx: Transaction, letters: readonly NewDigest[], at: Date): Promise<void> {
  if (letters.length === 0) return
  await tx`
    with letter as (
      insert into platform.mail_messages (id, message_id, kind, recipient, lang, subject, body, leave_url, created_at)
      select draft.id, draft.message_id, 'digest', draft.recipient, draft.lang, draft.subject, draft.body, draft.leave_url, ${at}
      from jsonb_to_recordset(${tx.json(letters.map(rowOf))}) as draft
        (id uuid, message_id text, recipient text, lang text, subject text, body text, leave_url text)
      returning id)
    insert into graphile_worker._private_jobs (task_id, payload, max_attempts, key, priority)
    select task.id, json_build_object('id', letter.id), ${MOST_SENDINGS}, 'mail.send:' || letter.id, ${BEHIND}
    from letter join graphile_worker._private_tasks as task on task.identifier = 'mail.send'`
}

const LONGEST_SUBJECT = 250

/** A subject holds a title that somebody typed: whatever it holds, it is one line. */
const rowOf = ({ id, messageId, recipient, lang, subject, body, leaveUrl }: NewDigest) => ({
  id,
  message_id: messageId,
  recipient,
  lang,
  subject: [...subject.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, LONGEST_SUBJECT).join(''),
  body: body.replaceAll('\0', ''),
  leave_url: leaveUrl,
})
