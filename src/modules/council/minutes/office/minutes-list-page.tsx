import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { Layout } from '#ui/layout.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { Blocks } from '../blocks-part.tsx'
import { minutesTexts } from '../texts.ts'
import { minutesOfficeUrls as urls } from '../urls.ts'
import type { OfficeMinutesView, WaitingView } from './office-minutes-view.ts'

/** Minutes that wait, the oldest first. */
export const MinutesListPage = ({ page, view }: { page: PageContext; view: WaitingView }) => {
  const { lang } = page
  const texts = minutesTexts(lang)
  const t = texts.office
  return (
    <Layout page={page} title={t.list} office>
      <h1 class="govuk-heading-l">{t.list}</h1>
      <SubNav
        label={t.list}
        items={[
          { href: inLanguage(lang, urls.list()), label: t.list, current: true },
          { href: inLanguage(lang, urls.attendance()), label: t.attendance },
          { href: inLanguage(lang, urls.copies()), label: t.copies },
        ]}
      />
      <p class="govuk-body">{t.listLead}</p>
      {view.items.length === 0 ? (
        <EmptyState>
          <p>{t.listEmpty}</p>
        </EmptyState>
      ) : (
        <EntryList
          items={view.items.map((one) => ({
            href: inLanguage(lang, urls.one(one.meetingId)),
            title: t.listTitle(one.body, one.day === null ? '–' : formatDate(lang, one.day)),
            quiet: [
              view.institutions.get(one.institutionId) ?? '',
              t.draftedOn(formatDay(lang, one.draftedAt, one.zone)),
            ].join(', '),
            state: { tone: 'plain', label: texts.officeStates[one.state] },
          }))}
        />
      )}
    </Layout>
  )
}

type PreviewProps = {
  page: PageContext
  view: OfficeMinutesView
  open: readonly FormBlock[]
  /** Null: nothing was said behind closed doors. */
  whole: readonly FormBlock[] | null
}

/** As everybody will read them; and the whole, where there is more than that. */
export const PreviewPage = ({ page, view, open, whole }: PreviewProps) => {
  const { lang } = page
  const t = minutesTexts(lang).office
  return (
    <Layout
      page={page}
      title={t.previewTitle}
      office
      back={{ href: inLanguage(lang, urls.one(view.facts.meeting.id)), label: t.title }}
    >
      <span class="govuk-caption-l">{view.title}</span>
      <h1 class="govuk-heading-l">{whole === null ? t.previewPublic : t.previewWhole}</h1>
      {view.closedParts && (
        <SubNav
          label={t.previewTitle}
          items={[
            {
              href: inLanguage(lang, urls.preview(view.facts.meeting.id)),
              label: t.previewPublic,
              current: whole === null,
            },
            {
              href: `${inLanguage(lang, urls.preview(view.facts.meeting.id))}?pamja=e-plote`,
              label: t.previewWhole,
              current: whole !== null,
            },
          ]}
        />
      )}
      <Blocks blocks={whole ?? open} lang={lang === 'sq' ? undefined : 'sq'} />
    </Layout>
  )
}
