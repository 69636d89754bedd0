import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatHour } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList, type Entry } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { councilUrls } from '../urls.ts'
import type { Hearing } from './agenda-queries.ts'
import type { HearingsView } from './hearings-view.ts'
import { textsIn } from './texts.ts'

/** When the public is heard in a meeting, and how to ask for the floor. */
export const HearingsPage = ({ page, view }: { page: PageContext; view: HearingsView }) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.hearings
  const list = inLanguage(lang, councilUrls.hearings())
  return (
    <Layout
      page={page}
      title={t.title}
      canonical={councilUrls.hearings()}
      back={{ href: inLanguage(lang, councilUrls.meetings()), label: texts.list.title }}
    >
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <FilterForm
        action={list}
        legend={texts.list.filter}
        submit={texts.list.submit}
        {...(view.institution === '' ? {} : { clear: { href: list, label: texts.list.clear } })}
      >
        <SelectField
          name="institucioni"
          label={t.institution}
          value={view.institution}
          options={[
            { value: '', label: texts.list.any },
            ...view.institutions.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      </FilterForm>
      <h2 class="govuk-heading-l">{t.coming}</h2>
      {view.coming.length === 0 ? (
        <EmptyState>{t.noneComing}</EmptyState>
      ) : (
        <EntryList level={3} items={view.coming.map((one) => entryOf(lang, one))} />
      )}
      {view.past.length > 0 && (
        <>
          <h2 class="govuk-heading-l">{t.past}</h2>
          <EntryList level={3} items={view.past.map((one) => entryOf(lang, one))} />
        </>
      )}
    </Layout>
  )
}

function entryOf(lang: Lang, one: Hearing): Entry {
  const t = textsIn(lang)
  const english = lang === 'en' && one.titleEn !== null
  const day =
    one.day === null ? t.unknownDay : t.day(formatDate(lang, one.day), one.at && formatHour(one.at, one.zone), null)
  const open = one.meetingState === 'convened' && one.state === 'planned'
  const state = t.itemStates[one.state]
  return {
    href: inLanguage(lang, councilUrls.agendaItem(one.slug, one.itemId)),
    title: (english ? one.titleEn : one.title) ?? t.closedItem,
    lang: english || one.lang === lang ? undefined : one.lang,
    quiet: [day, one.place, one.bodyName, one.institutionName].filter(Boolean).join(' · '),
    state: state === '' ? null : { tone: 'plain', label: state },
    extra: open ? <a href={inLanguage(lang, councilUrls.register(one.slug))}>{t.page.register}</a> : undefined,
  }
}
