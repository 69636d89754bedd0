import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { MatterThread as View, ThreadRecord } from '#platform/links/thread-view.ts'
import { threadUrls } from '#platform/links/urls.ts'
import { MATTER_THREAD_TEXTS } from './matter-thread-texts.ts'
import { Thread, type Step } from './thread.tsx'

type Props = {
  lang: Lang
  thread: View
  /** What has a later day is still to come. */
  today: string
  /** Not on its own page: the way to it. */
  whole?: boolean | undefined
}

/** All that belongs to the same matter, in the order of its life, each with what it is to its neighbour. */
export const MatterThread = ({ lang, thread, today, whole = true }: Props) => {
  const t = MATTER_THREAD_TEXTS[lang]
  if (thread.records.length === 0) return null
  return (
    <section aria-labelledby="rruga">
      <h2 class="govuk-heading-m" id="rruga">
        {t.title}
      </h2>
      <Thread label={t.title} steps={thread.records.map((record) => stepOf(lang, record, today))} />
      {thread.more && <p class="kv-quiet">{t.more}</p>}
      {whole && (
        <p class="govuk-body-s">
          <a href={inLanguage(lang, threadUrls.of(thread.ref))}>{t.whole}</a>
        </p>
      )}
    </section>
  )
}

function stepOf(lang: Lang, record: ThreadRecord, today: string): Step {
  const t = MATTER_THREAD_TEXTS[lang]
  const { step, on, distance } = record
  return {
    title: t.steps[step],
    when: on === null ? null : formatDate(lang, on),
    text: <Said lang={lang} record={record} />,
    state: distance === 0 ? 'now' : on !== null && on > today ? 'next' : 'done',
  }
}

const Said = ({ lang, record: { subject, distance, words, of } }: { lang: Lang; record: ThreadRecord }) => {
  const t = MATTER_THREAD_TEXTS[lang]
  const shown = subject.lang === lang ? undefined : subject.lang
  return (
    <>
      <p lang={shown}>
        {distance === 0 || subject.publicHref === null ? (
          subject.title
        ) : (
          <a href={inLanguage(lang, subject.publicHref)}>{subject.title}</a>
        )}
      </p>
      <p class="kv-quiet">{distance === 0 ? t.here : distance === 1 ? words : t.to(of?.title ?? '', words ?? '')}</p>
      {subject.publicHref !== null &&
        subject.life?.beside?.map(({ title, href }) => (
          <p>
            <a href={inLanguage(lang, href)}>{title}</a>
          </p>
        ))}
    </>
  )
}
