import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { addDays } from '#platform/time/civil-date.ts'
import { SENDER_KINDS } from '../comments/comment-rules.ts'
import { dayInputs, readDay } from '../drafting/draft-form.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import { KEEP_AT_MOST_DAYS, NOTICE_LIMITS, STAKEHOLDER_GROUNDS } from './notice-rules.ts'
import type { Stakeholder } from './stakeholder-queries.ts'
import type { StakeholderForm } from './write-stakeholder.ts'

const FIELDS = ['institucioni', 'emri', 'lloji', 'posta', 'gjuha', 'burimi', 'baza', 'versioni', 'dergesa']
const DAYS = ['pelqimi', 'ruhet'].flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`))

export const typedStakeholder = (form: FormData): Typed => ({
  ...typedOf(form, [...FIELDS, ...DAYS]),
  fushat: form
    .getAll('fushat')
    .filter((one): one is string => typeof one === 'string' && isUuid(one))
    .join(' '),
})

export function readStakeholderForm(typed: Typed, texts: ConsultationTexts, today: string): Parsed<StakeholderForm> {
  const t = texts.notices.stakeholders.errors
  const errors: FieldErrors = {}
  const { emri: name = '', burimi: source = '', institucioni: institutionId = '', dergesa = '' } = typed
  const kind = SENDER_KINDS.find((one) => one === typed.lloji)
  const ground = STAKEHOLDER_GROUNDS.find((one) => one === typed.baza)
  const lang = (['sq', 'en'] as const).find((one) => one === typed.gjuha)
  const email = readEmail(typed.posta ?? '')
  const consentOn = readDay(typed, 'pelqimi').day
  const keepUntil = readDay(typed, 'ruhet').day
  if (!isUuid(institutionId)) errors.institucioni = t.institution
  if (lengthOf(name) < 2 || lengthOf(name) > NOTICE_LIMITS.name) errors.emri = t.name
  if (!kind) errors.lloji = t.kind
  if (!email) errors.posta = t.email
  if (!lang) errors.gjuha = t.lang
  if (lengthOf(source) < 3 || lengthOf(source) > NOTICE_LIMITS.source) errors.burimi = t.source
  if (!ground) errors.baza = t.ground
  if (kind === 'citizen' && ground === 'public-role') errors.baza = t.person
  if (ground === 'consent' && (consentOn === null || consentOn > today)) errors.pelqimi = t.consentOn
  if (keepUntil === null || keepUntil <= today || keepUntil > addDays(today, KEEP_AT_MOST_DAYS))
    errors.ruhet = t.keepUntil
  if (Object.keys(errors).length > 0 || !kind || !ground || !lang || !email || keepUntil === null)
    return { ok: false, errors, typed }
  const said = { institutionId, name, kind, email, lang, source, ground, keepUntil }
  const topicIds = (typed.fushat ?? '').split(' ').filter(Boolean)
  const form = { fromVersion: Number(typed.versioni) || 1, formId: isUuid(dergesa) ? dergesa : null, topicIds }
  return { ok: true, value: { ...said, ...form, consentOn: ground === 'consent' ? consentOn : null } }
}

export const typedOfStakeholder = (one: Stakeholder): Typed => ({
  institucioni: one.institutionId,
  emri: one.name,
  lloji: one.kind,
  posta: one.email,
  gjuha: one.lang,
  burimi: one.source,
  baza: one.ground,
  ...dayInputs('pelqimi', one.consentOn),
  ...dayInputs('ruhet', one.keepUntil),
  versioni: String(one.version),
  fushat: one.topicIds.join(' '),
})
