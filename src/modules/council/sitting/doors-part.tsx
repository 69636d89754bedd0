import { formatHour } from '#platform/i18n/formats.ts'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { EventForm, fieldOf, typedOf, type PartProps } from './event-form-part.tsx'
import { textsIn } from './texts.ts'

/** Closed by a vote alone; what is said inside, nobody outside the office reads. */
export const Doors = (props: PartProps) => {
  const { lang, view } = props
  const texts = textsIn(lang)
  const t = texts.doors
  const { doors, openVote, votes } = view.state
  const adopted = votes.filter(({ stage, result }) => stage === 'closing-doors' && result === 'adopted')
  if (doors.closed)
    return (
      <section aria-labelledby="dyert">
        <h2 class="govuk-heading-m" id="dyert">
          {t.title}
        </h2>
        <WarningText assistive={texts.end.warning}>
          {t.closed(doors.publicTitle ?? '', formatHour(new Date(doors.since ?? 0), view.meeting.zone))}
        </WarningText>
        {view.writing && openVote === null && <EventForm {...props} kind="doors-opened" submit={t.open} />}
      </section>
    )
  return (
    <section aria-labelledby="dyert">
      <h2 class="govuk-heading-m" id="dyert">
        {t.title}
      </h2>
      <p class="govuk-body">{t.lead}</p>
      {adopted.length === 0 && <p class="govuk-body">{t.noVote}</p>}
      {adopted.length > 0 && view.writing && openVote === null && <CloseDoors {...props} />}
    </section>
  )
}

const CloseDoors = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).doors
  const field = (name: string) => fieldOf(props, 'doors-closed', name)
  const { items, votes } = view.state
  const adopted = votes.filter(({ stage, result }) => stage === 'closing-doors' && result === 'adopted')
  const open = items.filter(({ state }) => state === 'planned' || state === 'open' || state === 'postponed')
  return (
    <Details summary={t.close} open={typedOf(props, 'doors-closed') !== null}>
      <EventForm {...props} kind="doors-closed" submit={t.close} button="warning">
        <SelectField
          {...field('vote')}
          label={t.vote}
          options={adopted.toReversed().map(({ id, question }) => ({ value: id, label: question }))}
        />
        <SelectField
          {...field('item')}
          value={field('item').value ?? adopted.at(-1)?.item ?? ''}
          label={t.item}
          options={[{ value: '', label: t.whole }, ...open.map(({ id, title }) => ({ value: id, label: title }))]}
        />
        <TextField {...field('askedBy')} label={t.askedBy} />
        <TextAreaField {...field('reason')} label={t.reason} rows={2} />
        <TextField {...field('publicTitle')} label={t.publicTitle} />
      </EventForm>
    </Details>
  )
}
