import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { FilterForm } from '#ui/filter-form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { DECISIONS } from '../answers/answer-rules.ts'
import { commentFilterQuery, EVERY_COMMENT, UNANSWERED } from './comment-filter-rules.ts'
import type { CommentListView } from './comment-list-view.ts'
import { CHANNELS, SENDER_KINDS } from './comment-rules.ts'

/** Narrows the list by how comments came and who speaks; only what occurs in this consultation can be chosen. */
export const CommentFilterPart = ({ lang, view }: { lang: Lang; view: CommentListView }) => {
  const { filter, channels, consultation } = view
  const { comment: t, entry, list, answers } = textsIn(lang)
  const all = inLanguage(lang, consultationUrls.comments(consultation.slug))
  const came = CHANNELS.filter((one) => channels.some(({ channel }) => channel === one))
  const speak = SENDER_KINDS.filter((one) => channels.some(({ senderKind }) => senderKind === one))
  const yesNo = [
    { value: '', label: t.filter.all },
    { value: 'po', label: t.filter.only },
  ]
  return (
    <FilterForm
      action={all}
      legend={list.filter}
      submit={t.filter.show}
      fold={{ open: commentFilterQuery(filter) !== '' }}
      {...(commentFilterQuery(filter) === '' ? {} : { clear: { href: all, label: list.clear } })}
    >
      <SelectField
        name="kanali"
        label={t.filter.channel}
        value={filter.channel ?? EVERY_COMMENT.channel ?? ''}
        options={[
          { value: '', label: t.filter.anyChannel },
          ...came.map((one) => ({ value: one, label: entry.channels[one] })),
        ]}
      />
      <SelectField
        name="kush"
        label={t.filter.sender}
        value={filter.senderKind ?? ''}
        options={[
          { value: '', label: t.filter.anySender },
          ...speak.map((one) => ({ value: one, label: entry.senderKinds[one] })),
        ]}
      />
      <SelectField
        name="vendimi"
        label={answers.part.filter}
        value={filter.decision ?? ''}
        options={[
          { value: '', label: answers.part.anyDecision },
          ...DECISIONS.map((one) => ({ value: one, label: answers.decisions[one] })),
          { value: UNANSWERED, label: answers.part.unanswered },
        ]}
      />
      <SelectField name="formulim" label={t.filter.proposing} value={filter.proposing ? 'po' : ''} options={yesNo} />
      <SelectField name="vonese" label={t.filter.late} value={filter.late ? 'po' : ''} options={yesNo} />
    </FilterForm>
  )
}
