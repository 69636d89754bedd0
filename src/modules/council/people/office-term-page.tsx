import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { TERM_KIND } from '../council-rules.ts'
import { CouncilNav } from './office-part.tsx'
import { spanWords } from './span-part.ts'
import type { OfficeTermView, TermListView } from './office-people-view.ts'
import { holdsOn } from './people-rules.ts'
import { ResultsTable } from './results-part.tsx'
import { textsIn } from './texts.ts'
import { peopleOfficeUrls as urls } from './urls.ts'

export const TermListPage = ({ page, view }: { page: PageContext; view: TermListView }) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.terms
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <CouncilNav lang={lang} current="terms" />
      {view.mayWrite && <LinkButton href={inLanguage(lang, urls.newTerm())}>{t.create}</LinkButton>}
      {view.terms.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          firstColumnHeader
          head={[
            { label: texts.fields.termName },
            { label: t.body },
            { label: t.seats, numeric: true },
            { label: texts.mandates.span },
          ]}
          rows={view.terms.map((one) => [
            <a href={inLanguage(lang, urls.term(one.id))}>{one.name}</a>,
            `${one.body}, ${view.names.get(one.institutionId) ?? ''}`,
            formatNumber(one.seats),
            spanWords(lang, one.fromOn, one.toOn),
          ])}
        />
      )}
    </Layout>
  )
}

type TermProps = { page: PageContext; view: OfficeTermView; status?: string | null }

/** One term: its facts, what the election gave, and who holds or held its seats. */
export const OfficeTermPage = ({ page, view, status = null }: TermProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.terms
  const { term, mandates, results, today } = view
  const held = mandates.filter((one) => holdsOn(one, today)).length
  return (
    <Layout
      page={page}
      title={term.name}
      office
      status={status}
      back={{ href: inLanguage(lang, urls.terms()), label: t.title }}
    >
      <h1 class="govuk-heading-l">{term.name}</h1>
      <SummaryList rows={factsOf(lang, view)} />
      {view.mayWrite && (
        <LinkButton kind="secondary" href={inLanguage(lang, urls.changeTerm(term.id))}>
          {t.change}
        </LinkButton>
      )}
      <h2 class="govuk-heading-m">{t.results}</h2>
      {results.length === 0 ? <EmptyState>{t.noResults}</EmptyState> : <ResultsTable lang={lang} results={results} />}
      <h2 class="govuk-heading-m">{t.held(formatNumber(held), formatNumber(term.seats))}</h2>
      {mandates.length === 0 ? (
        <EmptyState>{t.noMandates}</EmptyState>
      ) : (
        <DataTable
          caption={texts.mandates.title}
          captionHidden
          firstColumnHeader
          head={[
            { label: texts.fields.name },
            { label: texts.list.party },
            { label: texts.mandates.span },
            { label: texts.mandates.end },
          ]}
          rows={mandates.map((one) => [
            <a href={inLanguage(lang, urls.one(one.personId))}>{one.name}</a>,
            one.party ?? texts.noParty,
            spanWords(lang, one.fromOn, one.toOn),
            [one.endKind && texts.values[one.endKind], one.replacement && texts.mandates.replacedBy(one.replacement)]
              .filter(Boolean)
              .join('. '),
          ])}
        />
      )}
      <OfficeLink lang={lang} href={urls.history(refOf(TERM_KIND, term.id))} label={texts.councillor.history} />
    </Layout>
  )
}

function factsOf(lang: Lang, { term, institution }: OfficeTermView) {
  const texts = textsIn(lang)
  const f = texts.fields
  const row = (key: string, value: string | null) => (value ? [{ key, value }] : [])
  const day = (on: string | null) => on && formatDate(lang, on)
  const number = (n: number | null) => (n === null ? null : formatNumber(n))
  return [
    { key: texts.institution, value: institution.name },
    { key: texts.terms.body, value: term.body },
    { key: texts.mandates.span, value: spanWords(lang, term.fromOn, term.toOn) },
    { key: texts.terms.seats, value: formatNumber(term.seats) },
    ...row(f.constitutedOn, day(term.constitutedOn)),
    ...row(f.electionOn, day(term.electionOn)),
    ...row(f.electionSource, term.electionSource),
    ...row(f.voters, number(term.voters)),
    ...row(f.votesCast, number(term.votesCast)),
  ]
}
