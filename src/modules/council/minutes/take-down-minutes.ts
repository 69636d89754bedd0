import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { MINUTES_KIND } from '../council-rules.ts'
import { holdMeetingOfMinutes, holdMinutes, setMinutesTaken } from './minutes-queries.ts'
import { findMinutesAt } from './published-queries.ts'
import { minutesTexts } from './texts.ts'

const ADDRESS = /^\/mbledhje\/([a-z0-9-]{3,120})\/procesverbali(?:[./].*)?$/

/** All versions are gone with them; the meeting, its votes and its agenda stay. */
export const minutesTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const minutes = (await holdMeetingOfMinutes(tx, id)) && (await holdMinutes(tx, id))
    if (!minutes) return 'no-such-record'
    if (minutes.publishedVersion === 0 || minutes.takenDownAt !== null) return 'not-public'
    await setMinutesTaken(tx, id, at)
    return 'taken-down'
  },
  async lift(tx, _services, { id }) {
    const minutes = (await holdMeetingOfMinutes(tx, id)) && (await holdMinutes(tx, id))
    if (!minutes || minutes.takenDownAt === null) return 'no-such-record'
    await setMinutesTaken(tx, id, null)
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const slug = ADDRESS.exec(path)?.[1]
    const id = slug === undefined ? null : await findMinutesAt(db, slug)
    return id === null ? [] : [refOf(MINUTES_KIND, id)]
  },
  publicName: (_services: Services, lang: Lang) => Promise.resolve(minutesTexts(lang).kindName),
}
