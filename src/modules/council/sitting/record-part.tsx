import { formatHour, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { EventForm, fieldOf, typedOf, type PartProps } from './event-form-part.tsx'
import type { EventRow } from './sitting-queries.ts'
import { textsIn } from './texts.ts'
import { kindWords, saidOf } from './told-part.ts'
import { sittingUrls as urls } from './urls.ts'

/** What came when it did not fit any more: nothing is lost, somebody decides. */
export const SetAside = (props: PartProps) => {
  const { lang, view, newId } = props
  const texts = textsIn(lang)
  const t = texts.aside
  if (view.setAside.length === 0) return null
  return (
    <section aria-labelledby="te-vecuara">
      <h2 class="govuk-heading-m" id="te-vecuara">
        {t.title}
      </h2>
      <p class="govuk-body">{t.lead}</p>
      <ul class="govuk-list">
        {view.setAside.map((row) => (
          <li id={`e-${row.eventId}`}>
            <p>
              <Line {...props} row={row} /> <br />
              <span class="kv-quiet">
                {t.why}: {Object.entries(texts.refusals).find(([name]) => name === row.refusal)?.[1] ?? row.refusal}
              </span>
            </p>
            {view.mayWrite && (
              <form method="post" action={inLanguage(lang, urls.settle(view.meeting.id))} novalidate data-submit-once>
                <input type="hidden" name="event" value={row.eventId} />
                <input type="hidden" name="dergesa" value={newId()} />
                <p class="govuk-button-group">
                  <Button kind="secondary" name="decision" value="enter">
                    {t.enter}
                  </Button>
                </p>
                <TextField {...fieldOf(props, 'settle', 'reason', row.eventId)} label={t.reason} />
                <Button kind="secondary" name="decision" value="drop">
                  {t.drop}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everything that was recorded, the newest first, with both times where they differ. */
export const RecordList = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).record
  const rows = view.rows.filter(({ state }) => state === 'applied').toReversed()
  return (
    <section aria-labelledby="regjistrimi">
      <h2 class="govuk-heading-m" id="regjistrimi">
        {t.title}
      </h2>
      {rows.length === 0 ? <EmptyState>{t.none}</EmptyState> : <p class="kv-quiet">{t.newest}</p>}
      <ol class="govuk-list" reversed>
        {rows.map((row) => (
          <li id={`e-${row.eventId}`}>
            <Line {...props} row={row} />
            {view.writing && row.kind !== 'corrected' && !view.corrected.has(row.eventId) && (
              <Correct {...props} row={row} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

type LineProps = PartProps & { row: EventRow }

/** More than this between what happened and what was written, and both are told. */
const LATER_MS = 120_000

const Line = ({ lang, view, row }: LineProps) => {
  const texts = textsIn(lang)
  const t = texts.record
  const { zone } = view.meeting
  const taken = row.kind === 'vote-taken' ? view.state.votes.find((one) => one.id === row.body.vote) : undefined
  const { counts } = taken ?? {}
  const said =
    taken && counts
      ? `${texts.vote.results[taken.result]}, ${texts.vote.counted(counts.for, counts.against, counts.abstain, counts.notVoting)}`
      : saidOf(row, view, texts)
  const corrected = view.corrected.get(row.eventId)
  const later = row.enteredAt.getTime() - row.happenedAt.getTime() > LATER_MS
  return (
    <>
      <time datetime={row.happenedAt.toISOString()}>
        {later ? formatMoment(lang, row.happenedAt, zone) : formatHour(row.happenedAt, zone)}
      </time>{' '}
      <strong>{kindWords(row.kind, texts)}</strong>
      {said && `: ${said}`}
      <span class="kv-quiet">
        {later && ` (${t.entered(formatMoment(lang, row.enteredAt, zone))})`}
        {row.closed && ` ${t.inside}`}
        {corrected && ` (${t[corrected]})`}
      </span>
    </>
  )
}

const Correct = (props: LineProps) => {
  const { lang, row } = props
  const t = textsIn(lang).record
  const again = typedOf(props, 'corrected', row.eventId)
  // The form of one entry at a time: two hundred of them would weigh half a megabyte.
  if (again === null && props.query.korrigjo !== row.eventId) {
    const here = `${inLanguage(lang, urls.page(props.view.meeting.id))}?korrigjo=${row.eventId}#e-${row.eventId}`
    return (
      <>
        {' '}
        <a href={here}>
          {t.correct}
          <span class="govuk-visually-hidden"> {kindWords(row.kind, textsIn(lang))}</span>
        </a>
      </>
    )
  }
  return (
    <Details summary={t.correct} open>
      <EventForm {...props} kind="corrected" key_={row.eventId} hidden={{ event: row.eventId }} submit={t.submit}>
        <RadioField
          {...fieldOf(props, 'corrected', 'what', row.eventId)}
          value={again?.typed.what ?? (row.kind === 'vote-taken' ? 'votes' : 'strike')}
          legend={t.what}
          options={[
            ...(row.kind === 'vote-taken' ? [{ value: 'votes', label: t.votes }] : []),
            { value: 'strike', label: t.strike },
            { value: 'time', label: t.time },
          ]}
          small
        />
        {row.kind === 'vote-taken' && <OtherVotes {...props} />}
        <TextField {...fieldOf(props, 'corrected', 'reason', row.eventId)} label={t.reason} />
      </EventForm>
    </Details>
  )
}

const COUNTED = ['for', 'against', 'abstain'] as const

/** The right counts in place of the wrong ones; of a vote by name the right choice of one member. */
const OtherVotes = (props: LineProps) => {
  const { lang, view, row } = props
  const { record: t, vote } = textsIn(lang)
  const taken = view.state.votes.find((one) => one.id === row.body.vote)
  if (taken === undefined) return null
  const field = (name: string) => fieldOf(props, 'corrected', name, row.eventId)
  if (taken.ballots === null)
    return COUNTED.map((name) => {
      const { value, ...rest } = field(name)
      return (
        <TextField
          {...rest}
          value={value || String(taken.counts[name])}
          label={vote.choices[name]}
          width="5"
          inputmode="numeric"
        />
      )
    })
  const entitled = taken.entitled.map((id) => ({ value: id, label: view.names.get(id) ?? id }))
  return (
    <>
      <SelectField {...field('person')} label={t.choose} options={[{ value: '', label: '–' }, ...entitled]} />
      <SelectField
        {...field('choice')}
        label={t.choice}
        options={[...COUNTED, 'not-voting' as const].map((value) => ({ value, label: vote.choices[value] }))}
      />
    </>
  )
}
