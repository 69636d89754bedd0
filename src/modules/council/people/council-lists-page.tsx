import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Paging } from '#ui/paging.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { ContactList } from './contacts-part.tsx'
import { moneyWords } from './money-part.ts'
import { PeoplePage } from './public-part.tsx'
import type { AffiliationsView, ElectionsView, PaymentsView, StaffView } from './public-people-view.ts'
import { publicTextsIn } from './public-texts.ts'
import { ResultsTable } from './results-part.tsx'
import { spanWords } from './span-part.ts'
import { textsIn } from './texts.ts'
import { peopleUrls as urls } from './urls.ts'

type Props<View> = { page: PageContext; view: View }

export const ElectionsPage = ({ page, view }: Props<ElectionsView>) => {
  const { lang } = page
  const t = publicTextsIn(lang).elections
  return (
    <PeoplePage page={page} title={t.title} lead={t.lead} tab="elections" where={view}>
      {view.terms.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {view.terms.map((term) => (
        <div>
          <h2 class="govuk-heading-l">{view.institution ? term.name : `${term.institutionName}: ${term.name}`}</h2>
          <SummaryList rows={termRows(lang, term)} />
          {term.results.length === 0 ? (
            <p class="govuk-body">{t.noResults}</p>
          ) : (
            <ResultsTable lang={lang} results={term.results} />
          )}
        </div>
      ))}
    </PeoplePage>
  )
}

function termRows(lang: Lang, term: ElectionsView['terms'][number]) {
  const t = publicTextsIn(lang).elections
  const source = /^https?:\/\/\S+$/.test(term.electionSource ?? '') ? (
    <a href={term.electionSource ?? ''}>{term.electionSource}</a>
  ) : (
    term.electionSource
  )
  return [
    { key: textsIn(lang).terms.body, value: <a href={inLanguage(lang, urls.body(term.bodyId))}>{term.body}</a> },
    { key: textsIn(lang).mandates.span, value: spanWords(lang, term.fromOn, term.toOn) },
    { key: t.seats, value: formatNumber(term.seats) },
    ...(term.electionOn ? [{ key: t.heldOn, value: formatDate(lang, term.electionOn) }] : []),
    ...(term.constitutedOn ? [{ key: t.constituted, value: formatDate(lang, term.constitutedOn) }] : []),
    ...(term.votesCast !== null && term.voters !== null
      ? [{ key: t.voters, value: t.turnout(formatNumber(term.votesCast), formatNumber(term.voters)) }]
      : []),
    ...(term.electionSource ? [{ key: t.source, value: source }] : []),
  ]
}

export const StaffPage = ({ page, view }: Props<StaffView>) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = publicTextsIn(lang).staff
  return (
    <PeoplePage page={page} title={t.title} lead={t.lead} tab="staff" where={view}>
      {view.staff.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {view.staff.map((one) => (
        <section aria-labelledby={`s-${one.id}`}>
          <h2 class="govuk-heading-m" id={`s-${one.id}`}>
            {one.name}
          </h2>
          <p class="govuk-body">
            {[
              one.post,
              view.institution ? null : one.institutionName,
              one.gender && texts.values[one.gender],
              one.fromOn || one.toOn ? spanWords(lang, one.fromOn, one.toOn) : null,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {one.biography && <p class="govuk-body">{one.biography}</p>}
          {one.contacts.length > 0 && <ContactList lang={lang} contacts={one.contacts} />}
        </section>
      ))}
    </PeoplePage>
  )
}

export const AffiliationsPage = ({ page, view }: Props<AffiliationsView>) => {
  const { lang } = page
  const t = publicTextsIn(lang).affiliations
  return (
    <PeoplePage page={page} title={t.title} lead={t.lead} tab="affiliations" where={view}>
      {view.affiliations.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {view.affiliations.map((one) => (
        <section aria-labelledby={`a-${one.id}`}>
          <h2 class="govuk-heading-m" id={`a-${one.id}`}>
            {one.organisation}
          </h2>
          <p class="govuk-body">
            {[
              view.institution ? null : one.institutionName,
              one.fromOn || one.toOn ? spanWords(lang, one.fromOn, one.toOn) : null,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {one.purpose && <p class="govuk-body">{one.purpose}</p>}
          {one.person && one.slug && (
            <p class="govuk-body">
              <a href={inLanguage(lang, urls.one(one.slug))}>{t.represented(one.person)}</a>
            </p>
          )}
          {one.url && (
            <p class="govuk-body">
              {t.site}: <a href={one.url}>{one.url.replace(/^https?:\/\/(www\.)?/, '')}</a>
            </p>
          )}
        </section>
      ))}
    </PeoplePage>
  )
}

export const PaymentsPage = ({ page, view }: Props<PaymentsView>) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = publicTextsIn(lang).payments
  const list = inLanguage(lang, urls.payments())
  const kept = (more: Record<string, string | number | null>) => {
    const all = { institucioni: view.institution?.slug ?? null, viti: view.year, ...more }
    const query = new URLSearchParams(
      Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
    )
    return query.size === 0 ? list : `${list}?${query.toString()}`
  }
  return (
    <PeoplePage page={page} title={t.title} lead={t.lead} tab="payments" where={view}>
      {view.payments.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={t.years}
            head={[{ label: t.year }, { label: t.people, numeric: true }, { label: t.total, numeric: true }]}
            rows={view.years.map((one) => [
              <a href={kept({ viti: one.year })} aria-label={t.yearLink(one.year)}>
                {String(one.year)}
              </a>,
              formatNumber(one.people),
              moneyWords(lang, one.amount, one.currency),
            ])}
          />
          {view.year !== null && (
            <p class="govuk-body">
              <a href={kept({ viti: null })}>{t.all}</a>
            </p>
          )}
          <DataTable
            caption={view.year === null ? t.title : t.yearLink(view.year)}
            firstColumnHeader
            head={[{ label: t.member }, { label: t.period }, { label: t.kind }, { label: t.amount, numeric: true }]}
            rows={view.payments.map((one) => [
              <a href={inLanguage(lang, urls.one(one.slug))}>{one.person}</a>,
              spanWords(lang, one.fromOn, one.toOn),
              [texts.values[one.kind], one.note].filter(Boolean).join(': '),
              moneyWords(lang, one.amount, one.currency),
            ])}
          />
        </>
      )}
      <Paging
        label={t.title}
        older={view.next ? { href: kept({ pas: view.next }), label: publicTextsIn(lang).list.more } : null}
        newer={view.paged ? { href: kept({}), label: publicTextsIn(lang).list.first } : null}
      />
    </PeoplePage>
  )
}
