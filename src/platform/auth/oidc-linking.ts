import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { deleteIdentity, insertIdentity, listIdentities, lockIdentity, type Provider } from './oidc-queries.ts'
import type { PendingLink } from './oidc-rules.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import { ownerOf } from './sessions.ts'
import { tellOfMeans } from './tell-of-means.ts'
import type { MeansNews } from './means-mail.ts'
import type { Visitor } from './visitor.ts'

export type LinkOutcome = { kind: 'linked' | 'linked-before' } | { kind: 'refused'; reason: 'of-somebody-else' }

/** Ties an identity that was shown in this very session to whoever is signed in. */
export async function linkIdentity(
  services: Services,
  visitor: Visitor,
  provider: Provider,
  { subject, label }: Pick<PendingLink, 'subject' | 'label'>,
  lang: Lang,
): Promise<LinkOutcome> {
  const now = services.clock.now()
  const owner = ownerOf(visitor)
  return services.db.begin(async (tx): Promise<LinkOutcome> => {
    if (await insertIdentity(tx, { providerId: provider.id, subject, owner, label }, now)) {
      await tell(tx, services, visitor, { kind: 'identity-linked', provider: provider.name }, lang, now)
      return { kind: 'linked' }
    }
    const known = await lockIdentity(tx, provider.id, subject)
    const mine = 'accountId' in owner ? known?.accountId === owner.accountId : known?.contactId === owner.contactId
    return mine ? { kind: 'linked-before' } : { kind: 'refused', reason: 'of-somebody-else' }
  })
}

/** False when the visitor has no such identity. Nobody is locked out by it: the mailed code always works. */
export async function unlinkIdentity(services: Services, visitor: Visitor, id: string, lang: Lang): Promise<boolean> {
  const now = services.clock.now()
  const owner = ownerOf(visitor)
  return services.db.begin(async (tx) => {
    const identity = (await listIdentities(tx, owner)).find((one) => one.id === id)
    if (!identity || !(await deleteIdentity(tx, owner, id))) return false
    await tell(tx, services, visitor, { kind: 'identity-unlinked', provider: identity.provider }, lang, now)
    return true
  })
}

async function tell(
  tx: Transaction,
  services: Services,
  visitor: Visitor,
  news: Extract<MeansNews, { kind: 'identity-linked' | 'identity-unlinked' }>,
  lang: Lang,
  at: Date,
): Promise<void> {
  if (visitor.kind === 'staff') await insertSecurityEvent(tx, { at, kind: news.kind, accountId: visitor.accountId })
  await tellOfMeans(tx, services, { email: visitor.email, lang }, news)
}
