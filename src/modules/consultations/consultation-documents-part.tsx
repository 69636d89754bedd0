import type { Document } from '#platform/documents/document-queries.ts'
import { missingLanguages, NOT_READABLE } from '#platform/documents/document-rules.ts'
import { documentTexts } from '#platform/documents/document-texts.ts'
import { typeName } from '#platform/documents/type-name.ts'
import { documentUrls } from '#platform/documents/urls.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { ConsultationView } from './consultation-view.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'

type Props = { page: PageContext; view: ConsultationView }

/** The papers that stand with a draft, their languages and versions, and what was taken away. */
export const ConsultationDocuments = ({ page: { lang }, view: { consultation, documents, takenDown } }: Props) => {
  const texts = textsIn(lang)
  if (documents.length === 0 && takenDown.length === 0) return null
  return (
    <section class="kv-documents" aria-labelledby="dokumente">
      <h2 class="govuk-heading-m" id="dokumente">
        {texts.page.documents}
      </h2>
      <ul class="govuk-list">
        {documents.map((document) => (
          <DocumentLine lang={lang} consultation={consultation} document={document} />
        ))}
        {takenDown.map(({ takenDownAt }) => (
          <li class="kv-quiet">{documentTexts(lang).takenDownOn(formatDay(lang, takenDownAt, consultation.zone))}</li>
        ))}
      </ul>
    </section>
  )
}

type LineProps = Pick<ConsultationView, 'consultation'> & { lang: Lang; document: Document }

/** The file in the language of the page, where there is one; the other languages, and those that are missing. */
const DocumentLine = ({ lang, consultation, document }: LineProps) => {
  const d = documentTexts(lang)
  const nameOf = (one: string) => d.languages[one] ?? one
  const shown = document.languages.includes(lang) ? lang : document.lang
  const href = consultationUrls.document(consultation.slug, document.id)
  const hrefIn = (one: string) => inLanguage(lang, one === document.lang ? href : `${href}?gjuha=${one}`)
  const hasText = document.reading === 'read' || document.reading === 'partly' || document.reading === 'unread'
  const told = [
    textsIn(lang).page.documentSize(typeName(document.mediaType), formatSize(lang, document.size)),
    ...missingLanguages(document).map((one) => d.missing(nameOf(one))),
    ...(NOT_READABLE.includes(document.reading) ? [d.reading[document.reading]] : []),
    ...(document.replacedEarlierAt
      ? [d.replacedOn(formatDay(lang, document.replacedEarlierAt, consultation.zone))]
      : []),
  ]
  return (
    <li>
      <a href={hrefIn(shown)} lang={document.ownLang === lang ? undefined : document.ownLang}>
        {document.title}
      </a>{' '}
      <span class="kv-quiet">{told.join(', ')}</span>
      {document.languages
        .filter((one) => one !== shown)
        .map((one) => (
          <>
            {' '}
            <a href={hrefIn(one)}>
              {nameOf(one)}
              <span class="govuk-visually-hidden"> {d.asTextNamed(document.title)}</span>
            </a>
          </>
        ))}
      {hasText && (
        <>
          {' '}
          <a href={inLanguage(lang, documentUrls.text(document.id))}>
            {d.asText}
            <span class="govuk-visually-hidden"> {d.asTextNamed(document.title)}</span>
          </a>
        </>
      )}
      {document.replacedEarlierAt && (
        <>
          {' '}
          <a href={inLanguage(lang, documentUrls.one(document.id))}>
            {d.about}
            <span class="govuk-visually-hidden"> {d.asTextNamed(document.title)}</span>
          </a>
        </>
      )}
    </li>
  )
}
