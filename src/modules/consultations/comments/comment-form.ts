import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import { COMMENT_LIMITS, type Anchor, type CommentDraft } from './comment-rules.ts'

export const COMMENT_FIELDS = [
  'dergesa',
  'neni',
  'fragmenti',
  'para',
  'pas',
  'komenti',
  'ne-emer',
  'emri',
  'organizata',
  'adresa',
  'emri-publik',
] as const

/**
 * Reads the form of a comment. `signedInAs`: the address is known already and is not asked for.
 * The field names are Albanian, as the page is: they stand in addresses and in the browser's own messages.
 */
export function readCommentForm(
  form: FormData,
  texts: ConsultationTexts,
  signedInAs: string | null,
): Parsed<CommentDraft> {
  const typed = typedOf(form, COMMENT_FIELDS)
  const errors = {
    ...bodyErrors(typed, texts),
    ...authorErrors(typed, texts),
    ...addressErrors(typed, texts, signedInAs),
  }
  const submissionId = typed.dergesa ?? ''
  if (!isUuid(submissionId)) errors.komenti ??= texts.form.errors.form
  const anchor = anchorOf(typed)
  if (!anchor) errors.komenti ??= texts.form.refusals['no-such-article']
  if (Object.keys(errors).length > 0 || !anchor) return { ok: false, errors, typed }
  const organisation = typed['ne-emer'] === 'organizate'
  return {
    ok: true,
    value: {
      submissionId,
      body: typed.komenti ?? '',
      email: signedInAs ?? readEmail(typed.adresa ?? '') ?? '',
      onBehalf: organisation ? 'organisation' : 'person',
      authorName: typed.emri || null,
      organisation: organisation ? (typed.organizata ?? '') : null,
      namePublic: typed['emri-publik'] === 'po',
      anchor,
    },
  }
}

const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u
/** Letters to Unicode, nothing to the eye: Hangul fillers and the empty Braille cell. */
const BLANK_LETTERS = /[\u115f\u1160\u3164\uffa0\u2800]/gu

function bodyErrors({ komenti = '' }: Typed, { form: t }: ConsultationTexts): FieldErrors {
  if (!SAYS_SOMETHING.test(komenti.replace(BLANK_LETTERS, ''))) return { komenti: t.errors.body }
  const over = lengthOf(komenti) - COMMENT_LIMITS.body
  return over > 0 ? { komenti: t.errors.bodyLong(COMMENT_LIMITS.body, over) } : {}
}

function authorErrors(typed: Typed, { form: t }: ConsultationTexts): FieldErrors {
  const errors: FieldErrors = {}
  const name = typed.emri ?? ''
  const organisation = typed.organizata ?? ''
  if (!['vete', 'organizate'].includes(typed['ne-emer'] ?? '')) errors['ne-emer'] = t.errors.onBehalf
  if (
    typed['ne-emer'] === 'organizate' &&
    (lengthOf(organisation) < 2 || lengthOf(organisation) > COMMENT_LIMITS.organisation)
  ) {
    errors.organizata = t.errors.organisation
  }
  if (lengthOf(name) > COMMENT_LIMITS.name) errors.emri = t.errors.nameLong(COMMENT_LIMITS.name)
  if (lengthOf(name) === 1) errors.emri = t.errors.name
  if (!['po', 'jo'].includes(typed['emri-publik'] ?? '')) errors['emri-publik'] = t.errors.publishName
  else if (typed['emri-publik'] === 'po' && name === '') errors.emri = t.errors.name
  return errors
}

function addressErrors({ adresa = '' }: Typed, { form: t }: ConsultationTexts, signedInAs: string | null): FieldErrors {
  return signedInAs !== null || readEmail(adresa) !== null ? {} : { adresa: t.errors.email }
}

/** Null when the article is not an id at all: a hand-made address. */
function anchorOf({ neni = '', fragmenti = '', para = '', pas = '' }: Typed): Anchor | null {
  if (neni === '') return { about: 'whole' }
  if (!isUuid(neni)) return null
  if (fragmenti === '') return { about: 'article', nodeId: neni }
  if (lengthOf(fragmenti) > COMMENT_LIMITS.quote) return { about: 'article', nodeId: neni }
  return { about: 'passage', nodeId: neni, quote: fragmenti, prefix: para.slice(-64), suffix: pas.slice(0, 64) }
}

/** The words of a correction, with the version they were typed over. */
export function readCorrectionForm(
  form: FormData,
  texts: ConsultationTexts,
): Parsed<{ body: string; fromVersion: number }> {
  const typed = typedOf(form, ['komenti', 'versioni'])
  const errors = bodyErrors(typed, texts)
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { body: textField(form, 'komenti'), fromVersion: Number(typed.versioni) || 0 } }
}
