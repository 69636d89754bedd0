import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RatingPart } from './rating-part.tsx'
import type { Ratable } from './rating-queries.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

type Props = {
  page: PageContext
  point: Ratable
  action: string
  /** Where the page belongs: the letter's other points, the own comment. */
  back: { href: string; label: string } | null
  typed: Typed
  errors: FieldErrors
  status: string | null
}

/** One answer, to be rated once. Opening it changes nothing: programs open every link of a letter. */
export const RatingPage = ({ page, point, action, back, typed, errors, status }: Props) => {
  const { lang } = page
  const t = tellingTexts(lang).rating
  return (
    <Layout
      page={page}
      title={t.title}
      robots="noindex"
      status={status}
      error={Object.keys(errors).length > 0}
      {...(back && { back: { href: inLanguage(lang, back.href), label: back.label } })}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{point.title}</p>
      <RatingPart page={page} point={point} action={action} typed={typed} errors={errors} />
      <SatisfactionLink page={page} />
    </Layout>
  )
}

/** A letter with many points: each is rated on a page of its own. */
export const RatingListPage = ({
  page,
  points,
  token,
  status,
}: {
  page: PageContext
  points: readonly Ratable[]
  token: string
  status: string | null
}) => {
  const { lang } = page
  const texts = tellingTexts(lang)
  const t = texts.rating
  return (
    <Layout page={page} title={t.manyTitle} robots="noindex" status={status}>
      <h1 class="govuk-heading-l">{t.manyTitle}</h1>
      <p class="govuk-body-l">{points[0]?.title}</p>
      <p class="govuk-body">{t.manyLead(points.length)}</p>
      <DataTable
        caption={t.manyTitle}
        captionHidden
        firstColumnHeader
        head={[{ label: t.point, tight: true }, { label: t.decision }, { label: t.state }]}
        rows={points.map(({ code, decision, score }) => [
          code,
          texts.decisions[decision],
          <a href={inLanguage(lang, tellingUrls.ratingOf(token, code))}>
            {score === null ? t.notYet : `${t.rated}: ${formatNumber(score)}`}
            <span class="govuk-visually-hidden"> {code}</span>
          </a>,
        ])}
      />
      <SatisfactionLink page={page} />
    </Layout>
  )
}

const SatisfactionLink = ({ page: { lang } }: { page: PageContext }) => (
  <p class="govuk-body">
    <a href={inLanguage(lang, tellingUrls.satisfaction())}>{tellingTexts(lang).rating.satisfaction}</a>
  </p>
)
