import type { Door } from '../door.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { findSubjects } from '../subjects/find-subjects.ts'
import type { Subject } from '../subjects/subject.ts'
import { listLinks } from './link-queries.ts'
import { linkWords } from './link-texts.ts'

/** The other end of a link, with the word that says what it is to this record. */
export type LinkedRecord = { words: string; subject: Subject; kind: string; direction: 'forth' | 'back' }

/**
 * What a record is linked with, whichever side told it. `public`: only what everybody may open. Two questions, and one for
 * each kind of record at the other ends.
 */
export async function viewLinks(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  ref: string,
  { public: publicOnly }: { public: boolean },
): Promise<LinkedRecord[]> {
  const links = await listLinks(services.db, [ref])
  const otherOf = (link: { fromRef: string; toRef: string }) => (link.fromRef === ref ? link.toRef : link.fromRef)
  const subjects = await findSubjects(doors, services, lang, links.map(otherOf))
  return links.flatMap((link) => {
    const subject = subjects.get(otherOf(link))
    if (!subject || (publicOnly && subject.publicHref === null)) return []
    const direction = link.fromRef === ref ? 'forth' : 'back'
    return [{ words: linkWords[lang][link.kind][direction], subject, kind: link.kind, direction }]
  })
}
