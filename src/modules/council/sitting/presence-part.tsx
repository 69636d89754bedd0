import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { ChoiceTable } from './choice-table-part.tsx'
import { EventForm, fieldOf, memberOptions, typedOf, type PartProps } from './event-form-part.tsx'
import { textsIn } from './texts.ts'

/** The first deed of a meeting. */
export const Opening = (props: PartProps) => {
  const t = textsIn(props.lang).open
  return (
    <section aria-labelledby="hapja">
      <h2 class="govuk-heading-m" id="hapja">
        {t.title}
      </h2>
      <p class="govuk-body">{t.lead}</p>
      <EventForm {...props} kind="opened" submit={t.submit} button="primary">
        <SelectField
          {...fieldOf(props, 'opened', 'chair')}
          label={t.chair}
          options={[{ value: '', label: t.nobody }, ...memberOptions(props).slice(1)]}
        />
      </EventForm>
    </section>
  )
}

const ROLL = ['present', 'remote', 'excused', 'absent'] as const

/** Everybody at once; anew whenever somebody asks for it. */
export const RollCall = (props: PartProps) => {
  const { lang, view } = props
  const texts = textsIn(lang)
  const t = texts.roll
  const chosen = (id: string): string => {
    const typed = typedOf(props, 'roll-called')?.typed[`roll-${id}`]
    const now = view.state.presence[id]
    return typed ?? (now === 'left' || now === undefined ? 'absent' : now)
  }
  const form = (
    <EventForm {...props} kind="roll-called" submit={t.submit} button={view.state.rollCalled ? 'secondary' : 'primary'}>
      <p>
        <Button kind="secondary" name="all" value="present">
          {t.all}
        </Button>
      </p>
      <ChoiceTable
        caption={t.caption}
        prefix="roll-"
        head={t.name}
        rows={view.setup.members.map(({ id, name }) => ({ id, name, chosen: chosen(id) }))}
        choices={ROLL.map((value) => ({ value, label: texts.presence[value] }))}
      />
    </EventForm>
  )
  if (view.state.rollCalled) return <Details summary={t.again}>{form}</Details>
  return (
    <section aria-labelledby="thirrja">
      <h2 class="govuk-heading-m" id="thirrja">
        {t.title}
      </h2>
      {form}
    </section>
  )
}

/** Who came late, left, came back, takes part from afar; who chairs. */
export const PresenceChanges = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).presence
  const there = (id: string): boolean => ['present', 'remote'].includes(view.state.presence[id] ?? '')
  return (
    <>
      <EventForm {...props} kind="arrived" submit={t.arrived}>
        <h3 class="govuk-heading-s">{t.arrivedTitle}</h3>
        <SelectField {...fieldOf(props, 'arrived', 'person')} label={t.person} options={memberOptions(props)} />
        <CheckboxField name="remote" id="arrived-remote" label={t.inRemote} small />
      </EventForm>
      <EventForm {...props} kind="left" submit={t.left}>
        <h3 class="govuk-heading-s">{t.leftTitle}</h3>
        <SelectField {...fieldOf(props, 'left', 'person')} label={t.person} options={memberOptions(props, there)} />
      </EventForm>
      <Details summary={t.chairTitle} open={typedOf(props, 'chair-taken') !== null}>
        <EventForm {...props} kind="chair-taken" submit={t.chair}>
          <SelectField
            {...fieldOf(props, 'chair-taken', 'person')}
            label={t.person}
            options={memberOptions(props, there)}
          />
        </EventForm>
      </Details>
    </>
  )
}

/** Breaks, the end, and a meeting that was closed by mistake. */
export const Ending = (props: PartProps) => {
  const { phase } = props.view.state
  const t = textsIn(props.lang).end
  return (
    <section aria-labelledby="mbyllja">
      <h2 class="govuk-heading-m" id="mbyllja">
        {t.title}
      </h2>
      {phase === 'suspended' && <EventForm {...props} kind="resumed" submit={t.resume} button="primary" />}
      {phase === 'open' && (
        <Details summary={t.suspend} open={typedOf(props, 'suspended') !== null}>
          <EventForm {...props} kind="suspended" submit={t.suspend}>
            <TextField {...fieldOf(props, 'suspended', 'until')} label={t.until} hint={t.untilHint} width="10" />
            <TextField {...fieldOf(props, 'suspended', 'reason')} label={t.reason} />
          </EventForm>
        </Details>
      )}
      {phase === 'closed' ? (
        <Details summary={t.reopen} open={typedOf(props, 'reopened') !== null}>
          <EventForm {...props} kind="reopened" submit={t.reopen}>
            <TextField {...fieldOf(props, 'reopened', 'reason')} label={t.reason} />
          </EventForm>
        </Details>
      ) : (
        <Details summary={t.close} open={typedOf(props, 'closed') !== null}>
          <WarningText assistive={t.warning}>{t.closeWarning}</WarningText>
          <EventForm {...props} kind="closed" submit={t.close} button="warning" />
        </Details>
      )}
    </section>
  )
}
