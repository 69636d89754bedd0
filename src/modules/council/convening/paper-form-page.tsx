import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { partsIn } from './moment-rules.ts'
import { PAPER_ACT_KINDS, PAPER_KINDS, PAPER_LIMITS as LIMITS, PROPOSER_KINDS } from './paper-rules.ts'
import type { PaperFormView } from './paper-view.ts'
import { conveningTexts, paperTexts, proposerWords } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: PaperFormView; typed: Typed; errors: FieldErrors }
type Props = Omit<Part, 'lang'> & {
  page: PageContext
  /** Null for a new one. */
  id: string | null
  /** Everybody reads it: a change says why. */
  open: boolean
}

/** The facts of a paper, new or changed. */
export const PaperFormPage = ({ page, id, open, view, typed, errors }: Props) => {
  const { lang } = page
  const texts = paperTexts(lang)
  const t = texts.form
  const title = id ? t.changeTitle : t.createTitle
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, id ? urls.paper(id) : urls.papers()), label: id ? t.back : texts.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form
        method="post"
        action={inLanguage(lang, id ? urls.changePaper(id) : urls.createPaper())}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={typed.versioni} />
        {id === null && <input type="hidden" name="dergesa" value={typed.dergesa} />}
        {id === null && (
          <SelectField
            name="institucioni"
            label={t.institution}
            value={typed.institucioni}
            error={errors.institucioni}
            options={view.institutions.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <Facts lang={lang} view={view} typed={typed} errors={errors} />
        {open && (
          <TextAreaField
            name="arsyeja"
            label={t.reason}
            hint={t.reasonHint}
            value={typed.arsyeja}
            error={errors.arsyeja}
            rows={2}
            maxLength={LIMITS.reason}
          />
        )}
        <Button preventDoubleClick>{id ? t.save : t.create}</Button>
      </form>
    </Layout>
  )
}

const Facts = ({ lang, view, typed, errors }: Part) => {
  const [texts, common] = [paperTexts(lang), conveningTexts(lang)]
  const t = texts.form
  return (
    <>
      <TextAreaField name="titulli" label={t.titleField} value={typed.titulli} error={errors.titulli} rows={2} />
      <SelectField
        name="lloji"
        label={t.kind}
        value={typed.lloji}
        error={errors.lloji}
        options={PAPER_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
      />
      <SelectField
        name="akti"
        label={t.actKind}
        hint={t.actKindHint}
        value={typed.akti}
        options={[
          { value: '', label: t.actKindNone },
          ...PAPER_ACT_KINDS.map((value) => ({ value, label: common.actKinds[value] ?? value })),
        ]}
      />
      <Proposer lang={lang} view={view} typed={typed} errors={errors} />
      <TextField name="numri" label={t.reference} value={typed.numri} error={errors.numri} width="10" />
      <DateField
        name="data"
        legend={t.dated}
        value={partsIn(typed, 'data')}
        error={errors.data}
        dayLabel={common.form.dayLabel}
        monthLabel={common.form.monthLabel}
        yearLabel={common.form.yearLabel}
      />
      <TextAreaField
        name="permbledhja"
        label={t.summary}
        value={typed.permbledhja}
        error={errors.permbledhja}
        rows={4}
        maxLength={LIMITS.summary}
      />
      <TextField
        name="titulli-en"
        label={t.titleEn}
        value={typed['titulli-en']}
        error={errors['titulli-en']}
        lang="en"
      />
    </>
  )
}

/** Null: this official works for institutions of both countries. */
function oneCountry({ institutions }: PaperFormView) {
  const [country, ...others] = new Set(institutions.map(({ jurisdiction }) => jurisdiction))
  return others.length === 0 ? (country ?? null) : null
}

const Proposer = ({ lang, view, typed, errors }: Part) => {
  const texts = paperTexts(lang)
  const t = texts.form
  const country = oneCountry(view)
  return (
    <>
      <SelectField
        name="propozuesi"
        label={t.proposerKind}
        value={typed.propozuesi}
        options={[
          { value: '', label: t.proposerNone },
          ...PROPOSER_KINDS.map((value) => ({
            value,
            label: country ? proposerWords(lang, country, value) : texts.proposers[value],
          })),
        ]}
      />
      {view.members.length > 0 && (
        <SelectField
          name="propozuesi-anetar"
          label={t.proposerPerson}
          value={typed['propozuesi-anetar']}
          options={[
            { value: '', label: '–' },
            ...view.members.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
        />
      )}
      <TextField
        name="propozuesi-fjale"
        label={t.proposer}
        value={typed['propozuesi-fjale']}
        error={errors['propozuesi-fjale']}
      />
    </>
  )
}
