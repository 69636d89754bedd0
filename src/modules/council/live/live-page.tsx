import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { asset } from '#ui/assets.ts'
import { Layout } from '#ui/layout.tsx'
import { councilUrls } from '../urls.ts'
import { LivePart } from './live-part.tsx'
import type { LiveView } from './live-view.ts'
import { textsIn } from './texts.ts'
import { liveUrls } from './urls.ts'

type Props = { page: PageContext; view: LiveView }

/** What the meeting is called where it has no title of its own: the name of its body. */
export const nameOf = (lang: Lang, { ownTitle, bodyName, bodyNameEn }: LiveView['meeting']): string =>
  ownTitle ?? (lang === 'en' && bodyNameEn !== null ? bodyNameEn : bodyName)

/** A meeting as it is held, for whoever is not in the room. Works by reloading; the script only spares that. */
export const LivePage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { meeting, watch } = view
  const to = (path: string) => inLanguage(lang, path)
  return (
    <Layout
      page={page}
      title={t.titleOf(nameOf(lang, meeting))}
      canonical={councilUrls.live(meeting.slug)}
      back={{ href: to(councilUrls.meeting(meeting.slug)), label: t.back }}
    >
      <h1 class="govuk-heading-xl">{t.titleOf(nameOf(lang, meeting))}</h1>
      {meeting.startsAt && view.live.phase === 'not-open' && (
        <p class="govuk-body">{t.startsAt(formatMoment(lang, meeting.startsAt, meeting.zone))}</p>
      )}
      {watch && (
        <p class="govuk-body">
          <a href={watch} rel="noopener">
            {t.watch}
          </a>
        </p>
      )}
      <Reload page={page} />
      <Signs lang={lang} />
      <div data-live data-part={to(liveUrls.part(meeting.slug))} data-stream={to(liveUrls.stream(meeting.slug))}>
        <LivePart lang={lang} view={view} />
      </div>
      <script type="module" src={asset('live.js')} />
    </Layout>
  )
}

/** Hidden by the script, which does the same by itself. */
const Reload = ({ page: { lang, path } }: { page: PageContext }) => (
  <p class="govuk-body" data-live-plain>
    <a href={inLanguage(lang, path)}>{textsIn(lang).reload}</a> <span class="kv-quiet">{textsIn(lang).reloadHint}</span>
  </p>
)

/** What the script tells: what is new to whoever listens, and that it cannot follow any more. */
export const Signs = ({ lang }: { lang: Lang }) => (
  <>
    <p class="govuk-visually-hidden" role="status" data-live-say />
    <p class="govuk-inset-text" role="status" data-live-lost hidden>
      {textsIn(lang).lost}
    </p>
    <p class="govuk-inset-text" data-live-full hidden>
      {textsIn(lang).full}
    </p>
  </>
)
