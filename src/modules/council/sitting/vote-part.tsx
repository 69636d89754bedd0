import { inLanguage } from '#platform/i18n/language.ts'
import { ACT_KINDS, MAJORITY_BASES } from '#law/majorities/majority.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ChoiceTable } from './choice-table-part.tsx'
import { EventForm, fieldOf, typedOf, type PartProps } from './event-form-part.tsx'
import type { Majority } from './sitting-event-rules.ts'
import { VOTE_STAGES } from './sitting-event-rules.ts'
import type { OpenVote } from './sitting-state-rules.ts'
import type { SittingTexts } from './texts.sq.ts'
import { textsIn } from './texts.ts'
import { sittingUrls as urls } from './urls.ts'

/** A majority as a sentence: `Më shumë se gjysma e të gjithë anëtarëve`. */
export const majorityWords = ({ majorities: t }: SittingTexts, majority: Majority): string =>
  t.words(majority, t.bases[majority.of])

/** The vote that is open, or the form that opens one. */
export const Voting = (props: PartProps) => {
  const { view, lang } = props
  const t = textsIn(lang).vote
  const { openVote, rollCalled, quorum, phase } = view.state
  return (
    <section aria-labelledby="votimi" id="votimi-tani">
      <h2 class="govuk-heading-m" id="votimi">
        {openVote ? t.current : t.title}
      </h2>
      {openVote && <Asked {...props} vote={openVote} />}
      {openVote && view.writing && <TakeVote {...props} vote={openVote} />}
      {!openVote && !rollCalled && <p class="govuk-body">{t.rollFirst}</p>}
      {!openVote && rollCalled && !quorum.met && <p class="govuk-body">{t.quorumFirst}</p>}
      {!openVote && view.writing && phase === 'open' && <OpenVoteForm {...props} />}
      <Taken {...props} />
    </section>
  )
}

type VoteProps = PartProps & { vote: OpenVote }

const Asked = ({ lang, view, vote }: VoteProps) => {
  const texts = textsIn(lang)
  const t = texts.vote
  return (
    <SummaryList
      rows={[
        { key: t.question, value: vote.question },
        { key: t.stage, value: t.stages[vote.stage] },
        { key: t.method, value: t.methods[vote.method] },
        {
          key: t.needs,
          value: (
            <>
              {majorityWords(texts, vote.majority)} <span class="kv-quiet">{vote.majority.basis}</span>
            </>
          ),
        },
        { key: t.entitled, value: t.members(view.entitled.length) },
      ]}
    />
  )
}

const CHOICES = ['for', 'against', 'abstain', 'not-voting'] as const

const TakeVote = (props: VoteProps) => {
  const { lang, view, vote, query } = props
  const t = textsIn(lang).vote
  const preset = CHOICES.find((one) => one === query.parazgjedhja) ?? 'not-voting'
  const typed = typedOf(props, 'vote-taken')?.typed
  return (
    <>
      {vote.method === 'by-name' && (
        <p class="govuk-body">
          <a href={`${inLanguage(lang, urls.page(view.meeting.id))}?parazgjedhja=for#votimi-tani`} data-preset="for">
            {t.allFor}
          </a>
        </p>
      )}
      <EventForm {...props} kind="vote-taken" hidden={{ vote: vote.id }} submit={t.take} button="primary">
        {vote.method === 'by-name' ? (
          <ChoiceTable
            caption={t.caption}
            prefix="ballot-"
            head={textsIn(lang).roll.name}
            rows={view.setup.members
              .filter(({ id }) => view.entitled.includes(id))
              .map(({ id, name }) => ({ id, name, chosen: typed?.[`ballot-${id}`] ?? preset }))}
            choices={CHOICES.map((value) => ({ value, label: t.choices[value] }))}
          />
        ) : (
          <Counts {...props} />
        )}
      </EventForm>
      <Details summary={t.cancel} open={typedOf(props, 'vote-cancelled') !== null}>
        <EventForm {...props} kind="vote-cancelled" hidden={{ vote: vote.id }} submit={t.cancel} button="warning">
          <TextField {...fieldOf(props, 'vote-cancelled', 'reason')} label={t.reason} />
        </EventForm>
      </Details>
    </>
  )
}

const Counts = (props: PartProps) => {
  const t = textsIn(props.lang).vote
  const wrong = typedOf(props, 'vote-taken')
  return (
    <>
      <p class="govuk-hint">{t.countHint}</p>
      {CHOICES.slice(0, 3).map((name) => (
        <TextField
          {...fieldOf(props, 'vote-taken', name)}
          error={wrong?.field === 'counts' && name === 'for' ? wrong.message : undefined}
          label={t.choices[name]}
          width="5"
          inputmode="numeric"
        />
      ))}
    </>
  )
}

