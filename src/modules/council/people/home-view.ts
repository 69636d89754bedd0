import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { nextStepOf, type NextStep } from '../convening/convening-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import { countMinutesWaiting, listNextMeetings, type NextMeeting } from './home-queries.ts'
import { listOpenPairs } from './pair-queries.ts'

/** A meeting that is not over, with the one thing that waits in it. */
export type HomeMeeting = NextMeeting & { next: NextStep | null }
export type HomeView = { meetings: HomeMeeting[]; minutes: number; pairs: number; mayWrite: boolean }

export async function viewHome({ db }: Pick<Services, 'db'>, lang: Lang, official: Official): Promise<HomeView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const [meetings, minutes, pairs] = await Promise.all([
    listNextMeetings(db, lang, institutions),
    countMinutesWaiting(db, institutions),
    listOpenPairs(db, institutions),
  ])
  const next = (one: NextMeeting) =>
    nextStepOf(one.state, { missing: missingIn(one), invited: one.invited, minutes: null })
  return {
    meetings: meetings.map((one) => ({ ...one, next: next(one) })),
    minutes,
    pairs: pairs.length,
    mayWrite: institutionsWhere(official, may['council-meetings.write'])?.length !== 0,
  }
}

function missingIn({ startsAt, hasPlace, items }: NextMeeting) {
  if (startsAt === null) return 'no-time'
  if (!hasPlace) return 'no-place'
  return items === 0 ? 'no-items' : null
}
