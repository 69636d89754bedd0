import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey, type ListKey } from '#platform/lists/list-key.ts'
import { LETTER_KINDS, LETTER_STATES, LETTER_SUBJECT, waitsForStaff } from '#platform/mail/letter-rules.ts'
import type { LetterKind, LetterState } from '#platform/mail/letter-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { endOfDay, readCivilDate, startOfDay } from '#platform/time/civil-date.ts'
import { installationPermissions } from '../../installation-permissions.ts'
import { mailPermissions } from './permissions.ts'
import { mailReaders } from './mail-readers.ts'
import { findOutboxLetter, listLetterChanges, listOutbox } from './outbox-queries.ts'
import type { LetterChange, OutboxLetter, Reach } from './outbox-queries.ts'

const PER_PAGE = 20
const WAITING_SHOWN = 50
/** Both countries keep this time. */
const ZONE = 'Europe/Tirane'

/** What stands in the address. */
export type OutboxQuestion = {
  state: LetterState | null
  kind: LetterKind | null
  institution: string
  /** `2026-11-22`, or nothing. */
  day: string
  recipient: string
  after: ListKey | null
}

export function readOutboxQuestion(query: Record<string, string | undefined>, demo: boolean): OutboxQuestion {
  return {
    state: LETTER_STATES.find((state) => state === query.gjendja) ?? null,
    kind: LETTER_KINDS.find((kind) => kind === query.lloji) ?? null,
    institution: isUuid(query.institucioni ?? '') ? (query.institucioni ?? '') : '',
    day: readCivilDate(query.dita ?? '') ?? '',
    recipient: demo ? (query.adresa ?? '').trim().toLowerCase().slice(0, 254) : '',
    after: readListKey(query.pas),
  }
}

export type OutboxView = {
  question: OutboxQuestion
  institutions: readonly InstitutionSummary[]
  letters: readonly OutboxLetter[]
  /** Before the others and on the first page alone: they wait for somebody's decision. */
  waiting: readonly OutboxLetter[]
  /** Key of the next page. */
  older: string | null
}

/** Which letters this official may see: in demonstration mode all of them. */
export const reachOf = (official: Official, demo: boolean): Reach => ({
  institutions: demo ? null : institutionsWhere(official, mailReaders(false)),
})

export async function viewOutbox(
  { db, settings }: Services,
  lang: Lang,
  official: Official,
  question: OutboxQuestion,
): Promise<OutboxView> {
  const all = reachOf(official, settings.demo).institutions
  const { day, institution, after } = question
  const wish = {
    ...question,
    institutions: narrowed(all, institution),
    from: day ? startOfDay(day, ZONE) : null,
    to: day ? endOfDay(day, ZONE) : null,
    limit: PER_PAGE + 1,
  }
  const plain = question.state === null && question.kind === null && day === '' && after === null
  const [found, waiting, institutions] = await Promise.all([
    listOutbox(db, lang, wish),
    settings.demo || !plain ? [] : listOutbox(db, lang, { ...wish, state: 'waiting', limit: WAITING_SHOWN }),
    listInstitutions(db, lang, all),
  ])
  const letters = found.slice(0, PER_PAGE)
  const last = found.length > PER_PAGE ? letters.at(-1) : undefined
  const older = last ? writeListKey({ at: last.createdAt, id: last.id }) : null
  return { question, institutions, letters, waiting, older }
}

/** An institution from the address narrows what the official may see, and never widens it. */
function narrowed(all: readonly string[] | null, institution: string): readonly string[] | null {
  if (institution === '') return all
  return all === null || all.includes(institution) ? [institution] : []
}

export type LetterView = {
  letter: OutboxLetter
  /** It waits for somebody to decide whether it goes out once more. */
  waits: boolean
  /** This official may decide that. */
  mayDecide: boolean
  /** This official may have it printed. */
  mayPrint: boolean
  changes: readonly LetterChange[]
}

export async function viewLetter(
  { db, settings }: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<LetterView | null> {
  const letter = await findOutboxLetter(db, lang, id, reachOf(official, settings.demo))
  if (!letter) return null
  const changes = await listLetterChanges(db, refOf(LETTER_SUBJECT, id))
  const { institutionId } = letter
  const mayPrint = institutionId !== null && mayIn(official, mailPermissions['mail.print'], institutionId)
  return { letter, waits: waitsForStaff(letter.state), mayDecide: mayDecide(official, letter), mayPrint, changes }
}

function mayDecide(official: Official, { institutionId }: OutboxLetter): boolean {
  const roles = installationPermissions['mail.send-again']
  return institutionId === null ? institutionsWhere(official, roles) === null : mayIn(official, roles, institutionId)
}
