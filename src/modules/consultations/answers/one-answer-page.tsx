import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { ChangedWords } from '../drafters/changed-words-part.tsx'
import { textsIn } from '../texts.ts'
import { AnswerStateTag, DecisionTag, Paragraphs } from './answer-part.tsx'
import { ANSWER_LIMITS, ANSWER_MOVES } from './answer-rules.ts'
import { Links, Seen, Versions, Whom, type FormPart, type OneAnswerProps, type Part } from './answered-part.tsx'
import { roleIn } from './role-texts.ts'
import { officeAnswerUrls as urls } from './urls.ts'
import { WordsFields } from './words-fields-part.tsx'

/** One answer: its words, whom it answers, and what can be done with it now. */
export const OneAnswerPage = ({ page, view, typed, form, errors = {}, status = null }: OneAnswerProps) => {
  const { lang } = page
  const texts = textsIn(lang).answers
  const t = texts.office
  const { matter, answer } = view
  const work = inLanguage(lang, urls.work(matter.id))
  const own = inLanguage(lang, urls.one(answer.id))
  const part = { lang, view, form, errors, typed }
  return (
    <Layout
      page={page}
      title={`${texts.title(answer.code)}, ${matter.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: work, label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {texts.title(answer.code)} <AnswerStateTag lang={lang} state={answer.state} />
      </h1>
      {answer.changed > 0 && <Inset>{t.changedHint(answer.changed)}</Inset>}
      {answer.returnedReason !== null && (
        <Inset>
          <strong>{t.returned}:</strong> {answer.returnedReason}
        </Inset>
      )}
      {answer.correction !== null && (
        <Inset>
          <strong>{t.correction}:</strong> {answer.correction}
        </Inset>
      )}
      <Facts lang={lang} view={view} />
      <ChangedWords lang={lang} changed={view.changedWords} />
      <Work {...part} />
      <Whom {...part} />
      <Paging
        label={t.paging}
        older={view.after ? { href: `${own}?pas=${view.after}`, label: t.older } : null}
        newer={view.paged ? { href: own, label: t.newest } : null}
      />
      <Versions lang={lang} view={view} />
      <Links lang={lang} view={view} />
    </Layout>
  )
}

const Facts = ({ lang, view: { answer, matter } }: Part) => {
  const { office: t, grounds } = textsIn(lang).answers
  const day = (moment: Date | null) => (moment === null ? '' : `, ${formatDay(lang, moment, matter.zone)}`)
  return (
    <SummaryList
      rows={[
        ...(answer.decision
          ? [{ key: t.decision, value: <DecisionTag lang={lang} decision={answer.decision} /> }]
          : []),
        ...(answer.ground ? [{ key: t.ground, value: grounds[answer.ground] }] : []),
        ...(answer.drafter ? [{ key: t.proposedBy, value: t.sourceFile(answer.drafter) }] : []),
        ...(answer.proposedRole && !answer.drafter
          ? [{ key: t.proposedBy, value: roleIn(lang, answer.proposedRole) + day(answer.proposedAt) }]
          : []),
        ...(answer.decidedRole && (answer.state === 'decided' || answer.state === 'published')
          ? [{ key: t.decidedBy, value: roleIn(lang, answer.decidedRole) + day(answer.decidedAt) }]
          : []),
      ]}
    />
  )
}

/** What can be done with the words as they stand, by whoever may. */
const Work = ({ lang, view, form, errors, typed }: FormPart) => {
  const t = textsIn(lang).answers.office
  const { answer, may } = view
  const moves = ANSWER_MOVES[answer.state]
  const writes = may.write && moves.includes('write')
  const part = { lang, view, form, errors, typed }
  return (
    <>
      {!writes && answer.reason !== null && (
        <>
          <h2 class="govuk-heading-m">{t.reason}</h2>
          <div lang={answer.lang === lang ? undefined : answer.lang}>
            <Paragraphs words={answer.reason} />
          </div>
        </>
      )}
      {may.decide && moves.includes('decide') && <Decide {...part} />}
      {may.publish && moves.includes('publish') && (
        <form method="post" action={inLanguage(lang, urls.publication(answer.id))} data-submit-once>
          <Seen view={view} form={form} />
          <Button kind="primary">{t.publish}</Button>
        </form>
      )}
      {writes && (
        <form method="post" action={inLanguage(lang, urls.one(answer.id))} novalidate data-submit-once>
          <WordsFields
            lang={lang}
            wordsLang={answer.lang}
            typed={typed}
            errors={errors}
            reasons={view.reasons}
            correcting={answer.version > 0}
          />
        </form>
      )}
      {may.write && moves.includes('correct') && <Correct {...part} />}
      {(answer.state === 'decided' ? may.decide : may.write) &&
        answer.state !== 'published' &&
        answer.state !== 'taken-down' && <Discard {...part} />}
    </>
  )
}

const Decide = ({ lang, view, form, errors, typed }: FormPart) => {
  const t = textsIn(lang).answers.office
  const to = inLanguage(lang, urls.decision(view.answer.id))
  const proposed = view.answer.state === 'proposed'
  return (
    <>
      {proposed && view.ownProposal && <Inset>{t.ownProposal}</Inset>}
      {proposed && !view.ownProposal && (
        <form method="post" action={to} data-submit-once>
          <Seen view={view} form={form} />
          <Button kind="primary" name="veprimi" value="mirato">
            {t.approve}
          </Button>
        </form>
      )}
      <Details summary={t.returnTitle} open={errors['arsyeja-kthimit'] !== undefined}>
        <form method="post" action={to} novalidate data-submit-once>
          <Seen view={view} form={form} />
          <TextAreaField
            name="arsyeja-kthimit"
            label={t.returnReason}
            value={typed['arsyeja-kthimit']}
            error={errors['arsyeja-kthimit']}
            rows={3}
            maxLength={ANSWER_LIMITS.returned}
            countText={t.charactersLeft}
          />
          <Button kind="secondary" name="veprimi" value="kthe">
            {t.returnButton}
          </Button>
        </form>
      </Details>
    </>
  )
}

const Correct = ({ lang, view, form, errors, typed }: FormPart) => {
  const t = textsIn(lang).answers.office
  return (
    <Details summary={t.correctTitle} open={errors.korrigjimi !== undefined}>
      <p class="govuk-body">{t.correctLead}</p>
      <form method="post" action={inLanguage(lang, urls.correction(view.answer.id))} novalidate data-submit-once>
        <Seen view={view} form={form} />
        <TextAreaField
          name="korrigjimi"
          label={t.correctionWhy}
          hint={t.correctionHint}
          value={typed.korrigjimi}
          error={errors.korrigjimi}
          rows={3}
          maxLength={ANSWER_LIMITS.correction}
          countText={t.charactersLeft}
        />
        <Button kind="secondary">{t.correctButton}</Button>
      </form>
    </Details>
  )
}

const Discard = ({ lang, view, form }: FormPart) => {
  const t = textsIn(lang).answers.office
  return (
    <Details summary={t.discardTitle}>
      <p class="govuk-body">{view.answer.version === 0 ? t.discardDraft : t.discardCorrection}</p>
      <form method="post" action={inLanguage(lang, urls.discarding(view.answer.id))} data-submit-once>
        <Seen view={view} form={form} />
        <Button kind="warning">{t.discardButton}</Button>
      </form>
    </Details>
  )
}
