import type { Official } from '../auth/visitor.ts'
import { LETTER_SUBJECT, waitsForStaff } from '../mail/letter-rules.ts'
import { lockLetter } from '../mail/mail-queries.ts'
import { settleLetter } from '../mail/settle-letter.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { findDispatchByForm } from './dispatch-queries.ts'
import type { PaperWay } from './dispatch-rules.ts'
import { queueForPaper } from './record-dispatch.ts'

export type PaperOutcome = { kind: 'queued'; id: string } | { kind: 'no-such-letter' } | { kind: 'not-waiting' }

/**
 * A letter that cannot be delivered by e-mail goes out on paper: its words stand in the queue "to print", and the outbox
 * waits for it no more. Whether this official may is asked before.
 */
export async function putLetterOnPaper(
  services: Pick<Services, 'db' | 'clock'>,
  official: Official,
  letterId: string,
  paper: { name: string; postal: string; way: PaperWay; form: string },
): Promise<PaperOutcome> {
  return services.db.begin(async (tx): Promise<PaperOutcome> => {
    const letter = await lockLetter(tx, letterId)
    if (!letter || letter.institutionId === null) return { kind: 'no-such-letter' }
    const known = await findDispatchByForm(tx, paper.form)
    if (known) return { kind: 'queued', id: known.id }
    if (!waitsForStaff(letter.state) || letter.body === null) return { kind: 'not-waiting' }
    const { id } = await queueForPaper(tx, services, {
      institutionId: letter.institutionId,
      subject: refOf(LETTER_SUBJECT, letterId),
      title: letter.subject,
      lang: letter.lang,
      way: paper.way,
      to: { name: paper.name, postal: paper.postal || null, contactId: null },
      words: letter.body,
      by: { accountId: official.accountId },
      form: paper.form,
    })
    await settleLetter(tx, services, letterId, 'delivered-otherwise', official)
    return { kind: 'queued', id }
  })
}
