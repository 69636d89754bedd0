import { textsIn } from '../texts.ts'
import { CURRENCIES } from './content-rules.ts'
import { Choice, Line, Lines, Notes, Rows, Words, type Filled } from './fields-part.tsx'

/** Section 2: from the start to reporting. */
export const TimelineFields = ({ of }: { of: Filled }) => {
  const { form, fields: t, section } = textsIn(of.lang).plans
  const labels = form.timeline
  return (
    <>
      <Rows
        of={of}
        list="urdher"
        legend={labels.orders}
        row={(name) => (
          <>
            <Line of={of} name={`${name}-leshuar`} label={t.issuer} />
            <Line of={of} name={`${name}-numri`} label={t.number} short />
            <Line of={of} name={`${name}-data`} label={t.date} hint={section.dateHint} short />
            <Words of={of} name={`${name}-objekti`} label={t.subject} />
          </>
        )}
      />
      <Rows
        of={of}
        list="grup"
        legend={labels.groups}
        row={(name) => (
          <>
            <Line of={of} name={`${name}-emri`} label={t.groupName} />
            <Line of={of} name={`${name}-kryeson`} label={t.chair} />
            <Line of={of} name={`${name}-urdheri`} label={t.groupOrder} />
            <Lines of={of} name={`${name}-anetaret`} label={t.members} />
          </>
        )}
      />
      <Line of={of} name="sekretariati" label={labels.secretariat} />
      <Rows
        of={of}
        list="aktivitet"
        legend={labels.activities}
        row={(name) => <ActivityFields of={of} name={name} />}
      />
      <Rows
        of={of}
        list="dokument"
        single
        legend={labels.inputs}
        row={(name) => <Words of={of} name={name} label={t.input} />}
      />
      <Rows
        of={of}
        list="rruga"
        legend={labels.tracks}
        row={(name) => (
          <>
            <Line of={of} name={`${name}-institucioni`} label={t.trackInstitution} />
            <Words of={of} name={`${name}-fjale`} label={t.trackWords} />
          </>
        )}
      />
      <Notes of={of} />
    </>
  )
}

const ActivityFields = ({ of, name }: { of: Filled; name: string }) => {
  const { form, fields: t, section } = textsIn(of.lang).plans
  const labels = form.timeline
  return (
    <>
      <Choice of={of} name={`${name}-lloji`} label={t.activityKind} known={form.activityKinds} />
      <Choice
        of={of}
        name={`${name}-gjendja`}
        label={t.activityState}
        known={{ planifikuar: labels.planned, mbajtur: labels.held }}
      />
      <Line of={of} name={`${name}-nga`} label={t.from} hint={section.dateHint} short />
      <Line of={of} name={`${name}-deri`} label={t.to} short />
      <Words of={of} name={`${name}-tema`} label={t.topic} />
      <Line of={of} name={`${name}-vendi`} label={t.place} />
      <Line of={of} name={`${name}-organizon`} label={labels.organiser} />
      <Line of={of} name={`${name}-mbeshtet`} label={labels.supporter} />
      <Line of={of} name={`${name}-drejton`} label={labels.moderator} />
      <Words of={of} name={`${name}-pjesemarres`} label={labels.participants} />
      <Words of={of} name={`${name}-perfundimi`} label={labels.activityColumns.outcome} />
    </>
  )
}

/** Section 3: people, money, equipment. */
export const ResourceFields = ({ of }: { of: Filled }) => {
  const { form, fields: t } = textsIn(of.lang).plans
  return (
    <>
      <Rows
        of={of}
        list="njerez"
        legend={form.resources.people}
        row={(name) => (
          <>
            <Line of={of} name={`${name}-roli`} label={t.role} hint={t.coordinatorHint} />
            <Line of={of} name={`${name}-njesia`} label={t.unit} />
            <Line of={of} name={`${name}-urdheri`} label={t.order} />
          </>
        )}
      />
      <Rows
        of={of}
        list="para"
        legend={form.resources.money}
        row={(name) => (
          <>
            <Line of={of} name={`${name}-dhurues`} label={t.donor} />
            <Line of={of} name={`${name}-projekti`} label={t.project} />
            <Words of={of} name={`${name}-mbulon`} label={t.covers} />
            <Line of={of} name={`${name}-shuma`} label={t.amount} hint={t.amountHint} short />
            <Choice
              of={of}
              name={`${name}-monedha`}
              label={t.currency}
              none={t.noCurrency}
              known={Object.fromEntries(CURRENCIES.map((one) => [one, one]))}
            />
          </>
        )}
      />
      <Rows
        of={of}
        list="pajisje"
        legend={form.resources.equipment}
        row={(name) => (
          <>
            <Line of={of} name={`${name}-sendi`} label={t.item} />
            <Line of={of} name={`${name}-siguron`} label={t.provider} />
          </>
        )}
      />
      <Notes of={of} />
    </>
  )
}

/** Section 4: where responses come in. */
export const ResponseFields = ({ of }: { of: Filled }) => {
  const { form, fields: t } = textsIn(of.lang).plans
  return (
    <>
      <Rows
        of={of}
        list="kanal"
        legend={form.responses.channels}
        row={(name) => (
          <>
            <Choice of={of} name={`${name}-lloji`} label={t.responseKind} known={form.responseKinds} none="–" />
            <Line of={of} name={`${name}-emri`} label={t.responseName} />
            <Line of={of} name={`${name}-adresa`} label={t.responseAddress} hint={t.addressHint} />
          </>
        )}
      />
      <Words of={of} name="fjale" label={form.responses.words} rows={5} />
      <Notes of={of} />
    </>
  )
}
