import { JURISDICTIONS, ZONE_OF } from '#law/jurisdiction.ts'
import type { MovesPreview } from '#platform/deadlines/recomputing/moves-preview.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ANNOUNCEMENT_FIELDS, type ChangeKind } from './announcement-rules.ts'
import type { Announcement } from './calendar-form.ts'
import { changeWords } from './calendar-page.tsx'
import { calendarTexts } from './calendar-texts.ts'
import type { AnnouncementView, Entered } from './calendar-view.ts'
import { rulesTexts } from '../rules/rules-texts.ts'
import { rulesUrls } from '../rules/rules-urls.ts'

const backTo = (lang: Lang) => ({ href: inLanguage(lang, rulesUrls.calendar()), label: calendarTexts(lang).form.back })

type FormProps = {
  page: PageContext
  kind: ChangeKind
  /** Of the country chosen; both countries' ids are the same where the feast is. */
  feasts: readonly { id: string; label: string }[]
  typed: Typed
  errors: FieldErrors
}

/** What a government has announced, before it is looked at. */
export const AnnouncePage = (props: FormProps) => {
  const { page, kind, typed, errors } = props
  const { lang } = page
  const t = calendarTexts(lang)
  const { title, lead } = t.kinds[kind]
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={title} office robots="noindex" back={backTo(lang)} error={failed}>
      <ErrorSummary title={rulesTexts(lang).errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p>{lead}</p>
      <form method="post" action={inLanguage(lang, rulesUrls.announce())} novalidate>
        <input type="hidden" name="lloji" value={kind} />
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <SelectField
          name="shteti"
          label={t.form.country}
          value={typed.shteti}
          options={JURISDICTIONS.map((country) => ({ value: country, label: t.countries[country] }))}
        />
        <KindFields {...props} />
        <TextAreaField
          name="burimi"
          label={t.form.basis}
          hint={t.form.basisHint}
          value={typed.burimi}
          error={errors.burimi}
          rows={2}
        />
        <Button kind="primary" name="hapi" value="shiko">
          {t.form.look}
        </Button>
      </form>
    </Layout>
  )
}

const KindFields = ({ page: { lang }, kind, feasts, typed, errors }: FormProps) => {
  const t = calendarTexts(lang).form
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] })
  const day = (legend: string) => (
    <DateField
      name="dita"
      legend={legend}
      legendSize="s"
      hint={t.dayHint}
      error={errors.dita}
      value={{ day: typed['dita-day'] ?? '', month: typed['dita-month'] ?? '', year: typed['dita-year'] ?? '' }}
      {...rulesTexts(lang).parts}
    />
  )
  if (kind === 'added')
    return (
      <>
        {day(t.day)}
        <TextField {...field('emri')} label={t.nameSq} />
        <TextField {...field('emri-en')} label={t.nameEn} />
      </>
    )
  return (
    <>
      <SelectField
        {...field('festa')}
        label={t.feast}
        options={[{ value: '', label: t.chooseFeast }, ...feasts.map(({ id, label }) => ({ value: id, label }))]}
      />
      {kind === 'moved' ? day(t.newDay) : <TextField {...field('viti')} label={t.year} inputmode="numeric" width="5" />}
    </>
  )
}

const previewWords = (lang: Lang, { moved, institutions, earliest }: MovesPreview): string => {
  const t = calendarTexts(lang).preview
  if (earliest === null) return t.none
  const [from, to] = [formatDate(lang, earliest.from), formatDate(lang, earliest.to)]
  return t.moves(formatNumber(moved), formatNumber(institutions), from, to)
}

type PreviewProps = {
  page: PageContext
  announcement: Announcement
  names: Entered['names']
  preview: MovesPreview
  typed: Typed
}

