import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { ActNav } from '../making/act-nav-part.tsx'
import { actOfficeUrls } from '../urls.ts'
import { textsIn as actTexts } from '../texts.ts'
import { DayField, VerdictFields, type FormPart } from './fields-part.tsx'
import { LegalityPart } from './legality-part.tsx'
import type { ActReviewView } from './office-view.ts'
import { RE_EXAMINATIONS } from './review-rules.ts'
import { textsIn } from './texts.ts'
import { reviewUrls as urls } from './urls.ts'

type Props = Omit<FormPart, 'lang'> & {
  page: PageContext
  view: ActReviewView
  status: string | null
  formId: string
}
type Part = FormPart & Pick<Props, 'view' | 'formId'>

/** The prefix of the fields of a correction, which stands beside what can be said next. */
export const CORRECTION = 'k-'

/** The review of one act in the office: its story as everybody reads it, and what can be entered now. */
export const ActReviewPage = ({ page, view, status, typed, errors, formId }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const { act, legality, mayWrite } = view
  const part = { lang, view, typed, errors, formId }
  return (
    <Layout
      page={page}
      title={texts.act.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: actTexts(lang).menu }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <span class="govuk-caption-l" lang={act.lang}>
        {act.title}
      </span>
      <h1 class="govuk-heading-l">{texts.act.title}</h1>
      <ActNav lang={lang} act={act} current="review" />
      {legality && <LegalityPart lang={lang} view={legality} />}
      {act.restricted && <p class="govuk-hint">{texts.restricted}</p>}
      <Looked lang={lang} view={view} />
      {mayWrite && view.waits !== null && (
        <>
          <p class="govuk-body">{view.waits === 'again' ? texts.act.waitsAgain : texts.act.waits}</p>
          <LinkButton href={`${inLanguage(lang, urls.create())}?institucioni=${act.institutionId}&akti=${act.id}`}>
            {texts.act.newTransmittal}
          </LinkButton>
        </>
      )}
      {mayWrite && act.legality === 'returned' && <ReExamine {...part} />}
      {mayWrite && view.next.length > 0 && <Enter {...part} />}
      {mayWrite && view.correction.of !== null && view.correction.kinds.length > 0 && <Correct {...part} />}
    </Layout>
  )
}

const Looked = ({ lang, view }: Pick<Part, 'lang' | 'view'>) => {
  const texts = textsIn(lang)
  if (view.looked.length === 0) return null
  return (
    <EntryList
      items={view.looked.map((one) => ({
        href: inLanguage(lang, urls.act(view.act.id)),
        title: texts.reExaminations[one.outcome],
        quiet: [formatDate(lang, one.decidedOn), one.byName && texts.act.byName(one.byName)].filter(Boolean).join(', '),
        extra: (
          <p class="govuk-body-s" lang="sq">
            {one.words}
          </p>
        ),
      }))}
    />
  )
}

const ReExamine = ({ lang, view, typed, errors, formId }: Part) => {
  const texts = textsIn(lang)
  const t = texts.act
  const { act, votes } = view
  return (
    <form method="post" action={inLanguage(lang, urls.reExamine(act.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{act.jurisdiction === 'XK' ? t.reExamineKosovo : t.reExamine}</h2>
      <p class="govuk-body">{t.reExamineLead}</p>
      <input type="hidden" name="dergesa" value={formId} />
      <RadioField
        name="si"
        legend={t.how}
        legendSize="s"
        small
        value={typed.si}
        error={errors.si}
        options={RE_EXAMINATIONS.map((value) => ({ value, label: texts.reExaminations[value] }))}
      />
      <DayField lang={lang} typed={typed} errors={errors} name="rishqyrtimi" legend={t.on} />
      {votes.length > 0 && (
        <SelectField
          name="votimi"
          label={t.vote}
          value={typed.votimi}
          error={errors.votimi}
          options={[
            { value: '', label: t.noVote },
            ...votes.map(({ ref, title, day }) => ({
              value: ref,
              label: [day === null ? null : formatDate(lang, day), title].filter(Boolean).join(': '),
            })),
          ]}
        />
      )}
      <TextAreaField
        name="pershkrimi"
        label={t.what}
        hint={t.whatHint}
        value={typed.pershkrimi}
        error={errors.pershkrimi}
        rows={3}
      />
      <Button preventDoubleClick>{t.save}</Button>
    </form>
  )
}

const Enter = ({ lang, view, typed, errors, formId }: Part) => {
  const texts = textsIn(lang)
  const { act, next } = view
  const notNeeded = next.includes('not-needed')
  const fields = (
    <form method="post" action={inLanguage(lang, urls.verdict(act.id))} novalidate data-submit-once>
      {!notNeeded && <h2 class="govuk-heading-m">{texts.act.enter}</h2>}
      <input type="hidden" name="dergesa" value={formId} />
      <VerdictFields lang={lang} typed={typed} errors={errors} prefix="" kinds={next} />
      <Button kind={notNeeded ? 'secondary' : 'primary'} preventDoubleClick>
        {texts.verdict.save}
      </Button>
    </form>
  )
  if (!notNeeded) return fields
  return (
    <Details summary={texts.act.notNeeded} open={typed.pergjigjja !== undefined}>
      {fields}
    </Details>
  )
}

const Correct = ({ lang, view, typed, errors, formId }: Part) => {
  const texts = textsIn(lang)
  const { act, correction } = view
  const newest = correction.of
  if (newest === null) return null
  const words = [texts.verdicts[newest.kind], formatDate(lang, newest.decidedOn), newest.protocol].filter(Boolean)
  return (
    <Details summary={texts.act.correct} open={typed[`${CORRECTION}pergjigjja`] !== undefined}>
      <form method="post" action={inLanguage(lang, urls.verdict(act.id))} novalidate data-submit-once>
        <p class="govuk-body">{texts.act.correctLead(words.join(', '))}</p>
        <input type="hidden" name="dergesa" value={formId} />
        <input type="hidden" name="korrigjim" value="po" />
        <VerdictFields
          lang={lang}
          typed={typed}
          errors={errors}
          prefix={CORRECTION}
          kinds={correction.kinds}
          correcting
        />
        <Button kind="secondary" preventDoubleClick>
          {texts.verdict.save}
        </Button>
      </form>
    </Details>
  )
}
