import { documentTexts } from '#platform/documents/document-texts.ts'
import { FILE_LANGUAGES } from '#platform/documents/document-rules.ts'
import type { DocumentFile } from '#platform/documents/document-queries.ts'
import { typeName } from '#platform/documents/type-name.ts'
import { ofVersion } from '#platform/documents/urls.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatMoment, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { historyLine } from './history-words.ts'
import { happenedWords } from './happened-words.ts'
import type { DocumentView } from './document-view.ts'
import { textsIn } from './texts.ts'
import { officeDocumentUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: DocumentView; typed?: Typed; errors?: FieldErrors; status?: string | null }

/** One document: what it is, where it stands, its languages and versions, what happened to it. */
export const DocumentPage = ({ page, view, typed = {}, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { document } = view
  return (
    <Layout
      page={page}
      title={document.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: t.title }}
    >
      <ErrorSummary title={t.correct.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l" lang={document.lang === lang ? undefined : document.lang}>
        {document.title}
      </h1>
      {view.takenDown && <Inset>{t.one.takenDown}</Inset>}
      {view.noted && <Inset>{t.one.noted}</Inset>}
      <Facts page={page} view={view} />
      <Files page={page} view={view} />
      {view.mayWrite && !view.takenDown && <AddFile page={page} view={view} typed={typed} errors={errors} />}
      <History page={page} view={view} />
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Facts = ({ page: { lang }, view }: Part) => {
  const t = textsIn(lang).one
  const { document, record, takenDown, mayWrite } = view
  return (
    <section aria-labelledby="te-dhenat">
      <h2 class="govuk-heading-m" id="te-dhenat">
        {t.facts}
      </h2>
      <SummaryList rows={factsOf(view, lang)} />
      {record.publicHref && record.published && document.class === 'public' && (
        <p class="govuk-body">
          <a href={inLanguage(lang, `/dokumente/${document.id}`)}>{t.publicPage}</a>
        </p>
      )}
      {mayWrite && !takenDown && (
        <LinkButton href={inLanguage(lang, urls.correction(document.id))} kind="secondary">
          {t.correct}
        </LinkButton>
      )}
    </section>
  )
}

function factsOf({ document, record, words, zone, missing, same }: DocumentView, lang: PageContext['lang']) {
  const t = textsIn(lang).one
  const d = documentTexts(lang)
  const nameOf = (one: string) => d.languages[one] ?? one
  const happened = happenedWords(lang, document)
  const said = (what: 'title' | 'alt') =>
    words.flatMap((one) => (one[what] ? [`${nameOf(one.lang)}: ${one[what]}`] : [])).join(' · ')
  const rows = [
    {
      key: t.record,
      value: record.officeHref ? <a href={inLanguage(lang, record.officeHref)}>{record.title}</a> : record.title,
    },
    { key: t.role, value: d.roles[document.role] },
    {
      key: t.class,
      value: (
        <>
          {d.classes[document.class]} <span class="kv-quiet">{d.classHints[document.class]}</span>
        </>
      ),
    },
    { key: t.lang, value: nameOf(document.lang) },
    {
      key: t.added,
      value: t.addedBy(
        formatMoment(lang, document.addedAt, zone),
        document.addedBy === null ? null : (document.addedByName ?? ''),
      ),
    },
  ]
  const more = (key: string, value: string) => (value === '' ? [] : [{ key, value }])
  return [
    ...rows,
    ...more(t.happened, happened ?? ''),
    ...more(t.missing, missing.map((one) => d.missing(nameOf(one))).join(', ')),
    ...more(t.translations, said('title')),
    ...more(t.alternative, document.decorative ? t.decorative : said('alt')),
    ...(same.length === 0
      ? []
      : [
          {
            key: t.same,
            value: same.map((one, index) => (
              <>
                {index > 0 && ', '}
                <a href={inLanguage(lang, urls.one(one.id))}>{one.title}</a>
              </>
            )),
          },
        ]),
  ]
}

const Files = ({ page: { lang }, view: { document, files, zone } }: Part) => {
  const t = textsIn(lang).one
  const d = documentTexts(lang)
  const { fileColumns: columns } = t
  return (
    <section aria-labelledby="skedaret-titulli">
      <h2 class="govuk-heading-m" id="skedaret-titulli">
        {t.files}
      </h2>
      <DataTable
        caption={t.files}
        captionHidden
        head={[{ label: columns.version }, { label: columns.file }, { label: columns.added }, { label: columns.state }]}
        rows={files.map((file) => [
          t.versionOf(d.languages[file.lang] ?? file.lang, file.version),
          file.fileName === null || file.mediaType === null ? (
            t.fileGone
          ) : (
            <>
              <a href={inLanguage(lang, ofVersion(urls.file(document.id), file))}>{file.fileName}</a>{' '}
              <span class="kv-quiet">
                {typeName(file.mediaType)}, {formatSize(lang, file.size)}
              </span>
            </>
          ),
          formatDay(lang, file.addedAt, zone),
          <FileState page={{ lang }} file={file} zone={zone} href={urls.text(document.id)} />,
        ])}
      />
    </section>
  )
}

type StateProps = { page: Pick<PageContext, 'lang'>; file: DocumentFile; zone: string; href: string }

const FileState = ({ page: { lang }, file, zone, href }: StateProps) => {
  const t = textsIn(lang).one
  const d = documentTexts(lang)
  if (file.takenDownAt) return <Tag tone="stopped">{t.fileGone}</Tag>
  const unread = file.reading !== 'read' && file.reading !== 'partly' && file.reading !== 'none'
  const told = Object.entries(file.metadata ?? {}).map(([name, value]) => `${t.metadataNames[name] ?? name} ${value}`)
  const quiet = [
    ...(file.replacedAt ? [t.replaced(formatDay(lang, file.replacedAt, zone), file.wasPublic)] : []),
    ...(file.signed ? [t.signed] : []),
    ...(told.length > 0 ? [t.metadata(told.join('; '))] : []),
  ]
  const hasText = file.reading === 'read' || file.reading === 'partly' || file.reading === 'unread'
  return (
    <>
      {unread ? <Tag tone="warning">{d.reading[file.reading]}</Tag> : d.reading[file.reading]}
      {hasText && (
        <>
          {' '}
          <a href={inLanguage(lang, ofVersion(href, file))}>
            {t.openText}
            <span class="govuk-visually-hidden"> {t.versionOf(d.languages[file.lang] ?? file.lang, file.version)}</span>
          </a>
        </>
      )}
      {quiet.map((one) => (
        <p class="kv-quiet">{one}</p>
      ))}
    </>
  )
}

const AddFile = ({ page: { lang }, view, typed, errors }: Required<Omit<Props, 'status'>>) => {
  const t = textsIn(lang).one
  const { document, missing } = view
  if (document.addedBy === null) return <Inset>{t.ofCitizen}</Inset>
  const names = documentTexts(lang).languages
  const open = ['gjuha-skedari', 'skedari', 'arsyeja'].some((field) => field in errors)
  return (
    <Details summary={t.addFile} open={open}>
      <p class="govuk-body">{t.addHint}</p>
      <form
        method="post"
        action={inLanguage(lang, urls.files(document.id))}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <SelectField
          name="gjuha-skedari"
          label={t.fileLang}
          value={typed['gjuha-skedari'] ?? missing[0] ?? document.lang}
          error={errors['gjuha-skedari']}
          options={FILE_LANGUAGES.map((value) => ({ value, label: names[value] ?? value }))}
        />
        <FileField name="skedari" label={t.file} error={errors.skedari} />
        <TextField name="arsyeja" label={t.reason} value={typed.arsyeja} error={errors.arsyeja} />
        <Button preventDoubleClick>{t.addSubmit}</Button>
      </form>
    </Details>
  )
}

const History = ({ page: { lang }, view: { changes, zone } }: Part) => {
  const t = textsIn(lang)
  return (
    <section aria-labelledby="historia">
      <h2 class="govuk-heading-m" id="historia">
        {t.one.history}
      </h2>
      {changes.length === 0 ? (
        <EmptyState>{t.one.historyEmpty}</EmptyState>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {changes.map((change) => (
            <li>{historyLine(change, lang, formatMoment(lang, change.at, zone))}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
