import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { NATURES, type ActKind } from '../act-rules.ts'
import { textsIn } from '../texts.ts'
import { actOfficeUrls as office } from '../urls.ts'
import type { ActFormView } from './list-view.ts'
import { LIMITS, PROPOSERS, WRITTEN_KINDS } from './making-rules.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: ActFormView; typed: Typed; errors: FieldErrors }
/** `act`: null for a new one. */
type Props = Omit<Part, 'lang'> & { page: PageContext; act: { id: string; title: string; kind: ActKind } | null }

/** The facts of an act that has no number yet. */
export const ActFormPage = ({ page, act, view, typed, errors }: Props) => {
  const { lang } = page
  const texts = makingTexts(lang)
  const t = texts.form
  const title = act ? t.changeTitle : t.createTitle
  const part = { lang, view, typed, errors }
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={
        act
          ? { href: inLanguage(lang, office.act(act.id)), label: act.title }
          : { href: inLanguage(lang, office.list()), label: texts.list.title }
      }
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {act === null && <p class="govuk-body">{t.createLead}</p>}
      <form
        method="post"
        action={inLanguage(lang, act ? urls.change(act.id) : urls.create())}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={typed.versioni} />
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        {act === null && (
          <SelectField
            name="institucioni"
            label={t.institution}
            value={typed.institucioni}
            error={errors.institucioni}
            options={view.institutions.map(({ id: value, name: label }) => ({ value, label }))}
          />
        )}
        <What {...part} standing={act?.kind ?? null} />
        <Whence {...part} />
        <Shown {...part} />
        <Button preventDoubleClick>{act ? t.save : t.create}</Button>
      </form>
    </Layout>
  )
}

const What = ({ lang, typed, errors, standing }: Part & { standing: ActKind | null }) => {
  const [t, words] = [makingTexts(lang).form, textsIn(lang)]
  const kinds = [...new Set<ActKind>([...WRITTEN_KINDS, ...(standing ? [standing] : [])])]
  return (
    <>
      <TextAreaField name="titulli" label={t.title} value={typed.titulli} error={errors.titulli} rows={3} />
      <TextField
        name="titulli-en"
        label={t.titleEn}
        value={typed['titulli-en']}
        error={errors['titulli-en']}
        lang="en"
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={typed.lloji}
        error={errors.lloji}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextField name="lloji-fjale" label={t.kindWords} value={typed['lloji-fjale']} error={errors['lloji-fjale']} />
      <SelectField
        name="natyra"
        label={t.nature}
        hint={makingTexts(lang).adopted.natureHint}
        value={typed.natyra}
        options={[
          { value: '', label: t.natureNone },
          ...NATURES.map((value) => ({ value, label: words.natures[value] })),
        ]}
      />
      <DateField
        name="miratimi"
        legend={t.adoptedOn}
        value={{
          day: typed['miratimi-day'] ?? '',
          month: typed['miratimi-month'] ?? '',
          year: typed['miratimi-year'] ?? '',
        }}
        error={errors.miratimi}
        dayLabel={t.dayLabel}
        monthLabel={t.monthLabel}
        yearLabel={t.yearLabel}
      />
    </>
  )
}

const Whence = ({ lang, view: { bodies }, typed, errors }: Part) => {
  const t = makingTexts(lang).form
  const choices = (kind: string) =>
    bodies.filter((one) => one.kind === kind).map(({ id: value, name: label }) => ({ value, label }))
  return (
    <>
      <SelectField
        name="organi"
        label={t.body}
        value={typed.organi}
        options={[{ value: '', label: t.bodyNone }, ...choices('council')]}
      />
      <SelectField
        name="propozuesi"
        label={t.proposerKind}
        value={typed.propozuesi}
        options={[
          { value: '', label: t.proposerNone },
          ...PROPOSERS.map((value) => ({ value, label: t.proposers[value] })),
        ]}
      />
      <TextField
        name="propozuesi-emri"
        label={t.proposer}
        value={typed['propozuesi-emri']}
        error={errors['propozuesi-emri']}
      />
      <SelectField
        name="komisioni"
        label={t.commission}
        value={typed.komisioni}
        options={[{ value: '', label: t.commissionNone }, ...choices('commission')]}
      />
      <TextAreaField
        name="permbledhja"
        label={t.summary}
        value={typed.permbledhja}
        error={errors.permbledhja}
        rows={4}
        maxLength={LIMITS.summary}
      />
    </>
  )
}

const Shown = ({ lang, typed, errors }: Part) => {
  const t = makingTexts(lang).form
  return (
    <>
      <CheckboxField name="mbyllur" label={t.restricted} hint={t.restrictedHint} checked={typed.mbyllur === 'po'} />
      <TextField
        name="titulli-publik"
        label={t.publicTitle}
        value={typed['titulli-publik']}
        error={errors['titulli-publik']}
      />
      <TextField
        name="arsyeja-mbylljes"
        label={t.restrictedGround}
        value={typed['arsyeja-mbylljes']}
        error={errors['arsyeja-mbylljes']}
      />
    </>
  )
}
