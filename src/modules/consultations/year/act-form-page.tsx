import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TreePicker } from '#ui/tree-picker.tsx'
import { ACT_KINDS } from '../consultation-rules.ts'
import { textsIn } from '../texts.ts'
import type { ActChoices } from './office-view.ts'
import { yearTexts } from './texts.ts'
import { yearOfficeUrls as urls } from './urls.ts'
import { YEAR_LIMITS } from './year-rules.ts'

type Props = {
  page: PageContext
  plan: { id: string; year: number }
  /** Null for a new entry. */
  act: { id: string; public: boolean; hasNext: boolean } | null
  choices: ActChoices
  typed: Typed
  errors: FieldErrors
}

/** The facts of one entry, new or changed. What the plan does not say stays empty. */
export const ActFormPage = ({ page, plan, act, choices, typed, errors }: Props) => {
  const { lang } = page
  const t = yearTexts(lang).office.form
  const title = act ? t.editTitle : t.newTitle
  const back = act ? urls.act(act.id) : urls.plan(plan.id)
  const further = act ? (act.hasNext ? t.saveNext : null) : t.saveNew
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{
        href: inLanguage(lang, back),
        label: act ? yearTexts(lang).page.act : yearTexts(lang).page.title(plan.year),
      }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form
        method="post"
        action={inLanguage(lang, act ? urls.change(act.id) : urls.newAct(plan.id))}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={typed.versioni ?? '1'} />
        {!act && <input type="hidden" name="dergesa" value={typed.dergesa} />}
        <Words page={page} typed={typed} errors={errors} />
        <Filing page={page} choices={choices} typed={typed} errors={errors} />
        {act?.public && (
          <TextAreaField
            name="arsyeja"
            label={t.reason}
            hint={t.reasonHint}
            value={typed.arsyeja}
            error={errors.arsyeja}
            rows={3}
            maxLength={YEAR_LIMITS.reason}
            countText={yearTexts(lang).office.charactersLeft}
          />
        )}
        <Button>{t.save}</Button>{' '}
        {further !== null && (
          <Button kind="secondary" name="pastaj" value="tjetri">
            {further}
          </Button>
        )}
      </form>
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'typed' | 'errors'>

const Words = ({ page: { lang }, typed, errors }: Part) => {
  const { page: p, office } = yearTexts(lang)
  const t = office.form
  return (
    <>
      <TextField name="titulli" label={t.title} hint={t.titleHint} value={typed.titulli} error={errors.titulli} />
      <TextField name="titulli-en" label={t.titleEn} value={typed['titulli-en']} error={errors['titulli-en']} />
      <SelectField
        name="lloji"
        label={t.kind}
        value={typed.lloji}
        options={[
          { value: '', label: t.kindUnknown },
          ...ACT_KINDS.map((kind) => ({ value: kind, label: p.kinds[kind] })),
        ]}
      />
      <TextField name="koha" label={t.period} hint={t.periodHint} value={typed.koha} error={errors.koha} />
      <TextField
        name="propozuesi"
        label={t.proposer}
        hint={t.proposerHint}
        value={typed.propozuesi}
        error={errors.propozuesi}
      />
      <TextField name="organi" label={t.decidingBody} value={typed.organi} error={errors.organi} />
      <RadioField
        name="konsultim"
        legend={t.consultation}
        value={typed.konsultim ?? ''}
        inline
        options={[
          { value: 'po', label: t.yes },
          { value: 'jo', label: t.no },
          { value: '', label: t.consultationUnknown },
        ]}
      />
      <TextAreaField
        name="shenim"
        label={t.note}
        value={typed.shenim}
        error={errors.shenim}
        rows={3}
        maxLength={YEAR_LIMITS.note}
        countText={office.charactersLeft}
      />
    </>
  )
}

const Filing = ({ page: { lang }, choices, typed, errors }: Part & Pick<Props, 'choices'>) => {
  const t = yearTexts(lang).office.form
  const chosen = (name: string) => (typed[name] ?? '').split(' ').filter(Boolean)
  const places = chosen('vendet')
  return (
    <>
      <TreePicker
        name="fushat"
        legend={t.topics}
        hint={t.topicsHint}
        error={errors.fushat}
        chosen={chosen('fushat')}
        options={choices.topics.map(({ id, name, depth }) => ({ value: id, label: name, depth }))}
      />
      {choices.places.length > 0 && (
        <Details summary={t.placesOpen} open={places.length > 0 || errors.vendet !== undefined}>
          <TreePicker
            name="vendet"
            legend={t.places}
            error={errors.vendet}
            chosen={places}
            options={choices.places.map((place) => ({
              value: place.id,
              label: place.parentName ? `${place.name} (${place.parentName})` : place.name,
            }))}
          />
        </Details>
      )}
    </>
  )
}
