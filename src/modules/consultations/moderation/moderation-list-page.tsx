import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { CommentState } from '../comments/comment-rules.ts'
import { authorOf } from '../comments/comment-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { OfficeComment } from './moderation-queries.ts'
import type { CommentQuestion, ModerationListView } from './moderation-view.ts'

type Props = { page: PageContext; view: ModerationListView }

/** The states an official can meet: what is unconfirmed or erased is not shown. */
const SHOWN_STATES = ['waiting', 'published', 'held', 'withdrawn'] as const satisfies readonly CommentState[]

/** The register of comments, narrowed as the moderator likes; its address can be kept as a bookmark. */
export const ModerationListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).office
  const list = inLanguage(lang, officeUrls.comments())
  return (
    <Layout page={page} title={t.commentsTitle} office>
      <h1 class="govuk-heading-l">{t.commentsTitle}</h1>
      <Filter page={page} view={view} />
      {view.comments.length === 0 ? (
        <EmptyState>{t.noComments}</EmptyState>
      ) : (
        <Rows lang={lang} comments={view.comments} />
      )}
      <Paging
        label={textsIn(lang).comment.paging}
        older={view.older ? { href: `${list}?${addressOf(view.question, view.older)}`, label: t.older } : null}
        newer={view.question.before ? { href: `${list}?${addressOf(view.question, '')}`, label: t.newest } : null}
      />
    </Layout>
  )
}

const Filter = ({ page: { lang }, view: { question, choices } }: Props) => {
  const t = textsIn(lang).office
  const list = inLanguage(lang, officeUrls.comments())
  const narrowed = question.consultationId !== '' || question.state !== null || question.words !== ''
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state ?? ''}
        options={[
          { value: '', label: t.anyState },
          ...SHOWN_STATES.map((state) => ({ value: state, label: t.states[state] })),
        ]}
      />
      <SelectField
        name="konsultimi"
        label={t.consultation}
        value={question.consultationId}
        options={[
          { value: '', label: t.anyConsultation },
          ...choices.map((choice) => ({ value: choice.id, label: choice.title })),
        ]}
      />
      <TextField name="q" label={t.words} value={question.words} type="search" />
    </FilterForm>
  )
}

const Rows = ({ lang, comments }: { lang: Lang; comments: readonly OfficeComment[] }) => {
  const t = textsIn(lang).office
  const { columns } = t
  return (
    <DataTable
      caption={t.commentsTitle}
      captionHidden
      head={[
        { label: columns.code, tight: true },
        { label: columns.received },
        { label: columns.words },
        { label: columns.author },
        { label: columns.about },
        { label: columns.state },
      ]}
      rows={comments.map((comment) => [
        <a href={inLanguage(lang, officeUrls.comment(comment.id))}>{comment.code}</a>,
        formatMoment(lang, comment.confirmedAt, comment.zone),
        <span lang={comment.lang === lang ? undefined : comment.lang}>{shorten(comment.body)}</span>,
        authorOf(comment, lang),
        <span>
          {comment.articleLabel === null ? t.whole : `${textsIn(lang).page.article} ${comment.articleLabel}`}
          <span class="kv-quiet"> {shorten(comment.consultationTitle, 60)}</span>
        </span>,
        <CommentTag state={comment.state} lang={lang} />,
      ])}
    />
  )
}

export const CommentTag = ({ state, lang }: { state: CommentState; lang: Lang }) => {
  const tones = {
    sent: 'plain',
    waiting: 'warning',
    published: 'done',
    held: 'stopped',
    withdrawn: 'plain',
    erased: 'plain',
    'taken-down': 'stopped',
  } as const
  return <Tag tone={tones[state]}>{textsIn(lang).office.stateOf[state]}</Tag>
}

function shorten(words: string, length = 140): string {
  const letters = [...words]
  return letters.length <= length
    ? words
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}

function addressOf({ consultationId, state, words }: CommentQuestion, before: string): string {
  const address = new URLSearchParams()
  if (state) address.set('gjendja', state)
  if (consultationId) address.set('konsultimi', consultationId)
  if (words) address.set('q', words)
  if (before) address.set('para', before)
  return address.toString()
}
