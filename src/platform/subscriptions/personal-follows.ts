import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { OwnLink, RetentionRule } from '../own-data/personal-data.ts'
import type { Services } from '../services.ts'
import { hoursAfter } from '../time/clock.ts'
import { deleteFollowsOf, holdFollower, raiseLinkEpoch } from './follow-queries.ts'
import { countForgettable, forgetFollows, type Forgotten } from './forget-queries.ts'
import { FOLLOW_TERMS } from './follow-rules.ts'
import { followTexts } from './follow-texts.ts'
import { linkKey, writeLink } from './follow-token.ts'
import { followUrls } from './urls.ts'

/** A new link to the page of what somebody follows; those in older letters end. Leaving by them goes on. */
export async function newFollowLink(
  tx: Transaction,
  { settings }: Services,
  lang: Lang,
  contactId: string,
): Promise<readonly OwnLink[]> {
  if (!(await holdFollower(tx, contactId))) return []
  const epoch = await raiseLinkEpoch(tx, contactId)
  if (epoch === null) return []
  const token = writeLink(linkKey(settings), { kind: 'own', contact: contactId, epoch })
  return [{ title: followTexts(lang).personal.ownLink, href: followUrls.ownBy(token) }]
}

/** All of it, at once. Gives how many followings. */
export async function eraseFollows(tx: Transaction, _services: Services, contactId: string): Promise<number> {
  await holdFollower(tx, contactId)
  return deleteFollowsOf(tx, contactId)
}

const wordsOf = (
  name: 'unconfirmed' | 'standing' | 'ended' | 'bounced',
): Pick<RetentionRule, 'what' | 'howLong' | 'basis'> => {
  const [sq, en] = [followTexts('sq').retention, followTexts('en').retention]
  return {
    what: { sq: sq[name].what, en: en[name].what },
    howLong: { sq: sq[name].howLong, en: en[name].howLong },
    basis: { sq: sq.basis, en: en.basis },
  }
}

const forgotten = (name: Forgotten, days: number): RetentionRule => {
  const before = ({ clock }: Services) => hoursAfter(clock.now(), -days * 24)
  return {
    id: `follows.${name}`,
    ...wordsOf(name),
    countDue: (services) => countForgettable(services.db, name, before(services)),
    forget: (services) => forgetFollows(services.db, name, before(services)),
  }
}

export const followRetention: readonly RetentionRule[] = [
  forgotten('unconfirmed', FOLLOW_TERMS.unconfirmedDays),
  { id: 'follows.standing', ...wordsOf('standing'), countDue: () => Promise.resolve(0), forget: null },
  forgotten('ended', FOLLOW_TERMS.endedDays),
  forgotten('bounced', FOLLOW_TERMS.endedDays),
]
