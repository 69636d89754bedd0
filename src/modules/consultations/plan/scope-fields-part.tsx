import { textsIn } from '../texts.ts'
import { Boxes, Choice, Line, Lines, Notes, Rows, Words, type Filled } from './fields-part.tsx'

/** Section 1: what is proposed, whom it is put to, how, and through which channels. */
export const ScopeFields = ({ of }: { of: Filled }) => {
  const texts = textsIn(of.lang)
  const { form, fields: t } = texts.plans
  return (
    <>
      <Words of={of} name="titulli" label={form.sections[1]} hint={t.titleHint} />
      <Line of={of} name="titulli-en" label={t.titleEn} />
      <Choice of={of} name="lloji" label={form.scope.actKind} known={texts.actKinds} />
      <Rows
        of={of}
        list="periudha"
        legend={form.scope.periods}
        row={(name) => (
          <>
            <Line of={of} name={`${name}-emri`} label={t.periodWhat} hint={t.periodWhatHint} />
            <Line of={of} name={`${name}-nga`} label={t.periodFrom} short />
            <Line of={of} name={`${name}-deri`} label={t.periodTo} short />
          </>
        )}
      />
      <Rows
        of={of}
        list="audienca"
        legend={form.scope.table}
        hint={t.audiencesHint}
        row={(name) => <AudienceFields of={of} name={name} />}
      />
      <Line of={of} name="roli" label={t.coordinatorRole} hint={t.coordinatorHint} />
      <Line of={of} name="adresa" label={t.coordinatorAddress} hint={t.addressHint} />
      <Notes of={of} />
    </>
  )
}

const AudienceFields = ({ of, name }: { of: Filled; name: string }) => {
  const { form, fields: t } = textsIn(of.lang).plans
  const columns = form.scope.columns
  return (
    <>
      <Line of={of} name={`${name}-emri`} label={columns.audience} hint={t.audienceNameHint} />
      <Choice of={of} name={`${name}-lloji`} label={columns.type} known={{ '2': form.types[2], '1': form.types[1] }} />
      <Boxes of={of} name={`${name}-kategorite`} label={t.categories} known={form.categories} />
      <Lines of={of} name={`${name}-kategori-te-tjera`} label={t.otherCategories} />
      <Boxes of={of} name={`${name}-metodat`} label={columns.methods} known={form.methods} />
      <Lines of={of} name={`${name}-metoda-te-tjera`} label={t.otherMethods} used={of.used.methods} />
      <Words of={of} name={`${name}-metodat-fjale`} label={t.methodsNote} />
      <Boxes of={of} name={`${name}-kanalet`} label={columns.channels} known={form.channels} />
      <Lines of={of} name={`${name}-kanale-te-tjera`} label={t.otherChannels} used={of.used.channels} />
      <Words of={of} name={`${name}-kanalet-fjale`} label={t.channelsNote} />
      <Rows
        of={of}
        list={`${name}-veprimtari`}
        legend={form.scope.plannedTitle}
        row={(planned) => (
          <>
            <Choice of={of} name={`${planned}-lloji`} label={t.plannedKind} known={form.activityKinds} />
            <Line of={of} name={`${planned}-numri`} label={t.plannedCount} short />
            <Line of={of} name={`${planned}-fjale`} label={t.plannedWords} />
          </>
        )}
      />
    </>
  )
}
