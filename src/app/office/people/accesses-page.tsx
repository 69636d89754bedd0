import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { TextField } from '#ui/text-field.tsx'
import { accessCells, accessColumns } from './accesses-part.ts'
import type { AccessesView, AccessQuestion, AccessTerm } from './accesses-view.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'

type Props = {
  page: PageContext
  view: AccessesView
  status?: string | null
  typed?: { institutionId: string; months: string }
  errors?: FieldErrors
}

/** The access log, for those who watch over it. */
export const AccessesPage = ({ page, view, status = null, typed, errors = {} }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const list = inLanguage(lang, peopleUrls.accesses())
  return (
    <Layout
      page={page}
      title={t.accesses.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      robots="noindex"
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.accesses.title}</h1>
      <p>{t.accesses.lead}</p>
      <Filter lang={lang} question={view.question} />
      {view.accesses.length === 0 ? (
        <EmptyState>{t.accesses.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.accesses.title}
          captionHidden
          head={accessColumns(lang).map((label) => ({ label }))}
          rows={view.accesses.map((access) => accessCells(lang, access))}
        />
      )}
      <Paging
        label={t.accesses.paging}
        older={view.older ? { href: `${list}?${addressOf(view.question, view.older)}`, label: t.accesses.older } : null}
        newer={
          view.question.before ? { href: `${list}?${addressOf(view.question, '')}`, label: t.accesses.newest } : null
        }
      />
      <p>
        <a href={`${inLanguage(lang, peopleUrls.accessesFile())}?${addressOf(view.question, '')}`} download>
          {t.accesses.file}
        </a>
      </p>
      {view.terms.map((term) => (
        <Term lang={lang} term={term} typed={typed} errors={errors} />
      ))}
    </Layout>
  )
}

const Filter = ({ lang, question }: { lang: Lang; question: AccessQuestion }) => {
  const t = textsIn(lang).accesses
  const list = inLanguage(lang, peopleUrls.accesses())
  const narrowed = question.words || question.subject || question.day
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.find}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField name="q" label={t.official} value={question.words} type="search" />
      <TextField name="dokumenti" label={t.record} hint={t.recordHint} value={question.subject} />
      <TextField name="dita" label={t.day} hint={t.dayHint} value={question.day} width="10" />
    </FilterForm>
  )
}

type TermProps = {
  lang: Lang
  term: AccessTerm
  typed: { institutionId: string; months: string } | undefined
  errors: FieldErrors
}

const Term = ({ lang, term, typed, errors }: TermProps) => {
  const t = textsIn(lang).accesses
  const isTyped = typed?.institutionId === term.institutionId
  const name = `muaj-${term.institutionId}`
  return (
    <>
      <h2 class="govuk-heading-m">
        {t.term}: {term.institution}
      </h2>
      <p>
        {t.termLead} {t.termNow(term.months)}
      </p>
      <form method="post" action={inLanguage(lang, peopleUrls.accessTerm())} novalidate data-submit-once>
        <input type="hidden" name="institucioni" value={term.institutionId} />
        <TextField
          name={name}
          label={t.months}
          hint={t.monthsHint}
          value={isTyped ? typed.months : (term.months?.toString() ?? '')}
          error={errors[name]}
          inputmode="numeric"
          width="5"
        />
        <Button kind="secondary">
          {t.save}
          <span class="govuk-visually-hidden"> {t.saveFor(term.institution)}</span>
        </Button>
      </form>
    </>
  )
}

function addressOf({ words, subject, day }: AccessQuestion, before: string): string {
  const address = new URLSearchParams()
  if (words) address.set('q', words)
  if (subject) address.set('dokumenti', subject)
  if (day) address.set('dita', day)
  if (before) address.set('para', before)
  return address.toString()
}
