import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { countryWord, Crumbs, PeopleNav, PeoplePage } from './public-part.tsx'
import type { BodiesView, BodyView } from './public-people-view.ts'
import type { BodySeat } from './published-council-queries.ts'
import { publicTextsIn } from './public-texts.ts'
import { spanWords } from './span-part.ts'
import { textsIn } from './texts.ts'
import { peopleUrls as urls } from './urls.ts'

export const BodiesPage = ({ page, view }: { page: PageContext; view: BodiesView }) => {
  const { lang } = page
  const t = publicTextsIn(lang).bodies
  const jurisdiction = view.summary?.jurisdiction ?? 'AL'
  return (
    <PeoplePage page={page} title={t.title} lead={t.lead} tab="bodies" where={view}>
      {view.bodies.length === 0 ? (
        <EmptyState>{view.institution === null && view.institutions.length > 0 ? t.chooseFirst : t.none}</EmptyState>
      ) : (
        <EntryList
          items={view.bodies.map((one) => ({
            href: inLanguage(lang, urls.body(one.id)),
            title: one.name,
            quiet: [
              countryWord(lang, jurisdiction, one.kind),
              one.endedOn === null ? null : t.ended(formatDate(lang, one.endedOn)),
            ]
              .filter(Boolean)
              .join(', '),
          }))}
        />
      )}
    </PeoplePage>
  )
}

/** A council or a commission: who sits in it on a day, and who has chaired it. */
export const BodyPage = ({ page, view }: { page: PageContext; view: BodyView }) => {
  const { lang } = page
  const texts = publicTextsIn(lang)
  const t = texts.bodies
  const { body, institution, day } = view
  const list = `${urls.bodies()}?institucioni=${body.institution}`
  return (
    <Layout page={page} title={body.name} canonical={urls.body(body.id)}>
      <Crumbs
        lang={lang}
        items={[
          { href: urls.list(), label: texts.list.title },
          { href: list, label: t.title },
        ]}
      />
      <h1 class="govuk-heading-xl">{body.name}</h1>
      <p class="govuk-body-l">
        {countryWord(lang, institution.jurisdiction, body.kind)},{' '}
        <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
      </p>
      <PeopleNav lang={lang} current={null} institution={body.institution} />
      <Facts lang={lang} view={view} />
      <h2 class="govuk-heading-l">{t.composition(formatDate(lang, day))}</h2>
      {view.seats.length === 0 ? (
        <EmptyState>{t.noSeats}</EmptyState>
      ) : (
        <Seats lang={lang} view={view} seats={view.seats} />
      )}
      <OtherDay lang={lang} view={view} />
      <h2 class="govuk-heading-l">{t.chairs}</h2>
      {view.chairs.length === 0 ? <EmptyState>{t.noChairs}</EmptyState> : <Chairs lang={lang} view={view} />}
    </Layout>
  )
}

type Part = { lang: Lang; view: BodyView }

const Facts = ({ lang, view: { body } }: Part) => {
  const t = publicTextsIn(lang).bodies
  const rows = [
    ...(body.foundedOn ? [{ key: t.founded, value: formatDate(lang, body.foundedOn) }] : []),
    ...(body.orderSubject ? [{ key: t.functions, value: body.orderSubject }] : []),
    ...(body.endedOn ? [{ key: textsIn(lang).mandates.end, value: formatDate(lang, body.endedOn) }] : []),
  ]
  return rows.length === 0 ? null : <SummaryList rows={rows} />
}

const nameOf = (lang: Lang, seat: BodySeat) =>
  seat.slug === null ? seat.name : <a href={inLanguage(lang, urls.one(seat.slug))}>{seat.name}</a>

const roleOf = (lang: Lang, { body, institution }: BodyView, { role }: BodySeat): string =>
  body.kind === 'council' && role === 'chair'
    ? countryWord(lang, institution.jurisdiction, 'councilChair')
    : textsIn(lang).bodies.roles[role]

const Seats = ({ lang, view, seats }: Part & { seats: BodySeat[] }) => {
  const texts = textsIn(lang)
  const t = publicTextsIn(lang).bodies
  return (
    <DataTable
      caption={t.composition(formatDate(lang, view.day))}
      captionHidden
      firstColumnHeader
      head={[{ label: t.name }, { label: t.role }, { label: texts.list.party }, { label: t.span }]}
      rows={seats.map((seat) => [
        nameOf(lang, seat),
        [roleOf(lang, view, seat), seat.post].filter(Boolean).join(', '),
        seat.party ?? '–',
        spanWords(lang, seat.fromOn, seat.toOn),
      ])}
    />
  )
}

const Chairs = ({ lang, view }: Part) => {
  const t = publicTextsIn(lang).bodies
  return (
    <DataTable
      caption={t.chairs}
      captionHidden
      firstColumnHeader
      head={[{ label: t.name }, { label: t.role }, { label: t.span }]}
      rows={view.chairs.map((seat) => [
        nameOf(lang, seat),
        roleOf(lang, view, seat),
        spanWords(lang, seat.fromOn, seat.toOn),
      ])}
    />
  )
}

const OtherDay = ({ lang, view: { body, day, today } }: Part) => {
  const texts = publicTextsIn(lang)
  const t = texts.bodies
  const [year = '', month = '', date = ''] = day.split('-')
  return (
    <Details summary={t.onDay} open={day !== today}>
      <form action={inLanguage(lang, urls.body(body.id))} method="get">
        <DateField
          name="dita"
          legend={t.day}
          dayLabel={t.day}
          monthLabel={t.month}
          yearLabel={t.year}
          value={{ day: String(Number(date)), month: String(Number(month)), year }}
        />
        <Button kind="secondary">{texts.show}</Button>
      </form>
    </Details>
  )
}
