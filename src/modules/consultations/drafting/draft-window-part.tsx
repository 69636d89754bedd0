import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DateField } from '#ui/date-field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import type { Closing } from '../closing/closing-rules.ts'
import { LeastDay } from '../closing/least-day-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { DraftFormView } from './draft-view.ts'

export type PublishedWindow = { id: string; closesOn: string | null }
type Part = { page: PageContext; typed: Typed; errors: FieldErrors }

export const dateOf = (typed: Typed, name: string) => ({
  day: typed[`${name}-day`] ?? '',
  month: typed[`${name}-month`] ?? '',
  year: typed[`${name}-year`] ?? '',
})

export const dateLabels = (lang: PageContext['lang']) => {
  const t = textsIn(lang).office
  return { dayLabel: t.day, monthLabel: t.month, yearLabel: t.year, hint: t.dateHint }
}

/** What it rests on, and from when until when; with the least that its rule asks for. */
export const Window = ({
  page: { lang },
  view,
  closing,
  typed,
  errors,
}: Part & { view: DraftFormView; closing: Closing | null }) => {
  const texts = textsIn(lang)
  const t = texts.office
  const labels = dateLabels(lang)
  return (
    <>
      <Basis lang={lang} bases={view.bases} typed={typed} errors={errors} />
      <DateField name="hapet" legend={t.opens} value={dateOf(typed, 'hapet')} error={errors.hapet} {...labels} />
      {closing && <LeastDay lang={lang} closing={closing} open={errors.mbyllet !== undefined} />}
      <DateField name="mbyllet" legend={t.closes} value={dateOf(typed, 'mbyllet')} error={errors.mbyllet} {...labels} />
    </>
  )
}

/** Where the law of one country leaves no choice there is none to make. */
const Basis = ({
  lang,
  bases,
  typed,
  errors,
}: Omit<Part, 'page'> & { lang: PageContext['lang'] } & Pick<DraftFormView, 'bases'>) => {
  const t = textsIn(lang).closing
  const [only] = bases
  if (bases.length === 1 && only) return <input type="hidden" name="mbeshtetja" value={only} />
  return (
    <RadioField
      name="mbeshtetja"
      legend={t.basisChoice}
      hint={t.basisHint}
      value={typed.mbeshtetja}
      error={errors.mbeshtetja}
      options={bases.map((basis) => ({ value: basis, label: t.bases[basis], hint: t.basisHints[basis] }))}
    />
  )
}

/** Of what is public: it may open earlier, and closes by a deed of its own. */
export const OpenWindow = ({ page: { lang }, published, typed, errors }: Part & { published: PublishedWindow }) => {
  const texts = textsIn(lang)
  const { closesOn, id } = published
  return (
    <>
      <DateField
        name="hapet"
        legend={texts.office.opens}
        value={dateOf(typed, 'hapet')}
        error={errors.hapet}
        {...dateLabels(lang)}
      />
      {/* A day that an older page of this form sent is refused here, in words. */}
      <div id="mbyllet" tabindex={-1}>
        {errors.mbyllet && (
          <p id="mbyllet-error" class="govuk-error-message">
            {errors.mbyllet}
          </p>
        )}
        {closesOn && <p class="govuk-body">{texts.closing.closesFixed(formatDate(lang, closesOn))}</p>}
        <p class="govuk-body">
          <a href={inLanguage(lang, officeUrls.extension(id))}>{texts.closing.extend.link}</a>
        </p>
      </div>
    </>
  )
}
