import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { findAct, lockAct } from '../act-queries.ts'
import { ACT_RECORD, isPublic, numberOf } from '../act-rules.ts'
import { enterVerdictsOf } from '../review/review-records.ts'
import { textsIn } from '../texts.ts'
import { findActAt, restoreAct, takeAct } from './announcing-queries.ts'

const ADDRESS = /^\/aktet\/([a-z0-9-]{3,140})(?:[./].*)?$/

/** Its text, files and relations are read through it alone, so they are gone with it; its number stays taken. */
export const actTakeDown: TakeDown = {
  async take(tx, services, { id, at }) {
    const act = await lockAct(tx, id)
    if (!act) return 'no-such-record'
    if (!isPublic(act.state)) return 'not-public'
    await takeAct(tx, id, at)
    await enterVerdictsOf(tx, services, [id])
    return 'taken-down'
  },
  async lift(tx, services, { id, at }) {
    if ((await lockAct(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await restoreAct(tx, id, at)
    await enterVerdictsOf(tx, services, [id])
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const slug = ADDRESS.exec(path)?.[1]
    const id = slug === undefined ? null : await findActAt(db, slug)
    return id === null ? [] : [refOf(ACT_RECORD, id)]
  },
  async publicName({ db }, lang, id) {
    const act = await findAct(db, id)
    const number = act && numberOf(act)
    return number === null ? textsIn(lang).kindName : `${textsIn(lang).kindName} ${number}`
  },
}
