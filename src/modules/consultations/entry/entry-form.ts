import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { readAnswers } from '../questions/answer-form.ts'
import type { Answer, Question } from '../questions/question-rules.ts'
import { COMMENT_LIMITS, SENDER_KINDS, type Anchor } from '../comments/comment-rules.ts'
import { readDay } from '../drafting/draft-form.ts'
import type { DeliveryFacts } from './delivery-queries.ts'
import type { EnteredFacts, Sender } from './enter-points.ts'
import { ENTRY_CHANNELS, ENTRY_LIMITS, refusalOfDays, TOLD } from './entry-rules.ts'
import type { MemberDraft } from './keep-members.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import type { EntryTexts } from './texts.sq.ts'

const DAYS = ['thene', 'marre', 'protokolluar'].flatMap((name) =>
  ['day', 'month', 'year'].map((part) => `${name}-${part}`),
)

export const FACT_FIELDS = [
  'menyra',
  'titulli',
  'rekomande',
  'protokolli',
  'numri-jashtem',
  'njoftuar',
  'gjithsesi',
  'burimi',
  ...DAYS,
] as const
export const SENDER_FIELDS = ['folesi', 'emri', 'organizata', 'lloji', 'emri-publik', 'adresa', 'gjuha'] as const
export const ENTRY_FIELDS = ['dergesa', ...FACT_FIELDS, ...SENDER_FIELDS, 'komenti', 'neni', 'fragmenti'] as const
export const SPLIT_FIELDS = ['dergesa', ...FACT_FIELDS, ...SENDER_FIELDS, 'letra'] as const
export const JOINT_FIELDS = [...ENTRY_FIELDS, 'grupi', 'grupi-tematik', 'anetaret', 'pelqimi'] as const

const SOURCE = /^[a-z-]+\.[a-z-]+:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** How and when it came. `errors` gets what is to be mended. */
export function readFacts(typed: Typed, t: EntryTexts, today: CivilDate, errors: FieldErrors): EnteredFacts {
  const channel = ENTRY_CHANNELS.find((one) => one === typed.menyra)
  if (!channel) errors.menyra = t.errors.channel
  const [said, came, filed] = [readDay(typed, 'thene'), readDay(typed, 'marre'), readDay(typed, 'protokolluar')]
  if (!said.day) errors.thene = t.errors.happened
  // Said at a counter, on the telephone or in a meeting, it has arrived by that.
  const receivedOn = came.day ?? (came.understood && channel !== 'post' ? said.day : null)
  if (!receivedOn) errors.marre = t.errors.received
  const days = said.day && receivedOn ? refusalOfDays(said.day, receivedOn, today) : null
  if (days) errors[days === 'order' ? 'marre' : 'thene'] = t.errors.dates[days]
  if (!filed.understood || (filed.day !== null && filed.day > today)) errors.protokolluar = t.errors.protocolDate
  const within = (name: string, most: number, least: number, words: string): string => {
    const value = (typed[name] ?? '').replace(/\s+/g, ' ')
    if (value !== '' && (lengthOf(value) > most || lengthOf(value) < least)) errors[name] = words
    return value
  }
  return {
    channel: channel ?? 'counter',
    title: within('titulli', ENTRY_LIMITS.title, 2, t.errors.title),
    happenedOn: said.day ?? today,
    receivedOn: receivedOn ?? today,
    registeredPost: channel === 'post' && typed.rekomande === 'po',
    protocolNumber: within('protokolli', ENTRY_LIMITS.protocol, 1, t.errors.protocol) || null,
    protocolDate: filed.day,
    outsideNumber: within('numri-jashtem', ENTRY_LIMITS.outside, 1, t.errors.outside) || null,
    told: TOLD.find((one) => one === typed.njoftuar) ?? null,
    sourceRef: SOURCE.test(typed.burimi ?? '') ? (typed.burimi ?? null) : null,
    evenIfTaken: typed.gjithsesi === 'po',
  }
}

export function readSender(typed: Typed, t: EntryTexts, errors: FieldErrors): Sender {
  const organisation = typed.folesi === 'organizate'
  if (!organisation && typed.folesi !== 'vete') errors.folesi = t.errors.speaker
  const called = typed.organizata ?? ''
  if (organisation && (lengthOf(called) < 2 || lengthOf(called) > COMMENT_LIMITS.organisation))
    errors.organizata = t.errors.organisation
  const name = typed.emri ?? ''
  if (name !== '' && (lengthOf(name) < 2 || lengthOf(name) > COMMENT_LIMITS.name)) errors.emri = t.errors.name
  const namePublic = typed['emri-publik'] === 'po'
  if (namePublic && name === '') errors.emri = t.errors.namePublic
  const email = readEmail(typed.adresa ?? '')
  if ((typed.adresa ?? '') !== '' && email === null) errors.adresa = t.errors.email
  const kind = SENDER_KINDS.find((one) => one === typed.lloji) ?? null
  return {
    onBehalf: organisation ? 'organisation' : 'person',
    authorName: name || null,
    organisation: organisation ? called : null,
    senderKind: kind ?? (organisation ? null : 'citizen'),
    namePublic,
    email,
    lang: typed.gjuha === 'en' ? 'en' : 'sq',
  }
}

