import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { Act, ActFields } from '../act-queries.ts'
import { NATURES, type ActKind } from '../act-rules.ts'
import { dayIn } from '../announcing/day-field-rules.ts'
import { LIMITS, PROPOSERS, WRITTEN_KINDS } from './making-rules.ts'
import type { MakingTexts } from './texts.sq.ts'

const FIELDS = [
  'dergesa',
  'versioni',
  'institucioni',
  'titulli',
  'titulli-en',
  'lloji',
  'lloji-fjale',
  'natyra',
  'miratimi-day',
  'miratimi-month',
  'miratimi-year',
  'organi',
  'propozuesi',
  'propozuesi-emri',
  'komisioni',
  'permbledhja',
  'mbyllur',
  'titulli-publik',
  'arsyeja-mbylljes',
]

export const typedAct = (form: FormData): Typed => typedOf(form, FIELDS)

type Asked = {
  texts: MakingTexts
  bodies: readonly { id: string; kind: string }[]
  today: string
  /** As it stands: a kind that is given to nobody by hand may stay. */
  kind?: ActKind
}

export function readActForm(form: FormData, { texts, bodies, today, kind: standing }: Asked): Parsed<ActFields> {
  const typed = typedAct(form)
  const t = texts.form.errors
  const errors: FieldErrors = {}
  const words = (name: string, [least, most]: readonly [number, number], why: string): string | null => {
    const found = typed[name] ?? ''
    const length = lengthOf(found)
    if (length > 0 && (length < least || length > most)) errors[name] = why
    return found === '' ? null : found
  }
  const title = words('titulli', [2, LIMITS.title], t.title)
  if (title === null) errors.titulli = t.title
  const kind = [...WRITTEN_KINDS, ...(standing ? [standing] : [])].find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.kind
  const adoptedOn = dayIn(typed, 'miratimi')
  if (adoptedOn === undefined) errors.miratimi = t.date
  if (adoptedOn === null) errors.miratimi = t.dateMissing
  if (adoptedOn && adoptedOn > today) errors.miratimi = t.future
  const fields = {
    kindWords: words('lloji-fjale', [1, LIMITS.kindWords], t.words),
    nature: NATURES.find((one) => one === typed.natyra) ?? null,
    titleEn: words('titulli-en', [2, LIMITS.title], t.title),
    summary: words('permbledhja', [2, LIMITS.summary], t.words),
    bodyId: bodies.find(({ id, kind: is }) => is === 'council' && id === typed.organi)?.id ?? null,
    commissionId: bodies.find(({ id, kind: is }) => is === 'commission' && id === typed.komisioni)?.id ?? null,
    proposerKind: PROPOSERS.find((one) => one === typed.propozuesi) ?? null,
    proposer: words('propozuesi-emri', [2, LIMITS.proposer], t.words),
    ...readRestriction(typed, errors, texts),
  }
  if (!kind || title === null || !adoptedOn || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { ...fields, title, kind, adoptedOn } }
}

/** What names a private person shows another title, and says why. */
function readRestriction(typed: Typed, errors: FieldErrors, { form: { errors: t } }: MakingTexts) {
  if (typed.mbyllur !== 'po') return { restricted: false, publicTitle: null, restrictedGround: null }
  const [publicTitle = '', restrictedGround = ''] = [typed['titulli-publik'], typed['arsyeja-mbylljes']]
  const fits = (words: string, least: number, most: number) => lengthOf(words) >= least && lengthOf(words) <= most
  if (!fits(publicTitle, 2, LIMITS.publicTitle)) errors['titulli-publik'] = t.publicTitle
  if (!fits(restrictedGround, 3, LIMITS.ground)) errors['arsyeja-mbylljes'] = t.ground
  return { restricted: true, publicTitle, restrictedGround }
}

export function typedOfAct(act: Act): Typed {
  const [year = '', month = '', day = ''] = act.adoptedOn?.split('-') ?? []
  return {
    versioni: String(act.version),
    titulli: act.title,
    'titulli-en': act.titleEn ?? '',
    lloji: act.kind,
    'lloji-fjale': act.kindWords ?? '',
    natyra: act.nature ?? '',
    'miratimi-day': day === '' ? '' : String(Number(day)),
    'miratimi-month': month === '' ? '' : String(Number(month)),
    'miratimi-year': year,
    organi: act.bodyId ?? '',
    propozuesi: act.proposerKind ?? '',
    'propozuesi-emri': act.proposer ?? '',
    komisioni: act.commissionId ?? '',
    permbledhja: act.summary ?? '',
    mbyllur: act.restricted ? 'po' : '',
    'titulli-publik': act.publicTitle ?? '',
    'arsyeja-mbylljes': act.restrictedGround ?? '',
  }
}

/** A reason of so many characters; null: it is missing. */
export function readReason(
  form: FormData,
  name: string,
  [least, most]: readonly [number, number] = [5, LIMITS.reason],
): {
  reason: string | null
  typed: Typed
} {
  const typed = typedOf(form, [name])
  const words = typed[name] ?? ''
  return { reason: lengthOf(words) >= least && lengthOf(words) <= most ? words : null, typed }
}
