import { digestOfToken, newPrivateLink } from '../auth/private-link.ts'
import type { Citizen } from '../auth/visitor.ts'
import type { Door } from '../door.ts'
import { recordChange } from '../history/record-change.ts'
import { isTooMany, type Limit } from '../http/rate-limits.ts'
import { inLanguage, type Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { hoursAfter } from '../time/clock.ts'
import {
  endSessionsOf,
  findAddressAsk,
  holdContact,
  insertAsk,
  setContactEmail,
  setContactLang,
  useAsk,
} from './own-data-queries.ts'
import { ownDataTextsIn } from './own-data-texts.ts'

export const ADDRESS_ASK_HOURS = 24
const LIMIT: Limit = { count: 5, minutes: 60 }

/** The language of letters. */
export async function changeLanguage(services: Services, citizen: Citizen, lang: Lang): Promise<void> {
  await services.db.begin((tx) => setContactLang(tx, citizen.contactId, lang))
}

/** The name in all that they have sent. Gives how many records were mended. */
export async function changeName(
  services: Services,
  doors: readonly Door[],
  citizen: Citizen,
  name: string,
): Promise<number> {
  return services.db.begin(async (tx) => {
    if (!(await holdContact(tx, citizen.contactId))) return 0
    let mended = 0
    for (const { personalData } of doors)
      mended += (await personalData?.rename?.(tx, services, citizen.contactId, name)) ?? 0
    return mended
  })
}

/**
 * A letter to the new address, with a page of one button behind its link. Nobody is told whether the address is known
 * here: only whoever reads its letters learns that.
 */
export async function askForAddress(
  services: Services,
  citizen: Citizen,
  email: string,
  path: (token: string) => string,
): Promise<'sent' | 'too-many'> {
  if (await isTooMany(services, 'new-address', citizen.contactId, LIMIT)) return 'too-many'
  if (await isTooMany(services, 'new-address-to', email, LIMIT)) return 'too-many'
  const now = services.clock.now()
  const link = newPrivateLink()
  await services.db.begin(async (tx) => {
    const contact = await holdContact(tx, citizen.contactId)
    if (!contact) return
    const expiresAt = hoursAfter(now, ADDRESS_ASK_HOURS)
    const ask = { contactId: contact.id, kind: 'address', email, secretDigest: link.digest } as const
    await insertAsk(tx, { ...ask, askedAt: now, expiresAt })
    const { lang } = contact
    const t = ownDataTextsIn(lang).letters
    const body = t.address(services.settings.url + inLanguage(lang, path(link.token)), ADDRESS_ASK_HOURS)
    const letter = { institutionId: null, kind: 'service', lang, subject: t.addressSubject, body } as const
    await queueLetter(tx, services, { ...letter, recipient: email })
  })
  return 'sent'
}

export type AddressOutcome = { kind: 'changed' } | { kind: 'taken' } | { kind: 'no-such-ask' }

/** The button behind the link: the address is theirs. All sign-ins but this one end, and the old address is told. */
export async function confirmAddress(
  services: Services,
  token: string,
  sessionId: string | null,
): Promise<AddressOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<AddressOutcome> => {
    const ask = await findAddressAsk(tx, digestOfToken(token), at)
    const contact = ask && (await holdContact(tx, ask.contactId))
    if (!ask || !contact) return { kind: 'no-such-ask' }
    if (!(await setContactEmail(tx, contact.id, ask.email))) return { kind: 'taken' }
    await useAsk(tx, ask.id, at)
    await endSessionsOf(tx, contact.id, sessionId, at)
    const t = ownDataTextsIn(contact.lang).letters
    const letter = { lang: contact.lang, subject: t.addressChangedSubject, body: t.addressChanged() }
    await queueLetter(tx, services, { institutionId: null, kind: 'service', recipient: contact.email, ...letter })
    await recordChange(tx, {
      institutionId: null,
      subject: refOf('platform.contact', contact.id),
      kind: 'changed',
      by: 'citizen',
      at,
      fields: [{ field: 'email', from: null, to: null }],
    })
    return { kind: 'changed' }
  })
}
