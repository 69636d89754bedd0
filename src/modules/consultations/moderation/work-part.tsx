import type { FieldErrors } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Labels } from '../desk/desk-rows-part.tsx'
import { LabelField } from '../desk/label-field-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { ModerationView } from './moderation-view.ts'

type Props = { lang: Lang; view: ModerationView; errors: FieldErrors }

/** Who works on the comment, and the words that the staff has put on it. */
export const Work = ({ lang, view, errors }: Props) => {
  const texts = textsIn(lang)
  const { comment, labels, people } = view
  const moderates = people.length > 0
  return (
    <>
      <h2 class="govuk-heading-m">{texts.assignment.title}</h2>
      <p class="govuk-body">{comment.assignee ?? texts.assignment.nobody}</p>
      {moderates && <Assign lang={lang} view={view} errors={errors} />}
      <h2 class="govuk-heading-m">{texts.labels.title}</h2>
      {labels.length === 0 && <p class="govuk-body kv-quiet">{texts.labels.none}</p>}
      <Labels labels={labels} />
      {moderates && <PutLabel lang={lang} view={view} errors={errors} />}
    </>
  )
}

const Assign = ({ lang, view: { comment, people }, errors }: Props) => {
  const t = textsIn(lang).assignment
  const action = inLanguage(lang, officeUrls.assignComment(comment.id))
  const seen = <input type="hidden" name="pare" value={comment.assigneeId ?? ''} />
  return (
    <>
      <form method="post" action={action} data-submit-once data-desk-mine>
        {seen}
        <input type="hidden" name="kujt" value="mua" />
        <Button kind="secondary">{t.toMe}</Button>
      </form>
      <Details summary={t.to} open={errors.kujt !== undefined}>
        <form method="post" action={action} novalidate data-submit-once>
          {seen}
          <SelectField
            name="kujt"
            label={t.to}
            value={comment.assigneeId ?? 'askush'}
            error={errors.kujt}
            options={[
              { value: 'askush', label: t.nobody },
              ...people.map(({ id, name, post }) => ({ value: id, label: post ? `${name}, ${post}` : name })),
            ]}
          />
          <Button kind="secondary">{t.assign}</Button>
        </form>
      </Details>
    </>
  )
}

const PutLabel = ({ lang, view: { comment, labels, usedLabels }, errors }: Props) => {
  const t = textsIn(lang).labels
  const action = inLanguage(lang, officeUrls.labelComment(comment.id))
  return (
    <>
      {labels.map(({ name }) => (
        <form method="post" action={action} data-submit-once>
          <input type="hidden" name="veprimi" value="hiqe" />
          <input type="hidden" name="etiketa" value={name} />
          <Button kind="secondary">{t.take(name)}</Button>
        </form>
      ))}
      <form method="post" action={action} novalidate data-submit-once>
        <input type="hidden" name="veprimi" value="vere" />
        <LabelField lang={lang} used={usedLabels} error={errors.etiketa} />
        <Button kind="secondary">{t.put}</Button>
      </form>
      <p class="govuk-body">
        <a href={inLanguage(lang, officeUrls.labels(comment.consultationId))}>{t.manage}</a>
      </p>
    </>
  )
}
