import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { RELATION_KINDS, numberOf } from '../act-rules.ts'
import { partsIn } from '../announcing/day-field-rules.ts'
import { ActNav } from '../making/act-nav-part.tsx'
import { textsIn } from '../texts.ts'
import { actOfficeUrls } from '../urls.ts'
import { articleWords, Doubt, Drop, kindWords, Other, type RelationPart } from './relation-part.tsx'
import type { RelationsView } from './relation-view.ts'
import { relationTexts } from './texts.ts'
import { relationUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: RelationsView; typed: Typed; errors: FieldErrors; status: string | null }

/** What the act does to others, and what others do to it. */
export const RelationPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const t = relationTexts(lang)
  const { act } = view
  const part = { lang, view, typed, errors }
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: textsIn(lang).menu }}
    >
      <ErrorSummary title={t.errorTitle} errors={typed.lidhja ? errors : besideWords(view, errors)} />
      <span class="govuk-caption-l">
        {textsIn(lang).kinds[act.kind]} {numberOf(act)}
      </span>
      <h1 class="govuk-heading-l" lang={act.lang === lang ? undefined : act.lang}>
        {act.title}
      </h1>
      <ActNav lang={lang} act={act} current="relations" />
      {view.doubts.length > 0 && (
        <section aria-labelledby="dyshimet">
          <h2 class="govuk-heading-m" id="dyshimet">
            {t.doubts}
          </h2>
          <p class="govuk-body">{t.doubtsLead}</p>
          {view.doubts.map((one) => (
            <Doubt {...part} one={one} />
          ))}
        </section>
      )}
      <h2 class="govuk-heading-m">{t.title}</h2>
      <p class="govuk-body">{t.lead}</p>
      <Table {...part} title={t.own} lines={view.own} />
      {view.others.length > 0 && <Table {...part} title={t.others} lines={view.others} />}
      {view.mayWrite && act.state !== 'void' && <Add {...part} />}
      {view.mayWrite && (act.textId !== null || act.hasPlainText) && act.state !== 'void' && (
        <form method="post" action={inLanguage(lang, urls.find(act.id))} data-submit-once>
          <h2 class="govuk-heading-m">{t.find}</h2>
          <p class="govuk-body">{t.findLead}</p>
          <Button kind="secondary">{t.find}</Button>
        </form>
      )}
    </Layout>
  )
}

const Table = (part: RelationPart & { title: string; lines: RelationsView['own'] }) => {
  const { lang, title, lines } = part
  const t = relationTexts(lang)
  return lines.length === 0 ? (
    <EmptyState>{t.none}</EmptyState>
  ) : (
    <DataTable
      caption={title}
      roomy
      head={[
        { label: t.head.what },
        { label: t.head.other },
        { label: t.head.articles },
        { label: t.head.from },
        { label: t.head.deed },
      ]}
      rows={lines.map((one) => [
        kindWords(lang, one),
        <Other lang={lang} one={one} />,
        articleWords(lang, one),
        one.effectiveOn === null ? t.noDay : formatDate(lang, one.effectiveOn),
        <Drop {...part} one={one} />,
      ])}
    />
  )
}

/** Where nothing was found to choose from, what is wrong with the other act stands beside its words. */
function besideWords({ choices }: RelationPart['view'], { tjetri, ...rest }: FieldErrors): FieldErrors {
  if (tjetri === undefined) return rest
  return choices.length > 0 ? { ...rest, tjetri } : { fjale: tjetri, ...rest }
}

/** First the other act is looked for, then what is done to it is said; both on one page, without script. */
const Add = ({ lang, view, typed, errors }: RelationPart) => {
  const t = relationTexts(lang).add
  const { act, choices, words } = view
  const asTyped = typed.lidhja ? {} : typed
  return (
    <section aria-labelledby="shtoni">
      <h2 class="govuk-heading-m" id="shtoni">
        {t.title}
      </h2>
      <form method="get" action={inLanguage(lang, urls.page(act.id))}>
        <TextField name="kerkimi" label={t.search} hint={t.searchHint} value={words} width="10" />
        <Button kind="secondary">{t.searchButton}</Button>
      </form>
      {words !== '' && choices.length === 0 && <EmptyState>{t.notFound(words)}</EmptyState>}
      <form method="post" action={inLanguage(lang, urls.page(act.id))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <input type="hidden" name="versioni" value={String(act.version)} />
        <input type="hidden" name="kerkimi" value={words} />
        <SelectField
          name="lloji"
          label={t.kind}
          value={asTyped.lloji}
          error={errors.lloji}
          options={RELATION_KINDS.map((value) => ({ value, label: textsIn(lang).relations[value].forth }))}
        />
        {choices.length > 0 && (
          <RadioField
            name="tjetri"
            legend={t.found}
            value={asTyped.tjetri}
            error={errors.tjetri}
            small
            options={[
              ...choices.map((one) => ({
                value: one.id,
                label: [one.number, one.title].filter(Boolean).join(': '),
                hint: [
                  one.adoptedOn && formatDate(lang, one.adoptedOn),
                  one.institutionId === act.institutionId ? null : one.institution,
                ]
                  .filter(Boolean)
                  .join(', '),
              })),
              { value: '', label: t.outside },
            ]}
          />
        )}
        <Rest lang={lang} typed={asTyped} errors={besideWords(view, errors)} />
        <Button>{t.button}</Button>
      </form>
    </section>
  )
}

const Rest = ({ lang, typed, errors }: Omit<RelationPart, 'view'>) => {
  const { add: t, day } = relationTexts(lang)
  return (
    <>
      <TextField
        name="fjale"
        label={t.words}
        hint={t.wordsHint}
        value={typed.fjale}
        error={errors.fjale || undefined}
      />
      <TextField name="me-nenin" label={t.byArticles} value={typed['me-nenin']} error={errors['me-nenin']} width="10" />
      <TextField name="nenet" label={t.ofArticles} value={typed.nenet} error={errors.nenet} width="10" />
      <DateField
        name="dita"
        legend={t.day}
        hint={t.dayHint}
        value={partsIn(typed, 'dita')}
        error={errors.dita}
        dayLabel={day.day}
        monthLabel={day.month}
        yearLabel={day.year}
      />
    </>
  )
}
