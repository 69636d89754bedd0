import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readDay } from '../drafting/draft-form.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import type { CoLeaderForm } from './lead-together.ts'
import { NOTICE_LIMITS, type NoticeWords } from './notice-rules.ts'

const WORDS = ['arsyet', 'arsyet-en', 'pasojat', 'pasojat-en', 'pyetjet', 'pyetjet-en'] as const
const LEADER = ['partneri', 'emri', 'posti', 'lexon', 'dergesa'] as const
const days = (name: string) => ['day', 'month', 'year'].map((part) => `${name}-${part}`)
const POSTING = ['vendi', ...days('afishuar'), ...days('ulur'), 'dergesa']

export const typedWords = (form: FormData): Typed => typedOf(form, [...WORDS, 'gjendja'])
export const typedLeader = (form: FormData): Typed => typedOf(form, LEADER)
export const typedPosting = (form: FormData): Typed => typedOf(form, POSTING)

/** `stamp`: the last change that the form showed. */
export type WordsForm = { words: NoticeWords; stamp: number }

export function readWordsForm(typed: Typed, texts: ConsultationTexts): Parsed<WordsForm> {
  const errors: FieldErrors = {}
  for (const name of WORDS) {
    if (lengthOf(typed[name] ?? '') > NOTICE_LIMITS.words) errors[name] = texts.notices.office.tooLong
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const words = {
    reasons: typed.arsyet ?? '',
    reasonsEn: typed['arsyet-en'] ?? '',
    effect: typed.pasojat ?? '',
    effectEn: typed['pasojat-en'] ?? '',
    questions: typed.pyetjet ?? '',
    questionsEn: typed['pyetjet-en'] ?? '',
  }
  return { ok: true, value: { words, stamp: Number(typed.gjendja) || 0 } }
}

export const typedOfWords = (words: NoticeWords & { changedAt?: Date }): Typed => ({
  arsyet: words.reasons,
  'arsyet-en': words.reasonsEn,
  pasojat: words.effect,
  'pasojat-en': words.effectEn,
  pyetjet: words.questions,
  'pyetjet-en': words.questionsEn,
  gjendja: String(words.changedAt?.getTime() ?? 0),
})

export function readLeaderForm(typed: Typed, texts: ConsultationTexts): Parsed<CoLeaderForm> {
  const t = texts.notices.office.leaderErrors
  const errors: FieldErrors = {}
  const { partneri = '', emri = '', posti = '', lexon = '', dergesa = '' } = typed
  const partnerId = isUuid(partneri) ? partneri : null
  if ((partnerId === null) === (emri === '')) errors.partneri = t.one
  if (emri !== '' && (lengthOf(emri) < 2 || lengthOf(emri) > NOTICE_LIMITS.name)) errors.emri = t.name
  if (posti !== '' && (lengthOf(posti) < 2 || lengthOf(posti) > NOTICE_LIMITS.name)) errors.posti = t.contact
  if (lexon === 'po' && partnerId === null) errors.lexon = t.reads
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const value = {
    partnerId,
    name: emri || null,
    contactRole: posti || null,
    readsComments: lexon === 'po',
    formId: isUuid(dergesa) ? dergesa : null,
  }
  return { ok: true, value }
}

export type PostingFields = { place: string; postedOn: string; takenDownOn: string | null; formId: string | null }

export function readPostingForm(typed: Typed, texts: ConsultationTexts, today: string): Parsed<PostingFields> {
  const t = texts.notices.office.postingErrors
  const errors: FieldErrors = {}
  const { vendi: place = '', dergesa = '' } = typed
  const [posted, down] = [readDay(typed, 'afishuar'), readDay(typed, 'ulur')]
  if (lengthOf(place) < 3 || lengthOf(place) > NOTICE_LIMITS.place) errors.vendi = t.place
  if (posted.day === null || posted.day > today) errors.afishuar = t.postedOn
  const late = down.day !== null && (down.day > today || (posted.day !== null && down.day < posted.day))
  if (!down.understood || late) errors.ulur = t.takenDownOn
  if (posted.day === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const formId = isUuid(dergesa) ? dergesa : null
  return { ok: true, value: { place, postedOn: posted.day, takenDownOn: down.day, formId } }
}

/** The day on which a posting was taken down; null: not one that can be. */
export function readDownDay(form: FormData, today: string): string | null {
  const { day } = readDay(typedOf(form, days('ulur')), 'ulur')
  return day !== null && day <= today ? day : null
}
