import type { Transaction } from '../db/database.ts'
import { isTooMany } from '../http/rate-limits.ts'
import type { Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { minutesBefore } from '../time/clock.ts'
import { ownLetter } from './follow-mail.ts'
import {
  confirmAddress,
  endFollows,
  endFollowsOf,
  findFollow,
  findFollowerByEmail,
  holdFollower,
  listFollowsOf,
  setAskedAt,
  setConfirmed,
  setFollowerLang,
  setPace,
  setPause,
  skipTo,
} from './follow-queries.ts'
import { FOLLOW_LIMITS, FOLLOW_TERMS, type Pace } from './follow-rules.ts'
import { linkKey, readLink, writeLink, type FollowLink } from './follow-token.ts'
import { lastRound } from './tell-queries.ts'

/** `ownToken`: opens the page of this address, for whoever has shown that it is theirs. */
export type ConfirmOutcome = { kind: 'confirmed'; ownToken: string } | { kind: 'no-such-follow' }

/** The button behind the link in the letter. Pressed twice it confirms once; what has ended is not begun again by it. */
export async function confirmFollow(services: Services, token: string): Promise<ConfirmOutcome> {
  const link = readLink(services.settings, token)
  if (link?.kind !== 'confirm') return { kind: 'no-such-follow' }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<ConfirmOutcome> => {
    const found = await findFollow(tx, link.follow)
    const follower = found && (await holdFollower(tx, found.contactId))
    if (!follower) return { kind: 'no-such-follow' }
    const follow = await findFollow(tx, link.follow)
    if (!follow || follow.endedAt) return { kind: 'no-such-follow' }
    const { contactId } = follow
    const own = { kind: 'own', contact: contactId, epoch: follower.linkEpoch } as const
    const ownToken = writeLink(linkKey(services.settings), own)
    if (follow.confirmedAt) return { kind: 'confirmed', ownToken }
    await setConfirmed(tx, follow.id, now, await lastRound(tx))
    await confirmAddress(tx, contactId, now)
    return { kind: 'confirmed', ownToken }
  })
}

/** By the link of a letter, in one step. Done twice, or with what is gone, it is done. False: no link of ours. */
export async function leaveByLink(services: Services, token: string): Promise<boolean> {
  const link = readLink(services.settings, token)
  if (link?.kind !== 'leave' && link?.kind !== 'leave-pace') return false
  const now = services.clock.now()
  await services.db.begin(async (tx) => {
    if (link.kind === 'leave-pace') {
      if (await holdFollower(tx, link.contact)) await endFollowsOf(tx, link.contact, link.pace, now)
      return
    }
    const contactId = await contactOf(tx, link)
    if (contactId !== null && (await holdFollower(tx, contactId))) await endFollows(tx, contactId, link.follows, now)
  })
  return true
}

async function contactOf(tx: Transaction, { follows }: Extract<FollowLink, { kind: 'leave' }>): Promise<string | null> {
  for (const id of follows) {
    const follow = await findFollow(tx, id)
    if (follow) return follow.contactId
  }
  return null
}

export type OwnChange =
  | { what: 'pace'; follow: string; pace: Pace }
  | { what: 'leave'; follow: string }
  | { what: 'leave-all' }
  | { what: 'pause' }
  | { what: 'resume' }
  | { what: 'lang'; lang: Lang }

/** What somebody changes on their own page. Done twice it is the same. */
export async function changeFollows(services: Services, contactId: string, change: OwnChange): Promise<boolean> {
  const now = services.clock.now()
  return services.db.begin(async (tx) => {
    const follower = await holdFollower(tx, contactId)
    if (!follower) return false
    switch (change.what) {
      case 'pace':
        await setPace(tx, contactId, change.follow, change.pace)
        break
      case 'leave':
        await endFollows(tx, contactId, [change.follow], now)
        break
      case 'leave-all':
        await endFollowsOf(tx, contactId, null, now)
        break
      case 'pause':
        await setPause(tx, contactId, { at: follower.pausedAt ?? now, because: 'asked' })
        break
      case 'resume':
        if (follower.pausedAt) await skipTo(tx, contactId, await lastRound(tx))
        await setPause(tx, contactId, null)
        break
      case 'lang':
        await setFollowerLang(tx, contactId, change.lang)
        break
    }
    return true
  })
}

/** "I lost it": the same link once more, to the address alone. Nobody learns whether an address follows anything. */
export async function sendOwnLink(
  services: Services,
  { email, address, lang }: { email: string; address: string; lang: Lang },
): Promise<'sent' | 'too-many'> {
  if (await isTooMany(services, 'follow-lost', address, FOLLOW_LIMITS.lostByAddress)) return 'too-many'
  if (await isTooMany(services, 'follow-lost-email', email, FOLLOW_LIMITS.byEmail)) return 'too-many'
  const { db, clock, settings } = services
  const now = clock.now()
  await db.begin(async (tx) => {
    const found = await findFollowerByEmail(tx, email)
    const follower = found && (await holdFollower(tx, found.contactId))
    if (!follower) return
    if (follower.askedAt && follower.askedAt > minutesBefore(now, FOLLOW_TERMS.askedMinutes)) return
    const confirmed = (await listFollowsOf(tx, follower.contactId)).some((one) => one.confirmedAt !== null)
    if (!confirmed) return
    await setAskedAt(tx, follower.contactId, now)
    const link = { kind: 'own', contact: follower.contactId, epoch: follower.linkEpoch } as const
    const letter = ownLetter(lang, { url: settings.url, token: writeLink(linkKey(settings), link) })
    await queueLetter(tx, services, { institutionId: null, kind: 'service', recipient: follower.email, ...letter })
  })
  return 'sent'
}
