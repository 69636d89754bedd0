import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { civilDateIn, daysBetween } from '#platform/time/civil-date.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OfficeMinutesView } from '../office/office-minutes-view.ts'
import { minutesOfficeUrls as urls } from '../urls.ts'
import type { CopiesView } from './copies-view.ts'
import type { CheckedCopy, Copy } from './copy-queries.ts'
import { copiesTexts } from './texts.ts'

/** All copies of the institutions of this official, or of one meeting with the form of a new one. */
export type CopiesProps = {
  page: PageContext
  view: CopiesView
  /** Null: of all meetings. */
  of: { minutes: OfficeMinutesView; typed: Typed; errors: FieldErrors; formId: string } | null
  status?: string | null
}

export const CopiesPage = ({ page, view, of, status }: CopiesProps) => {
  const { lang } = page
  const t = copiesTexts(lang)
  const back = of ? { href: inLanguage(lang, urls.one(of.minutes.facts.meeting.id)), label: t.minutes } : undefined
  return (
    <Layout
      page={page}
      title={t.title}
      office
      back={back}
      status={status}
      error={Object.keys(of?.errors ?? {}).length > 0}
    >
      {of && <ErrorSummary title={t.errorTitle} errors={of.errors} />}
      {of && <span class="govuk-caption-l">{of.minutes.title}</span>}
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.copies.length === 0 ? (
        <EmptyState>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <CopyTable lang={lang} copies={view.copies} />
      )}
      {of?.minutes.mayWrite && of.minutes.minutes?.state === 'approved' && <NewCopy lang={lang} {...of} />}
    </Layout>
  )
}

const CopyTable = ({ lang, copies }: { lang: Lang; copies: readonly Copy[] }) => {
  const t = copiesTexts(lang)
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.number, tight: true },
        { label: t.kind },
        { label: t.meeting },
        { label: t.madeOn, tight: true },
        { label: t.askedBy },
        { label: t.state },
      ]}
      rows={copies.map((one) => [
        <a href={inLanguage(lang, urls.copy(one.id))}>{`${one.number}/${one.year}`}</a>,
        t.kinds[one.kind],
        `${one.body}, ${one.day === null ? '–' : formatDate(lang, one.day)}`,
        formatDay(lang, one.createdAt, one.zone),
        [one.askedBy ?? '–', took(lang, one)].filter(Boolean).join(', '),
        one.cancelReason === null ? t.valid : t.cancelledBecause(one.cancelReason),
      ])}
    />
  )
}

const took = (lang: Lang, { askedOn, createdAt, zone }: Copy): string =>
  askedOn === null ? '' : copiesTexts(lang).days(daysBetween(askedOn, civilDateIn(zone, createdAt)))

const NewCopy = ({ lang, minutes, typed, errors, formId }: { lang: Lang } & NonNullable<CopiesProps['of']>) => {
  const t = copiesTexts(lang)
  const { facts } = minutes
  const part = (which: string) => typed[`kerkuar-${which}`] ?? ''
  return (
    <form method="post" action={inLanguage(lang, urls.copiesOf(facts.meeting.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.makeTitle}</h2>
      <p class="govuk-body">{t.deadline}</p>
      <input type="hidden" name="dergesa" value={formId} />
      <SelectField
        name="pika"
        label={t.what}
        value={typed.pika ?? ''}
        error={errors.pika}
        options={[
          { value: '', label: t.all },
          ...facts.items.map(({ id, ordinal, title }) => ({ value: id, label: t.item(ordinal, title ?? '') })),
        ]}
      />
      {minutes.closedParts && (
        <CheckboxField name="plote" label={t.whole} hint={t.wholeHint} checked={typed.plote === 'po'} />
      )}
      <TextField
        name="kerkuar-nga"
        label={t.askedBy}
        hint={t.askedByHint}
        value={typed['kerkuar-nga']}
        error={errors['kerkuar-nga']}
      />
      <DateField
        name="kerkuar"
        legend={t.askedOn}
        legendSize="s"
        value={{ day: part('day'), month: part('month'), year: part('year') }}
        error={errors.kerkuar}
        dayLabel={t.day}
        monthLabel={t.month}
        yearLabel={t.year}
      />
      <Button preventDoubleClick>{t.make}</Button>
    </form>
  )
}

type CopyProps = {
  page: PageContext
  copy: Copy
  mayCancel: boolean
  typed: Typed
  errors: FieldErrors
  status: string | null
  code: string
}

export const CopyPage = ({ page, copy, mayCancel, typed, errors, status, code }: CopyProps) => {
  const { lang } = page
  const t = copiesTexts(lang)
  const title = t.one(t.kinds[copy.kind], `${copy.number}/${copy.year}`)
  const file = (format: string) => <a href={inLanguage(lang, urls.copyFile(copy.id, format))}>{format.toUpperCase()}</a>
  return (
    <Layout
      page={page}
      title={title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.copiesOf(copy.meetingId)), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { key: t.meeting, value: `${copy.body}, ${copy.day === null ? '–' : formatDate(lang, copy.day)}` },
          { key: t.madeOn, value: formatDay(lang, copy.createdAt, copy.zone) },
          { key: t.askedBy, value: copy.askedBy ?? '–' },
          { key: t.askedOn, value: copy.askedOn === null ? '–' : formatDate(lang, copy.askedOn) },
          { key: t.code, value: code },
          { key: t.state, value: copy.cancelReason === null ? t.valid : t.cancelledBecause(copy.cancelReason) },
          ...(copy.whole ? [{ key: t.whole, value: t.notPublic }] : []),
          { key: t.files, value: <>{[file('docx'), ' ', file('pdf')]}</> },
        ]}
      />
      {mayCancel && copy.cancelledAt === null && (
        <form method="post" action={inLanguage(lang, urls.cancelCopy(copy.id))} novalidate data-submit-once>
          <h2 class="govuk-heading-m">{t.cancelTitle}</h2>
          <TextField name="arsyeja" label={t.cancelReason} value={typed.arsyeja} error={errors.arsyeja} />
          <Button kind="warning" preventDoubleClick>
            {t.cancel}
          </Button>
        </form>
      )}
    </Layout>
  )
}

/** Whoever holds a copy asks whether it is ours. */
export const CheckPage = ({ page, typed, copy }: { page: PageContext; typed: string; copy: CheckedCopy | null }) => {
  const { lang } = page
  const texts = copiesTexts(lang)
  const t = texts.check
  return (
    <Layout page={page} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <form method="get" action={inLanguage(lang, '/procesverbale/kontrolli')}>
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
              { key: texts.kind, value: texts.one(texts.kinds[copy.kind], `${copy.number}/${copy.year}`) },
              { key: t.institution, value: copy.institution },
              { key: texts.meeting, value: `${copy.body}, ${copy.day === null ? '–' : formatDate(lang, copy.day)}` },
              { key: texts.madeOn, value: formatDay(lang, copy.createdAt, copy.zone) },
              { key: t.version, value: String(copy.version) },
            ]}
          />
        </>
      )}
    </Layout>
  )
}
