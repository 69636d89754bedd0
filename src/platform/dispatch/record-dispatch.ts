import type { Transaction } from '../db/database.ts'
import type { FieldChange } from '../history/change-rules.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { findDispatchByForm, insertAddressee, insertDispatch } from './dispatch-queries.ts'
import { DISPATCH_KIND, type PaperWay, type Way } from './dispatch-rules.ts'

/** A paper that leaves the house, whatever record it belongs to. */
export type Paper = {
  institutionId: string
  /** The letter, case or message that goes out: `letters.letter:<id>`. */
  subject: string
  /** For lists and the history: never the addressee's name. */
  title: string
  lang: Lang
  /** Kept in a row of its own, which is erased with the person's data. */
  to: { name: string; postal: string | null; contactId: string | null }
  by: ChangedBy
  /** The number of the form that entered it, when one did. */
  form?: string
}

const LONGEST_TITLE = 250

/** It has gone out: by hand, by post, by e-mail, fetched. `slip`: the number on the receipt of a registered letter. */
export const recordDispatch = (
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  sent: Paper & { way: Way; handedOn: CivilDate; slip?: string | null; corrects?: string },
): Promise<{ id: string }> =>
  enter(tx, services, sent, {
    way: sent.way,
    state: 'handed-on',
    handedOn: sent.handedOn,
    slip: sent.slip || null,
    correctsId: sent.corrects ?? null,
    words: null,
  })

/**
 * It is to go out on paper: it stands in the queue "to print" until somebody has handed it on. `words`: what is printed
 * under the address; null where the record has a paper of its own (a PDF), of which only the address sheet is printed.
 */
export const queueForPaper = (
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  paper: Paper & { way: PaperWay; words: string | null },
): Promise<{ id: string }> =>
  enter(tx, services, paper, {
    way: paper.way,
    state: 'to-print',
    handedOn: null,
    slip: null,
    correctsId: null,
    words: paper.words,
  })

type Entry = {
  way: Way
  state: 'to-print' | 'handed-on'
  handedOn: CivilDate | null
  slip: string | null
  correctsId: string | null
  words: string | null
}

async function enter(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  paper: Paper,
  { words, ...entry }: Entry,
): Promise<{ id: string }> {
  const { institutionId, subject, by, form = null } = paper
  const at = clock.now()
  const id = await insertDispatch(tx, {
    ...entry,
    institutionId,
    subject,
    title: [...paper.title].slice(0, LONGEST_TITLE).join(''),
    lang: paper.lang,
    createdAt: at,
    createdById: typeof by === 'string' ? null : by.accountId,
    formId: form,
  })
  if (id === null) return (form && (await findDispatchByForm(tx, form))) || neverEntered()
  await insertAddressee(tx, id, { ...paper.to, words })
  const kind = entry.state === 'to-print' ? 'queued-for-paper' : 'dispatched'
  const fields: FieldChange[] = [
    { field: 'way', from: null, to: entry.way },
    ...(entry.handedOn ? [{ field: 'handedOn', from: null, to: entry.handedOn }] : []),
    ...(entry.slip ? [{ field: 'slip', from: null, to: entry.slip }] : []),
  ]
  // In the history of the paper, and of the record that it belongs to.
  for (const ref of [refOf(DISPATCH_KIND, id), subject])
    await recordChange(tx, { institutionId, subject: ref, kind, by, at, fields })
  return { id }
}

function neverEntered(): never {
  throw new Error('An entry that nobody made stands in the way of its form')
}