/** `answered`: where a questionnaire is typed in, words may be missing. */
export function readWords(
  typed: Typed,
  t: EntryTexts,
  errors: FieldErrors,
  answered = false,
): { body: string; anchor: Anchor } {
  const says = /[\p{L}\p{N}\p{S}]/u.test(typed.komenti ?? '')
  const body = says ? (typed.komenti ?? '') : ''
  if (!says && !answered) errors.komenti = t.errors.words
  else if (lengthOf(body) > COMMENT_LIMITS.body) errors.komenti = t.errors.wordsLong(COMMENT_LIMITS.body)
  const { neni = '', fragmenti = '' } = typed
  if (lengthOf(fragmenti) > COMMENT_LIMITS.quote) errors.fragmenti = t.errors.quote
  if (!isUuid(neni)) return { body, anchor: { about: 'whole' } }
  if (fragmenti === '') return { body, anchor: { about: 'article', nodeId: neni } }
  return { body, anchor: { about: 'passage', nodeId: neni, quote: fragmenti, prefix: '', suffix: '' } }
}

export type SingleEntry = {
  formId: string
  facts: EnteredFacts
  sender: Sender
  point: { body: string; anchor: Anchor; answers: Answer[] }
}

type Point = SingleEntry['point']

/** Of what is asked about articles only what is asked about this comment's own can be answered by it. */
function readAnswered(
  form: FormData,
  { neni = '' }: Typed,
  { entry, questions: t }: ConsultationTexts,
  questions: readonly Question[],
  errors: FieldErrors,
): { answers: Answer[]; typed: Typed; answered: boolean } {
  const read = readAnswers(form, questions, t)
  const answered = read.answers.length > 0 || Object.keys(read.errors).length > 0
  Object.assign(errors, read.errors)
  const elsewhere = questions.some(
    ({ id, nodeId }) => nodeId !== null && nodeId !== neni && read.answers.some(({ question }) => question === id),
  )
  if (elsewhere) errors.neni = entry.errors.answerElsewhere
  return { answers: read.answers, typed: read.typed, answered }
}

/** One comment, with all that is known of how it came. `questions`: what the institution asks in this consultation. */
export function readEntryForm(
  form: FormData,
  texts: ConsultationTexts,
  today: CivilDate,
  questions: readonly Question[],
): Parsed<SingleEntry> {
  const t = texts.entry
  const errors: FieldErrors = {}
  const plain = typedOf(form, ENTRY_FIELDS)
  const said = readAnswered(form, plain, texts, questions, errors)
  const typed = { ...plain, ...said.typed }
  const facts = readFacts(typed, t, today, errors)
  const sender = readSender(typed, t, errors)
  const point: Point = { ...readWords(typed, t, errors, said.answered), answers: said.answers }
  const formId = typed.dergesa ?? ''
  if (!isUuid(formId)) errors.komenti ??= t.errors.form
  return Object.keys(errors).length > 0
    ? { ok: false, errors, typed }
    : { ok: true, value: { formId, facts, sender, point } }
}

export type SplitEntry = { formId: string; facts: EnteredFacts; sender: Sender; pasted: string }

/** A letter before it is cut: how it came and from whom, and its words or a document. `typed` alone is read again later. */
export function readSplitForm(typed: Typed, t: EntryTexts, today: CivilDate, files: number): Parsed<SplitEntry> {
  const errors: FieldErrors = {}
  const facts = readFacts(typed, t, today, errors)
  const sender = readSender(typed, t, errors)
  const pasted = typed.letra ?? ''
  if (pasted === '' && files === 0) errors.letra = t.errors.letter
  else if (pasted.length > ENTRY_LIMITS.letter) errors.letra = t.errors.letterLong
  const formId = typed.dergesa ?? ''
  if (!isUuid(formId)) errors.letra ??= t.errors.form
  return Object.keys(errors).length > 0
    ? { ok: false, errors, typed }
    : { ok: true, value: { formId, facts, sender, pasted } }
}

export type JointEntry = SingleEntry & {
  joint: { groupName: string; thematicGroupId: string | null; members: MemberDraft[] }
}

