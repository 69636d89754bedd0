import type { Queryable } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { PersonalRecord } from '../own-data/personal-data.ts'
import { readSelection, wordsOfSelection } from '../search/find/selection-view.ts'
import type { SearchSource } from '../search/search-source.ts'
import type { Services } from '../services.ts'
import { hoursAfter } from '../time/clock.ts'
import { countDigestsTo, findFollower, listFollowsOf, type Follow, type Follower } from './follow-queries.ts'
import { followTexts } from './follow-texts.ts'
import { followUrls } from './urls.ts'

export type NamedFollow = Follow & { name: string }

export type OwnFollowsView = {
  follower: Follower
  follows: readonly NamedFollow[]
  /** Letters of the last thirty days: whoever follows sees how often. */
  letters: number
}

/** All that an address follows, in words. */
export async function viewOwnFollows(
  services: Services,
  lang: Lang,
  sources: readonly SearchSource[],
  contactId: string,
): Promise<OwnFollowsView | null> {
  const { db, clock } = services
  const follower = await findFollower(db, contactId)
  if (!follower) return null
  const [follows, letters] = await Promise.all([
    listFollowsOf(db, contactId),
    countDigestsTo(db, follower.email, hoursAfter(clock.now(), -30 * 24)),
  ])
  return { follower, follows: await Promise.all(follows.map((one) => named(db, lang, sources, one))), letters }
}

async function named(
  db: Queryable,
  lang: Lang,
  sources: readonly SearchSource[],
  follow: Follow,
): Promise<NamedFollow> {
  const { selection } = readSelection(Object.fromEntries(new URLSearchParams(follow.address)))
  return { ...follow, name: await wordsOfSelection(db, lang, selection, sources) }
}

/** For their own data: each following as a record. */
export async function viewPersonalFollows(
  services: Services,
  lang: Lang,
  sources: readonly SearchSource[],
  contactId: string,
): Promise<readonly PersonalRecord[]> {
  const view = await viewOwnFollows(services, lang, sources, contactId)
  return (view?.follows ?? []).map(({ name, address, pace, askedAt, confirmedAt }) => ({
    title: followTexts(lang).personal.title(name),
    href: followUrls.own(),
    at: askedAt,
    data: { kind: 'follow', selection: address, pace, askedAt, confirmedAt, lang: view?.follower.lang },
  }))
}
