import { newPrivateLink } from '../auth/private-link.ts'
import type { Citizen } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import type { Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { titleIn, type Gathering, type RegistrationHolder } from './registration-holder.ts'
import { confirmationLetter, receivedLetter, standingLetter } from './registration-mail.ts'
import {
  contactOf,
  countStanding,
  findStanding,
  insertRegistration,
  isFormKnown,
  setToken,
} from './registration-queries.ts'
import { stateFor, type RegistrationChannel, type RegistrationRefusal } from './registration-rules.ts'

/** What the form brings, checked. `email` null: somebody at the counter who has none. */
export type Wish = {
  formId: string
  email: string | null
  name: string
  organisation: string | null
  sector: string | null
  phone: string | null
  speaks: boolean
  itemId: string | null
  needs: string | null
}

export type WishOutcome =
  /** A letter is on its way; nothing is counted yet. The same answer for who stands on the list already. */
  | { kind: 'sent' }
  | { kind: 'received' }
  | { kind: 'refused'; refusal: RegistrationRefusal }
  | { kind: 'no-such-gathering' }

type Sender = { lang: Lang; citizen: Citizen | null }

/** Somebody asks to come. One address stands on the list once, however often it asks. */
export const askToCome = (
  services: Services,
  holder: RegistrationHolder,
  slug: string,
  wish: Wish,
  { lang, citizen }: Sender,
): Promise<WishOutcome> =>
  services.db.begin(async (tx): Promise<WishOutcome> => {
    const id = await holder.findAt(tx, slug)
    const gathering = id === null ? null : await holder.hold(tx, services.clock.now(), id)
    if (!gathering) return { kind: 'no-such-gathering' }
    if (gathering.refusal) return { kind: 'refused', refusal: gathering.refusal }
    const answer = { kind: citizen ? 'received' : 'sent' } as const
    if (await isFormKnown(tx, wish.formId)) return answer
    const email = citizen?.email ?? wish.email ?? ''
    const order = { holder, lang, confirmed: citizen !== null }
    await enter(tx, services, gathering, { ...wish, email }, order)
    return answer
  })

async function enter(
  tx: Transaction,
  services: Services,
  gathering: Gathering,
  wish: Wish & { email: string },
  { holder, lang, confirmed }: { holder: RegistrationHolder; lang: Lang; confirmed: boolean },
): Promise<void> {
  const { institutionId, capacity } = gathering
  const subject = refOf(holder.kind, gathering.id)
  const now = services.clock.now()
  const contactId = await contactOf(tx, wish.email, lang, now)
  const link = newPrivateLink()
  const facts = { title: titleIn(gathering, lang), url: services.settings.url, token: link.token }
  const letter = { institutionId, kind: 'service', recipient: wish.email, unhurried: true } as const
  const standing = await findStanding(tx, subject, contactId)
  if (standing) {
    await setToken(tx, standing.id, link.digest)
    const state = standing.state === 'withdrawn' ? 'sent' : standing.state
    await queueLetter(tx, services, { ...letter, ...standingLetter(lang, { ...facts, state }) })
    return
  }
  const state = confirmed ? stateFor(capacity, (await countStanding(tx, subject)).confirmed) : 'sent'
  const common = { subject, institutionId, contactId, tokenDigest: link.digest, lang, enteredBy: null, at: now }
  const itemId = itemOf(gathering, wish)
  const row = { ...wish, itemId, ...common, channel: 'web', state, confirmedAt: confirmed ? now : null } as const
  if ((await insertRegistration(tx, row)) === null) return
  if (state !== 'sent') await noteRegistered(tx, gathering, subject, { by: 'citizen', at: now })
  const words = state === 'sent' ? confirmationLetter(lang, facts) : receivedLetter(lang, { ...facts, state })
  await queueLetter(tx, services, { ...letter, ...words })
}

export type OfficeWish = Wish & { channel: Exclude<RegistrationChannel, 'web'>; by: { accountId: string } }
export type OfficeWishOutcome = 'done' | 'known' | 'wrong-state' | 'no-such-gathering'

/** The office writes somebody down who asked at the counter, by telephone or by mail: confirmed at once. */
export const enterRegistration = (
  services: Services,
  holder: RegistrationHolder,
  id: string,
  wish: OfficeWish,
): Promise<OfficeWishOutcome> =>
  services.db.begin(async (tx): Promise<OfficeWishOutcome> => {
    const now = services.clock.now()
    const gathering = await holder.hold(tx, now, id)
    if (!gathering) return 'no-such-gathering'
    if (!gathering.officeMayEnter) return 'wrong-state'
    if (await isFormKnown(tx, wish.formId)) return 'done'
    const { institutionId, capacity } = gathering
    const subject = refOf(holder.kind, id)
    const contactId = wish.email === null ? null : await contactOf(tx, wish.email, 'sq', now)
    if (contactId !== null && (await findStanding(tx, subject, contactId))) return 'known'
    const link = newPrivateLink()
    const state = stateFor(capacity, (await countStanding(tx, subject)).confirmed)
    const common = { subject, institutionId, contactId, lang: 'sq', at: now, confirmedAt: now } as const
    const tokenDigest = contactId === null ? null : link.digest
    const [enteredBy, itemId] = [wish.by.accountId, itemOf(gathering, wish)]
    await insertRegistration(tx, { ...wish, ...common, tokenDigest, state, enteredBy, itemId })
    await noteRegistered(tx, gathering, subject, { by: wish.by, at: now })
    if (wish.email === null) return 'done'
    const facts = { title: gathering.title, url: services.settings.url, token: link.token, state }
    const letter = receivedLetter('sq', facts)
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: wish.email, ...letter })
    return 'done'
  })

const itemOf = ({ itemIds }: Gathering, { itemId }: Wish): string | null =>
  itemId !== null && itemIds.includes(itemId) ? itemId : null

/** That somebody is on the list, never who. */
export const noteRegistered = (
  tx: Transaction,
  { institutionId }: Gathering,
  subject: string,
  { by, at }: { by: ChangedBy; at: Date },
): Promise<void> => recordChange(tx, { institutionId, subject, kind: 'registered', by, at })
