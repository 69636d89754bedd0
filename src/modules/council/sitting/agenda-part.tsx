import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ACT_KINDS } from '#law/majorities/majority.ts'
import { EventForm, fieldOf, typedOf, type PartProps } from './event-form-part.tsx'
import type { StateItem } from './sitting-state-rules.ts'
import { textsIn } from './texts.ts'

/** The agenda as it is taken: what is open, what waits, what became of the rest. */
export const Agenda = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).agenda
  const { items } = view.state
  return (
    <section aria-labelledby="rendi">
      <h2 class="govuk-heading-m" id="rendi">
        {t.title}
      </h2>
      {items.length === 0 && <EmptyState>{t.none}</EmptyState>}
      <ol class="govuk-list govuk-list--number">
        {items.map((item) => (
          <li id={`pika-${item.id}`}>
            <Item {...props} item={item} />
          </li>
        ))}
      </ol>
      {view.writing && view.state.phase === 'open' && <AddItem {...props} />}
    </section>
  )
}

type ItemProps = PartProps & { item: StateItem }

const TONES = {
  planned: 'plain',
  open: 'warning',
  done: 'done',
  postponed: 'plain',
  'sent-back': 'plain',
  withdrawn: 'plain',
} as const

const Item = (props: ItemProps) => {
  const { lang, view, item } = props
  const t = textsIn(lang).agenda
  const { phase, currentItem, openVote } = view.state
  const free = view.writing && phase === 'open' && openVote === null
  const hidden = { item: item.id }
  return (
    <>
      <p>
        <strong>{item.title}</strong> <Tag tone={TONES[item.state]}>{t.states[item.state]}</Tag>
        {item.closed && <span class="kv-quiet"> {t.closedItem}</span>}
        {item.onTheDay && <span class="kv-quiet"> {t.onTheDay}</span>}
        {item.reason && <span class="kv-quiet"> {item.reason}</span>}
      </p>
      {free && currentItem === null && (item.state === 'planned' || item.state === 'postponed') && (
        <EventForm {...props} kind="item-opened" key_={item.id} hidden={hidden} submit={t.open} bare />
      )}
      {free && item.state === 'open' && <CloseItem {...props} label={t.close} />}
      {free && item.state === 'planned' && <CloseItem {...props} label={t.settle} />}
    </>
  )
}

const OUTCOMES = ['done', 'postponed', 'sent-back', 'withdrawn'] as const

const CloseItem = (props: ItemProps & { label: string }) => {
  const { lang, view, item, label } = props
  const t = textsIn(lang).agenda
  const outcomes = item.state === 'open' ? OUTCOMES : OUTCOMES.slice(1)
  const field = (name: string) => fieldOf(props, 'item-closed', name, item.id)
  return (
    <Details summary={label} open={typedOf(props, 'item-closed', item.id) !== null}>
      <EventForm {...props} kind="item-closed" key_={item.id} hidden={{ item: item.id }} submit={label}>
        <SelectField
          {...field('outcome')}
          label={t.outcome}
          options={outcomes.map((value) => ({ value, label: t.outcomes[value] }))}
        />
        <TextField {...field('reason')} label={t.reason} />
        {view.bodies.length > 0 && (
          <SelectField
            {...field('to')}
            label={t.to}
            options={[
              { value: '', label: t.noBody },
              ...view.bodies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </EventForm>
    </Details>
  )
}

const KINDS = ['act', 'report', 'question', 'election', 'hearing', 'minutes', 'information', 'other'] as const

const AddItem = (props: PartProps) => {
  const texts = textsIn(props.lang)
  const t = texts.agenda
  return (
    <Details summary={t.add} open={typedOf(props, 'item-added') !== null}>
      <EventForm {...props} kind="item-added" hidden={{ item: props.newId() }} submit={t.add}>
        <TextField {...fieldOf(props, 'item-added', 'title')} label={t.addTitle} />
        <SelectField
          {...fieldOf(props, 'item-added', 'itemKind')}
          label={t.kind}
          options={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <SelectField
          {...fieldOf(props, 'item-added', 'actKind')}
          label={t.actKind}
          options={ACT_KINDS.map((value) => ({ value, label: texts.majorities.kinds[value] }))}
        />
      </EventForm>
    </Details>
  )
}
