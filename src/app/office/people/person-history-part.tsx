import type { PersonChange } from '#platform/auth/people-queries.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { textsOf } from '../../account/account-texts.ts'
import { textsIn } from './people-texts.ts'

type Props = { page: PageContext; changes: readonly PersonChange[]; zone: string }

/** What was done with an account, by whom, and in whose stead. */
export const PersonHistory = ({ page: { lang }, changes, zone }: Props) => {
  const t = textsIn(lang)
  return (
    <>
      <h2 class="govuk-heading-m">{t.person.history}</h2>
      <DataTable
        caption={t.person.history}
        captionHidden
        head={[t.person.when, t.person.what, t.person.by].map((label) => ({ label }))}
        rows={changes.map((change) => [
          formatMoment(lang, change.at, zone),
          [t.history.kinds[change.kind] ?? change.kind, fieldWords(lang, change, zone), change.reason]
            .filter(Boolean)
            .join('. '),
          byWords(lang, change),
        ])}
      />
    </>
  )
}

function byWords(lang: Lang, change: PersonChange): string {
  const t = textsIn(lang).person
  if (change.byKind === 'command-line') return t.commandLine
  if (change.byKind === 'program') return t.program
  return change.insteadOf ? `${change.by ?? ''} (${t.instead(change.insteadOf)})` : (change.by ?? '')
}

const fieldWords = (lang: Lang, { fields }: PersonChange, zone: string): string =>
  fields
    .map(({ field, from, to }) => {
      const name = textsIn(lang).history.fields[field] ?? field
      const [before, after] = [valueWords(lang, from, zone), valueWords(lang, to, zone)]
      return before && after ? `${name}: ${before} → ${after}` : `${name}: ${after || before}`
    })
    .join('; ')

function valueWords(lang: Lang, value: string | null, zone: string): string {
  if (value === null) return ''
  const role = ROLES.find((one) => one === value)
  if (role) return textsOf(lang).roles[role]
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatMoment(lang, new Date(value), zone)
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(lang, value) : value
}
