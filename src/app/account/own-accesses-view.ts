import { listOwnAccesses, wantsAccessLetters, type OwnAccess } from '#platform/auth/own-access-queries.ts'
import type { Citizen } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'

const PER_PAGE = 50

export type OwnAccessesView = {
  /** `record` null: it is gone. Its page only where everybody may see it. */
  accesses: readonly (OwnAccess & { record: string | null; href: string | null })[]
  older: string | null
  isFirst: boolean
  letters: boolean
}

/** Who looked at the data of the citizen who asks: never more of the record than its title. */
export async function viewOwnAccesses(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  { contactId }: Citizen,
  asked: string | undefined,
): Promise<OwnAccessesView> {
  const before = /^\d{1,18}$/.test(asked ?? '') ? (asked ?? null) : null
  const [found, letters] = await Promise.all([
    listOwnAccesses(services.db, lang, contactId, { before, limit: PER_PAGE + 1 }),
    wantsAccessLetters(services.db, contactId),
  ])
  const page = found.slice(0, PER_PAGE)
  const subjects = await findSubjects(
    doors,
    services,
    lang,
    page.map(({ subject }) => subject),
  )
  const accesses = page.map((access) => {
    const subject = subjects.get(access.subject)
    return { ...access, record: subject?.title ?? null, href: subject?.publicHref ?? null }
  })
  return {
    accesses,
    older: found.length > PER_PAGE ? (page.at(-1)?.id ?? null) : null,
    isFirst: before === null,
    letters,
  }
}
