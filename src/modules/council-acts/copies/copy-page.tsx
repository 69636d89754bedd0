import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { showCheckCode } from '#platform/letters/official-letter-rules.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn as actTexts } from '../texts.ts'
import { actOfficeUrls, actUrls } from '../urls.ts'
import type { CopyView } from './copies-view.ts'
import type { CheckedActCopy, CopiedVersion } from './copy-queries.ts'
import { copiesTexts } from './texts.ts'
import { copyOfficeUrls as urls, copyUrls } from './urls.ts'

type Props = { page: PageContext; view: CopyView; typed: Typed; errors: FieldErrors; status: string | null }

/** One request: issued, refused, or cancelled afterwards. */
export const CopyPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const { copy } = view
  const t = copiesTexts(lang)
  const title = copy.number === null ? t.request : t.one(`${copy.number}/${copy.year}`)
  return (
    <Layout
      page={page}
      title={title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: t.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <CopyFacts lang={lang} view={view} />
      {copy.state === 'asked' && view.mayWrite && <IssueForm lang={lang} view={view} typed={typed} errors={errors} />}
      {(copy.state === 'asked' ? view.mayWrite : copy.state === 'issued' && view.mayDecide) && (
        <EndForm lang={lang} view={view} typed={typed} errors={errors} />
      )}
    </Layout>
  )
}

const CopyFacts = ({ lang, view: { copy } }: { lang: Lang; view: CopyView }) => {
  const t = copiesTexts(lang)
  const file = (format: string) => <a href={inLanguage(lang, urls.file(copy.id, format))}>{format.toUpperCase()}</a>
  const issued = copy.code !== null && copy.issuedAt !== null
  return (
    <SummaryList
      rows={[
        {
          key: t.act,
          value: (
            <a href={inLanguage(lang, actOfficeUrls.act(copy.actId))}>{t.ofAct(copy.actNumber ?? '', copy.actTitle)}</a>
          ),
        },
        { key: t.state, value: t.states[copy.state] },
        { key: t.askedOn, value: formatDate(lang, copy.askedOn) },
        { key: t.due, value: copy.dueOn === null ? t.noDue : formatDate(lang, copy.dueOn) },
        { key: t.askedBy, value: copy.askedBy ?? '–' },
        { key: t.reach, value: copy.reach ?? '–' },
        { key: t.protocol, value: copy.protocol ?? '–' },
        ...(copy.reason === null ? [] : [{ key: t.reason, value: copy.reason }]),
        ...(issued && copy.issuedAt && copy.code
          ? [
              { key: t.issuedOn, value: formatDay(lang, copy.issuedAt, copy.zone) },
              { key: t.code, value: showCheckCode(copy.code) },
              { key: t.files, value: <>{[file('docx'), ' ', file('pdf')]}</> },
            ]
          : []),
      ]}
    />
  )
}

type FormProps = { lang: Lang; view: CopyView; typed: Typed; errors: FieldErrors }

const IssueForm = ({ lang, view, typed, errors }: FormProps) => {
  const t = copiesTexts(lang)
  const versions = view.versions.map((one) => ({ value: one.versionId, label: nameOf(lang, one) }))
  const options = view.hasPlainText ? [{ value: 'arkivi', label: t.plain }] : versions
  if (options.length === 0) return <p class="govuk-body">{t.errors.noWords}</p>
  return (
    <form method="post" action={inLanguage(lang, urls.issue(view.copy.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.issueTitle}</h2>
      <SelectField
        name="redaksia"
        label={t.version}
        value={typed.redaksia ?? options[0]?.value ?? ''}
        error={errors.redaksia}
        options={options}
      />
      <Button preventDoubleClick>{t.issue}</Button>
    </form>
  )
}

const nameOf = (lang: Lang, { role, n, holdsFrom }: CopiedVersion): string =>
  role === 'adopted' || holdsFrom === null
    ? copiesTexts(lang).versions.adopted(n)
    : copiesTexts(lang).versions.consolidated(n, formatDate(lang, holdsFrom))

const EndForm = ({ lang, view: { copy }, typed, errors }: FormProps) => {
  const t = copiesTexts(lang)
  const waits = copy.state === 'asked'
  return (
    <form
      method="post"
      action={inLanguage(lang, (waits ? urls.refuse : urls.cancel)(copy.id))}
      novalidate
      data-submit-once
    >
      <h2 class="govuk-heading-m">{waits ? t.refuseTitle : t.cancelTitle}</h2>
      <TextField name="arsyeja" label={t.reason} value={typed.arsyeja} error={errors.arsyeja} />
      <Button kind="warning" preventDoubleClick>
        {waits ? t.refuse : t.cancel}
      </Button>
    </form>
  )
}

/** Whoever holds a copy asks whether it is ours. */
export const CheckPage = ({ page, typed, copy }: { page: PageContext; typed: string; copy: CheckedActCopy | null }) => {
  const { lang } = page
  const texts = copiesTexts(lang)
  const t = texts.check
  return (
    <Layout page={page} title={t.title}>
      <Breadcrumbs label={t.way} items={[{ href: inLanguage(lang, actUrls.register()), label: actTexts(lang).menu }]} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <form method="get" action={inLanguage(lang, copyUrls.check())}>
        <TextField name="kodi" label={t.code} value={typed} autocomplete="off" />
        <Button>{t.submit}</Button>
      </form>
      {typed !== '' && copy === null && <p class="govuk-body">{t.unknown}</p>}
      {copy && (
        <>
          <p class="govuk-body">
            <strong>{copy.cancelled ? t.knownCancelled : t.known}</strong>
          </p>
          <SummaryList
            rows={[
              { key: texts.number, value: `${copy.number}/${copy.year}` },
              { key: t.institution, value: copy.institution },
              { key: texts.act, value: texts.ofAct(copy.actNumber ?? '', copy.actTitle) },
              { key: texts.issuedOn, value: formatDay(lang, copy.issuedAt, copy.zone) },
            ]}
          />
        </>
      )}
    </Layout>
  )
}
