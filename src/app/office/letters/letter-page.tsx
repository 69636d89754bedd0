import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { NumberedLetter } from '#platform/letters/official-letter-queries.ts'
import { showCheckCode, showLetterNumber } from '#platform/letters/official-letter-rules.ts'
import { letterRef } from '#platform/letters/letter-subject.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { Columns } from '#ui/columns.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { historyUrls } from '../history/urls.ts'
import { AboutList } from './about-part.tsx'
import { DraftDeeds, IssuedDeeds } from './letter-deeds-part.tsx'
import { FilesPart } from './letter-files-part.tsx'
import { LetterTag } from './letter-list-page.tsx'
import type { LetterView } from './letter-view.ts'
import { textsIn } from './letters-texts.ts'
import { PaperView } from './paper-part.tsx'
import { letterUrls, verifyUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: LetterView
  status: string | null
  typed: Typed
  errors: FieldErrors
}

/** One letter: the paper, what is known of it, and the next deed. */
export const LetterPage = ({ page, view, status, typed, errors }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { letter } = view
  const isDraft = letter.state === 'draft'
  const title = isDraft ? t.letter.draftTitle(letter.subjectLine) : t.letter.issuedTitle(numberWords(letter))
  return (
    <Layout
      page={page}
      title={title}
      office
      robots="noindex"
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, letterUrls.list()), label: t.letter.back }}
    >
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1>
        {title} <LetterTag page={page} state={letter.state} />
      </h1>
      <Columns right={<Facts page={page} view={view} />}>
        {isDraft ? (
          <DraftDeeds page={page} view={view} />
        ) : (
          <>
            <FilesPart page={page} view={view} />
            <IssuedDeeds page={page} view={view} typed={typed} errors={errors} />
          </>
        )}
        <h2>{isDraft ? t.letter.preview : t.letter.paper}</h2>
        <PaperView page={page} paper={view.paper} label={isDraft ? t.letter.preview : t.letter.paper} />
      </Columns>
    </Layout>
  )
}

const numberWords = ({ number, year }: { number: number | null; year: number | null }): string =>
  showLetterNumber({ number: number ?? 0, year: year ?? 0 })

const Facts = ({ page, view }: { page: PageContext; view: LetterView }) => {
  const t = textsIn(page.lang).letter
  return (
    <>
      <h2>{t.facts}</h2>
      <SummaryList rows={[...whatItIs(page, view), ...whoDidWhat(page, view), ...howItStands(page, view)]} />
      {view.about.length > 0 && (
        <>
          <h2>{t.about}</h2>
          <AboutList page={page} records={view.about} />
        </>
      )}
      <p class="govuk-body">
        <a href={inLanguage(page.lang, taskUrls.record(letterRef(view.letter.id)))}>{t.tasks}</a>
        <br />
        <a href={inLanguage(page.lang, historyUrls.of(letterRef(view.letter.id)))}>{t.history}</a>
      </p>
    </>
  )
}

function whatItIs({ lang }: PageContext, { letter, institution }: LetterView): SummaryRow[] {
  const t = textsIn(lang)
  const { protocolNumber, protocolDate } = letter
  return [
    { key: t.form.institution, value: institution.name },
    { key: t.letter.kind, value: t.kinds[letter.kind] },
    { key: t.letter.addressee, value: letter.addresseeName },
    ...(letter.addresseeEmail ? [{ key: t.letter.email, value: letter.addresseeEmail }] : []),
    ...(letter.number === null ? [] : [{ key: t.letter.number, value: numberWords(letter) }]),
    {
      key: t.letter.protocol,
      value:
        protocolNumber && protocolDate
          ? t.letter.protocolOf(protocolNumber, formatDate(lang, protocolDate))
          : t.letter.noProtocol,
    },
  ]
}

function whoDidWhat({ lang }: PageContext, { letter }: LetterView): SummaryRow[] {
  const t = textsIn(lang).letter
  const by = (name: string | null, at: Date) => t.byAt(name ?? t.nobody, formatMoment(lang, at, letter.zone))
  const { issuedAt, cancelledAt } = letter
  return [
    { key: t.draftedBy, value: by(letter.createdByName, letter.createdAt) },
    ...(issuedAt
      ? [{ key: t.issuedBy, value: by(letter.issuedByName, issuedAt) }]
      : [{ key: t.changedBy, value: by(letter.changedByName, letter.changedAt) }]),
    ...(cancelledAt
      ? [
          { key: t.cancelledOn, value: by(letter.cancelledByName, cancelledAt) },
          { key: t.cancelReason, value: letter.cancelReason },
        ]
      : []),
  ]
}

function howItStands({ lang }: PageContext, { letter, corrects, corrections }: LetterView): SummaryRow[] {
  const t = textsIn(lang).letter
  const link = (one: NumberedLetter) => (
    <a href={inLanguage(lang, letterUrls.one(one.id))}>{t.issuedTitle(showLetterNumber(one))}</a>
  )
  const code = letter.code && showCheckCode(letter.code)
  return [
    ...(code
      ? [
          {
            key: t.code,
            value: (
              <>
                <code>{code}</code>
                <br />
                <a href={inLanguage(lang, verifyUrls.one(code))}>{t.verifyLink}</a>
              </>
            ),
          },
        ]
      : []),
    ...(corrects ? [{ key: t.corrects, value: link(corrects) }] : []),
    ...corrections.map((one) => ({ key: t.correctedBy, value: link(one) })),
  ]
}
