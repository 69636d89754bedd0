import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CHANNELS } from '../comments/comment-rules.ts'
import { draftersTexts } from '../drafters/texts.ts'
import { draftersUrls } from '../drafters/urls.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { AnswersNav } from './answers-nav-part.tsx'
import { DECISIONS } from './answer-rules.ts'
import { officeAnswerUrls as urls } from './urls.ts'
import { KINDS, WORK_STATES, workQuery, type WorkQuestion } from './work-rules.ts'
import { WorkRows } from './work-rows-part.tsx'
import type { WorkView } from './work-view.ts'

type Props = { page: PageContext; view: WorkView; form: string; status?: string | null; errors?: FieldErrors }

/** The table of work: all that want an answer, narrowed as one likes, and deeds on many. */
export const WorkPage = ({ page, view, form, status = null, errors = {} }: Props) => {
  const { lang } = page
  const t = textsIn(lang).answers.office
  const { matter, rows, question } = view
  const list = inLanguage(lang, urls.work(matter.id))
  const query = workQuery(question)
  const at = (words: string) => (words ? `${list}?${words}` : list)
  const all = view.progress.reduce((sum, { comments }) => sum + comments, 0)
  const answered = view.progress.reduce((sum, one) => sum + (one.isPublic ? one.comments : 0), 0)
  return (
    <Layout
      page={page}
      title={`${t.title}, ${matter.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(matter.id)), label: matter.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <AnswersNav lang={lang} id={matter.id} rights={view.nav} current="answers" />
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">
        <strong>{t.progress(answered, all)}</strong> {matter.concludedAt !== null && t.concluded}
      </p>
      <Counts lang={lang} view={view} />
      <Shortcuts lang={lang} view={view} form={form} />
      <Filter lang={lang} view={view} />
      {rows.length === 0 ? (
        <EmptyState>{query === '' ? t.none : t.empty}</EmptyState>
      ) : (
        <WorkRows lang={lang} view={view} form={form} />
      )}
      <Paging
        label={t.paging}
        older={
          view.older ? { href: at([query, `para=${view.older}`].filter(Boolean).join('&')), label: t.older } : null
        }
        newer={view.paged ? { href: at(query), label: t.newest } : null}
      />
    </Layout>
  )
}

type Part = { lang: Lang; view: WorkView }

const Counts = ({ lang, view: { progress, matter, question } }: Part) => {
  const { office: t, states } = textsIn(lang).answers
  const list = inLanguage(lang, urls.work(matter.id))
  const of = (state: string) => progress.reduce((sum, one) => sum + (one.state === state ? one.comments : 0), 0)
  const to = (state: WorkQuestion['state']) => `${list}?${workQuery({ ...question, state })}`
  const shown = WORK_STATES.filter((state) => state !== 'changed')
  return (
    <ul class="kv-desk-counts" aria-label={t.counts}>
      <li>
        <a href={list}>{t.all}</a> {formatNumber(progress.reduce((sum, one) => sum + one.comments, 0))}
      </li>
      {shown.map((state) => (
        <li>
          <a href={to(state)}>{states[state]}</a> {formatNumber(of(state))}
        </li>
      ))}
    </ul>
  )
}

/** What can be done at once: all that are held, all that came late, all that are decided. */
const Shortcuts = ({ lang, form, view: { matter, waiting, may } }: Part & { form: string }) => {
  const t = textsIn(lang).answers.office
  const write = (kind: string) =>
    `${inLanguage(lang, urls.write(matter.id))}?te-gjitha=po&filtri=${encodeURIComponent(`gjendja=none&lloji=${kind}`)}&shkaku=${kind}`
  const ways = [
    { count: waiting.held, href: write('held'), label: t.forHeld(waiting.held) },
    { count: waiting.late, href: write('late'), label: t.forLate(waiting.late) },
    { count: waiting.takenDown, href: write('taken-down'), label: t.forTakenDown(waiting.takenDown) },
  ].filter(({ count }) => count > 0)
  return (
    <>
      <ul class="govuk-list">
        {may.write &&
          ways.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        <li>
          <a href={inLanguage(lang, urls.reasons())}>{t.library}</a>
        </li>
        <li>
          <a href={inLanguage(lang, draftersUrls.list(matter.id))}>{draftersTexts(lang).link}</a>
        </li>
      </ul>
      {may.publish && waiting.decided > 0 && (
        <form method="post" action={inLanguage(lang, urls.publish(matter.id))} data-submit-once>
          <input type="hidden" name="dergesa" value={form} />
          <button class="govuk-button" type="submit">
            {t.publishAll(waiting.decided)}
          </button>
        </form>
      )}
    </>
  )
}

const Filter = ({ lang, view: { matter, question, articles } }: Part) => {
  const texts = textsIn(lang)
  const { office: t, states, decisions } = texts.answers
  const list = inLanguage(lang, urls.work(matter.id))
  const open = workQuery(question) !== ''
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      fold={{ open }}
      {...(open ? { clear: { href: list, label: t.clear } } : {})}
    >
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state}
        options={[
          { value: '', label: t.anyState },
          ...WORK_STATES.map((one) => ({ value: one, label: one === 'changed' ? t.changedState : states[one] })),
        ]}
      />
      <SelectField
        name="vendimi"
        label={t.decision}
        value={question.decision}
        options={[
          { value: '', label: t.anyDecision },
          ...DECISIONS.map((one) => ({ value: one, label: decisions[one] })),
        ]}
      />
      <Article lang={lang} question={question} articles={articles} />
      <SelectField
        name="kanali"
        label={t.channel}
        value={question.channel}
        options={[
          { value: '', label: t.anyChannel },
          ...CHANNELS.map((one) => ({ value: one, label: texts.desk.channels[one] })),
        ]}
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={question.kind}
        options={[{ value: '', label: t.anyKind }, ...KINDS.map((one) => ({ value: one, label: t.kinds[one] }))]}
      />
      <TextField name="grupi" label={t.group} value={question.group} />
      <CheckboxField name="imja" label={t.mine} checked={question.mine} small />
    </FilterForm>
  )
}

type ArticleProps = { lang: Lang; question: WorkQuestion; articles: WorkView['articles'] }

const Article = ({ lang, question, articles }: ArticleProps) => {
  const texts = textsIn(lang)
  const t = texts.answers.office
  return (
    <SelectField
      name="neni"
      label={t.article}
      value={question.article}
      options={[
        { value: '', label: t.anyArticle },
        { value: 'tere', label: t.whole },
        ...articles.map(({ nodeId, label, heading }) => ({
          value: nodeId,
          label: [`${texts.page.article} ${label ?? ''}`.trim(), heading].filter(Boolean).join(': ').slice(0, 90),
        })),
      ]}
    />
  )
}
