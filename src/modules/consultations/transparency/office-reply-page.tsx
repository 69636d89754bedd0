import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { roleIn } from '../answers/role-texts.ts'
import { Paragraphs } from './comparison-page.tsx'
import { CRITERIA } from './comparison-rules.ts'
import { figureWords } from './figure-words-texts.ts'
import type { OfficeReplyView } from './office-view.ts'
import { transparencyTexts } from './texts.ts'
import { comparisonUrls, yearReportOfficeUrls as urls } from './urls.ts'
import { REPLY_LIMITS } from './year-report-rules.ts'

type Props = {
  page: PageContext
  view: OfficeReplyView
  formId: string
  typed?: Typed
  errors?: FieldErrors
  status?: string | null
}

/** What the comparison says of the institution, and what the institution says to it. */
export const OfficeReplyPage = ({ page, view, formId, typed, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = transparencyTexts(lang)
  const { year, institution, reply, mayReply } = view
  const r = t.office.replyPage
  return (
    <Layout
      page={page}
      title={`${r.title(year)}: ${institution.name}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.one(year, institution.slug)), label: t.reportTitle(year) }}
    >
      <ErrorSummary title={t.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{r.title(year)}</h1>
      <p class="govuk-body">
        {institution.name}. {r.lead}
      </p>
      <Row lang={lang} view={view} />
      {reply !== null && <Standing lang={lang} view={view} />}
      {mayReply && (
        <form method="post" action={inLanguage(lang, urls.reply(year, institution.slug))} data-submit-once>
          <input type="hidden" name="dergesa" value={formId} />
          <TextAreaField
            name="pergjigjja"
            label={r.field}
            hint={t.office.hint}
            value={typed?.pergjigjja ?? reply?.words ?? ''}
            error={errors.pergjigjja}
            maxLength={REPLY_LIMITS.most}
            lang="sq"
          />
          <Button preventDoubleClick>{r.publish}</Button>
        </form>
      )}
      {mayReply && reply?.state === 'published' && (
        <form
          method="post"
          id="terheqja"
          action={inLanguage(lang, urls.withdraw(year, institution.slug))}
          data-submit-once
        >
          <p class="govuk-body">{r.withdrawLead}</p>
          <Button kind="warning" preventDoubleClick>
            {r.withdraw}
          </Button>
        </form>
      )}
    </Layout>
  )
}

type Part = { lang: Lang; view: OfficeReplyView }

const Row = ({ lang, view: { year, score } }: Part) => {
  const t = transparencyTexts(lang)
  return (
    <>
      <h2 class="govuk-heading-m">{t.office.replyPage.row}</h2>
      {score === null ? (
        <p class="govuk-body">{t.office.replyPage.notCompared}</p>
      ) : (
        <SummaryList
          rows={[
            {
              key: t.comparison.total,
              value: `${figureWords(lang, score.total)} (${t.comparison.known(score.known)})`,
            },
            ...CRITERIA.map((criterion) => {
              const { part, whole, points } = score.points[criterion]
              const of = points === null ? '' : ` (${t.comparison.of(formatNumber(part), formatNumber(whole))})`
              return { key: t.criteria[criterion].name, value: `${figureWords(lang, points)}${of}` }
            }),
          ]}
        />
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, comparisonUrls.one(year))}>{t.comparison.title(year)}</a>
      </p>
    </>
  )
}

const Standing = ({ lang, view: { reply, institution } }: Part) => {
  const t = transparencyTexts(lang)
  if (reply === null) return null
  const day = (at: Date) => formatDay(lang, at, institution.zone)
  if (reply.words === null)
    return reply.withdrawnAt && <p class="govuk-body">{t.comparison.withdrawn(day(reply.withdrawnAt))}</p>
  return (
    <>
      <h2 class="govuk-heading-m">{t.office.replyPage.stands}</h2>
      <Inset lang={lang === 'sq' ? undefined : 'sq'}>
        <Paragraphs words={reply.words} />
      </Inset>
      <p class="govuk-body-s">{t.comparison.said(roleIn(lang, reply.role), day(reply.saidAt))}</p>
    </>
  )
}
