import { documentTexts } from '#platform/documents/document-texts.ts'
import { typeName } from '#platform/documents/type-name.ts'
import { documentUrls, ofVersion } from '#platform/documents/urls.ts'
import { formatDay, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { MeetingView } from './meeting-view.ts'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; view: MeetingView }

/** Papers with their languages, photographs with their words, and what was taken away. */
export const MeetingPapers = ({ lang, view: { meeting, documents, pictures, takenDown } }: Props) => {
  const t = textsIn(lang).page
  const d = documentTexts(lang)
  if (documents.length + pictures.length + takenDown.length === 0) return null
  return (
    <section class="kv-documents" aria-labelledby="dokumente">
      <h2 class="govuk-heading-m" id="dokumente">
        {t.documents}
      </h2>
      <ul class="govuk-list">
        {documents.map((one) => (
          <li>
            <a href={inLanguage(lang, documentUrls.one(one.id))} lang={one.ownLang === lang ? undefined : one.ownLang}>
              {one.title}
            </a>{' '}
            <span class="kv-quiet">
              {typeName(one.mediaType)}, {formatSize(lang, one.size)}
            </span>
            {one.languages.length > 1 &&
              one.languages.map((other) => (
                <>
                  {' '}
                  <a href={inLanguage(lang, ofVersion(documentUrls.file(one.id), { lang: other }))}>
                    {d.languages[other] ?? other}
                    <span class="govuk-visually-hidden"> {d.asTextNamed(one.title)}</span>
                  </a>
                </>
              ))}
          </li>
        ))}
        {takenDown.map(({ takenDownAt }) => (
          <li class="kv-quiet">{d.takenDownOn(formatDay(lang, takenDownAt, meeting.zone))}</li>
        ))}
      </ul>
      {pictures.map(({ id, alt }) => (
        <p>
          <a href={inLanguage(lang, documentUrls.one(id))}>
            <img class="kv-document-picture" src={documentUrls.file(id)} alt={alt} loading="lazy" />
          </a>
        </p>
      ))}
    </section>
  )
}
