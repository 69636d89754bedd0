import { FILE_LANGUAGES, missingLanguages, NOT_READABLE } from '#platform/documents/document-rules.ts'
import { documentTexts } from '#platform/documents/document-texts.ts'
import { typeName } from '#platform/documents/type-name.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { basisOf } from '../closing/closing-rules.ts'
import { phaseTone } from '../phase-part.ts'
import { RecordLinks } from '../record-links-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import type { DraftView } from './draft-view.ts'
import { BeforePublication, Repetitions, type Readiness } from './draft-readiness-part.tsx'
import { DOCUMENT_ROLES } from './document-rules.ts'
import { Rooms } from './rooms-part.tsx'

type Props = {
  page: PageContext
  view: DraftView
  readiness?: Readiness | null
  typed?: Typed
  errors?: FieldErrors
  status?: string | null
}

/** One consultation in the office: how it stands, what is missing, its papers, and the next deed. */
export const DraftPage = ({ page, view, readiness = null, typed = {}, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.office
  const { consultation, phase } = view
  return (
    <Layout
      page={page}
      title={consultation.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultations()), label: t.consultationsTitle }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{consultation.title}</h1>
      <p>
        <Tag tone={phaseTone(phase)}>{texts.phases[phase]}</Tag>
        {consultation.stage === 'preliminary' && <> {texts.notices.stage.names.preliminary}</>}
      </p>
      <DraftNav page={page} view={view} current="overview" />
      {readiness && <BeforePublication page={page} view={view} readiness={readiness} errors={errors} />}
      <Repetitions lang={lang} repetitions={view.repetitions} />
      <Rooms lang={lang} view={view} />
      <Facts page={page} view={view} />
      <Documents page={page} view={view} typed={typed} errors={errors} />
      {consultation.state === 'published' && view.mayPublish && !consultation.history && (
        <Cancellation page={page} view={view} typed={typed} errors={errors} />
      )}
      <RecordLinks
        lang={lang}
        subject={`consultations.consultation:${consultation.id}`}
        mayTakeDown={view.mayTakeDown}
      />
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

type Current = 'overview' | 'text' | 'questions'

export const DraftNav = ({ page: { lang }, view, current }: Part & { current: Current }) => {
  const t = textsIn(lang).office
  const { id, slug, waiting } = view.consultation
  const items = [
    { href: inLanguage(lang, officeUrls.consultation(id)), label: t.overview, current: current === 'overview' },
    ...(view.consultation.history || view.consultation.stage === 'preliminary'
      ? []
      : [{ href: inLanguage(lang, officeUrls.text(id)), label: t.textTitle, current: current === 'text' }]),
    ...(view.consultation.history
      ? []
      : [
          {
            href: inLanguage(lang, officeUrls.questions(id)),
            label: textsIn(lang).questions.office.title,
            current: current === 'questions',
          },
        ]),
  ]
  if (slug) {
    items.push({
      href: `${inLanguage(lang, officeUrls.comments())}?konsultimi=${id}`,
      label: t.seeComments + (waiting > 0 ? ` (${waiting})` : ''),
      current: false,
    })
    items.push({ href: inLanguage(lang, consultationUrls.one(slug)), label: t.seePublic, current: false })
  }
  return <SubNav label={view.consultation.title} items={items} />
}

const Facts = ({ page: { lang }, view: { consultation: c, followers, mayWrite, mayPublish } }: Part) => {
  const texts = textsIn(lang)
  const t = texts.office
  const day = (date: string | null) => (date ? formatDate(lang, date) : '–')
  return (
    <section aria-labelledby="te-dhenat">
      <h2 class="govuk-heading-m" id="te-dhenat">
        {texts.page.facts}
      </h2>
      <SummaryList
        rows={[
          { key: t.institution, value: c.institutionName },
          ...(c.registerNumber
            ? [{ key: texts.consultation, value: texts.page.number(c.registerNumber, c.registerYear ?? 0) }]
            : []),
          { key: t.actKind, value: texts.actKinds[c.actKind] },
          { key: t.legalBasis, value: c.legalBasis },
          { key: texts.closing.basisChoice, value: texts.closing.bases[basisOf(c)] },
          { key: t.opens, value: day(c.opensOn) },
          { key: t.closes, value: day(c.closesOn) },
          { key: t.contactEmail, value: c.contactEmail },
          { key: t.summary, value: c.summary },
          ...(followers === null ? [] : [{ key: t.followers, value: formatNumber(followers) }]),
          ...(c.cancelReason ? [{ key: t.cancelReason, value: c.cancelReason }] : []),
        ]}
      />
      {mayWrite && c.state !== 'cancelled' && !c.history && (
        <LinkButton href={inLanguage(lang, officeUrls.edit(c.id))} kind="secondary">
          {t.editTitle}
        </LinkButton>
      )}
      {mayPublish && c.state === 'published' && !c.history && (
        <p class="govuk-body">
          <a href={inLanguage(lang, officeUrls.extension(c.id))}>{texts.closing.extend.link}</a>
        </p>
      )}
    </section>
  )
}

const Documents = ({ page: { lang }, view, typed, errors }: Required<Omit<Props, 'status' | 'readiness'>>) => {
  const t = textsIn(lang).office
  const { consultation, documents, mayWrite } = view
  return (
    <section aria-labelledby="dokumentet-titulli">
      <h2 class="govuk-heading-m" id="dokumentet-titulli">
        {t.documentsTitle}
      </h2>
      {documents.length === 0 ? <EmptyState>{t.noDocuments}</EmptyState> : null}
      <ul class="govuk-list">
        {documents.map((document) => (
          <li class="kv-row">
            <a href={inLanguage(lang, officeUrls.document(consultation.id, document.id))}>{document.title}</a>{' '}
            <span class="kv-quiet">
              {t.documentRoles[document.role]}, {typeName(document.mediaType)}, {formatSize(lang, document.size)}
              {toldOf(lang, document)}
            </span>{' '}
            <a href={inLanguage(lang, `/zyra/dokumentet/${document.id}`)}>
              {t.documentManage}
              <span class="govuk-visually-hidden"> {t.documentOpens(document.title)}</span>
            </a>
            {mayWrite && (
              <form
                method="post"
                action={inLanguage(lang, officeUrls.removeDocument(consultation.id, document.id))}
                data-submit-once
              >
                <Button kind="secondary">
                  {t.documentRemove}
                  <span class="govuk-visually-hidden"> {t.documentRemoveNamed(document.title)}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <AddDocument {...{ lang, consultation, typed, errors }} />}
    </section>
  )
}

/** What is missing of it, after its size. */
function toldOf(lang: Lang, document: DraftView['documents'][number]): string {
  const d = documentTexts(lang)
  const told = missingLanguages(document).map((one) => d.missing(d.languages[one] ?? one))
  if (NOT_READABLE.includes(document.reading)) told.push(d.reading[document.reading])
  return told.map((one) => `, ${one}`).join('')
}

type AddDocumentProps = Pick<DraftView, 'consultation'> & Pick<Required<Props>, 'typed' | 'errors'> & { lang: Lang }

const DOCUMENT_FIELDS = ['titulli-dok', 'lloji-dok', 'gjuha-dok', 'dokumenti', 'alt-dok']

const AddDocument = ({ lang, consultation, typed, errors }: AddDocumentProps) => {
  const t = textsIn(lang).office
  return (
    <Details summary={t.documentAdd} open={DOCUMENT_FIELDS.some((field) => field in errors)}>
      <form
        method="post"
        action={inLanguage(lang, officeUrls.documents(consultation.id))}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <TextField
          name="titulli-dok"
          label={t.documentTitle}
          value={typed['titulli-dok']}
          error={errors['titulli-dok']}
        />
        <SelectField
          name="lloji-dok"
          label={t.documentRole}
          value={typed['lloji-dok']}
          error={errors['lloji-dok']}
          options={DOCUMENT_ROLES.map((role) => ({ value: role, label: t.documentRoles[role] ?? role }))}
        />
        <SelectField
          name="gjuha-dok"
          label={t.documentLang}
          value={typed['gjuha-dok'] ?? 'sq'}
          error={errors['gjuha-dok']}
          options={FILE_LANGUAGES.map((value) => ({ value, label: documentTexts(lang).languages[value] ?? value }))}
        />
        <FileField name="dokumenti" label={t.documentFile} error={errors.dokumenti} />
        <TextField
          name="alt-dok"
          label={t.documentAlt}
          hint={t.documentAltHint}
          value={typed['alt-dok']}
          error={errors['alt-dok']}
        />
        <CheckboxField
          name="dekorative-dok"
          label={t.documentDecorative}
          checked={typed['dekorative-dok'] === 'po'}
          small
        />
        <Button kind="secondary">{t.documentAdd}</Button>
      </form>
    </Details>
  )
}

const Cancellation = ({
  page: { lang },
  view: { consultation },
  typed,
  errors,
}: Required<Omit<Props, 'status' | 'readiness'>>) => {
  const texts = textsIn(lang)
  const t = texts.office
  return (
    <Details summary={t.cancelTitle} open={'arsyeja-anulimit' in errors}>
      <form
        method="post"
        action={inLanguage(lang, officeUrls.cancellation(consultation.id))}
        novalidate
        data-submit-once
      >
        <TextAreaField
          name="arsyeja-anulimit"
          label={t.cancelReason}
          hint={t.cancelHint}
          value={typed['arsyeja-anulimit']}
          error={errors['arsyeja-anulimit']}
          rows={3}
          maxLength={1000}
          countText={texts.form.charactersLeft}
        />
        <Button kind="warning">{t.cancel}</Button>
      </form>
    </Details>
  )
}
