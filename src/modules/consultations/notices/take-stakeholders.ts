import { readEmail } from '#platform/auth/email.ts'
import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import type { InEveryLanguage } from '#platform/i18n/language.ts'
import type { ImportedCell, Taken, TableTarget, TakeOrder } from '#platform/imports/table-target.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { SENDER_KINDS, type SenderKind } from '../comments/comment-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { KEEP_AT_MOST_DAYS, NOTICE_LIMITS } from './notice-rules.ts'
import { countImported, insertStakeholder, removeImported, type StakeholderFields } from './stakeholder-queries.ts'
import { noticeUrls } from './urls.ts'
import { STAKEHOLDER_KIND } from './write-stakeholder.ts'

const tableTexts = (lang: 'sq' | 'en') => textsIn(lang).notices.stakeholders
const inBoth = (say: (t: ReturnType<typeof tableTexts>) => string): InEveryLanguage<string> => ({
  sq: say(tableTexts('sq')),
  en: say(tableTexts('en')),
})

type Column = 'name' | 'kind' | 'email' | 'lang' | 'source' | 'consentOn' | 'keepUntil'

const column = (name: Column, more: { date?: boolean; required?: boolean; known: readonly string[] }) => ({
  name,
  title: inBoth((t) => t.table[name]),
  type: more.date ? ('date' as const) : ('string' as const),
  required: more.required ?? false,
  known: more.known,
})

/** The list of addresses that a municipality keeps as a table already. */
export const stakeholderTable: TableTarget = {
  name: 'consultations.stakeholders',
  title: inBoth((t) => t.table.title),
  officeHref: noticeUrls.stakeholders(),
  roles: may['consultations.write'],
  columns: [
    column('name', { required: true, known: ['emri', 'organizata', 'pala', 'institucioni', 'name', 'organisation'] }),
    column('kind', { known: ['lloji', 'kategoria', 'kind', 'type'] }),
    column('email', { required: true, known: ['e-posta', 'email', 'e-mail', 'posta', 'adresa elektronike'] }),
    column('lang', { known: ['gjuha', 'language'] }),
    column('source', { required: true, known: ['burimi', 'burimi i adresës', 'source'] }),
    column('consentOn', { date: true, known: ['dita e pëlqimit', 'pëlqimi', 'consent'] }),
    column('keepUntil', { date: true, known: ['mbahet deri', 'ruhet deri', 'kept until'] }),
  ],
  sameBy: ['email'],
  take: (tx, _services, order) => take(tx, order),
  undo: async (tx, _services, { importId }) => {
    const removed = await removeImported(tx, importId)
    return { removed, kept: await countImported(tx, importId) }
  },
}

async function take(tx: Transaction, order: TakeOrder): Promise<Taken> {
  const { institutionId, importId, at, by } = order
  const today = civilDateIn('Europe/Tirane', at)
  const refused: { at: number; column: string; why: InEveryLanguage<string> }[] = []
  let [added, known] = [0, 0]
  for (const row of order.rows) {
    const read = readRow(row.cells, today)
    if ('column' in read) {
      refused.push({ at: row.at, column: read.column, why: inBoth((t) => t.errors[read.why]) })
      continue
    }
    const account = typeof by === 'string' ? null : by.accountId
    const given = { ...read.fields, institutionId, importId, at, by: account, leaveToken: newPrivateLink().token }
    const id = await insertStakeholder(tx, given)
    if (id === null) known += 1
    else {
      added += 1
      await recordChange(tx, { institutionId, subject: refOf(STAKEHOLDER_KIND, id), kind: 'created', by, at })
    }
  }
  return { added, known, refused }
}

type Errors = keyof ReturnType<typeof tableTexts>['errors']
type Read = { fields: StakeholderFields } | { column: Column; why: Errors }

/** One row; without a day it is kept for a year, and a private person only with the day of their consent. */
function readRow(cells: Readonly<Record<string, ImportedCell>>, today: string): Read {
  const words = (name: Column) => String(cells[name] ?? '').trim()
  const [name, source] = [words('name'), words('source')]
  const email = readEmail(words('email'))
  const kind = kindOf(words('kind'))
  const consentOn = words('consentOn') || null
  const keepUntil = words('keepUntil') || addDays(today, 365)
  if (lengthOf(name) < 2 || lengthOf(name) > NOTICE_LIMITS.name) return { column: 'name', why: 'name' }
  if (!email) return { column: 'email', why: 'email' }
  if (!kind) return { column: 'kind', why: 'kind' }
  if (lengthOf(source) < 3 || lengthOf(source) > NOTICE_LIMITS.source) return { column: 'source', why: 'source' }
  if (kind === 'citizen' && consentOn === null) return { column: 'consentOn', why: 'person' }
  if (consentOn !== null && consentOn > today) return { column: 'consentOn', why: 'consentOn' }
  if (keepUntil <= today || keepUntil > addDays(today, KEEP_AT_MOST_DAYS))
    return { column: 'keepUntil', why: 'keepUntil' }
  const lang = /^en|angl/i.test(words('lang')) ? 'en' : 'sq'
  const ground = consentOn === null ? 'public-role' : 'consent'
  return { fields: { name, kind, email, lang, source, ground, consentOn, keepUntil } }
}

/**
 * By its word in either language, or its name here; a table often has the first words alone, "Biznes", and they will do
 * where they are those of one kind. Nothing said: an organisation of another kind.
 */
function kindOf(words: string): SenderKind | null {
  if (words === '') return 'other'
  const said = words.toLowerCase()
  const named = (fits: (name: string) => boolean): SenderKind[] =>
    SENDER_KINDS.filter((kind) =>
      [kind, textsIn('sq').notices.senders[kind], textsIn('en').notices.senders[kind]].some((one) =>
        fits(one.toLowerCase()),
      ),
    )
  const [whole] = named((name) => name === said)
  const begun = named((name) => name.startsWith(`${said} `))
  return whole ?? (begun.length === 1 ? (begun[0] ?? null) : null)
}
