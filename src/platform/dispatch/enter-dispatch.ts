import type { Official } from '../auth/visitor.ts'
import type { Services } from '../services.ts'
import type { Subject } from '../subjects/subject.ts'
import type { PaperWay, Way } from './dispatch-rules.ts'
import { queueForPaper, recordDispatch } from './record-dispatch.ts'

export type DispatchEntry = { name: string; postal: string; form: string } & (
  { when: 'print'; way: PaperWay } | { when: 'sent'; way: Way; on: string; slip: string | null }
)

/** An official enters what leaves the house, or has left it, about a record. Whether they may is asked before. */
export async function enterDispatch(
  services: Pick<Services, 'db' | 'clock'>,
  official: Official,
  subject: Subject,
  entry: DispatchEntry,
): Promise<{ id: string }> {
  const { correspondent } = subject
  const paper = {
    institutionId: subject.institutionId,
    subject: subject.ref,
    title: subject.title,
    lang: subject.lang,
    // Another name is another person: their contact is not that of the record.
    to: {
      name: entry.name,
      postal: entry.postal || null,
      contactId: correspondent?.name === entry.name ? correspondent.contactId : null,
    },
    by: { accountId: official.accountId },
    form: entry.form,
  }
  return services.db.begin((tx) =>
    entry.when === 'print'
      ? queueForPaper(tx, services, { ...paper, way: entry.way, words: null })
      : recordDispatch(tx, services, { ...paper, way: entry.way, handedOn: entry.on, slip: entry.slip }),
  )
}
