import { formatHour } from '#platform/i18n/formats.ts'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { EventForm, fieldOf, memberOptions, typedOf, type PartProps } from './event-form-part.tsx'
import { textsIn } from './texts.ts'

/** Who speaks, what is moved, who stands aside, what is noted. */
export const Floor = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).floor
  return (
    <section aria-labelledby="fjala">
      <h2 class="govuk-heading-m" id="fjala">
        {t.title}
      </h2>
      <Speaking {...props} />
      <Motions {...props} />
      <Conflicts {...props} />
      {view.writing && (
        <>
          {view.state.phase === 'open' && view.state.openVote === null && <Speaker {...props} />}
          {view.state.phase === 'open' && view.state.openVote === null && <Motion {...props} />}
          {view.state.currentItem !== null && <Conflict {...props} />}
          <Details summary={t.note} open={typedOf(props, 'noted') !== null}>
            <EventForm {...props} kind="noted" submit={t.keep}>
              <TextAreaField {...fieldOf(props, 'noted', 'words')} label={t.noteWords} rows={3} />
            </EventForm>
          </Details>
        </>
      )}
    </section>
  )
}

const there =
  ({ view }: PartProps) =>
  (id: string): boolean =>
    ['present', 'remote'].includes(view.state.presence[id] ?? '')

const Speaking = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).floor
  const speech = view.state.speeches.findLast(({ to }) => to === null)
  if (!speech) return null
  const name = speech.name ?? view.names.get(speech.person ?? '') ?? ''
  return (
    <>
      <p class="govuk-body" data-speech={speech.id} data-since={speech.from}>
        {t.speaking(name, formatHour(new Date(speech.from), view.meeting.zone))}
        {speech.minutes !== null && <span class="kv-quiet"> ({t.limit(speech.minutes)})</span>}
      </p>
      {view.writing && <EventForm {...props} kind="speaker-ended" hidden={{ speech: speech.id }} submit={t.end} bare />}
    </>
  )
}

const Speaker = (props: PartProps) => {
  const t = textsIn(props.lang).floor
  return (
    <Details summary={t.speaker} open={typedOf(props, 'speaker-called') !== null}>
      <EventForm {...props} kind="speaker-called" hidden={{ speech: props.newId() }} submit={t.call}>
        <SelectField
          {...fieldOf(props, 'speaker-called', 'person')}
          label={t.person}
          options={memberOptions(props, there(props))}
        />
        <TextField {...fieldOf(props, 'speaker-called', 'name')} label={t.guest} />
        <TextField {...fieldOf(props, 'speaker-called', 'minutes')} label={t.minutes} width="5" inputmode="numeric" />
      </EventForm>
    </Details>
  )
}

const KINDS = ['amendment', 'procedural', 'main'] as const

const Motion = (props: PartProps) => {
  const t = textsIn(props.lang).floor
  const field = (name: string) => fieldOf(props, 'motion-moved', name)
  const hidden = { motion: props.newId(), item: props.view.state.currentItem ?? '' }
  return (
    <Details summary={t.motion} open={typedOf(props, 'motion-moved') !== null}>
      <EventForm {...props} kind="motion-moved" hidden={hidden} submit={t.move}>
        <SelectField
          {...field('motionKind')}
          label={t.motionKind}
          options={KINDS.map((value) => ({ value, label: t.motionKinds[value] }))}
        />
        <TextField {...field('article')} label={t.article} width="10" />
        <TextAreaField {...field('words')} label={t.words} rows={3} />
        <SelectField {...field('person')} label={t.person} options={memberOptions(props, there(props))} />
        <TextField {...field('mover')} label={t.mover} />
      </EventForm>
    </Details>
  )
}

const Motions = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).floor
  const { motions, currentItem } = view.state
  const shown = motions.filter(({ item }) => item === currentItem)
  if (shown.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">{t.all}</h3>
      <ul class="govuk-list">
        {shown.map(({ id, kind, article, words, state, person, mover }) => (
          <li class="kv-row" id={`propozimi-${id}`}>
            <span>
              {t.motionKinds[kind]}
              {article === null ? '' : ` (${article})`}: {words}{' '}
              <span class="kv-quiet">{mover ?? view.names.get(person ?? '')}</span>{' '}
              <Tag tone={state === 'adopted' ? 'done' : 'plain'}>{t.motionStates[state]}</Tag>
            </span>
            {view.writing && state === 'moved' && view.state.openVote === null && (
              <EventForm
                {...props}
                kind="motion-withdrawn"
                key_={id}
                hidden={{ motion: id }}
                submit={t.withdraw}
                bare
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Conflict = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).floor
  return (
    <Details summary={t.conflict} open={typedOf(props, 'conflict-declared') !== null}>
      <EventForm {...props} kind="conflict-declared" hidden={{ item: view.state.currentItem ?? '' }} submit={t.declare}>
        <SelectField
          {...fieldOf(props, 'conflict-declared', 'person')}
          label={t.person}
          options={memberOptions(props)}
        />
        <TextField {...fieldOf(props, 'conflict-declared', 'ground')} label={t.ground} />
      </EventForm>
    </Details>
  )
}

const Conflicts = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).floor
  const { conflicts, currentItem } = view.state
  const shown = conflicts.filter(({ item }) => item === currentItem)
  if (shown.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">{t.conflicts}</h3>
      <ul class="govuk-list">
        {shown.map(({ item, person, ground }) => (
          <li class="kv-row">
            <span>
              {view.names.get(person)} {ground && <span class="kv-quiet">{ground}</span>}
            </span>
            {view.writing && (
              <EventForm
                {...props}
                kind="conflict-lifted"
                key_={person}
                hidden={{ item, person }}
                submit={t.lift}
                bare
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
