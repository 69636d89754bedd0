import { documentUrls } from '#platform/documents/urls.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { ContactList } from './contacts-part.tsx'
import { Payments, Votes } from './councillor-record-part.tsx'
import { spanWords } from './span-part.ts'
import { countryWord, Crumbs } from './public-part.tsx'
import type { PublicCouncillorView } from './public-people-view.ts'
import { publicTextsIn } from './public-texts.ts'
import { textsIn } from './texts.ts'
import { peopleUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: PublicCouncillorView }

/** Somebody who sits or sat in a council: who they are, and what they did there. */
export const CouncillorPage = ({ page, view }: { page: PageContext; view: PublicCouncillorView }) => {
  const { lang } = page
  const t = publicTextsIn(lang)
  const { councillor: c, institution } = view
  const list = `${urls.list()}?institucioni=${c.institution}`
  return (
    <Layout page={page} title={c.name} canonical={urls.one(c.slug)} jsonHref={urls.data(c.slug)}>
      <Crumbs lang={lang} items={[{ href: list, label: t.list.title }]} />
      <header class="kv-matter">
        <p class="kv-matter__kind">
          {countryWord(lang, c.jurisdiction, 'councillor')},{' '}
          <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
        </p>
        <h1 class="govuk-heading-xl">{c.name}</h1>
      </header>
      <div class="kv-matter__columns">
        <div class="kv-matter__side">
          <Portrait lang={lang} view={view} />
        </div>
        <div class="kv-matter__main">
          <Facts lang={lang} view={view} />
          {view.contactHref !== null && (
            <LinkButton href={inLanguage(lang, view.contactHref)}>{t.one.write}</LinkButton>
          )}
        </div>
      </div>
      <Mandates lang={lang} view={view} />
      <Bodies lang={lang} view={view} />
      <Attendance lang={lang} view={view} />
      <Votes lang={lang} view={view} />
      <Payments lang={lang} view={view} />
      <p class="govuk-body-s">
        <a href={urls.data(c.slug)}>{t.one.data}</a>
      </p>
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const Portrait = ({ lang, view: { councillor: c } }: Part) => {
  const t = publicTextsIn(lang).one
  if (c.photoId === null) return null
  return (
    <figure class="kv-figure">
      <img class="kv-document-picture" src={documentUrls.file(c.photoId)} alt={c.photoAlt ?? t.portrait(c.name)} />
      {c.photoCredit && <figcaption class="kv-quiet">{t.photoBy(c.photoCredit)}</figcaption>}
    </figure>
  )
}

const Facts = ({ lang, view: { councillor: c } }: Part) => {
  const texts = textsIn(lang)
  const t = publicTextsIn(lang).one
  const biography = c.biography && (
    <div lang={c.biographyLang === lang ? undefined : c.biographyLang}>
      {c.biography
        .split(/\n+/)
        .filter(Boolean)
        .map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
    </div>
  )
  return (
    <SummaryList
      rows={[
        ...(c.fromOn === null ? [] : [{ key: t.party, value: c.partyName ?? texts.noParty }]),
        ...(c.profession ? [{ key: t.profession, value: c.profession }] : []),
        ...(c.gender ? [{ key: t.gender, value: texts.values[c.gender] }] : []),
        ...(biography ? [{ key: t.biography, value: biography }] : []),
        ...(c.contacts.length > 0
          ? [{ key: t.contacts, value: <ContactList lang={lang} contacts={c.contacts} /> }]
          : []),
      ]}
    />
  )
}

const Mandates = ({ lang, view: { mandates } }: Part) => {
  const texts = textsIn(lang)
  const t = publicTextsIn(lang).one
  if (mandates.length === 0) return null
  const linked = (name: string | null, slug: string | null, words: (name: string) => string) =>
    name === null || slug === null ? null : (
      <>
        {' '}
        <a href={inLanguage(lang, urls.one(slug))}>{words(name)}</a>
      </>
    )
  return (
    <section aria-labelledby="mandatet">
      <h2 class="govuk-heading-l" id="mandatet">
        {t.mandates}
      </h2>
      <DataTable
        caption={t.mandates}
        captionHidden
        firstColumnHeader
        head={[
          { label: texts.mandates.term },
          { label: t.party },
          { label: texts.mandates.span },
          { label: texts.mandates.end },
        ]}
        rows={mandates.map((one) => [
          `${one.term}, ${one.body}`,
          [one.party ?? texts.noParty, one.listName, one.area].filter(Boolean).join(', '),
          spanWords(lang, one.fromOn, one.toOn),
          <>
            {[one.endKind && texts.values[one.endKind], one.endNote].filter(Boolean).join(': ')}
            {linked(one.replacement, one.replacementSlug, texts.mandates.replacedBy)}
            {linked(one.predecessor, one.predecessorSlug, texts.mandates.inPlaceOf)}
          </>,
        ])}
      />
    </section>
  )
}

const Bodies = ({ lang, view: { bodies, councillor } }: Part) => {
  const texts = textsIn(lang)
  const t = publicTextsIn(lang).one
  if (bodies.length === 0) return null
  const role = (kind: string, which: keyof typeof texts.bodies.roles) =>
    kind === 'council' && which === 'chair'
      ? countryWord(lang, councillor.jurisdiction, 'councilChair')
      : texts.bodies.roles[which]
  return (
    <section aria-labelledby="organet">
      <h2 class="govuk-heading-l" id="organet">
        {t.bodies}
      </h2>
      <DataTable
        caption={t.bodies}
        captionHidden
        firstColumnHeader
        head={[{ label: texts.bodies.body }, { label: texts.bodies.role }, { label: texts.mandates.span }]}
        rows={bodies.map((one) => [
          <a href={inLanguage(lang, urls.body(one.bodyId))}>{one.body}</a>,
          role(one.bodyKind, one.role),
          spanWords(lang, one.fromOn, one.toOn),
        ])}
      />
    </section>
  )
}

const Attendance = ({ lang, view: { presence } }: Part) => {
  const t = publicTextsIn(lang).one
  const texts = textsIn(lang)
  return (
    <section aria-labelledby="pjesemarrja">
      <h2 class="govuk-heading-l" id="pjesemarrja">
        {t.presence}
      </h2>
      {presence.length === 0 ? (
        <p class="govuk-body">{t.presenceNone}</p>
      ) : (
        <>
          <p class="govuk-body">{t.presenceLead}</p>
          <DataTable
            caption={t.presence}
            captionHidden
            firstColumnHeader
            head={[
              { label: texts.bodies.body },
              { label: t.present, numeric: true },
              { label: t.excused, numeric: true },
              { label: t.absent, numeric: true },
            ]}
            rows={presence.map((one) => [one.body, ...[one.present, one.excused, one.absent].map(formatNumber)])}
          />
        </>
      )}
    </section>
  )
}
