import type { Door } from '../../door.ts'
import type { Services } from '../../services.ts'
import { findSubjects } from '../../subjects/find-subjects.ts'
import type { RecordKind } from '../record-kind.ts'
import type { Named } from './report-rules.ts'

/** Everything that the ledger vouches for, in the order in which it is named. */
export const recordKindsOf = (doors: readonly Door[]): RecordKind[] => doors.flatMap(({ records }) => records ?? [])

/** Gives titles and addresses to those that everybody can read. */
export async function withTitles(
  doors: readonly Door[],
  services: Services,
  named: readonly Named[],
): Promise<readonly Named[]> {
  const refs = named.flatMap(({ subject }) => subject ?? [])
  const subjects = await findSubjects(doors, services, 'sq', refs)
  for (const one of named) {
    const subject = subjects.get(one.subject ?? '')
    if (subject?.publicHref) Object.assign(one, { title: subject.title, href: subject.publicHref })
  }
  return named
}
