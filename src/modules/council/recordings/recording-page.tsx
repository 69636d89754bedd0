import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { Layout } from '#ui/layout.tsx'
import { councilUrls } from '../urls.ts'
import { clockOf, watchAt } from './recording-rules.ts'
import type { RecordingPageView, ShownRecording } from './recording-view.ts'
import { textsIn } from './texts.ts'
import { recordingUrls as urls } from './urls.ts'

/** The recordings of one meeting: each item and each vote leads to its moment. */
export const RecordingPage = ({ page, view }: { page: PageContext; view: RecordingPageView }) => {
  const { lang } = page
  const t = textsIn(lang).page
  return (
    <Layout
      page={page}
      title={t.title(view.title)}
      canonical={urls.ofMeeting(view.slug)}
      back={{ href: inLanguage(lang, councilUrls.meeting(view.slug)), label: t.meeting }}
    >
      <h1 class="govuk-heading-l">{t.title(view.title)}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.recordings.map((one) => (
        <One lang={lang} slug={view.slug} one={one} />
      ))}
    </Layout>
  )
}

type Props = { lang: Lang; slug: string; one: ShownRecording }

const One = ({ lang, slug, one }: Props) => {
  const texts = textsIn(lang)
  const t = texts.page
  const verb = { live: t.live, video: t.watch, audio: t.listen }[one.kind]
  return (
    <section aria-labelledby={`regjistrimi-${one.id}`}>
      <h2 class="govuk-heading-m" id={`regjistrimi-${one.id}`}>
        {texts.kinds[one.kind]}
        {one.title !== one.body && (
          <>
            : <span lang={one.lang === lang ? undefined : one.lang}>{one.title}</span>
          </>
        )}
      </h2>
      <p class="govuk-body">
        <a href={one.url} rel="noopener">
          {verb}
        </a>{' '}
        <span class="kv-quiet">
          {one.seconds !== null && `${clockOf(one.seconds)}. `}
          {t.elsewhere(new URL(one.url).host)}
        </span>
      </p>
      {one.closedPartsCut && <p class="govuk-body">{t.cut}</p>}
      {one.kind !== 'live' && <Chapters lang={lang} slug={slug} one={one} />}
      {one.subtitles.map((subtitle) => (
        <Details summary={`${t.words}: ${texts.langs[subtitle.lang]}`}>
          <p class="govuk-body">
            {texts.madeBy[subtitle.made_by]}.{' '}
            <a href={urls.subtitles(slug, one.id, subtitle.lang)}>{`${t.subtitles} (WebVTT)`}</a>
          </p>
          <div lang={subtitle.lang}>
            {subtitle.cues.slice(0, SHOWN).map(([from, , words]) => (
              <p class="govuk-body-s">
                <a href={watchAt(one.url, Math.floor(from / 1000))}>{clockOf(Math.floor(from / 1000))}</a> {words}
              </p>
            ))}
          </div>
        </Details>
      ))}
    </section>
  )
}

/** A page stays light: the file has all lines. */
const SHOWN = 200

const Chapters = ({ lang, slug, one }: Props) => {
  const t = textsIn(lang).page
  if (one.chapters.length === 0) return <p class="govuk-body">{t.noChapters}</p>
  return (
    <>
      <DataTable
        caption={t.chapters}
        head={[{ label: t.time, tight: true }, { label: t.what }]}
        rows={one.chapters.map(({ kind, title, seconds }) => [
          <a href={watchAt(one.url, seconds)}>
            {clockOf(seconds)}
            <span class="govuk-visually-hidden"> {title}</span>
          </a>,
          <>
            {kind === 'vote' && <span class="kv-quiet">{t.vote}: </span>}
            <span lang={one.lang === lang ? undefined : one.lang}>{title}</span>
          </>,
        ])}
      />
      <p class="govuk-body">
        <a href={urls.chapters(slug, one.id)}>{t.chaptersFile}</a>
      </p>
    </>
  )
}