/** Several organisations with one voice. `groups`: members of the institution's own, for whoever chose one and wrote none. */
export function readJointForm(
  form: FormData,
  texts: ConsultationTexts,
  today: CivilDate,
  {
    groups,
    questions,
  }: {
    groups: readonly { id: string; members: readonly Omit<MemberDraft, 'person'>[] }[]
    questions: readonly Question[]
  },
): Parsed<JointEntry> {
  const t = texts.entry
  const errors: FieldErrors = {}
  const plain = typedOf(form, JOINT_FIELDS)
  const said = readAnswered(form, plain, texts, questions, errors)
  const typed = { ...plain, ...said.typed }
  const facts = readFacts(typed, t, today, errors)
  const point: Point = { ...readWords(typed, t, errors, said.answered), answers: said.answers }
  const groupName = (typed.grupi ?? '').replace(/\s+/g, ' ')
  if (lengthOf(groupName) < 2 || lengthOf(groupName) > ENTRY_LIMITS.group) errors.grupi = t.errors.group
  const chosen = groups.find(({ id }) => id === typed['grupi-tematik'])
  const written = readMembers(typed.anetaret ?? '', t, errors)
  const members = written.length === 0 && chosen ? chosen.members.map((one) => ({ ...one, person: null })) : written
  if (members.length < 2) errors.anetaret ??= t.errors.members
  if (members.some(({ person }) => person !== null) && typed.pelqimi !== 'po') errors.pelqimi = t.errors.consent
  // The group speaks; persons are named by its members alone.
  const spoken = { ...typed, folesi: 'organizate', organizata: groupName || '–', 'emri-publik': 'jo', lloji: 'group' }
  const sender = readSender(spoken, t, errors)
  delete errors.organizata
  const formId = typed.dergesa ?? ''
  if (!isUuid(formId)) errors.komenti ??= t.errors.form
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const joint = { groupName, thematicGroupId: chosen?.id ?? null, members }
  return { ok: true, value: { formId, facts, sender, point, joint } }
}

/** `organisation; role; e-mail; person`, one a line, as people write or paste it. */
export function readMembers(words: string, t: EntryTexts, errors: FieldErrors): MemberDraft[] {
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > ENTRY_LIMITS.members) errors.anetaret = t.errors.membersMany(ENTRY_LIMITS.members)
  return lines.slice(0, ENTRY_LIMITS.members).map((line, index) => {
    const [organisation = '', role = '', address = '', person = ''] = line.split(/[;\t]/).map((one) => one.trim())
    const email = readEmail(address)
    if (lengthOf(organisation) < 2 || lengthOf(organisation) > COMMENT_LIMITS.organisation)
      errors.anetaret ??= t.errors.memberLine(index + 1)
    if (address !== '' && email === null) errors.anetaret ??= t.errors.memberEmail(index + 1)
    if (person !== '' && (lengthOf(person) < 2 || lengthOf(person) > COMMENT_LIMITS.name))
      errors.anetaret ??= t.errors.name
    if (lengthOf(role) === 1 || lengthOf(role) > 200) errors.anetaret ??= t.errors.memberLine(index + 1)
    return { organisation, role: role || null, email, person: person || null }
  })
}

export const CORRECT_FIELDS = [...FACT_FIELDS, 'lloji', 'arsyeja', 'versioni', 'versioni-komentit'] as const

type ReadCorrection = DeliveryFacts & {
  senderKind: (typeof SENDER_KINDS)[number] | null
  reason: string
  fromVersion: number
  evenIfTaken: boolean
  /** Null: nothing is asked, and nothing changes. */
  answers: { given: Answer[]; fromVersion: number } | null
}

/** What is known of a delivery, put right with a reason. `questions`: those that its comment may answer. */
export function readCorrection(
  form: FormData,
  { entry: t, questions: asking }: ConsultationTexts,
  today: CivilDate,
  { titleBefore, questions }: { titleBefore: string; questions: readonly Question[] },
): Parsed<ReadCorrection> {
  const read = readAnswers(form, questions, asking)
  const typed = { ...typedOf(form, CORRECT_FIELDS), ...read.typed }
  const errors: FieldErrors = { ...read.errors }
  const { sourceRef: _, ...facts } = readFacts(typed, t, today, errors)
  const reason = typed.arsyeja ?? ''
  if (lengthOf(reason) < 5 || lengthOf(reason) > 1000) errors.arsyeja = t.delivery.reasonError
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const senderKind = SENDER_KINDS.find((one) => one === typed.lloji) ?? null
  const fromVersion = Number(typed.versioni) || 0
  const answers =
    questions.length > 0 ? { given: read.answers, fromVersion: Number(typed['versioni-komentit']) || 0 } : null
  return { ok: true, value: { ...facts, title: facts.title || titleBefore, senderKind, reason, fromVersion, answers } }
}