/** What would move, before the deed: the form once more, unseen, with one button. */
export const AnnouncementPreviewPage = ({ page, announcement, names, preview, typed }: PreviewProps) => {
  const { lang } = page
  const t = calendarTexts(lang)
  const { jurisdiction, change } = announcement
  const kept = ANNOUNCEMENT_FIELDS.map((name) => <input type="hidden" name={name} value={typed[name] ?? ''} />)
  return (
    <Layout page={page} title={t.preview.title} office robots="noindex" back={backTo(lang)}>
      <h1 class="govuk-heading-l">{t.preview.title}</h1>
      <SummaryList
        rows={[
          { key: t.one.what, value: changeWords(lang, { change, names }) },
          { key: t.one.country, value: t.countries[jurisdiction] },
          { key: t.one.basis, value: change.basis },
        ]}
      />
      <Inset>{previewWords(lang, preview)}</Inset>
      <p>{t.preview.after}</p>
      <form method="post" action={inLanguage(lang, rulesUrls.announce())} data-submit-once>
        {kept}
        <Button kind="primary" name="hapi" value="ruaj">
          {t.preview.submit}
        </Button>
      </form>
      <form method="post" action={inLanguage(lang, rulesUrls.announce())}>
        {kept}
        <Button kind="secondary" name="hapi" value="ndrysho">
          {t.preview.change}
        </Button>
      </form>
    </Layout>
  )
}

type OneProps = {
  page: PageContext
  view: AnnouncementView
  typed: Typed
  errors: FieldErrors
  done: string | null
}

/** An announcement that stands, or stood, and what it has moved. */
export const AnnouncementPage = ({ page, view, typed, errors, done }: OneProps) => {
  const { lang } = page
  const t = calendarTexts(lang)
  const zone = ZONE_OF[view.jurisdiction]
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={t.one.title} office robots="noindex" back={backTo(lang)} status={done} error={failed}>
      <ErrorSummary title={rulesTexts(lang).errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.one.title}</h1>
      <SummaryList
        rows={[
          { key: t.one.what, value: `${changeWords(lang, view)} (${t.kinds[view.change.kind].short})` },
          { key: t.one.country, value: t.countries[view.jurisdiction] },
          { key: t.one.basis, value: view.change.basis },
          { key: t.one.at, value: formatMoment(lang, view.enteredAt, zone) },
          { key: t.one.state, value: view.withdrawnAt ? t.withdrawn : t.standing },
          ...(view.withdrawnAt ? [{ key: t.one.withdrawnAt, value: formatMoment(lang, view.withdrawnAt, zone) }] : []),
        ]}
      />
      <h2>{t.one.moved}</h2>
      <Moved lang={lang} view={view} />
      {view.withdrawal && <Withdrawal page={page} view={view} typed={typed} errors={errors} open={failed} />}
    </Layout>
  )
}

const Moved = ({ lang, view }: { lang: Lang; view: AnnouncementView }) => {
  const t = calendarTexts(lang).one
  const { moved, institutions } = view.moved
  if (moved === 0) return <p>{view.fresh ? t.running : t.movedNone}</p>
  return (
    <p>
      {t.movedCount(formatNumber(moved), formatNumber(institutions))}{' '}
      <a href={`${inLanguage(lang, rulesUrls.moves())}?shkaku=${encodeURIComponent(view.run)}`}>{t.all}</a>
    </p>
  )
}

const Withdrawal = ({ page, view, typed, errors, open }: Omit<OneProps, 'done'> & { open: boolean }) => {
  const { lang } = page
  const t = calendarTexts(lang).one
  return (
    <Details summary={t.withdraw} open={open}>
      <form method="post" action={inLanguage(lang, rulesUrls.withdraw(view.id))} novalidate data-submit-once>
        <p>{t.withdrawLead}</p>
        {view.withdrawal && <p>{previewWords(lang, view.withdrawal)}</p>}
        <TextAreaField name="arsyeja" label={t.reason} value={typed.arsyeja} error={errors.arsyeja} rows={2} />
        <Button kind="warning">{t.submit}</Button>
      </form>
    </Details>
  )
}
