import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { showCheckCode } from '#platform/letters/official-letter-rules.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { verifyUrls } from '../../office/letters/urls.ts'
import { textsIn } from '../../office/letters/letters-texts.ts'
import { receiptUrls } from '../receipts/urls.ts'
import { VERIFY_TEXTS } from './verify-texts.ts'
import type { CheckedLetter, LinkedLetterView } from './verify-view.ts'

type FormProps = { page: PageContext; code: string; errors: FieldErrors }

/** A code is typed, or a file brought. Both are plain forms. */
export const VerifyPage = ({ page, code, errors }: FormProps) => {
  const t = VERIFY_TEXTS[page.lang]
  return (
    <Layout page={page} title={t.title} canonical={verifyUrls.form()} error={Object.keys(errors).length > 0}>
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1>{t.title}</h1>
      <p class="kv-lead">{t.lead}</p>
      <CheckForms page={page} code={code} errors={errors} />
      <h2>{t.receiptTitle}</h2>
      <p>
        {t.receipt} <a href={inLanguage(page.lang, receiptUrls.check())}>{t.receiptLink}</a>.
      </p>
      <Means page={page} />
    </Layout>
  )
}

const CheckForms = ({ page: { lang }, code, errors }: FormProps) => {
  const t = VERIFY_TEXTS[lang]
  const action = inLanguage(lang, verifyUrls.form())
  return (
    <>
      <form method="get" action={action} novalidate>
        <TextField name="kodi" label={t.code} hint={t.codeHint} value={code} error={errors.kodi} width="half" />
        <Button>{t.check}</Button>
      </form>
      <h2>{t.fileTitle}</h2>
      <form method="post" action={action} enctype="multipart/form-data" novalidate>
        <FileField name="skedari" label={t.file} hint={t.fileHint} accept=".pdf,.docx" error={errors.skedari} />
        <Button kind="secondary">{t.checkFile}</Button>
      </form>
    </>
  )
}

const Means = ({ page: { lang } }: { page: PageContext }) => {
  const t = VERIFY_TEXTS[lang]
  return (
    <>
      <h2>{t.meansTitle}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {t.means.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    </>
  )
}

type ResultProps = { page: PageContext; checked: CheckedLetter; sameFile: boolean }

/** The answer about a letter that was issued. */
export const VerifiedPage = ({ page, checked, sameFile }: ResultProps) => {
  const { letter } = checked
  const t = VERIFY_TEXTS[page.lang]
  const code = showCheckCode(letter.code)
  const title = t.foundTitle(letter.institutionName)
  return (
    <Layout
      page={page}
      title={title}
      robots="noindex"
      back={{ href: inLanguage(page.lang, verifyUrls.form()), label: t.again }}
      {...(sameFile ? {} : { jsonHref: `${inLanguage(page.lang, verifyUrls.one(code))}.json` })}
    >
      <h1>{title}</h1>
      {letter.state === 'cancelled' && (
        <WarningText assistive={t.state}>
          {t.cancelled(formatDate(page.lang, letter.cancelledOn ?? letter.issuedOn))}
        </WarningText>
      )}
      {sameFile && (
        <NoticeBanner title={t.same} tone="done">
          <p>{t.sameWords}</p>
        </NoticeBanner>
      )}
      {letter.demonstration && <Inset>{t.demonstration}</Inset>}
      <SummaryList rows={rowsOf(page, checked)} />
      <Means page={page} />
    </Layout>
  )
}

function rowsOf({ lang }: PageContext, { letter, about }: CheckedLetter) {
  const t = VERIFY_TEXTS[lang]
  const cancelled = letter.state === 'cancelled'
  return [
    { key: t.institution, value: letter.institutionName },
    { key: t.number, value: `${letter.number}/${letter.year}` },
    { key: t.issuedOn, value: formatDate(lang, letter.issuedOn) },
    { key: t.kind, value: textsIn(lang).kinds[letter.kind] },
    ...(about.length > 0 ? [{ key: t.about, value: about.join(', ') }] : []),
    {
      key: t.state,
      value: cancelled ? (
        <Tag tone="stopped">{t.cancelled(formatDate(lang, letter.cancelledOn ?? letter.issuedOn))}</Tag>
      ) : (
        <Tag tone="done">{t.valid}</Tag>
      ),
    },
    ...(cancelled ? [{ key: t.reason, value: letter.cancelReason }] : []),
    ...(letter.corrects ? [{ key: t.corrects, value: letter.corrects }] : []),
    ...letter.correctedBy.map((number) => ({ key: t.correctedBy, value: number })),
    { key: t.code, value: <code>{showCheckCode(letter.code)}</code> },
  ]
}

type UnknownProps = { page: PageContext; code: string; digest: string | null }

/** Neither a reproach nor an alarm: what was looked for, that it is not there, and what to do. */
export const UnknownPage = ({ page, code, digest }: UnknownProps) => {
  const t = VERIFY_TEXTS[page.lang]
  const title = digest ? t.otherFileTitle : t.notFoundTitle
  return (
    <Layout
      page={page}
      title={title}
      robots="noindex"
      back={{ href: inLanguage(page.lang, verifyUrls.form()), label: t.again }}
    >
      <h1>{title}</h1>
      <p>{digest ? t.otherFile : t.notFound}</p>
      {digest && (
        <p>
          {t.digest}: <code class="kv-digest">{digest}</code>
        </p>
      )}
      <CheckForms page={page} code={code} errors={{}} />
      <Means page={page} />
    </Layout>
  )
}

/** What the addressee opens from the e-mail. */
export const LinkedLetterPage = ({
  page,
  view,
  token,
}: {
  page: PageContext
  view: LinkedLetterView
  token: string
}) => {
  const t = VERIFY_TEXTS[page.lang]
  const { letter, institution } = view
  const title = textsIn(page.lang).letter.issuedTitle(`${letter.number}/${letter.year}`)
  const file = (kind: string) => inLanguage(page.lang, verifyUrls.letterFile(token, kind))
  return (
    <Layout page={page} title={title} robots="noindex">
      <h1>{title}</h1>
      <p class="kv-lead">{t.letterLead(institution.name)}</p>
      {letter.state === 'cancelled' && (
        <WarningText assistive={t.state}>
          {t.reason}: {letter.cancelReason}
        </WarningText>
      )}
      <p>{t.letterPrivate}</p>
      {!letter.docxDocumentId && <p>{t.noFiles}</p>}
      <ul class="govuk-list">
        {letter.pdfDocumentId && (
          <li>
            <a href={file('pdf')}>{t.pdf}</a>
          </li>
        )}
        {letter.docxDocumentId && (
          <li>
            <a href={file('docx')}>{t.docx}</a>
          </li>
        )}
        <li>
          <a href={inLanguage(page.lang, verifyUrls.one(showCheckCode(letter.code ?? '')))}>{t.verify}</a>
        </li>
      </ul>
    </Layout>
  )
}
