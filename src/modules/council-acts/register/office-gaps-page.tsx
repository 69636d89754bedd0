import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { RegisterNav } from '../making/act-nav-part.tsx'
import { actOfficeUrls, actUrls } from '../urls.ts'
import { seriesWords } from './gap-tables-part.tsx'
import { rangeWords } from './gap-rules.ts'
import type { OfficeGapsView, ShownGap } from './gaps-view.ts'
import type { GapNote } from './gap-queries.ts'
import { textsIn } from './texts.ts'

/** `of`: the form that came back, as `formName` says; empty: none did. */
export type Again = { of: string; typed: Typed; errors: FieldErrors }
type Chosen = NonNullable<OfficeGapsView['chosen']>
type Props = { page: PageContext; view: OfficeGapsView; again: Again; status: string | null }

/** One name for the form of a gap or of a note in it. */
export const formName = (of: { year: number; series: string }, first: number): string =>
  `b-${of.year}-${of.series === '' ? 'x' : of.series}-${first}`

/** The numbers that are missing, each with a form that says why. */
export const OfficeGapsPage = ({ page, view, again, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang).office
  const { chosen, institutions } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(again.errors).length > 0}
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: t.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={again.errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <RegisterNav page={page} current="gaps" />
      <p class="govuk-body">{t.lead}</p>
      {institutions.length > 1 && <Choice lang={lang} view={view} />}
      {!chosen && <EmptyState>{t.noInstitution}</EmptyState>}
      {chosen && (
        <>
          <p class="govuk-body">
            <a href={inLanguage(lang, `${actUrls.gaps()}?institucioni=${chosen.institution.slug}`)}>{t.publicPage}</a>
          </p>
          {chosen.gaps.length === 0 && <EmptyState>{t.none}</EmptyState>}
          {chosen.gaps.map((gap) => (
            <OneGap lang={lang} gap={gap} chosen={chosen} again={again} />
          ))}
        </>
      )}
    </Layout>
  )
}

const Choice = ({ lang, view: { institutions, chosen } }: { lang: Lang; view: OfficeGapsView }) => {
  const t = textsIn(lang)
  return (
    <FilterForm action={inLanguage(lang, actOfficeUrls.gaps())} legend={t.gaps.choose} submit={t.gaps.show}>
      <SelectField
        name="institucioni"
        label={t.institution}
        value={chosen?.institution.slug ?? ''}
        options={institutions.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
    </FilterForm>
  )
}

type OfGap = { lang: Lang; gap: ShownGap; chosen: Chosen; again: Again }

const OneGap = ({ lang, gap, chosen, again }: OfGap) => {
  const numbers = `${rangeWords(gap)}/${gap.year}`
  return (
    <section aria-labelledby={`boshlleku-${formName(gap, gap.first)}`}>
      <h2 class="govuk-heading-m" id={`boshlleku-${formName(gap, gap.first)}`}>
        {numbers}
        {gap.series !== '' && ` · ${seriesWords(lang, gap.series)}`}
      </h2>
      {gap.notes.length === 0 && <p class="kv-quiet">{textsIn(lang).gaps.nothingSaid}</p>}
      {gap.notes.map((note) => (
        <>
          <p class="govuk-body">
            <strong>{rangeWords({ first: note.serial, last: note.until ?? note.serial })}</strong>: {note.words}
          </p>
          {chosen.mayWrite && <NoteForm lang={lang} gap={gap} note={note} chosen={chosen} again={again} />}
        </>
      ))}
      {chosen.mayWrite && !gap.notes.some(({ serial }) => serial === gap.first) && (
        <NoteForm lang={lang} gap={gap} note={null} chosen={chosen} again={again} />
      )}
    </section>
  )
}

const NoteForm = ({ lang, gap, note, chosen, again }: OfGap & { note: GapNote | null }) => {
  const t = textsIn(lang).office
  const range = note ? { first: note.serial, last: note.until ?? note.serial } : gap
  const name = formName(gap, range.first)
  const own = again.of === name
  const typed: Typed = own ? again.typed : { numrat: rangeWords(range), fjalet: note?.words ?? '' }
  const errors = own ? again.errors : {}
  const numbers = `${rangeWords(range)}/${gap.year}`
  return (
    <Details summary={note ? t.change(numbers) : t.write(numbers)} open={own}>
      <form method="post" action={inLanguage(lang, actOfficeUrls.gaps())} novalidate data-submit-once>
        <input type="hidden" name="institucioni" value={chosen.institution.slug} />
        <input type="hidden" name="viti" value={String(gap.year)} />
        <input type="hidden" name="radha" value={gap.series} />
        <input type="hidden" name="boshlleku" value={String(range.first)} />
        <input type="hidden" name="versioni" value={String(note?.version ?? 0)} />
        <TextField
          name="numrat"
          id={`numrat-${name}`}
          label={t.numbers}
          hint={t.numbersHint}
          value={typed.numrat}
          error={errors[`numrat-${name}`]}
          width="10"
        />
        <TextAreaField
          name="fjalet"
          id={`fjalet-${name}`}
          label={t.words}
          hint={t.wordsHint}
          value={typed.fjalet}
          error={errors[`fjalet-${name}`]}
          rows={3}
        />
        <Button>{t.save}</Button>
      </form>
    </Details>
  )
}
