import { FieldSet } from '#ui/field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { textsIn } from '../texts.ts'
import { FINDINGS, INDICATORS, PROCESS_QUESTIONS } from './content-rules.ts'
import { Boxes, Line, Notes, Tick, Words, type Filled } from './fields-part.tsx'

/** Section 5: by what everything will be measured. */
export const MonitoringFields = ({ of }: { of: Filled }) => {
  const { form, fields: t, subGuidance } = textsIn(of.lang).plans
  return (
    <>
      <h2 class="govuk-heading-m">{form.monitoring.process}</h2>
      <p class="govuk-body">{subGuidance.process}</p>
      {PROCESS_QUESTIONS.map((key) => (
        <ProcessFields of={of} name={`procesi-${key}`} question={form.processQuestions[key]} />
      ))}
      <h2 class="govuk-heading-m">{form.monitoring.indicators}</h2>
      <p class="govuk-body">{subGuidance.indicators}</p>
      {INDICATORS.map((key) => (
        <FieldSet name={`tregues-${key}`} legend={form.indicators[key]} legendSize="s">
          {key === 'other' && <Line of={of} name={`tregues-${key}-emri`} label={t.otherName} />}
          <Tick of={of} name={`tregues-${key}-zgjedhur`} label={t.selected} />
          <Words of={of} name={`tregues-${key}-fjale`} label={t.plannedValue} />
          <Line of={of} name={`tregues-${key}-numri`} label={t.plannedNumber} short />
          <Words of={of} name={`tregues-${key}-masa`} label={t.measure} hint={subGuidance.measures} />
        </FieldSet>
      ))}
      <Boxes
        of={of}
        name="mjete-sasiore-te-zgjedhura"
        label={form.monitoring.countingTools}
        known={form.countingTools}
      />
      <Line of={of} name="mjete-sasiore-tjeter" label={t.otherTool} />
      <h2 class="govuk-heading-m">{form.monitoring.findings}</h2>
      <p class="govuk-body">{subGuidance.findings}</p>
      {FINDINGS.map((key) => (
        <FieldSet name={`cilesor-${key}`} legend={form.findings[key]} legendSize="s">
          {key === 'by-objectives' && <Words of={of} name={`cilesor-${key}-emri`} label={t.objectives} />}
          <Tick of={of} name={`cilesor-${key}-zgjedhur`} label={t.selected} />
          <Words of={of} name={`cilesor-${key}-gjetja`} label={t.finding} rows={3} />
          <Words of={of} name={`cilesor-${key}-masa`} label={t.measure} hint={subGuidance.measures} />
        </FieldSet>
      ))}
      <Boxes
        of={of}
        name="mjete-cilesore-te-zgjedhura"
        label={form.monitoring.judgingTools}
        known={form.judgingTools}
      />
      <Line of={of} name="mjete-cilesore-tjeter" label={t.otherTool} />
      <Notes of={of} />
    </>
  )
}

const ProcessFields = ({ of, name, question }: { of: Filled; name: string; question: string }) => {
  const { form, fields: t, subGuidance } = textsIn(of.lang).plans
  return (
    <FieldSet name={name} legend={question} legendSize="s">
      <RadioField
        name={`${name}-po-jo`}
        legend={t.answer}
        value={of.typed[`${name}-po-jo`] ?? ''}
        error={of.errors[`${name}-po-jo`]}
        inline
        small
        options={[
          { value: 'po', label: form.yes },
          { value: 'jo', label: form.no },
          { value: '', label: t.noAnswer },
        ]}
      />
      <Words of={of} name={`${name}-masa`} label={t.measure} hint={subGuidance.measures} />
    </FieldSet>
  )
}
