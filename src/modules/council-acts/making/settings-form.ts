import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { ActSettings } from '../act-queries.ts'
import type { SettingsForm } from './set-act-settings.ts'
import type { MakingTexts } from './texts.sq.ts'

const FIELDS = [
  'institucioni',
  'versioni',
  'numerimi',
  'kthimi',
  'kthimi-baza',
  'sekretari',
  'organi-emri',
  'organi-adresa',
  'organi-posta',
  'organi-institucioni',
]

export function readSettings(
  form: FormData,
  { texts, authorities }: { texts: MakingTexts; authorities: readonly { id: string }[] },
): Parsed<SettingsForm> {
  const typed = typedOf(form, FIELDS)
  const t = texts.settings.errors
  const errors: FieldErrors = {}
  const words = (name: string, [least, most]: readonly [number, number], why: string): string | null => {
    const found = typed[name] ?? ''
    if (found !== '' && (lengthOf(found) < least || lengthOf(found) > most)) errors[name] = why
    return found === '' ? null : found
  }
  const numbering = (['one', 'by-kind'] as const).find((one) => one === typed.numerimi)
  if (!numbering) errors.numerimi = t.numbering
  const mayorMayReturn = typed.kthimi === 'po'
  const mayorReturnBasis = words('kthimi-baza', [3, 500], t.basis)
  if (mayorMayReturn && mayorReturnBasis === null) errors['kthimi-baza'] = t.basis
  const authorityEmail = words('organi-posta', [3, 254], t.email)
  if (authorityEmail !== null && !/^[^@\s]+@[^@\s]+$/.test(authorityEmail)) errors['organi-posta'] = t.email
  const chosen = typed['organi-institucioni'] ?? ''
  const value = {
    mayorMayReturn,
    mayorReturnBasis,
    authorityName: words('organi-emri', [2, 300], t.name),
    authorityAddress: words('organi-adresa', [2, 500], t.address),
    authorityEmail,
    authorityInstitutionId: isUuid(chosen) ? (authorities.find(({ id }) => id === chosen)?.id ?? null) : null,
    secretarySigns: typed.sekretari === 'po',
  }
  if (!numbering || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { ...value, numbering } }
}

/** What the inputs show as it stands; where nothing was set, what holds by default. */
export const typedOfSettings = (setting: ActSettings | null): Typed => ({
  versioni: String(setting?.version ?? 0),
  numerimi: setting?.numbering ?? 'one',
  kthimi: setting?.mayorMayReturn ? 'po' : '',
  'kthimi-baza': setting?.mayorReturnBasis ?? '',
  sekretari: (setting?.secretarySigns ?? true) ? 'po' : '',
  'organi-emri': setting?.authorityName ?? '',
  'organi-adresa': setting?.authorityAddress ?? '',
  'organi-posta': setting?.authorityEmail ?? '',
  'organi-institucioni': setting?.authorityInstitutionId ?? '',
})
