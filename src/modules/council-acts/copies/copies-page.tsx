import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Act } from '../act-queries.ts'
import { numberOf } from '../act-rules.ts'
import { ActNav, RegisterNav } from '../making/act-nav-part.tsx'
import { textsIn as actTexts } from '../texts.ts'
import { actOfficeUrls } from '../urls.ts'
import type { ActCopy } from './copy-queries.ts'
import { copiesTexts } from './texts.ts'
import { copyOfficeUrls as urls } from './urls.ts'

export type CopiesProps = {
  page: PageContext
  copies: readonly ActCopy[]
  /** Null: of all acts. */
  of: { act: Act; mayWrite: boolean; typed: Typed; errors: FieldErrors; formId: string } | null
}

/** All copies of the institutions of this official, those that wait first; or of one act, with the form of a new request. */
export const CopiesPage = ({ page, copies, of }: CopiesProps) => {
  const { lang } = page
  const t = copiesTexts(lang)
  return (
    <Layout
      page={page}
      title={t.title}
      office
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: actTexts(lang).menu }}
      error={Object.keys(of?.errors ?? {}).length > 0}
    >
      {of && <ErrorSummary title={t.errorTitle} errors={of.errors} />}
      {of && (
        <span class="govuk-caption-l" lang={of.act.lang}>
          {t.ofAct(numberOf(of.act) ?? '', of.act.title)}
        </span>
      )}
      <h1 class="govuk-heading-l">{t.title}</h1>
      {of ? <ActNav lang={lang} act={of.act} current="copies" /> : <RegisterNav page={page} current="copies" />}
      <p class="govuk-body">{t.lead}</p>
      {of?.act.jurisdiction === 'XK' && <p class="govuk-body">{t.noClock}</p>}
      {copies.length === 0 ? (
        <EmptyState>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <CopyTable lang={lang} copies={copies} />
      )}
      {of?.act.state === 'announced' && of.mayWrite && <RequestForm lang={lang} {...of} />}
      {of && of.act.state !== 'announced' && <p class="govuk-body">{t.notAnnounced}</p>}
    </Layout>
  )
}

const CopyTable = ({ lang, copies }: { lang: Lang; copies: readonly ActCopy[] }) => {
  const t = copiesTexts(lang)
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.askedOn, tight: true },
        { label: t.act },
        { label: t.askedBy },
        { label: t.state },
        { label: t.due, tight: true },
        { label: t.number, tight: true },
      ]}
      rows={copies.map((one) => [
        <a href={inLanguage(lang, urls.one(one.id))}>{formatDate(lang, one.askedOn)}</a>,
        t.ofAct(one.actNumber ?? '', one.actTitle),
        one.askedBy ?? '–',
        t.states[one.state],
        one.state !== 'asked' ? '–' : one.dueOn === null ? t.noDue : formatDate(lang, one.dueOn),
        one.number === null ? '–' : `${one.number}/${one.year}`,
      ])}
    />
  )
}

const RequestForm = ({ lang, act, typed, errors, formId }: { lang: Lang } & NonNullable<CopiesProps['of']>) => {
  const t = copiesTexts(lang)
  const part = (which: string) => typed[`kerkuar-${which}`] ?? ''
  return (
    <form method="post" action={inLanguage(lang, urls.ofAct(act.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.askTitle}</h2>
      <input type="hidden" name="dergesa" value={formId} />
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
      <TextField
        name="kerkuar-nga"
        label={t.askedBy}
        hint={t.askedByHint}
        value={typed['kerkuar-nga']}
        error={errors['kerkuar-nga']}
      />
      <TextField name="menyra" label={t.reach} hint={t.reachHint} value={typed.menyra} error={errors.menyra} />
      <TextField name="protokolli" label={t.protocol} value={typed.protokolli} error={errors.protokolli} />
      <Button preventDoubleClick>{t.ask}</Button>
    </form>
  )
}
