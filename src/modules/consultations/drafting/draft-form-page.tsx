import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TreePicker } from '#ui/tree-picker.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Closing } from '../closing/closing-rules.ts'
import { ACT_KINDS, CONSULTATION_LIMITS, PRELIMINARY } from '../consultation-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { DraftFormView } from './draft-view.ts'
import { dateLabels, dateOf, OpenWindow, Window, type PublishedWindow } from './draft-window-part.tsx'

type Props = {
  page: PageContext
  /** Null for a new consultation. */
  id: string | null
  /** Of what is public its closing day, which an extension puts off and no correction does. */
  published: PublishedWindow | null
  view: DraftFormView
  /** Until when comments would have to be taken in, with what was typed. */
  closing: Closing | null
  typed: Typed
  errors: FieldErrors
}

/** The facts of a consultation, new or changed. */
export const DraftFormPage = ({ page, id, published, view, closing, typed, errors }: Props) => {
  const { lang } = page
  const t = textsIn(lang).office
  const preliminary = typed.faza === PRELIMINARY
  const title = id ? t.editTitle : preliminary ? textsIn(lang).notices.stage.fresh : t.newConsultation
  const back = id ? officeUrls.consultation(id) : officeUrls.consultations()
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, back), label: id ? t.overview : t.consultationsTitle }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {preliminary && <p class="govuk-body">{textsIn(lang).notices.stage.formLead}</p>}
      <form
        method="post"
        action={inLanguage(lang, id ? officeUrls.edit(id) : officeUrls.newConsultation())}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={typed.versioni} />
        {preliminary && <input type="hidden" name="faza" value={PRELIMINARY} />}
        {!id && <input type="hidden" name="dergesa" value={typed.dergesa} />}
        {id ? (
          <input type="hidden" name="institucioni" value={typed.institucioni} />
        ) : (
          <SelectField
            name="institucioni"
            label={t.institution}
            value={typed.institucioni}
            error={errors.institucioni}
            options={view.institutions.map((institution) => ({ value: institution.id, label: institution.name }))}
          />
        )}
        <Words page={page} typed={typed} errors={errors} />
        <About page={page} view={view} typed={typed} errors={errors} />
        {published ? (
          <OpenWindow page={page} published={published} typed={typed} errors={errors} />
        ) : (
          <Window page={page} view={view} closing={closing} typed={typed} errors={errors} />
        )}
        <Posting page={page} typed={typed} errors={errors} />
        {published && <CorrectionReason page={page} typed={typed} errors={errors} />}
        <Button kind="primary">{id ? t.save : t.create}</Button>
      </form>
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'typed' | 'errors'>

/** What is public is corrected with a reason that everybody reads. */
const CorrectionReason = ({ page: { lang }, typed, errors }: Part) => {
  const t = textsIn(lang).office
  return (
    <TextAreaField
      name="arsyeja"
      label={t.correctionReason}
      hint={t.correctionReasonHint}
      value={typed.arsyeja}
      error={errors.arsyeja}
      rows={3}
      maxLength={CONSULTATION_LIMITS.reason}
      countText={textsIn(lang).form.charactersLeft}
    />
  )
}

const Words = ({ page: { lang }, typed, errors }: Part) => {
  const texts = textsIn(lang)
  const t = texts.office
  const summary = { rows: 7, maxLength: CONSULTATION_LIMITS.summary, countText: texts.form.charactersLeft }
  return (
    <>
      <TextField name="titulli" label={t.titleField} hint={t.titleHint} value={typed.titulli} error={errors.titulli} />
      <TextField name="titulli-en" label={t.titleEn} value={typed['titulli-en']} error={errors['titulli-en']} />
      <TextAreaField
        name="permbledhja"
        label={t.summary}
        hint={t.summaryHint}
        value={typed.permbledhja}
        error={errors.permbledhja}
        {...summary}
      />
      <TextAreaField
        name="permbledhja-en"
        label={t.summaryEn}
        value={typed['permbledhja-en']}
        error={errors['permbledhja-en']}
        {...summary}
      />
      <SelectField
        name="lloji"
        label={t.actKind}
        value={typed.lloji}
        error={errors.lloji}
        options={ACT_KINDS.map((kind) => ({ value: kind, label: texts.actKinds[kind] }))}
      />
      <TextAreaField
        name="baza"
        label={t.legalBasis}
        hint={t.legalBasisHint}
        value={typed.baza}
        error={errors.baza}
        rows={3}
        maxLength={CONSULTATION_LIMITS.legalBasis}
        countText={texts.form.charactersLeft}
      />
    </>
  )
}

/** The topics and places by which it is found. */
const About = ({ page: { lang }, view, typed, errors }: Part & Pick<Props, 'view'>) => {
  const t = textsIn(lang).office
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
        options={view.topics.map(({ id, name, depth }) => ({ value: id, label: name, depth }))}
      />
      {view.places.length > 0 && (
        <Details summary={t.placesOpen} open={places.length > 0 || errors.vendet !== undefined}>
          <TreePicker
            name="vendet"
            legend={t.places}
            hint={t.placesHint}
            error={errors.vendet}
            chosen={places}
            options={view.places.map((place) => ({
              value: place.id,
              label: place.parentName ? `${place.name} (${place.parentName})` : place.name,
            }))}
          />
        </Details>
      )}
    </>
  )
}

const Posting = ({ page: { lang }, typed, errors }: Part) => {
  const t = textsIn(lang).office
  const labels = dateLabels(lang)
  return (
    <>
      <TextField
        name="posta"
        label={t.contactEmail}
        hint={t.contactHint}
        value={typed.posta}
        error={errors.posta}
        type="email"
      />
      <TextField name="njoftimi" label={t.postingUrl} value={typed.njoftimi} error={errors.njoftimi} type="url" />
      <DateField
        name="njoftuar"
        legend={t.postedOn}
        value={dateOf(typed, 'njoftuar')}
        error={errors.njoftuar}
        {...labels}
      />
    </>
  )
}
