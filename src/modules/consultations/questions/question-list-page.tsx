import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { DraftNav } from '../drafting/draft-page.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { AnswerFields } from './answer-fields-part.tsx'
import { QUESTION_KINDS, type Question } from './question-rules.ts'
import type { QuestionListView } from './question-view.ts'

type Props = { page: PageContext; view: QuestionListView; status?: string | null }

/** What a consultation asks beside free comments, and what can be done with it now. */
export const QuestionListPage = ({ page, view, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang).questions.office
  const { consultation } = view.draft
  const { id, slug } = consultation
  return (
    <Layout
      page={page}
      title={`${t.title}: ${consultation.title}`}
      office
      status={status}
      back={{ href: inLanguage(lang, officeUrls.consultation(id)), label: consultation.title }}
    >
      <h1 class="govuk-heading-l">{t.title}</h1>
      <DraftNav page={page} view={view.draft} current="questions" />
      <p class="govuk-body">{t.lead}</p>
      {view.mayWrite && !view.mayAsk && <p class="govuk-body">{t.closed}</p>}
      {view.questions.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <>
          <ol class="kv-question-list">
            {view.questions.map((question, at) => (
              <One page={page} view={view} question={question} at={at} />
            ))}
          </ol>
          <p class="govuk-body">
            <a href={inLanguage(lang, officeUrls.questionPreview(id))}>{t.preview}</a>
            {slug && (
              <>
                {' · '}
                <a href={inLanguage(lang, consultationUrls.questions(slug))}>{t.seeResults}</a>
              </>
            )}
          </p>
        </>
      )}
      {view.mayAsk && <Add page={page} view={view} />}
      {view.mayAsk && view.questions.length > 0 && <When page={page} view={view} />}
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const One = ({ page: { lang }, view, question, at }: Part & { question: Question; at: number }) => {
  const t = textsIn(lang).questions.office
  const { id, zone } = view.draft.consultation
  const article = view.articles.find(({ nodeId }) => nodeId === question.nodeId)
  const withdrawal = question.events.findLast(({ kind }) => kind === 'withdrawn')
  const facts = [
    t.kinds[question.kind],
    article
      ? t.article(article.label, null)
      : question.nodeId
        ? textsIn(lang).questions.results.ofGoneArticle
        : t.whole,
    ...(question.compulsory ? [textsIn(lang).questions.answering.compulsory] : []),
    ...(view.isPublic ? [t.answersSoFar(view.answered.get(question.id) ?? 0)] : []),
  ]
  return (
    <li class="kv-row">
      <strong>{question.label}</strong> {question.withdrawnAt && <Tag tone="plain">{t.withdrawn}</Tag>}
      <p class="kv-quiet">{facts.join(' · ')}</p>
      {withdrawal && (
        <p class="govuk-body">
          {textsIn(lang).questions.results.withdrawn(formatDay(lang, new Date(withdrawal.at), zone), withdrawal.reason)}
        </p>
      )}
      {view.mayAsk && question.withdrawnAt === null && (
        <div class="kv-buttons">
          <a href={inLanguage(lang, officeUrls.question(id, question.id))}>
            {view.isPublic ? t.correct : t.edit}
            <span class="govuk-visually-hidden"> {t.ofQuestion(at + 1)}</span>
          </a>
          {view.mayMove && (
            <Moves page={{ lang }} id={id} question={question} at={at} last={view.questions.length - 1} />
          )}
        </div>
      )}
    </li>
  )
}

type MovesProps = { page: Pick<PageContext, 'lang'>; id: string; question: Question; at: number; last: number }

const Moves = ({ page: { lang }, id, question, at, last }: MovesProps) => {
  const t = textsIn(lang).questions.office
  const hidden = <span class="govuk-visually-hidden"> {t.ofQuestion(at + 1)}</span>
  return (
    <>
      <form method="post" action={inLanguage(lang, officeUrls.questionPlace(id, question.id))} data-submit-once>
        {at > 0 && (
          <Button kind="secondary" name="drejtimi" value="lart">
            {t.up}
            {hidden}
          </Button>
        )}{' '}
        {at < last && (
          <Button kind="secondary" name="drejtimi" value="poshte">
            {t.down}
            {hidden}
          </Button>
        )}
      </form>
      <form method="post" action={inLanguage(lang, officeUrls.withdrawQuestion(id, question.id))} data-submit-once>
        <Button kind="secondary">
          {t.remove}
          {hidden}
        </Button>
      </form>
    </>
  )
}

const Add = ({ page: { lang }, view }: Part) => {
  const t = textsIn(lang).questions.office
  return (
    <form method="get" action={inLanguage(lang, officeUrls.newQuestion(view.draft.consultation.id))}>
      <h2 class="govuk-heading-m">{t.add}</h2>
      <SelectField
        name="lloji"
        label={t.addKind}
        options={QUESTION_KINDS.map((kind) => ({ value: kind, label: `${t.kinds[kind]}. ${t.kindHints[kind]}` }))}
      />
      <Button kind="primary">{t.choose}</Button>
    </form>
  )
}

const When = ({ page: { lang }, view }: Part) => {
  const t = textsIn(lang).questions.office
  return (
    <form
      method="post"
      action={inLanguage(lang, officeUrls.questionResults(view.draft.consultation.id))}
      data-submit-once
    >
      <RadioField
        name="rezultatet"
        legend={t.resultsTitle}
        legendSize="m"
        hint={t.resultsHint}
        value={view.openResults ? 'hapur' : 'pas'}
        small
        options={[
          { value: 'pas', label: t.resultsAfter },
          { value: 'hapur', label: t.resultsOpen },
        ]}
      />
      <Button kind="secondary">{t.resultsSave}</Button>
    </form>
  )
}

/** As it stands in the form of a comment, without a way to send it. */
export const QuestionPreviewPage = ({ page, view }: Part) => {
  const { lang } = page
  const t = textsIn(lang).questions.office
  const { consultation } = view.draft
  const asked = view.questions.filter((question) => question.withdrawnAt === null)
  return (
    <Layout
      page={page}
      title={t.preview}
      office
      back={{ href: inLanguage(lang, officeUrls.questions(consultation.id)), label: t.title }}
    >
      <h1 class="govuk-heading-l">{t.preview}</h1>
      <p class="govuk-body">{t.previewLead}</p>
      {asked.length === 0 && <EmptyState>{t.none}</EmptyState>}
      <AnswerFields lang={lang} zone={consultation.zone} questions={asked} typed={{}} errors={{}} />
      {view.mayAsk && (
        <LinkButton href={inLanguage(lang, officeUrls.questions(consultation.id))} kind="secondary">
          {t.title}
        </LinkButton>
      )}
    </Layout>
  )
}
