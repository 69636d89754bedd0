import { typeName } from '#platform/documents/type-name.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { LeftOut } from '#platform/intake/case-queries.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { intakeTexts } from '#platform/intake/intake-texts.ts'
import { Columns } from '#ui/columns.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { CaseClockBox } from './case-clock-part.tsx'
import { CaseFacts, CaseHistory, CaseSender } from './case-facts-part.tsx'
import { CaseForms } from './case-forms-part.tsx'
import { CasePoints } from './case-points-part.tsx'
import type { CaseView } from './case-view.ts'
import { CaseTag } from './inbox-page.tsx'
import { officeIntakeTexts } from './texts.ts'
import { besideUrls, intakeUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: CaseView
  typed: Typed
  errors: FieldErrors
  status: string | null
  taken: boolean
}

/** One case: left what it is, in the middle what it asks and what is answered, right whose it is and what can be done. */
export const CasePage = ({ page, view, typed, errors, status, taken }: Props) => {
  const { lang } = page
  const texts = officeIntakeTexts(lang)
  const t = texts.page
  const { case: one } = view
  const title = texts.kindOfCase(caseNumber(one))
  return (
    <Layout
      page={page}
      title={title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, intakeUrls.inbox()), label: texts.back }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {title} <CaseTag state={one.state} lang={lang} />
      </h1>
      <p class="govuk-body-l" lang={one.lang === lang ? undefined : one.lang}>
        {one.about ?? texts.erased}
      </p>
      <Columns
        left={<Letter page={page} view={view} />}
        right={
          <>
            <CaseClockBox lang={lang} clock={view.clock} />
            <CaseFacts lang={lang} case={one} />
            <Ways page={page} view={view} />
            <CaseForms lang={lang} view={view} typed={typed} errors={errors} taken={taken} />
            <h2 class="govuk-heading-s">{t.history}</h2>
            <CaseHistory lang={lang} zone={one.zone} events={view.events} />
          </>
        }
      >
        <CasePoints lang={lang} view={view} typed={typed} errors={errors} />
      </Columns>
      <p class="govuk-hint">{t.noted}</p>
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Ways = ({ page: { lang }, view: { case: one, moves } }: Part) => {
  const t = officeIntakeTexts(lang).page
  return (
    <ul class="govuk-list">
      <li>
        <a href={inLanguage(lang, besideUrls.tasks(one.id))}>{t.tasks}</a>
      </li>
      <li>
        <a href={inLanguage(lang, intakeUrls.receipt(one.id))}>{t.receipt}</a>
      </li>
      {moves.includes('correct') && (
        <li>
          <a href={inLanguage(lang, intakeUrls.correct(one.id))}>{t.correct}</a>
        </li>
      )}
      {moves.includes('paper') && (
        <li>
          <a href={inLanguage(lang, intakeUrls.papers(one.id))}>{t.addPaper}</a>
        </li>
      )}
    </ul>
  )
}

const Letter = ({ page, view }: Part) => {
  const { lang } = page
  const t = officeIntakeTexts(lang).page
  const { case: one, papers } = view
  return (
    <>
      <h2 class="govuk-heading-m">{t.from}</h2>
      <CaseSender lang={lang} case={one} />
      <h2 class="govuk-heading-m">{t.letter}</h2>
      {one.words ? (
        <div class="kv-letter-words" lang={one.lang === lang ? undefined : one.lang}>
          {one.words}
        </div>
      ) : (
        <p class="govuk-hint">{t.noWords}</p>
      )}
      <LeftOutLines page={page} left={one.leftOut} />
      <h3 class="govuk-heading-s">{t.files}</h3>
      <Files page={page} view={view} />
      {papers.length > 0 && <h3 class="govuk-heading-s">{t.papers}</h3>}
      {papers.map((paper) => (
        <section class="kv-point">
          <p class="kv-quiet">
            {formatMoment(lang, paper.receivedAt, one.zone)}, {officeIntakeTexts(lang).channels[paper.channel]}
            {paper.protocolNumber && `, ${officeIntakeTexts(lang).protocol(paper.protocolNumber, paper.protocolOn)}`}
          </p>
          {paper.about && <p class="govuk-body">{paper.about}</p>}
          {paper.words && <div class="kv-letter-words">{paper.words}</div>}
          <LeftOutLines page={page} left={paper.leftOut} />
        </section>
      ))}
    </>
  )
}

const Files = ({ page: { lang }, view: { case: one, documents } }: Part) =>
  documents.length === 0 ? (
    <p class="govuk-hint">{officeIntakeTexts(lang).page.noFiles}</p>
  ) : (
    <ul class="govuk-list">
      {documents.map((document) => (
        <li>
          <a href={inLanguage(lang, intakeUrls.document(one.id, document.id))}>{document.fileName}</a>{' '}
          <span class="kv-quiet">
            {typeName(document.mediaType)}, {formatSize(lang, document.size)}
          </span>
        </li>
      ))}
    </ul>
  )

const LeftOutLines = ({ page: { lang }, left }: { page: PageContext; left: readonly LeftOut[] }) => {
  if (left.length === 0) return null
  const { why } = intakeTexts(lang)
  return (
    <Inset>
      <strong>{officeIntakeTexts(lang).page.leftOut}</strong>
      <ul class="govuk-list govuk-list--bullet">
        {left.map((one) => (
          <li>
            {one.name}: {why[one.why] ?? one.why}
          </li>
        ))}
      </ul>
    </Inset>
  )
}
