import { randomUUID } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { inLanguage, LANGUAGES, type Lang } from '../i18n/language.ts'
import { insertDigestsAndJobs, type NewDigest } from '../mail/digest-letter-queries.ts'
import type { Services } from '../services.ts'
import { digestLetter } from './digest-mail.ts'
import {
  endRun,
  findZone,
  isRunEnded,
  listDueHappenings,
  markWritten,
  roomInMinute,
  spendInMinute,
  takeDueFollowers,
  type DigestOrder,
  type DueFollower,
  type DueHappening,
} from './digest-queries.ts'
import type { FollowedKind } from './followed-kind.ts'
import { DIGESTS_PER_MINUTE, FOLLOWERS_AT_ONCE, lastCut, type Pace } from './follow-rules.ts'
import { leaveLink, linkKey, writeLink } from './follow-token.ts'
import type { ShownHappening } from './happening-words-rules.ts'
import { listShownAmong } from './shown-queries.ts'
import { lastRound } from './tell-queries.ts'
import { followUrls } from './urls.ts'

/**
 * Every minute: queues what is due, at most as many letters as a minute may have. First what is wanted at once, then the
 * letters of the day and of the week, once their hour has come. Gives how many letters.
 */
export async function writeDigests(services: Services, kinds: readonly FollowedKind[]): Promise<number> {
  const { db } = services
  const atOnce = { paces: ['at-once'], loud: true, upTo: await lastRound(db) } as const
  let written = (await writeAll(services, kinds, atOnce)).written
  const zone = await findZone(db)
  written += await writeRun(services, kinds, 'daily', ['daily', 'at-once'], zone)
  return written + (await writeRun(services, kinds, 'weekly', ['weekly'], zone))
}

/** The letters of a day or a week, until every one of them is queued. */
async function writeRun(
  services: Services,
  kinds: readonly FollowedKind[],
  pace: 'daily' | 'weekly',
  paces: readonly Pace[],
  zone: string,
): Promise<number> {
  const { db, clock } = services
  const cut = lastCut(pace, clock.now(), zone)
  if (await isRunEnded(db, pace, cut)) return 0
  const { written, whole } = await writeAll(services, kinds, { paces, loud: false, upTo: await lastRound(db, cut) })
  if (whole) await db.begin((tx) => endRun(tx, pace, cut, clock.now()))
  return written
}

type Order = Omit<DigestOrder, 'limit'>

/** `whole`: nobody is left. */
async function writeAll(
  services: Services,
  kinds: readonly FollowedKind[],
  order: Order,
): Promise<{ written: number; whole: boolean }> {
  let written = 0
  for (;;) {
    const some = await services.db.begin((tx) => writeSome(tx, services, kinds, order))
    if (some === 'minute-is-full') return { written, whole: false }
    written += some.letters
    if (some.followers === 0) return { written, whole: true }
  }
}

/**
 * Some followers in one transaction: their letters, the jobs that send them, and the mark up to where they have been
 * written. Killed in between, none of it has happened; afterwards nobody is written the same again.
 */
async function writeSome(
  tx: Transaction,
  services: Services,
  kinds: readonly FollowedKind[],
  order: Order,
): Promise<{ followers: number; letters: number } | 'minute-is-full'> {
  const now = services.clock.now()
  const perMinute = services.settings.digestsPerMinute ?? DIGESTS_PER_MINUTE
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
  const room = await roomInMinute(tx, minute, perMinute)
  if (room === 0) return 'minute-is-full'
  const followers = await takeDueFollowers(tx, { ...order, limit: Math.min(room, FOLLOWERS_AT_ONCE) })
  if (followers.length === 0) return { followers: 0, letters: 0 }
  const ids = followers.map(({ contactId }) => contactId)
  const due = await listDueHappenings(tx, ids, order)
  const letters = await composeAll(tx, services, kinds, { followers, due, pace: order.paces[0] ?? 'daily' })
  await insertDigestsAndJobs(tx, letters, now)
  await markWritten(tx, ids, order)
  await spendInMinute(tx, letters.length)
  return { followers: followers.length, letters: letters.length }
}

type Batch = { followers: readonly DueFollower[]; due: readonly DueHappening[]; pace: Pace }

/** What left the public meanwhile is left out; whom nothing remains for gets no letter. */
async function composeAll(
  tx: Transaction,
  { settings }: Services,
  kinds: readonly FollowedKind[],
  { followers, due, pace }: Batch,
): Promise<NewDigest[]> {
  const ids = [...new Set(due.map(({ happeningId }) => happeningId))]
  const shown = new Map<Lang, ShownHappening[]>()
  for (const lang of LANGUAGES)
    if (followers.some((one) => one.lang === lang)) shown.set(lang, await listShownAmong(tx, lang, ids))
  const dueOf = Map.groupBy(due, ({ contactId }) => contactId)
  const key = linkKey(settings)
  const host = new URL(settings.url).hostname
  return followers.flatMap(({ contactId, email, lang, linkEpoch }): NewDigest[] => {
    const own = dueOf.get(contactId) ?? []
    const wanted = new Set(own.map(({ happeningId }) => happeningId))
    const happenings = (shown.get(lang) ?? []).filter(({ id }) => wanted.has(id))
    if (happenings.length === 0) return []
    const follows = [...new Set(own.map(({ followId }) => followId))]
    const leaveToken = writeLink(key, leaveLink(contactId, follows, pace))
    const ownToken = writeLink(key, { kind: 'own', contact: contactId, epoch: linkEpoch })
    const letter = digestLetter(lang, { happenings, kinds, url: settings.url, leaveToken, ownToken })
    const id = randomUUID()
    const leaveUrl = settings.url + inLanguage(lang, followUrls.leave(leaveToken))
    return [{ id, messageId: `<${id}@${host}>`, recipient: email, lang, leaveUrl, ...letter }]
  })
}
