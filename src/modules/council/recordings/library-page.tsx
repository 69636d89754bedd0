import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { clockOf } from './recording-rules.ts'
import type { LibraryView } from './recording-view.ts'
import { textsIn } from './texts.ts'
import { recordingUrls as urls } from './urls.ts'

/** All recordings of all meetings, newest first. */
export const LibraryPage = ({ page, view }: { page: PageContext; view: LibraryView }) => {
  const { lang } = page
  const t = textsIn(lang).library
  const list = inLanguage(lang, urls.library())
  const kept = view.institution === null ? '' : `institucioni=${view.institution}`
  return (
    <Layout page={page} title={t.title} canonical={urls.library()}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.institutions.length > 1 && (
        <FilterForm
          action={list}
          legend={t.filter}
          submit={t.submit}
          {...(kept === '' ? {} : { clear: { href: list, label: t.clear } })}
        >
          <SelectField
            name="institucioni"
            label={t.institution}
            value={view.institution ?? ''}
            options={[
              { value: '', label: t.all },
              ...view.institutions.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
        </FilterForm>
      )}
      {view.items.length === 0 ? (
        <EmptyState>{kept === '' ? t.empty : t.emptyNarrowed}</EmptyState>
      ) : (
        <RecordingsTable lang={lang} items={view.items} />
      )}
      <Paging
        label={t.paging}
        {...(view.older === null
          ? {}
          : { older: { href: `${list}?${[kept, `pas=${view.older}`].filter(Boolean).join('&')}`, label: t.older } })}
      />
    </Layout>
  )
}

const RecordingsTable = ({ lang, items }: { lang: Lang; items: LibraryView['items'] }) => {
  const texts = textsIn(lang)
  const t = texts.library
  return (
    <DataTable
      caption={t.caption}
      captionHidden
      head={[
        { label: t.day, tight: true },
        { label: t.meeting },
        { label: t.length, tight: true },
        { label: t.subtitles },
      ]}
      rows={items.map((one) => [
        one.day === null ? t.unknown : formatDate(lang, one.day),
        <>
          <a href={inLanguage(lang, urls.ofMeeting(one.meetingSlug))} lang={one.lang === lang ? undefined : one.lang}>
            {one.title}
          </a>
          <br />
          <span class="kv-quiet">
            {[one.institutionName, one.title === one.body ? null : one.body, texts.kinds[one.kind]]
              .filter((words) => words !== null)
              .join(' · ')}
          </span>
        </>,
        one.seconds === null ? t.unknown : clockOf(one.seconds),
        one.subtitles.length === 0 ? t.noSubtitles : one.subtitles.map((code) => texts.langs[code]).join(', '),
      ])}
    />
  )
}
