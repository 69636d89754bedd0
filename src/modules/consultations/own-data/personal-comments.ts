import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { OwnLink, WithdrawnConsent } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import { enterCommentAnew } from '../ledger/enter-comment-anew.ts'
import { recordOfComment } from '../record-history.ts'
import { textsIn } from '../texts.ts'
import { ownCommentUrls } from '../urls.ts'
import {
  hideName,
  holdCommentById,
  holdCommentsOf,
  listPersonalComments,
  setName,
  setToken,
} from './personal-comment-queries.ts'

/** A new link for each comment; those in older letters end. */
export async function newLinksOf(
  tx: Transaction,
  _services: Services,
  lang: Lang,
  contactId: string,
): Promise<readonly OwnLink[]> {
  await holdCommentsOf(tx, contactId)
  const links: OwnLink[] = []
  for (const { id, code, title } of await listPersonalComments(tx, lang, contactId)) {
    const link = newPrivateLink()
    await setToken(tx, id, link.digest)
    links.push({ title: textsIn(lang).recordTitle(code ?? '', title), href: ownCommentUrls.one(link.token) })
  }
  return links
}

/** The name is in no page and no export from the commit on, in none of the wordings. */
export async function hideNameOf(tx: Transaction, services: Services, consent: WithdrawnConsent): Promise<void> {
  const [comment] = await holdCommentById(tx, readRef(consent.subject ?? '')?.id ?? '')
  if (!comment || comment.contactId !== consent.contactId) return
  const { id, institutionId } = comment
  const at = services.clock.now()
  await hideName(tx, id, at)
  const fields = [{ field: 'author-name', from: null, to: null }]
  await recordOfComment(tx, { institutionId, id, kind: 'name-hidden', by: 'citizen', at, fields })
  await enterCommentAnew(tx, services, id, { ground: 'name-hidden', role: 'citizen' })
}

export async function renameIn(tx: Transaction, services: Services, contactId: string, name: string): Promise<number> {
  const at = services.clock.now()
  let mended = 0
  for (const { id, institutionId } of await holdCommentsOf(tx, contactId)) {
    if (!(await setName(tx, id, name))) continue
    const fields = [{ field: 'author-name', from: null, to: null }]
    await recordOfComment(tx, { institutionId, id, kind: 'name-corrected', by: 'citizen', at, fields })
    await enterCommentAnew(tx, services, id, { ground: 'name-corrected', role: 'citizen' })
    mended++
  }
  return mended
}
