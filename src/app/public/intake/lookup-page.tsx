import type { DeadlineView } from '#platform/deadlines/deadline-view.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { Button } from '#ui/button.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import { roleName } from '../../office/intake/role-part.tsx'
import type { LookupView, PublicPoint } from './lookup-view.ts'
import { writeTexts } from './texts.ts'
import { writeUrls } from './urls.ts'

type FormProps = { page: PageContext; typed: { number: string; code: string }; errors: FieldErrors }

/** Number and code, from the receipt or the letter. */
export const LookupPage = ({ page, typed, errors }: FormProps) => {
  const { lang } = page
  const texts = writeTexts(lang)
  const t = texts.lookup
  return (
    <Layout page={page} title={t.title} canonical={writeUrls.lookup()} error={Object.keys(errors).length > 0}>
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.hint}</p>
      <form method="get" action={inLanguage(lang, writeUrls.lookup())} novalidate>
        <TextField
          name="numri"
          label={t.number}
          hint={t.numberHint}
          value={typed.number}
          error={errors.numri}
          autocomplete="off"
          width="10"
        />
        <TextField
          name="kodi"
          label={t.code}
          hint={t.codeHint}
          value={typed.code}
          error={errors.kodi}
          autocomplete="off"
          width="10"
        />
        <Button kind="primary">{t.submit}</Button>
      </form>
    </Layout>
  )
}

type CaseProps = { page: PageContext; view: LookupView }

/** How far it has come. Whoever finds a receipt on the street learns neither who wrote nor what. */
export const PublicCasePage = ({ page, view }: CaseProps) => {
  const { lang } = page
  const t = writeTexts(lang).lookup
  const { case: one, desk, institution, passedTo } = view
  const title = t.caseTitle(caseNumber(one))
  return (
    <Layout page={page} title={title} robots="noindex">
      <h1 class="govuk-heading-l">{title}</h1>
      <Inset>
        <strong>{t.states[one.state]}</strong>
        {one.state === 'discarded' && one.stateReason && `. ${t.reason}: ${one.stateReason}`}
      </Inset>
      {one.erased && <p class="govuk-body">{t.erased}</p>}
      {passedTo && (
        <p class="govuk-body">
          {t.transferred(passedTo)} {t.transferredNoMail}
        </p>
      )}
      {view.deadline && <Due page={page} deadline={view.deadline} />}
      <Facts page={page} view={view} />
      {view.points.length > 0 && <h2 class="govuk-heading-m">{t.points}</h2>}
      {view.points.map((point) => (
        <Point page={page} view={view} point={point} />
      ))}
      {one.papers > 0 && <p class="govuk-body">{t.papers(one.papers)}</p>}
      {desk && (
        <p class="govuk-body">
          <strong>{t.whom}:</strong>{' '}
          {[institution.name, desk.telephone, desk.postal, desk.email].filter(Boolean).join(', ')}
        </p>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, writeUrls.lookup())}>{t.another}</a>
      </p>
    </Layout>
  )
}

/** The day by which nobody is late; to which earlier day the office works is its own matter. */
const Due = ({ page: { lang }, deadline }: { page: PageContext; deadline: DeadlineView }) => {
  const { date, daysLeft, tone, explanation } = deadline
  return <DeadlineBadge {...{ lang, label: writeTexts(lang).lookup.due, date, daysLeft, tone, explanation }} />
}

const Facts = ({ page: { lang }, view: { case: one, institution } }: CaseProps) => {
  const t = writeTexts(lang).lookup
  const received =
    one.receivedTo === 'day' ? formatDay(lang, one.receivedAt, one.zone) : formatMoment(lang, one.receivedAt, one.zone)
  const office = one.ownerRole ? roleName(lang, one.ownerRole) : one.owned ? institution.name : t.officeNone
  return (
    <SummaryList
      rows={[
        { key: t.institution, value: institution.name },
        { key: t.received, value: received },
        { key: t.filed, value: formatDate(lang, one.filedOn) },
        ...(one.documents > 0 ? [{ key: t.handedIn, value: t.files(one.documents) }] : []),
        ...(one.protocolNumber
          ? [
              {
                key: t.protocol,
                value: t.protocolWords(one.protocolNumber, one.protocolOn && formatDate(lang, one.protocolOn)),
              },
            ]
          : []),
        { key: t.office, value: office },
      ]}
    />
  )
}

const Point = ({ page: { lang }, view, point }: CaseProps & { point: PublicPoint }) => {
  const t = writeTexts(lang).lookup
  const title =
    point.title === null && view.points.length === 1 ? t.whole : `${t.point(point.ordinal)}: ${point.title ?? t.whole}`
  return (
    <section class="kv-point">
      <h3 class="govuk-heading-s">{title}</h3>
      {point.answeredAt === null ? (
        <p class="govuk-body">{t.waiting}</p>
      ) : (
        <>
          <p class="kv-quiet">{t.answeredOn(formatDay(lang, point.answeredAt, view.case.zone))}</p>
          <div class="kv-letter-words">{point.answer}</div>
          {point.answerReason && <div class="kv-letter-words kv-quiet">{point.answerReason}</div>}
        </>
      )}
    </section>
  )
}
