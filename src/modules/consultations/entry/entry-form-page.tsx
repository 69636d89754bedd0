import type { Child } from 'hono/jsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Details } from '#ui/details.tsx'
import { AnswerFields } from '../questions/answer-fields-part.tsx'
import { fieldOf } from '../questions/question-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import {
  BesideFields,
  DayFields,
  EmailAndLang,
  SenderFields,
  WayField,
  WordsFields,
  type Filled,
  type Taken,
} from './entry-fields-part.tsx'
import type { EntryView } from './entry-view.ts'

export type EntryFormProps = {
  page: PageContext
  view: EntryView
  typed: Typed
  errors: FieldErrors
  taken: Taken
  filesLost: boolean
}

type FrameProps = EntryFormProps & { title: string; lead: string; action: string; submit: string; children?: Child }

/** What the three forms of an entry share. */
const Frame = ({ page, view, typed, errors, title, lead, action, submit, children }: FrameProps) => {
  const { lang } = page
  const t = textsIn(lang).entry
  const { consultation, source } = view
  return (
    <Layout
      page={page}
      title={`${title}: ${consultation.title}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.entries(consultation.id)), label: t.list.titleOf(consultation.title) }}
    >
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{consultation.title}</p>
      <p class="govuk-body">{lead}</p>
      {consultation.history && <p class="govuk-body">{t.form.history}</p>}
      {source && (
        <Inset>
          <a href={inLanguage(lang, source.officeHref)}>{t.form.fromSource(source.title)}</a>
        </Inset>
      )}
      <form method="post" action={inLanguage(lang, action)} enctype="multipart/form-data" novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <input type="hidden" name="burimi" value={typed.burimi ?? ''} />
        {children}
        <Button kind="primary" preventDoubleClick>
          {submit}
        </Button>
      </form>
    </Layout>
  )
}

/** A questionnaire on paper. Folded away: most of what comes is words. */
const QuestionFields = ({ lang, typed, errors, view }: Filled & { view: EntryView }) => {
  const t = textsIn(lang).entry.form
  const { questions, articles, consultation } = view
  if (questions.length === 0) return null
  const open = questions.some((one) =>
    Object.entries({ ...typed, ...errors }).some(([name, words]) => name.startsWith(fieldOf(one)) && words),
  )
  const on = (nodeId: string | null) => questions.filter((one) => one.nodeId === nodeId)
  const fields = { lang, zone: consultation.zone, typed, errors }
  return (
    <Details summary={t.questionnaire} open={open}>
      <p class="govuk-hint">{t.questionnaireHint}</p>
      <AnswerFields {...fields} questions={on(null)} />
      {articles.map(({ nodeId, label }) =>
        on(nodeId).length === 0 ? null : (
          <>
            <p class="govuk-body govuk-!-font-weight-bold">
              {textsIn(lang).entry.split.article} {label ?? '–'}
            </p>
            <AnswerFields {...fields} questions={on(nodeId)} />
          </>
        ),
      )}
    </Details>
  )
}

/** One comment by hand, in the order in which it is told: how it came, the words, who, when. */
export const EntryFormPage = (props: EntryFormProps) => {
  const { page, view, typed, errors, taken, filesLost } = props
  const t = textsIn(page.lang).entry
  const { id } = view.consultation
  const filled = { lang: page.lang, typed, errors }
  return (
    <Frame {...props} title={t.form.title} lead={t.form.lead} action={officeUrls.newEntry(id)} submit={t.form.submit}>
      <WayField {...filled} />
      <WordsFields {...filled} articles={view.articles} />
      <QuestionFields {...filled} view={view} />
      <SenderFields {...filled} />
      <DayFields {...filled} />
      <BesideFields {...filled} taken={taken} files={{ lost: filesLost }} />
    </Frame>
  )
}

/** A letter with many points, before it is cut. */
export const SplitFormPage = (props: EntryFormProps) => {
  const { page, view, typed, errors, taken } = props
  const t = textsIn(page.lang).entry
  const { id } = view.consultation
  const filled = { lang: page.lang, typed, errors }
  return (
    <Frame
      {...props}
      title={t.split.start}
      lead={t.split.startLead}
      action={officeUrls.newSplit(id)}
      submit={t.split.submit}
    >
      <TextAreaField
        name="letra"
        label={t.split.letter}
        hint={t.split.letterHint}
        value={typed.letra}
        error={errors.letra}
        rows={10}
      />
      <FileField
        name="skanimet"
        label={t.split.file}
        hint={t.split.fileHint}
        error={errors.skanimet}
        accept=".docx,.odt,.pdf,.xlsx,.txt"
      />
      <WayField {...filled} />
      <SenderFields {...filled} />
      <DayFields {...filled} />
      <BesideFields {...filled} taken={taken} />
    </Frame>
  )
}

/** Several organisations, one word. */
export const JointFormPage = (props: EntryFormProps) => {
  const { page, view, typed, errors, taken, filesLost } = props
  const t = textsIn(page.lang).entry
  const { id } = view.consultation
  const filled = { lang: page.lang, typed, errors }
  const groups = view.groups.map((group) => ({ value: group.id, label: group.name }))
  return (
    <Frame
      {...props}
      title={t.joint.start}
      lead={t.joint.lead}
      action={officeUrls.newJoint(id)}
      submit={t.joint.submit}
    >
      <TextField name="grupi" label={t.joint.group} value={typed.grupi} error={errors.grupi} autocomplete="off" />
      {groups.length > 0 && (
        <SelectField
          name="grupi-tematik"
          label={t.joint.thematic}
          value={typed['grupi-tematik'] ?? ''}
          options={[{ value: '', label: t.joint.thematicNone }, ...groups]}
        />
      )}
      <TextAreaField
        name="anetaret"
        label={t.joint.members}
        hint={t.joint.membersHint}
        value={typed.anetaret}
        error={errors.anetaret}
        rows={6}
      />
      <CheckboxField name="pelqimi" label={t.joint.consent} checked={typed.pelqimi === 'po'} error={errors.pelqimi} />
      <WordsFields {...filled} articles={view.articles} />
      <QuestionFields {...filled} view={view} />
      <WayField {...filled} />
      <EmailAndLang {...filled} />
      <DayFields {...filled} />
      <BesideFields {...filled} taken={taken} files={{ lost: filesLost }} />
    </Frame>
  )
}
