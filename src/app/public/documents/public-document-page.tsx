import type { DocumentFile } from '#platform/documents/document-queries.ts'
import { documentTexts } from '#platform/documents/document-texts.ts'
import { typeName } from '#platform/documents/type-name.ts'
import { documentUrls as urls, ofVersion } from '#platform/documents/urls.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { happenedWords } from '../../office/documents/happened-words.ts'
import { textsIn } from '../../office/documents/texts.ts'
import type { PublicDocument } from './public-document-view.ts'

type Props = { page: PageContext; view: PublicDocument }

/** A public document: its languages, those that are missing, its words as a page, and what stood there before. */
export const PublicDocumentPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).public
  const d = documentTexts(lang)
  const { document, record, current, missing } = view
  const unread = current.find((file) => file.reading === 'unread')
  return (
    <Layout page={page} title={view.title} canonical={urls.one(document.id)}>
      <header class="kv-matter">
        <p class="kv-matter__kind">{d.roles[document.role]}</p>
        <h1 class="govuk-heading-xl" lang={view.titleLang === lang ? undefined : view.titleLang}>
          {view.title}
        </h1>
      </header>
      <Picture lang={lang} view={view} />
      {unread && <Inset>{t.unread}</Inset>}
      <section aria-labelledby="skedaret">
        <h2 class="govuk-heading-m" id="skedaret">
          {t.files}
        </h2>
        <ul class="govuk-list">
          {current.map((file) => (
            <FileLine lang={lang} view={view} file={file} />
          ))}
          {missing.map((one) => (
            <li class="kv-quiet">{capital(d.missing(d.languages[one] ?? one))}</li>
          ))}
        </ul>
      </section>
      <Earlier lang={lang} view={view} />
      <SummaryList
        rows={[
          {
            key: t.record,
            value: record.publicHref ? (
              <a href={inLanguage(lang, record.publicHref)} lang={record.lang === lang ? undefined : record.lang}>
                {record.title}
              </a>
            ) : (
              record.title
            ),
          },
          ...(document.happenedOn ? [{ key: t.happened, value: happenedWords(lang, document) ?? '' }] : []),
        ]}
      />
    </Layout>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

type FileProps = { lang: Lang; view: PublicDocument; file: DocumentFile }

const FileLine = ({ lang, view: { document, title }, file }: FileProps) => {
  const t = textsIn(lang).public
  const d = documentTexts(lang)
  const name = d.languages[file.lang] ?? file.lang
  const hasText = file.reading === 'read' || file.reading === 'partly' || file.reading === 'unread'
  return (
    <li>
      <a href={inLanguage(lang, ofVersion(urls.file(document.id), { lang: file.lang }))}>
        {capital(name)}
        <span class="govuk-visually-hidden">: {title}</span>
      </a>{' '}
      <span class="kv-quiet">
        {file.mediaType && typeName(file.mediaType)}, {formatSize(lang, file.size)}
        {file.reading !== 'read' && file.reading !== 'none' && `, ${d.reading[file.reading]}`}
      </span>
      {hasText && (
        <>
          {' '}
          <a href={inLanguage(lang, ofVersion(urls.text(document.id), { lang: file.lang }))}>
            {t.read}
            <span class="govuk-visually-hidden"> {name}</span>
          </a>
        </>
      )}
    </li>
  )
}

const Earlier = ({ lang, view: { document, earlier, institution } }: Omit<FileProps, 'file'>) => {
  if (earlier.length === 0) return null
  const t = textsIn(lang).public
  const d = documentTexts(lang)
  return (
    <section aria-labelledby="versionet">
      <h2 class="govuk-heading-m" id="versionet">
        {t.versions}
      </h2>
      <p class="govuk-body">{t.versionsLead}</p>
      <ul class="govuk-list">
        {earlier.map((file) => (
          <li>
            <a href={inLanguage(lang, ofVersion(urls.file(document.id), file))}>
              {t.version(file.version)}, {d.languages[file.lang] ?? file.lang}
            </a>{' '}
            <span class="kv-quiet">
              {file.replacedAt && d.replacedOn(formatDay(lang, file.replacedAt, institution.zone))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The picture itself, in the width that the screen needs. */
const Picture = ({ lang, view }: Omit<FileProps, 'file'>) => {
  const { document, current, pictures, alt } = view
  const [file] = current
  if (!file?.mediaType?.startsWith('image/') || (!alt && !document.decorative)) return null
  const widths = pictures.filter((one) => one.kind === 'width')
  const hrefOf = (width: number) => inLanguage(lang, urls.picture(document.id, 'gjeresia', width))
  const words = document.decorative ? '' : (alt?.words ?? '')
  const fallback = widths.at(-1)
  return (
    <>
      <img
        class="kv-document-picture"
        src={fallback ? hrefOf(fallback.n) : inLanguage(lang, ofVersion(urls.file(document.id), { lang: file.lang }))}
        srcset={widths.length > 0 ? widths.map((one) => `${hrefOf(one.n)} ${one.width}w`).join(', ') : undefined}
        sizes={widths.length > 0 ? '(min-width: 60em) 60em, 100vw' : undefined}
        alt={words}
        lang={alt && alt.lang !== lang ? alt.lang : undefined}
        width={fallback?.width}
        height={fallback?.height}
      />
      {alt && alt.lang !== lang && !document.decorative && (
        <p class="kv-quiet">{textsIn(lang).public.noAlt(documentTexts(lang).languages[lang] ?? lang)}</p>
      )}
    </>
  )
}
