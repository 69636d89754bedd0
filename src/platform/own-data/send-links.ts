import type { Door } from '../door.ts'
import { isTooMany, type Limit } from '../http/rate-limits.ts'
import { inLanguage } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { findContactByEmail, holdContact } from './own-data-queries.ts'
import { ownDataTextsIn } from './own-data-texts.ts'
import type { OwnLink } from './personal-data.ts'

/** Each letter ends the links of the one before: nobody may do that to a stranger all day. */
const PER_EMAIL: Limit = { count: 3, minutes: 60 }
const PER_ADDRESS: Limit = { count: 60, minutes: 60 }

/**
 * "I lost my link": a letter with new links to all that is theirs. The answer is the same whether the address is known
 * here or not, and so is what is done before it.
 */
export async function sendLinks(
  services: Services,
  doors: readonly Door[],
  email: string,
  networkAddress: string,
): Promise<'sent' | 'too-many'> {
  if (await isTooMany(services, 'links-address', networkAddress, PER_ADDRESS)) return 'too-many'
  if (await isTooMany(services, 'links-email', email, PER_EMAIL)) return 'sent'
  await services.db.begin(async (tx) => {
    const known = await findContactByEmail(tx, email)
    const contact = known && (await holdContact(tx, known.id))
    if (!contact) return
    const links: OwnLink[] = []
    for (const { personalData } of doors)
      links.push(...((await personalData?.linksOf(tx, services, contact.lang, contact.id)) ?? []))
    if (links.length === 0) return
    const { url } = services.settings
    const lines = links.map(({ title, href }) => `${title}\n${url}${inLanguage(contact.lang, href)}`)
    const t = ownDataTextsIn(contact.lang).letters
    const letter = { lang: contact.lang, subject: t.linksSubject, body: t.links(lines) }
    await queueLetter(tx, services, { institutionId: null, kind: 'service', recipient: contact.email, ...letter })
  })
  return 'sent'
}
