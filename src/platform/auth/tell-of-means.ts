import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { meansLetter, type MeansNews } from './means-mail.ts'

/** Tells whom an account belongs to, in the transaction of the change: a thief cannot change it unseen. */
export async function tellOfMeans(
  tx: Transaction,
  services: Services,
  to: { email: string; lang: Lang },
  news: MeansNews,
): Promise<void> {
  const letter = meansLetter(to.lang, news, `${services.settings.url}/llogaria`)
  await queueLetter(tx, services, {
    institutionId: null,
    kind: 'service',
    recipient: to.email,
    lang: to.lang,
    ...letter,
  })
}
