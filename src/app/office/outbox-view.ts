import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { installationPermissions } from '../installation-permissions.ts'
import { findOutboxLetter, listOutbox, type OutboxLetter, type Reach } from './outbox-queries.ts'
import { mailReaders } from './mail-readers.ts'

const PER_PAGE = 20
const UNCERTAIN_SHOWN = 50

export type OutboxView = {
  recipient: string
  letters: readonly OutboxLetter[]
  /** Before the others and on the first page alone: they wait for somebody's decision. */
  uncertain: readonly OutboxLetter[]
  /** Key of the next page. */
  older: string | null
  first: boolean
}

/** Which letters this official may see: in demonstration mode all of them. */
export const reachOf = (official: Official, demo: boolean): Reach => ({
  institutions: demo ? null : institutionsWhere(official, mailReaders(false)),
})

export async function viewOutbox(
  { db, settings }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<OutboxView> {
  const reach = reachOf(official, settings.demo)
  const after = readListKey(query.pas)
  const recipient = settings.demo ? (query.adresa ?? '').trim().toLowerCase().slice(0, 254) : ''
  const wanted = { ...reach, recipient, after, limit: PER_PAGE + 1 }
  const [found, uncertain] = await Promise.all([
    listOutbox(db, lang, { ...wanted, state: settings.demo ? 'any' : 'settled' }),
    settings.demo || after
      ? []
      : listOutbox(db, lang, { ...reach, recipient: '', after: null, state: 'uncertain', limit: UNCERTAIN_SHOWN }),
  ])
  const letters = found.slice(0, PER_PAGE)
  const last = found.length > PER_PAGE ? letters.at(-1) : undefined
  const older = last ? writeListKey({ at: last.createdAt, id: last.id }) : null
  return { recipient, letters, uncertain, older, first: after === null }
}

export type LetterView = {
  letter: OutboxLetter
  /** It waits for somebody to decide whether it goes out once more. */
  waits: boolean
  /** This official may decide that. */
  maySendAgain: boolean
}

export async function viewLetter(
  { db, settings }: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<LetterView | null> {
  const letter = await findOutboxLetter(db, lang, id, reachOf(official, settings.demo))
  if (!letter) return null
  const waits = letter.state === 'uncertain' || letter.state === 'failed'
  return { letter, waits, maySendAgain: maySendAgain(official, letter) }
}

function maySendAgain(official: Official, { institutionId }: OutboxLetter): boolean {
  const roles = installationPermissions['mail.send-again']
  return institutionId === null ? institutionsWhere(official, roles) === null : mayIn(official, roles, institutionId)
}
