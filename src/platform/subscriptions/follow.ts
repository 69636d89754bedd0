import type { Citizen } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { isTooMany } from '../http/rate-limits.ts'
import type { Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import { STEM_VERSION } from '../search/analysis/analyse-rules.ts'
import type { ResolvedSelection } from '../search/find/resolved-selection-rules.ts'
import { selectionQuery } from '../search/selection-rules.ts'
import type { Services } from '../services.ts'
import { minutesBefore } from '../time/clock.ts'
import { confirmLetter, standingLetter, type FollowLetter } from './follow-mail.ts'
import {
  askAgain,
  confirmAddress,
  contactFor,
  holdFollower,
  insertFollow,
  insertFollower,
  keepSelection,
  listFollowsOf,
  setAskedAt,
  setConfirmed,
  setPace,
  type Follow,
  type Follower,
} from './follow-queries.ts'
import { FOLLOW_LIMITS, FOLLOW_TERMS, MOST_FOLLOWS, type Pace } from './follow-rules.ts'
import { linkKey, writeLink } from './follow-token.ts'
import { lastRound } from './tell-queries.ts'

export type Wish = {
  selection: ResolvedSelection
  /** What is followed, in words, for the letter. */
  name: string
  pace: Pace
  lang: Lang
}

/**
 * Somebody wants to follow, by an address that may be anybody's: a letter asks its owner. The answer is the same whether
 * the address follows already, follows nothing or follows too much; the letter alone says it.
 */
export async function askToFollow(
  services: Services,
  wish: Wish,
  { email, address }: { email: string; address: string },
): Promise<'sent' | 'too-many'> {
  if (await isTooMany(services, 'follow-address', address, FOLLOW_LIMITS.byAddress)) return 'too-many'
  if (await isTooMany(services, 'follow-email', email, FOLLOW_LIMITS.byEmail)) return 'too-many'
  const now = services.clock.now()
  await services.db.begin(async (tx) => {
    const contactId = await contactFor(tx, email, wish.lang, now)
    const follower = await heldFollower(tx, contactId, wish.lang)
    const selectionId = await keepWish(tx, wish, now)
    const follows = await listFollowsOf(tx, contactId)
    const standing = follows.find((one) => one.selectionId === selectionId)
    const letter = await answerTo(tx, services, { wish, follower, follows, standing, selectionId })
    if (letter) await send(tx, services, follower.email, letter)
  })
  return 'sent'
}

type Asked = {
  wish: Wish
  follower: Follower
  follows: readonly Follow[]
  standing: Follow | undefined
  selectionId: string
}

/** Null: the same form came twice, and its letter is on its way. */
async function answerTo(
  tx: Transaction,
  services: Services,
  { wish, follower, follows, standing, selectionId }: Asked,
): Promise<FollowLetter | null> {
  const { settings, clock } = services
  const now = clock.now()
  const recently = minutesBefore(now, FOLLOW_TERMS.askedMinutes)
  const { lang, name, pace } = wish
  const key = linkKey(settings)
  const full = !standing && follows.length >= MOST_FOLLOWS
  if (full || standing?.confirmedAt) {
    if (follower.askedAt && follower.askedAt > recently) return null
    await setAskedAt(tx, follower.contactId, now)
    const token = writeLink(key, { kind: 'own', contact: follower.contactId, epoch: follower.linkEpoch })
    return standingLetter(lang, { name, full, url: settings.url, token })
  }
  if (standing && standing.askedAt > recently) return null
  if (standing) await askAgain(tx, standing.id, pace, now)
  const fresh = { contactId: follower.contactId, selectionId, pace, at: now, confirmedAt: null, round: 0 }
  const id = standing?.id ?? (await insertFollow(tx, fresh))
  return confirmLetter(lang, { name, pace, url: settings.url, token: writeLink(key, { kind: 'confirm', follow: id }) })
}

export type OwnFollowOutcome = 'follows' | 'too-many' | 'no-contact'

/** Whoever is signed in has shown that the address is theirs. Pressed twice it counts once; another pace is taken over. */
export async function followSignedIn(services: Services, wish: Wish, citizen: Citizen): Promise<OwnFollowOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<OwnFollowOutcome> => {
    const { contactId } = citizen
    await heldFollower(tx, contactId, wish.lang)
    const selectionId = await keepWish(tx, wish, now)
    const follows = await listFollowsOf(tx, contactId)
    const standing = follows.find((one) => one.selectionId === selectionId)
    if (!standing && follows.length >= MOST_FOLLOWS) return 'too-many'
    const round = await lastRound(tx)
    if (!standing) {
      await insertFollow(tx, { contactId, selectionId, pace: wish.pace, at: now, confirmedAt: now, round })
      return 'follows'
    }
    await setPace(tx, contactId, standing.id, wish.pace)
    await setConfirmed(tx, standing.id, now, round)
    await confirmAddress(tx, contactId, now)
    return 'follows'
  })
}

async function heldFollower(tx: Transaction, contactId: string, lang: Lang): Promise<Follower> {
  await insertFollower(tx, contactId, lang)
  const follower = await holdFollower(tx, contactId)
  if (!follower) throw new Error(`The follower ${contactId} is gone inside their own transaction`)
  return follower
}

function keepWish(tx: Transaction, { selection: resolved }: Wish, at: Date): Promise<string> {
  const { selection, tsquery, institutionId } = resolved
  const { words, matter, kind, year, state, topic, place } = selection
  return keepSelection(tx, {
    address: selectionQuery(selection),
    words,
    matter,
    kind,
    institutionId,
    year,
    topicId: topic,
    placeId: place,
    state,
    wordsQuery: tsquery,
    stemVersion: tsquery === null ? null : STEM_VERSION,
    at,
  })
}

const send = (tx: Transaction, services: Services, recipient: string, letter: FollowLetter) =>
  queueLetter(tx, services, { institutionId: null, kind: 'service', recipient, unhurried: true, ...letter })
