import type { Child } from 'hono/jsx'
import { formatHour } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Tone } from '#ui/shape.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Happened, Live, LiveDoors, LiveItem, LiveVote } from './live-rules.ts'
import type { LiveView } from './live-view.ts'
import { textsIn } from './texts.ts'

type Part = { lang: Lang; view: LiveView }
type Told = { lang: Lang; zone: string }

/** All of the page that changes while the meeting goes on; asked for anew each time something has happened. */
export const LivePart = ({ lang, view }: Part) => {
  const { live, meeting } = view
  const told = { lang, zone: meeting.zone }
  const t = textsIn(lang)
  return (
    <>
      <Said lang={lang} live={live} />
      <section data-piece="now" aria-labelledby="tani">
        <h2 class="govuk-heading-l" id="tani">
          {t.now}
        </h2>
        <p>
          <Tag tone={toneOf(live)}>{t.phases[live.phase]}</Tag> <span class="kv-quiet">{sinceWords(told, live)}</span>
        </p>
        {live.doors && <Doors {...told} doors={live.doors} />}
        <Now {...told} live={live} />
      </section>
      <section data-piece="happened" aria-labelledby="ndodhi">
        <h2 class="govuk-heading-l" id="ndodhi">
          {t.happened}
        </h2>
        {live.happened.length === 0 ? (
          <p class="govuk-body">{t.nothingYet}</p>
        ) : (
          <ol class="govuk-list kv-live__happened">
            {live.happened.map((one) => (
              <li>
                <time datetime={one.at}>{formatHour(new Date(one.at), meeting.zone)}</time>{' '}
                <HappenedWords {...told} one={one} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  )
}

const toneOf = ({ phase }: Live): Tone => {
  const tones = { 'not-open': 'plain', open: 'done', suspended: 'paused', closed: 'stopped' } as const
  return tones[phase]
}

function sinceWords({ lang, zone }: Told, { phase, openedAt, closedAt, suspendedUntil }: Live): string {
  const t = textsIn(lang)
  const hour = (at: string): string => formatHour(new Date(at), zone)
  if (phase === 'closed' && closedAt) return t.closedAt(hour(closedAt))
  if (phase === 'suspended' && suspendedUntil) return t.suspendedUntil(hourOrWords(suspendedUntil, zone))
  return openedAt ? t.openSince(hour(openedAt)) : ''
}

/** `until` is a moment, or what the secretary typed. */
const hourOrWords = (until: string, zone: string): string =>
  Number.isNaN(Date.parse(until)) ? until : formatHour(new Date(until), zone)

/** What is read out where it changes: the item and the last result, and nothing else. */
export const Said = ({ lang, live }: { lang: Lang; live: Live }) => {
  const t = textsIn(lang)
  const { item, lastVote } = live
  const words = lastVote && t.say.vote(t.vote.results[lastVote.result], countWords(lang, lastVote))
  return (
    <p hidden data-piece="say">
      <span data-say="item">{item ? t.say.item(itemTitle(lang, item)) : ''}</span>
      <span data-say="vote" data-key={lastVote?.id}>
        {words}
      </span>
    </p>
  )
}

export const itemTitle = (lang: Lang, { number, title }: LiveItem): string => {
  const t = textsIn(lang)
  return `${t.itemNumber(number)}. ${title ?? t.closedItem}`
}

export const countWords = (lang: Lang, { counts }: LiveVote): string =>
  textsIn(lang).vote.counts(counts.for, counts.against, counts.abstain)

const Doors = ({ lang, zone, doors }: Told & { doors: LiveDoors }) => {
  const t = textsIn(lang).doors
  return (
    <div class="govuk-inset-text">
      <p>
        <strong>{doors.since ? t.closedSince(formatHour(new Date(doors.since), zone)) : t.closed}</strong>
      </p>
      <DoorWords lang={lang} doors={doors} />
      <p>{t.goesOn}</p>
    </div>
  )
}

const DoorWords = ({ lang, doors }: { lang: Lang; doors: LiveDoors }) => {
  const t = textsIn(lang).doors
  return (
    <>
      {doors.publicTitle && <p>{doors.publicTitle}</p>}
      {doors.askedBy && <p>{t.askedBy(doors.askedBy)}</p>}
      {doors.reason && <p>{t.reason(doors.reason)}</p>}
    </>
  )
}

const Now = ({ lang, zone, live }: Told & { live: Live }) => {
  const t = textsIn(lang)
  const { item, speaker, quorum, openVote, lastVote } = live
  return (
    <dl class="govuk-summary-list">
      <Row name={t.item}>{item ? itemTitle(lang, item) : t.noItem}</Row>
      {!live.doors && (
        <Row name={t.speaker}>
          {speaker ? (
            <>
              <strong>{speaker.name}</strong>{' '}
              {speaker.minutes === null ? (
                t.speakerSince(formatHour(new Date(speaker.from), zone))
              ) : (
                <>
                  {t.minutes(speaker.minutes)},{' '}
                  <span class="kv-quiet">{t.speakerSince(formatHour(new Date(speaker.from), zone))}</span>{' '}
                  <span data-ends={endOf(speaker.from, speaker.minutes)} data-words={t.left} aria-hidden="true" />
                </>
              )}
            </>
          ) : (
            t.noSpeaker
          )}
        </Row>
      )}
      <Row name={t.quorum}>
        {quorum ? (
          <>
            <strong>{quorum.met ? t.quorumMet : t.quorumNotMet}</strong>:{' '}
            {t.quorumOf(quorum.present, quorum.members, quorum.needed)}
          </>
        ) : (
          t.noRoll
        )}
      </Row>
      {openVote && (
        <Row name={t.vote.open}>
          {t.vote.stages[openVote.stage]}, {t.vote.by(t.vote.methods[openVote.method])}.{' '}
          {openVote.article && `${t.vote.article(openVote.article)}. `}
          {openVote.question ?? t.vote.hidden}
        </Row>
      )}
      {lastVote && (
        <Row name={t.vote.last}>
          <VoteWords lang={lang} vote={lastVote} />
        </Row>
      )}
    </dl>
  )
}

/** When the time of a speaker is over, for a clock that counts down. */
export const endOf = (from: string, minutes: number): string =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString()

const Row = ({ name, children }: { name: string; children?: Child }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{children}</dd>
  </div>
)

export const VoteWords = ({ lang, vote }: { lang: Lang; vote: LiveVote }) => {
  const t = textsIn(lang).vote
  return (
    <>
      {t.about(t.stages[vote.stage])}
      {vote.question && <>: {vote.question}</>}
      <br />
      <strong>{t.results[vote.result]}</strong>: {countWords(lang, vote)}.
      {vote.needed !== null && ` ${t.needed(vote.needed)}`}
    </>
  )
}

const HappenedWords = ({ lang, zone, one }: Told & { one: Happened }) => {
  const t = textsIn(lang).events
  switch (one.kind) {
    case 'opened':
    case 'resumed':
    case 'closed':
    case 'reopened':
      return <>{t[one.kind]}</>
    case 'doors-opened':
      return <>{t.doorsOpened}</>
    case 'suspended':
      return <>{one.until === null ? t.suspended : t.suspendedUntil(hourOrWords(one.until, zone))}</>
    case 'rolled':
      return <>{t.rolled(one.present, one.absent)}</>
    case 'arrived':
      return <>{(one.remote ? t.arrivedRemote : t.arrived)(one.name)}</>
    case 'left':
      return <>{t.left(one.name)}</>
    case 'item-opened':
      return <>{`${t.itemOpened}: ${itemTitle(lang, one.item)}`}</>
    case 'item-added':
      return <>{`${t.itemAdded}: ${itemTitle(lang, one.item)}`}</>
    case 'item-closed':
      return (
        <>
          {`${t.outcomes[one.outcome]}: ${itemTitle(lang, one.item)}`}
          {one.reason && ` (${one.reason})`}
        </>
      )
    case 'motion':
      return <>{`${one.mover === null ? t.motionNobody : t.motion(one.mover)}: ${one.words}`}</>
    case 'conflict':
      return <>{`${t.conflict(one.name)}: ${itemTitle(lang, one.item)}`}</>
    case 'vote':
      return <VoteWords lang={lang} vote={one.vote} />
    case 'doors-closed':
      return (
        <>
          {textsIn(lang).doors.wasClosed}
          <DoorWords lang={lang} doors={one.doors} />
        </>
      )
  }
}
