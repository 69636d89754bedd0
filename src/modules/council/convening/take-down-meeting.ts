import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { enterPaper } from '../public/meeting-records.ts'
import { listPapersToEnter } from '../public/record-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { enterMinutes } from '../minutes/minutes-records.ts'
import { enterSitting } from '../sitting/enter-sitting.ts'
import { isPublicMeeting } from './convening-rules.ts'
import { findMeetingAt, lockMeeting } from './meeting-queries.ts'
import { restoreMeeting, takeMeeting } from './meeting-writing-queries.ts'
import { conveningTexts } from './texts.ts'

const ADDRESS = /^\/mbledhje\/([a-z0-9-]{3,120})(?:[./].*)?$/

/**
 * Its agenda, documents, votes and minutes are read through it alone, so they are gone with it. A paper that was public by an
 * item of this meeting alone is entered too.
 */
export const councilMeetingTakeDown: TakeDown = {
  async take(tx, services, { id, at }) {
    const meeting = await lockMeeting(tx, id)
    if (!meeting) return 'no-such-record'
    if (!isPublicMeeting(meeting.state)) return 'not-public'
    await takeMeeting(tx, id, at)
    for (const paper of await listPapersToEnter(tx, id)) await enterPaper(tx, services, paper)
    await enterMinutes(tx, services, id)
    await enterSitting(tx, services, id)
    return 'taken-down'
  },
  async lift(tx, services, { id, at }) {
    if ((await lockMeeting(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await restoreMeeting(tx, id, at)
    for (const paper of await listPapersToEnter(tx, id)) await enterPaper(tx, services, paper)
    await enterMinutes(tx, services, id)
    await enterSitting(tx, services, id)
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const slug = ADDRESS.exec(path)?.[1]
    const id = slug === undefined ? null : await findMeetingAt(db, slug)
    return id === null ? [] : [refOf(MEETING_KIND, id)]
  },
  publicName: (_services, lang) => Promise.resolve(conveningTexts(lang).kindName),
}
