import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { OpenPlace, PlacesView } from './places-view.ts'
import { TextNav } from './text-nav-part.tsx'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

type Props = { page: PageContext; view: PlacesView; errors?: FieldErrors; status?: string | null }

/** Comments whose place in the new version a person has to decide. */
export const PlacesPage = ({ page, view, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = roomTexts(lang)
  const { holder, record, version, items } = view
  const c = t.placeColumns
  return (
    <Layout
      page={page}
      title={`${t.placesTitle}: ${record.title}`}
      office
      wide
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, textUrls.text(holder, record.id)), label: t.versionsTitle }}
    >
      <ErrorSummary title={t.conflictTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {t.placesTitle}: {record.title}
      </h1>
      <TextNav page={page} view={view} current="places" />
      <p class="govuk-body" id="vendet">
        {t.placesLead(version.n)}
      </p>
      {items.length === 0 ? (
        <EmptyState>{t.noPlaces}</EmptyState>
      ) : (
        <DataTable
          caption={t.placesTitle}
          captionHidden
          roomy
          head={[{ label: c.comment }, { label: c.about }, { label: c.place }, { label: c.deed }]}
          rows={items.map((place) => [
            <Said lang={lang} place={place} />,
            <About lang={lang} place={place} />,
            <Proposed lang={lang} place={place} />,
            view.mayWrite ? <Deeds lang={lang} view={view} place={place} /> : '–',
          ])}
        />
      )}
      <Paging label={t.placesTitle} {...waysOf(lang, view)} />
    </Layout>
  )
}

type Part = { lang: Lang; place: OpenPlace }

const Said = ({ lang, place: { what, subject } }: Part) =>
  what === null ? (
    <>{subject}</>
  ) : (
    <>
      <span lang={lang === 'sq' ? undefined : 'sq'}>
        {what.href === null ? what.excerpt : <a href={inLanguage(lang, what.href)}>{what.excerpt}</a>}
      </span>
      {!what.public && <span class="kv-quiet"> ({roomTexts(lang).notPublic})</span>}
    </>
  )

const About = ({ lang, place: { what } }: Part) => (
  <>
    {what?.label && `${roomTexts(lang).article} ${what.label}`}
    {what?.quote && <q lang={lang === 'sq' ? undefined : 'sq'}>{what.quote}</q>}
  </>
)

const Proposed = ({ lang, place: { name, excerpt, outcome } }: Part) => {
  const t = roomTexts(lang)
  return name === null ? (
    <>{t.placeNowhere}</>
  ) : (
    <>
      {t.placeOutcomes[outcome]}: {name}.{' '}
      <span class="kv-quiet" lang={lang === 'sq' ? undefined : 'sq'}>
        {excerpt}
      </span>
    </>
  )
}

const Deeds = ({ lang, view: { holder, record, version, articles }, place }: Part & { view: PlacesView }) => {
  const t = roomTexts(lang)
  const action = inLanguage(lang, textUrls.place(holder, record.id, place.subject))
  const field = `nyja-${place.subject.slice(-12)}`
  const named = <span class="govuk-visually-hidden"> {t.placeNamed((place.what?.excerpt ?? '').slice(0, 60))}</span>
  return (
    <form class="kv-place-deeds" method="post" action={action} novalidate>
      <input type="hidden" name="versioni" value={version.id} />
      <Button kind="secondary" name="vendimi" value="konfirmo">
        {t.placeConfirm}
        {named}
      </Button>
      {place.nodeId !== null && (
        <Button kind="secondary" name="vendimi" value="hequr">
          {t.placeGone}
          {named}
        </Button>
      )}
      <SelectField
        name={field}
        label={t.placeNode}
        value={place.nodeId ?? ''}
        options={[{ value: '', label: '–' }, ...articles]}
      />
      <Button kind="secondary" name="vendimi" value="nen">
        {t.placeSave}
        {named}
      </Button>
    </form>
  )
}

function waysOf(lang: Lang, { holder, record, next, paged }: PlacesView) {
  const t = roomTexts(lang)
  const href = inLanguage(lang, textUrls.places(holder, record.id))
  return {
    older: next === null ? null : { href: `${href}?pas=${encodeURIComponent(next)}`, label: t.older },
    newer: paged ? { href, label: t.first } : null,
  }
}
