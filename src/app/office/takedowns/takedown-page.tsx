import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { TAKEDOWN_LIMITS } from '#platform/takedowns/takedown-rules.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { HistoryLink } from '../history/history-link-part.tsx'
import { nameOf, TakedownTag } from './takedown-list-page.tsx'
import { takedownOfficeTexts } from './texts.ts'
import type { TakedownView } from './takedown-view.ts'
import { takedownUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: TakedownView
  status?: string | null
  /** Somebody else was faster. */
  notice?: string | null
  typed?: Typed
  errors?: FieldErrors
}

/** One takedown: what, why, by whom; and the way back, where there is one. */
export const TakedownPage = ({ page, view, status = null, notice = null, typed = {}, errors = {} }: Props) => {
  const { lang } = page
  const t = takedownOfficeTexts(lang)
  const { takedown } = view
  const title = t.one.title(nameOf(lang, view))
  return (
    <Layout
      page={page}
      title={title}
      office
      robots="noindex"
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, takedownUrls.list()), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      {notice && <NoticeBanner title={notice} role="alert" />}
      <h1>{title}</h1>
      <p>
        <TakedownTag lang={lang} shown={view} />
      </p>
      <SummaryList rows={rowsOf(page, view)} />
      {takedown.contentGone && <Inset>{t.one.contentGone}</Inset>}
      <HistoryLink lang={lang} subject={takedown.ofSubject ?? takedown.subject} />
      {view.mayLift && <Lift page={page} view={view} typed={typed} errors={errors} />}
    </Layout>
  )
}

function rowsOf({ lang }: PageContext, view: TakedownView): SummaryRow[] {
  const t = takedownOfficeTexts(lang).one
  const { takedown, record } = view
  const taker = [takedown.takenBy, takedown.takenByPost].filter(Boolean).join(', ')
  return [
    { key: t.ground, value: takedownTextsIn(lang).grounds[takedown.ground] },
    { key: t.taken, value: t.by(taker, formatMoment(lang, takedown.takenAt, takedown.zone)) },
    { key: t.note, value: takedown.note ?? t.noNote },
    ...(record
      ? [{ key: t.record, value: <a href={inLanguage(lang, record.officeHref)}>{nameOf(lang, view)}</a> }]
      : []),
    ...(takedown.liftedAt
      ? [
          { key: t.lifted, value: t.by(takedown.liftedBy ?? '', formatMoment(lang, takedown.liftedAt, takedown.zone)) },
          { key: t.liftReason, value: takedown.liftReason ?? '' },
        ]
      : []),
  ]
}

const Lift = ({ page: { lang }, view, typed, errors }: Required<Omit<Props, 'status' | 'notice'>>) => {
  const t = takedownOfficeTexts(lang)
  return (
    <Details summary={t.liftTitle} open={Object.keys(errors).length > 0}>
      <form method="post" action={inLanguage(lang, takedownUrls.lift(view.takedown.id))} novalidate data-submit-once>
        <p>{t.liftWords}</p>
        <TextAreaField
          name="arsyeja-kthimit"
          label={t.liftReason}
          hint={t.liftReasonHint}
          value={typed['arsyeja-kthimit']}
          error={errors['arsyeja-kthimit']}
          rows={3}
          maxLength={TAKEDOWN_LIMITS.reason}
          countText={t.charactersLeft}
        />
        <Button kind="secondary">{t.lift}</Button>
      </form>
    </Details>
  )
}
