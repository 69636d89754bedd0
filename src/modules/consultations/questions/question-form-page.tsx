import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { QUESTION_LIMITS, SCALES, type Question, type QuestionKind } from './question-rules.ts'
import type { QuestionListView } from './question-view.ts'

type Props = {
  page: PageContext
  view: QuestionListView
  kind: QuestionKind
  /** Null: a new one. */
  question: Question | null
  typed: Typed
  errors: FieldErrors
}

/** One question: its words in both languages, and what can be answered. */
export const QuestionFormPage = ({ page, view, kind, question, typed, errors }: Props) => {
  const { lang } = page
  const t = textsIn(lang).questions.office
  const { id } = view.draft.consultation
  const fixed = view.isPublic && question !== null
  const title = question === null ? `${t.add}: ${t.kinds[kind]}` : fixed ? t.correct : t.kinds[kind]
  const action = question === null ? officeUrls.newQuestion(id) : officeUrls.question(id, question.id)
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.questions(id)), label: t.title }}
    >
      <ErrorSummary title={t.errors.title} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
        <input type="hidden" name="lloji" value={kind} />
        <input type="hidden" name="versioni" value={typed.versioni ?? '1'} />
        {typed.dergesa && <input type="hidden" name="dergesa" value={typed.dergesa} />}
        <QuestionWords lang={lang} typed={typed} errors={errors} />
        {!fixed && <AboutField lang={lang} view={view} typed={typed} errors={errors} />}
        {(kind === 'one' || kind === 'several' || kind === 'order') && (
          <OptionFields lang={lang} kind={kind} fixed={fixed} typed={typed} errors={errors} />
        )}
        {kind === 'scale' && <ScaleFields lang={lang} fixed={fixed} typed={typed} errors={errors} />}
        {!fixed && (
          <CheckboxField
            name="detyruar"
            label={t.compulsory}
            hint={t.compulsoryHint}
            checked={typed.detyruar === 'po'}
          />
        )}
        {view.isPublic && <Reason lang={lang} typed={typed} errors={errors} />}
        <Button kind="primary">{t.save}</Button>
      </form>
      {fixed && <Withdrawal lang={lang} id={id} question={question} typed={typed} errors={errors} />}
    </Layout>
  )
}

type Fields = { lang: Lang; typed: Typed; errors: FieldErrors }

const QuestionWords = ({ lang, typed, errors }: Fields) => {
  const t = textsIn(lang).questions.office
  const field = (name: string, label: string, hint?: string) => (
    <TextField name={name} label={label} hint={hint} value={typed[name]} error={errors[name]} />
  )
  return (
    <>
      {field('pyetja', t.label, t.labelHint)}
      {field('pyetja-en', t.labelEn)}
      {field('shpjegimi', t.hint)}
      {field('shpjegimi-en', t.hintEn)}
    </>
  )
}

const AboutField = ({ lang, view, typed, errors }: Fields & Pick<Props, 'view'>) => {
  const t = textsIn(lang).questions.office
  if (view.articles.length === 0) return null
  return (
    <SelectField
      name="neni"
      label={t.about}
      value={typed.neni}
      error={errors.neni}
      options={[
        { value: '', label: t.whole },
        ...view.articles.map(({ nodeId, label, heading }) => ({ value: nodeId, label: t.article(label, heading) })),
      ]}
    />
  )
}

const OptionFields = ({ lang, kind, fixed, typed, errors }: Fields & { kind: QuestionKind; fixed: boolean }) => {
  const t = textsIn(lang).questions.office
  return (
    <>
      <TextAreaField
        name="alternativat"
        label={t.options}
        hint={fixed ? t.optionsFixed : t.optionsHint}
        value={typed.alternativat}
        error={errors.alternativat}
        rows={6}
      />
      <TextAreaField
        name="alternativat-en"
        label={t.optionsEn}
        hint={t.optionsEnHint}
        value={typed['alternativat-en']}
        error={errors['alternativat-en']}
        rows={6}
      />
      {kind !== 'order' && !fixed && <CheckboxField name="tjeter" label={t.other} checked={typed.tjeter === 'po'} />}
      {kind === 'several' && !fixed && (
        <>
          <TextField name="paku" label={t.least} value={typed.paku} error={errors.paku} width="5" />
          <TextField name="shumti" label={t.most} value={typed.shumti} error={errors.shumti} width="5" />
        </>
      )}
    </>
  )
}

const ScaleFields = ({ lang, fixed, typed, errors }: Fields & { fixed: boolean }) => {
  const t = textsIn(lang).questions.office
  const end = (name: string, label: string) => (
    <TextField name={name} label={label} value={typed[name]} error={errors[name]} width="two-thirds" />
  )
  return (
    <>
      {!fixed && (
        <RadioField
          name="shkalla"
          legend={t.scale}
          value={typed.shkalla}
          error={errors.shkalla}
          inline
          options={SCALES.map((to) => ({ value: String(to), label: t.scaleTo(to) }))}
        />
      )}
      {end('fillimi', t.low)}
      {end('fillimi-en', t.lowEn)}
      {end('fundi', t.high)}
      {end('fundi-en', t.highEn)}
    </>
  )
}

const Reason = ({ lang, typed, errors }: Fields) => {
  const t = textsIn(lang).questions.office
  return (
    <TextAreaField
      name="arsyeja"
      label={t.reason}
      hint={t.reasonHint}
      value={typed.arsyeja}
      error={errors.arsyeja}
      rows={3}
      maxLength={QUESTION_LIMITS.reason}
      countText={textsIn(lang).form.charactersLeft}
    />
  )
}

const Withdrawal = ({ lang, id, question, typed, errors }: Fields & { id: string; question: Question }) => {
  const t = textsIn(lang).questions.office
  return (
    <Details summary={t.withdraw} open={'arsyeja-terheqjes' in errors}>
      <form
        method="post"
        action={inLanguage(lang, officeUrls.withdrawQuestion(id, question.id))}
        novalidate
        data-submit-once
      >
        <TextAreaField
          name="arsyeja-terheqjes"
          label={t.reason}
          hint={t.withdrawHint}
          value={typed['arsyeja-terheqjes']}
          error={errors['arsyeja-terheqjes']}
          rows={3}
          maxLength={QUESTION_LIMITS.reason}
          countText={textsIn(lang).form.charactersLeft}
        />
        <Button kind="warning">{t.withdraw}</Button>
      </form>
    </Details>
  )
}
