import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { figureWords } from './figure-words-texts.ts'
import type { OfficeReportView } from './office-view.ts'
import { transparencyTexts } from './texts.ts'
import { yearReportOfficeUrls as urls, yearReportUrls } from './urls.ts'
import { FIGURE_GROUPS, keysOf, type FigureGroup } from './figure-list-rules.ts'
import { REPORT_LIMITS } from './year-report-rules.ts'

type Props = {
  page: PageContext
  view: OfficeReportView
  /** The number that the form of publication arrives under. */
  formId: string
  typed?: Typed
  errors?: FieldErrors
  status?: string | null
}

/** One report in the office: its words as a form, its figures as they stand, and its publication. */
export const OfficeReportPage = ({ page, view, formId, typed, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = transparencyTexts(lang)
  const { year, institution, report } = view
  return (
    <Layout
      page={page}
      title={`${t.reportTitle(year)}: ${institution.name}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: `${inLanguage(lang, urls.list())}?viti=${year}`, label: t.office.title }}
    >
      <ErrorSummary title={t.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.reportTitle(year)}</h1>
      <p class="govuk-body">
        {institution.name}. {t.office.lead}
      </p>
      <p class="govuk-body">{t.page.noDay}</p>
      {report?.publishedAt && (
        <p class="govuk-body">
          {t.page.version(report.version, formatDay(lang, report.changedAt, institution.zone))}.{' '}
          <a href={inLanguage(lang, yearReportUrls.one(year, institution.slug))}>{t.office.seePublic}</a>
        </p>
      )}
      <Words lang={lang} view={view} typed={typed ?? typedOfReport(view)} errors={errors} />
      <Preview lang={lang} view={view} />
      <Publish lang={lang} view={view} typed={typed ?? {}} errors={errors} formId={formId} />
      <p class="govuk-body">
        <a href={inLanguage(lang, urls.reply(year, institution.slug))}>{t.office.reply}</a>
      </p>
    </Layout>
  )
}

const typedOfReport = ({ report }: OfficeReportView): Typed => ({
  hyrja: report?.introduction ?? '',
  veshtiresite: report?.difficulties ?? '',
  masat: report?.measures ?? '',
  'akte-te-tjera': report?.otherActs === null || report === null ? '' : String(report.otherActs),
})

type Part = { lang: Lang; view: OfficeReportView; typed: Typed; errors: FieldErrors }

const Words = ({ lang, view, typed, errors }: Part) => {
  const { year, institution, report, mayWrite } = view
  const t = transparencyTexts(lang)
  if (!mayWrite) return <WordsAlone lang={lang} view={view} />
  const field = (name: string, label: string, hint?: string) => (
    <TextAreaField
      name={name}
      label={label}
      hint={hint}
      value={typed[name]}
      error={errors[name]}
      maxLength={REPORT_LIMITS.words}
      lang="sq"
    />
  )
  return (
    <form method="post" action={inLanguage(lang, urls.one(year, institution.slug))} data-submit-once>
      <h2 class="govuk-heading-m">{t.office.words}</h2>
      <input type="hidden" name="rishikimi" value={typed.rishikimi ?? String(report?.revision ?? 0)} />
      {field('hyrja', t.page.introduction, t.office.hint)}
      {field('veshtiresite', t.page.difficulties)}
      {field('masat', t.page.measures)}
      <TextField
        name="akte-te-tjera"
        label={t.page.otherActs}
        hint={t.office.otherActsHint}
        value={typed['akte-te-tjera']}
        error={errors['akte-te-tjera']}
      />
      <Button kind={view.mayPublish && view.over ? 'secondary' : 'primary'} preventDoubleClick>
        {t.office.save}
      </Button>
    </form>
  )
}

const WordsAlone = ({ lang, view: { report } }: Pick<Part, 'lang' | 'view'>) => {
  const t = transparencyTexts(lang).page
  const said = [
    [t.introduction, report?.introduction],
    [t.difficulties, report?.difficulties],
    [t.measures, report?.measures],
  ] as const
  return (
    <>
      {said.map(
        ([heading, words]) =>
          words && (
            <>
              <h2 class="govuk-heading-m">{heading}</h2>
              <Inset lang={lang === 'sq' ? undefined : 'sq'}>{words}</Inset>
            </>
          ),
      )}
    </>
  )
}

const Preview = ({
  lang,
  view: { figures, year, institution, countedAt, over, report },
}: Pick<Part, 'lang' | 'view'>) => {
  const t = transparencyTexts(lang)
  const day = formatDay(lang, countedAt, institution.zone)
  return (
    <>
      <h2 class="govuk-heading-m">{t.office.preview}</h2>
      <p class="govuk-body">{over ? t.page.notPublished(day) : t.page.running(day)}</p>
      {(Object.keys(FIGURE_GROUPS) as FigureGroup[]).map((group) => (
        <DataTable
          caption={t.groups[group]}
          firstColumnHeader
          head={[{ label: t.page.figure }, { label: t.page.number, numeric: true }]}
          rows={[
            ...keysOf(group).map((key) => [
              figures[key] ? (
                <a href={inLanguage(lang, yearReportUrls.behindOne(year, institution.slug, key))}>{t.figures[key]}</a>
              ) : (
                t.figures[key]
              ),
              figureWords(lang, figures[key]),
            ]),
            ...(group === 'acts' ? [[t.page.otherActs, figureWords(lang, report?.otherActs ?? null)]] : []),
          ]}
        />
      ))}
    </>
  )
}

const Publish = ({ lang, view, typed, errors, formId }: Part & { formId: string }) => {
  const { year, institution, report, mayPublish, over } = view
  const t = transparencyTexts(lang).office
  if (!over) return <p class="govuk-body">{t.notOver}</p>
  if (!mayPublish || report?.state === 'taken-down') return null
  const again = report !== null && report.version > 0
  const label = again ? t.publishAgain : t.publish
  return (
    <form method="post" id="publikimi" action={inLanguage(lang, urls.publish(year, institution.slug))} data-submit-once>
      <h2 class="govuk-heading-m">{label}</h2>
      <p class="govuk-body">{t.publishLead}</p>
      <input type="hidden" name="rishikimi" value={String(report?.revision ?? 0)} />
      <input type="hidden" name="dergesa" value={formId} />
      {again && (
        <TextAreaField
          name="arsyeja"
          label={t.reason}
          hint={t.reasonHint}
          value={typed.arsyeja}
          error={errors.arsyeja}
          maxLength={REPORT_LIMITS.reason}
          rows={3}
        />
      )}
      <Button preventDoubleClick>{label}</Button>
    </form>
  )
}
