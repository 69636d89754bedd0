import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { OFFICE_TEXTS } from '../office-texts.ts'
import { officeUrls } from '../urls.ts'
import { LetterBody } from './letter-body.tsx'
import { LetterDeeds, type LetterForm } from './letter-deeds-part.tsx'
import { LetterTag } from './letter-tag-part.tsx'
import type { OutboxLetter } from './outbox-queries.ts'
import { maskedEmail, withoutEmails } from './outbox-rules.ts'
import type { LetterView } from './outbox-view.ts'
import { mailTexts } from './texts.ts'

export type LetterPageProps = {
  page: PageContext
  view: LetterView
  origins: readonly string[]
  status: string | null
  /** Number of the form that puts it on paper. */
  form: string
  open?: LetterForm | undefined
  typed?: Typed
  errors?: FieldErrors
}

/** One letter: its way so far, what its state means, and what can be done. Its words only in demonstration mode. */
export const LetterPage = (props: LetterPageProps) => {
  const { page, view, origins, status, errors = {} } = props
  const { letter } = view
  const texts = OFFICE_TEXTS[page.lang].mail
  const back = { href: inLanguage(page.lang, officeUrls.mail()), label: texts.back }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={letter.subject} office back={back} status={status} robots="noindex" error={failed}>
      <ErrorSummary title={mailTexts(page.lang).form.errors.title} errors={errors} />
      <h1 lang={letter.lang === page.lang ? undefined : letter.lang}>{letter.subject}</h1>
      <SummaryList rows={rowsOf(page, letter)} />
      <p>{texts.states[letter.state].explanation}</p>
      {view.waits && <LetterDeeds {...props} />}
      <History page={page} view={view} />
      {page.demo && letter.body !== null && (
        <article class="kv-letter" lang={letter.lang}>
          <LetterBody body={letter.body} origins={origins} />
        </article>
      )}
    </Layout>
  )
}

function rowsOf(page: PageContext, letter: OutboxLetter) {
  const texts = OFFICE_TEXTS[page.lang].mail
  const t = mailTexts(page.lang)
  const { recipient, lastError, sentAt, zone, settledAs } = letter
  return [
    { key: texts.state, value: <LetterTag page={page} state={letter.state} /> },
    ...(settledAs
      ? [
          { key: t.letter.settledAs, value: t.settledAs[settledAs] },
          { key: t.letter.settledBy, value: letter.settledBy ?? t.letter.program },
        ]
      : []),
    { key: texts.to, value: page.demo ? recipient : maskedEmail(recipient) },
    { key: texts.kind, value: texts.kinds[letter.kind] },
    { key: texts.institution, value: letter.institution ?? texts.installation },
    { key: texts.at, value: formatMoment(page.lang, letter.createdAt, zone) },
    ...(sentAt ? [{ key: texts.sentAt, value: formatMoment(page.lang, sentAt, zone) }] : []),
    { key: texts.attempts, value: formatNumber(letter.attempts) },
    // Of the mail server, in its own language.
    ...(lastError ? [{ key: texts.lastError, value: <span lang="en">{withoutEmails(lastError)}</span> }] : []),
  ]
}

const History = ({ page, view }: { page: PageContext; view: LetterView }) => {
  const t = mailTexts(page.lang)
  if (view.changes.length === 0) return null
  return (
    <section>
      <h2>{t.letter.history}</h2>
      <DataTable
        caption={t.letter.history}
        captionHidden
        head={[t.letter.at, t.letter.what, t.letter.who].map((label) => ({ label }))}
        rows={view.changes.map(({ kind, at, by }) => [
          formatMoment(page.lang, at, view.letter.zone),
          t.changes[kind] ?? kind,
          by ?? t.letter.program,
        ])}
      />
    </section>
  )
}