const METHODS = ['by-name', 'by-hands', 'secret'] as const

const OpenVoteForm = (props: PartProps) => {
  const { lang, view } = props
  const t = textsIn(lang).vote
  const { currentItem, motions, items } = view.state
  const waiting = motions.filter((one) => one.state === 'moved' && (one.item === currentItem || one.item === null))
  const field = (name: string) => fieldOf(props, 'vote-opened', name)
  const again = typedOf(props, 'vote-opened')
  const about = items.filter(({ state }) => state === 'planned' || state === 'open' || state === 'postponed')
  return (
    <Details summary={t.open} open={again !== null}>
      <EventForm {...props} kind="vote-opened" hidden={{ vote: props.newId() }} submit={t.submitOpen} button="primary">
        <SelectField
          {...field('stage')}
          value={again?.typed.stage ?? (currentItem === null ? 'agenda' : 'as-a-whole')}
          label={t.stage}
          options={VOTE_STAGES.map((value) => ({ value, label: t.stages[value] }))}
        />
        <SelectField
          {...field('item')}
          value={again?.typed.item ?? currentItem ?? ''}
          label={t.item}
          options={[{ value: '', label: t.noItem }, ...about.map(({ id, title }) => ({ value: id, label: title }))]}
        />
        {waiting.length > 0 && (
          <SelectField
            {...field('motion')}
            label={t.motion}
            options={[
              { value: '', label: t.noMotion },
              ...waiting.map(({ id, words }) => ({ value: id, label: words.slice(0, 100) })),
            ]}
          />
        )}
        <TextAreaField
          {...field('question')}
          value={again?.typed.question ?? view.itemTitles.get(currentItem ?? '')}
          label={t.question}
          rows={2}
        />
        <TextField {...field('article')} label={textsIn(lang).floor.article} width="10" />
        <RadioField
          {...field('method')}
          value={again?.typed.method ?? 'by-name'}
          legend={t.method}
          options={METHODS.map((value) => ({ value, label: t.methods[value] }))}
          inline
          small
        />
        <Rule {...props} />
      </EventForm>
    </Details>
  )
}

/** The majority: by the kind of act, with where it stands; or written by the secretary, with the article. */
const Rule = (props: PartProps) => {
  const { lang, view } = props
  const texts = textsIn(lang)
  const t = texts.vote
  const field = (name: string) => fieldOf(props, 'vote-opened', name)
  const kinds = view.majorities.filter(({ kind }) => ACT_KINDS.some((one) => one === kind))
  const said = ({ kind, majority, verified, from }: (typeof kinds)[number]): string => {
    const state = texts.majorities.states
    const sure =
      majority === null ? state.missing : from === 'setting' ? state.set : verified ? state.verified : state.confirm
    return `${texts.majorities.kinds[kind]}: ${majority ? `${majorityWords(texts, majority)} (${majority.basis ?? ''}; ${sure})` : sure}`
  }
  return (
    <>
      <SelectField
        {...field('rule')}
        label={t.rule}
        options={[
          { value: 'default', label: t.ruleDefault },
          ...kinds.map((one) => ({ value: one.kind, label: said(one) })),
          { value: 'own', label: t.ruleOwn },
        ]}
      />
      <Details summary={t.own} open={typedOf(props, 'vote-opened')?.typed.rule === 'own'}>
        <SelectField
          {...field('of')}
          label={texts.majorities.of}
          options={MAJORITY_BASES.map((value) => ({ value, label: texts.majorities.bases[value] }))}
        />
        <TextField {...field('numerator')} label={texts.majorities.numerator} width="5" inputmode="numeric" />
        <TextField {...field('denominator')} label={texts.majorities.denominator} width="5" inputmode="numeric" />
        <CheckboxField name="strict" id="vote-opened-strict" label={texts.majorities.strict} small />
        <TextField {...field('basis')} label={t.basis} />
      </Details>
    </>
  )
}

const Taken = ({ lang, view }: PartProps) => {
  const t = textsIn(lang).vote
  const { votes } = view.state
  const last = votes.at(-1)
  if (last === undefined) return null
  const words = ({ question, stage, result, counts, needed }: typeof last) => (
    <>
      {t.stages[stage]}: {question} <strong>{t.results[result]}</strong>{' '}
      <span class="kv-quiet">
        {t.counted(counts.for, counts.against, counts.abstain, counts.notVoting)}, {t.needed(needed)}
      </span>
    </>
  )
  return (
    <>
      <p class="govuk-body">
        {t.last}: {words(last)}
      </p>
      {votes.length > 1 && (
        <Details summary={`${t.taken} (${votes.length})`}>
          <ol class="govuk-list govuk-list--number">
            {votes.map((one) => (
              <li>{words(one)}</li>
            ))}
          </ol>
        </Details>
      )}
    </>
  )
}
