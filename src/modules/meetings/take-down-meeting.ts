import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { findMeetingAt, holdMeeting, restoreMeeting, takeMeeting } from './meeting-queries.ts'
import { isPublic, KIND } from './meeting-rules.ts'
import { textsIn } from './texts.ts'

const ADDRESS = /^\/takime\/([a-z0-9-]{3,90})(?:[./].*)?$/

/** Its minutes, papers and outcomes are read through it alone, so they are gone with it. */
export const meetingTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const meeting = await holdMeeting(tx, id)
    if (!meeting) return 'no-such-record'
    if (!isPublic(meeting.state)) return 'not-public'
    await takeMeeting(tx, id, at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    if ((await holdMeeting(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await restoreMeeting(tx, id, at)
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const slug = ADDRESS.exec(path)?.[1]
    const id = slug === undefined ? null : await findMeetingAt(db, slug)
    return id === null ? [] : [refOf(KIND, id)]
  },
  publicName: (_services: Services, lang: Lang) => Promise.resolve(textsIn(lang).kindName),
}
