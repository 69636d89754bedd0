import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Because } from '#platform/texts/text-holder.ts'
import { becauseTexts } from './because-texts.ts'

type Props = {
  lang: Lang
  items: readonly Because[]
  /** Where all of it stands, without language prefix. */
  href: string
  level: 2 | 3
  /** Where a page has several. */
  id?: string
}

/** Because of which comments a text came to be as it is, each with the answer that says so. */
export const BecauseSection = ({ lang, items, href, level, id = 'per-shkak' }: Props) => {
  if (items.length === 0) return null
  const t = becauseTexts[lang]
  const Heading: `h${2 | 3}` = `h${level}`
  return (
    <section class="kv-because" aria-labelledby={id}>
      <Heading class={level === 2 ? 'govuk-heading-m' : 'govuk-heading-s'} id={id}>
        {t.title}
      </Heading>
      <ul class="govuk-list govuk-list--spaced">
        {items.map((item) => (
          <li>
            <One lang={lang} item={item} />
          </li>
        ))}
      </ul>
      <p class="govuk-body-s">
        <a href={inLanguage(lang, href)}>{t.all}</a>
      </p>
    </section>
  )
}

const One = ({ lang, item }: { lang: Lang; item: Because }) => {
  const t = becauseTexts[lang]
  const other = (words: Lang) => (words === lang ? undefined : words)
  return (
    <>
      <a href={inLanguage(lang, item.href)}>{item.title}</a>, {item.decision.toLowerCase()}, {t.version(item.versionN)}:{' '}
      {item.places.map(({ words, href }, at) => (
        <>
          {at > 0 && '; '}
          <a href={inLanguage(lang, href)}>{words}</a>
        </>
      ))}
      {item.excerpt !== null && (
        <span class="kv-because__words" lang={other(item.excerptLang)}>
          {item.excerpt}
        </span>
      )}
      <ul class="govuk-list govuk-list--bullet" aria-label={t.comments}>
        {item.comments.map((comment) => (
          <li>
            <a href={inLanguage(lang, comment.href)}>
              {comment.author}, {comment.code}
            </a>
            : {comment.excerpt === null ? t.unreadable : <span lang={other(comment.lang)}>{comment.excerpt}</span>}
          </li>
        ))}
        {item.more > 0 && (
          <li>
            <a href={inLanguage(lang, item.href)}>{t.more(item.more)}</a>
          </li>
        )}
      </ul>
    </>
  )
}
