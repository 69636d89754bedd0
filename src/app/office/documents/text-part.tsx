import { documentTexts } from '#platform/documents/document-texts.ts'
import type { DocumentText } from '#platform/documents/reading/text-view.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Inset } from '#ui/inset.tsx'
import { Paging } from '#ui/paging.tsx'
import { textsIn } from './texts.ts'

type Props = {
  lang: Lang
  text: DocumentText
  /** Of the picture of a page. */
  pictureHref: (n: number) => string
  /** Of this page, from a page of the document on. */
  hrefFrom: (page: number) => string
}

/** The words that a program took out of a file, page by page; in place of words the picture of a page that has none. */
export const TextPart = ({ lang, text, pictureHref, hrefFrom }: Props) => {
  const t = textsIn(lang).text
  const { file, pages, from, next } = text
  // A PDF has pages; of other files the parts are ours and nobody's business.
  const numbered = file.mediaType === 'application/pdf'
  return (
    <>
      <Inset>{file.reading === 'waiting' ? t.waiting : pages.length === 0 ? wordsFor(lang, text) : t.machine}</Inset>
      {pages.length === 0 && file.reading !== 'waiting' && <EmptyState>{t.empty}</EmptyState>}
      {pages.map((page) => (
        <section class="kv-document-text" id={`faqja-${page.n}`}>
          {numbered && <h2 class="govuk-heading-s">{t.page(page.n)}</h2>}
          {'text' in page ? (
            <div lang={file.lang === lang ? undefined : file.lang}>
              {page.text.split(/\n{1,}/).map((line) => (
                <p class="govuk-body">{line}</p>
              ))}
            </div>
          ) : (
            <>
              <p class="govuk-body">{t.noWords}</p>
              <img
                class="kv-document-picture"
                src={pictureHref(page.n)}
                alt={t.pictureOf(page.n)}
                width={page.picture.width}
                height={page.picture.height}
                loading="lazy"
              />
            </>
          )}
        </section>
      ))}
      <Paging
        label={t.paging}
        older={next === null ? null : { href: hrefFrom(next), label: t.next }}
        newer={from > 1 ? { href: hrefFrom(1), label: t.first } : null}
      />
    </>
  )
}

const wordsFor = (lang: Lang, { file }: DocumentText): string =>
  `${capital(documentTexts(lang).reading[file.reading])}.`

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
