import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { LinkButton } from './button.tsx'
import { FOLLOW_LINKS_TEXTS } from './follow-links-texts.ts'

type Props = {
  lang: Lang
  /** A selection, as `selectionQuery` writes it: what is followed. */
  query: string
}

/** Ways of hearing what changes: by letter, by feed, in one's calendar. The same selection for all three. */
export const FollowLinks = ({ lang, query }: Props) => {
  const t = FOLLOW_LINKS_TEXTS[lang]
  return (
    <section class="kv-follow" aria-label={t.title}>
      <p class="kv-follow__lead">{t.lead}</p>
      <LinkButton kind="secondary" href={inLanguage(lang, followUrls.follow(query))}>
        {t.follow}
      </LinkButton>
      <p class="kv-quiet">
        <a href={inLanguage(lang, followUrls.atom(query))}>{t.feed}</a> ·{' '}
        <a href={inLanguage(lang, followUrls.calendar(query))}>{t.calendar}</a>
      </p>
    </section>
  )
}

/** The same for programs, in the head of a page. */
export const FeedAlternates = ({ lang, query }: Props) => {
  const t = FOLLOW_LINKS_TEXTS[lang]
  return (
    <>
      <link
        rel="alternate"
        type="application/atom+xml"
        title={t.feedTitle}
        href={inLanguage(lang, followUrls.atom(query))}
      />
      <link
        rel="alternate"
        type="text/calendar"
        title={t.calendarTitle}
        href={inLanguage(lang, followUrls.calendar(query))}
      />
    </>
  )
}
