import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { COUNCILLOR_KIND } from '../council-rules.ts'
import { holdCouncillor, moveCouncillor } from './councillor-queries.ts'
import { findCouncillorBySlug } from './member-queries.ts'
import { textsIn } from './texts.ts'
import { enterCouncillors } from './write-councillor.ts'

const ADDRESS = /^\/keshilltare\/([a-z0-9-]{2,120})(?:\.json)?$/

/** The profile leaves the public with its photograph, mandates and payments. */
export const councillorTakeDown: TakeDown = {
  async take(tx, services, { id, at }) {
    const councillor = await holdCouncillor(tx, id)
    if (!councillor) return 'no-such-record'
    if (councillor.state !== 'published') return 'not-public'
    await moveCouncillor(tx, id, 'taken-down', at)
    await enterCouncillors(tx, services, [id])
    return 'taken-down'
  },
  async lift(tx, services, { id, at }) {
    if ((await holdCouncillor(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await moveCouncillor(tx, id, 'published', at)
    await enterCouncillors(tx, services, [id])
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const slug = ADDRESS.exec(path)?.[1]
    const found = slug === undefined ? null : await findCouncillorBySlug(db, slug)
    return found === null ? [] : [refOf(COUNCILLOR_KIND, found.personId)]
  },
  publicName: (_services: Services, lang: Lang) => Promise.resolve(textsIn(lang).kinds.councillor),
}
