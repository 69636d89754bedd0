import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { FieldSet } from '#ui/field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Boxes, Line, Notes, Tick, Words, type Filled } from '../plan/fields-part.tsx'
import { FINDINGS, PROCESS_QUESTIONS } from '../plan/content-rules.ts'
import { textsIn } from '../texts.ts'
import { formulaWords, proposalWords } from './achieved-texts.ts'
import { measureKey, type IndicatorResult, type MonitoringContent } from './monitoring-rules.ts'

type Props = { lang: Lang; content: MonitoringContent; typed: Typed; errors: FieldErrors }

/** The fields in the order of the paper. */
export const MonitoringFields = ({ lang, content, typed, errors }: Props) => {
  const { form, fields: t } = textsIn(lang).plans
  const { toolsHint } = textsIn(lang).monitoring.office
  const of: Filled = { lang, typed, errors, rows: () => [], used: { methods: [], channels: [] } }
  return (
    <>
      <h2 class="govuk-heading-m">{form.monitoring.process}</h2>
      <OnTime lang={lang} content={content} />
      {PROCESS_QUESTIONS.map((key) => (
        <FieldSet name={`procesi-${key}`} legend={form.processQuestions[key]} legendSize="s">
          <YesOrNo of={of} name={`procesi-${key}-po-jo`} legend={t.answer} />
          <Words of={of} name={`procesi-${key}-masa`} label={t.measure} />
        </FieldSet>
      ))}
      <h2 class="govuk-heading-m">{form.monitoring.indicators}</h2>
      {content.indicators.map((indicator) => (
        <IndicatorFields of={of} indicator={indicator} content={content} />
      ))}
      <p class="govuk-body">{toolsHint}</p>
      <Boxes
        of={of}
        name="mjete-sasiore-te-zgjedhura"
        label={form.monitoring.countingTools}
        known={form.countingTools}
      />
      <Line of={of} name="mjete-sasiore-tjeter" label={t.otherTool} />
      <h2 class="govuk-heading-m">{form.monitoring.findings}</h2>
      {FINDINGS.map((key) => (
        <FieldSet name={`cilesor-${key}`} legend={form.findings[key]} legendSize="s">
          {key === 'by-objectives' && <Words of={of} name={`cilesor-${key}-emri`} label={t.objectives} />}
          <Tick of={of} name={`cilesor-${key}-zgjedhur`} label={t.selected} />
          <Words of={of} name={`cilesor-${key}-gjetja`} label={t.finding} rows={3} />
          <Words of={of} name={`cilesor-${key}-masa`} label={t.measure} />
        </FieldSet>
      ))}
      <Boxes
        of={of}
        name="mjete-cilesore-te-zgjedhura"
        label={form.monitoring.judgingTools}
        known={form.judgingTools}
      />
      <Line of={of} name="mjete-cilesore-tjeter" label={t.otherTool} />
      <KeptFields of={of} content={content} />
      <Notes of={of} />
    </>
  )
}

const YesOrNo = ({ of, name, legend }: { of: Filled; name: string; legend: string }) => {
  const { form, fields: t } = textsIn(of.lang).plans
  return (
    <RadioField
      name={name}
      legend={legend}
      value={of.typed[name] ?? ''}
      error={of.errors[name]}
      inline
      small
      options={[
        { value: 'po', label: form.yes },
        { value: 'jo', label: form.no },
        { value: '', label: t.noAnswer },
      ]}
    />
  )
}

/** What the dates say. A person answers. */
const OnTime = ({ lang, content: { proposal } }: { lang: Lang; content: MonitoringContent }) => {
  const { proposal: t, office } = textsIn(lang).monitoring
  if (proposal === null) return null
  return (
    <>
      <p class="govuk-body">
        <strong>{office.proposed}</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {proposalWords(lang, proposal).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="govuk-body">{t.decides}</p>
    </>
  )
}

type IndicatorProps = { of: Filled; indicator: IndicatorResult; content: MonitoringContent }

const IndicatorFields = ({ of, indicator, content }: IndicatorProps) => {
  const { plans, monitoring } = textsIn(of.lang)
  const t = monitoring.office
  const { key, name, selected, plannedNumber, plannedWords, computed } = indicator
  const field = `tregues-${key}`
  const planned = [
    ...(plannedNumber === null ? [] : [formatNumber(plannedNumber)]),
    ...(plannedWords ?? '').split('\n'),
  ]
  const typed = key === 'other'
  return (
    <FieldSet name={field} legend={name ?? plans.form.indicators[key]} legendSize="s">
      {!selected && <p class="govuk-body kv-quiet">{t.notSelected}</p>}
      <SummaryList
        rows={[
          { key: t.plannedWas, value: planned.filter(Boolean).join('; ') || t.notPlanned },
          {
            key: t.achievedNow,
            value: (
              <>
                <strong>{computed === null ? monitoring.unknown : formatNumber(computed)}</strong>
                <br />
                {formulaWords(of.lang, key, content.counts)}
              </>
            ),
          },
        ]}
      />
      <Line
        of={of}
        name={`${field}-saktesuar`}
        label={typed ? t.otherValue : t.corrected}
        hint={typed ? undefined : t.correctedHint}
        short
      />
      <Words
        of={of}
        name={`${field}-arsyeja`}
        label={typed ? t.otherReason : t.correctedReason}
        hint={t.correctedReasonHint}
      />
      <YesOrNo of={of} name={`${field}-po-jo`} legend={t.adequate} />
      <Words of={of} name={`${field}-masa`} label={plans.fields.measure} />
    </FieldSet>
  )
}

const KeptFields = ({ of, content: { kept } }: { of: Filled; content: MonitoringContent }) => {
  const { kept: words, office: t } = textsIn(of.lang).monitoring
  if (kept.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{words.title}</h2>
      {kept.map((one) => {
        const name = `mbajtur-${measureKey(one)}`
        return (
          <FieldSet name={name} legend={t.keptQuestion(one.words)} legendSize="s" hint={words.from(one.fromTitle)}>
            <YesOrNo of={of} name={`${name}-po-jo`} legend={words.kept} />
            <Words of={of} name={`${name}-shenim`} label={t.keptNote} />
          </FieldSet>
        )
      })}
    </>
  )
}
