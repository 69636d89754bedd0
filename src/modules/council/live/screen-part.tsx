import { formatHour } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { countWords, endOf, itemTitle, Said } from './live-part.tsx'
import type { Live, LiveOpenVote, LiveVote } from './live-rules.ts'
import type { LiveView } from './live-view.ts'
import { textsIn } from './texts.ts'

type Part = { lang: Lang; view: LiveView }

/** What is read from the last row of the room: the item, who speaks and how long, the question, the names, the result. */
export const ScreenPart = ({ lang, view: { live, meeting } }: Part) => {
  const t = textsIn(lang)
  const hour = (at: string) => formatHour(new Date(at), meeting.zone)
  const shown = freshVote(live)
  return (
    <>
      <Said lang={lang} live={live} />
      <div data-piece="screen" class="kv-screen__now">
        {live.item && live.phase !== 'open' && <p class="kv-screen__phase">{t.phases[live.phase]}</p>}
        {live.doors && (
          <p class="kv-screen__phase">
            {live.doors.since ? t.doors.closedSince(hour(live.doors.since)) : t.doors.closed}
          </p>
        )}
        <h1>{live.item ? itemTitle(lang, live.item) : live.phase === 'open' ? t.noItem : t.phases[live.phase]}</h1>
        {live.openVote ? (
          <Question lang={lang} vote={live.openVote} />
        ) : shown ? (
          <Result lang={lang} vote={shown} />
        ) : (
          <Speaker lang={lang} live={live} />
        )}
        <Quorum lang={lang} live={live} />
      </div>
    </>
  )
}

/** The last result stands until somebody has the floor or another item is opened. */
function freshVote({ lastVote, speaker, item }: Live): LiveVote | null {
  if (!lastVote || (speaker && speaker.from >= lastVote.at)) return null
  return (lastVote.item?.id ?? null) === (item?.id ?? null) || item === null ? lastVote : null
}

const Speaker = ({ lang, live: { speaker } }: { lang: Lang; live: Live }) => {
  const t = textsIn(lang)
  if (!speaker) return null
  return (
    <div class="kv-screen__speaker">
      <p>{speaker.name}</p>
      {speaker.minutes !== null && (
        <p class="kv-screen__clock" data-ends={endOf(speaker.from, speaker.minutes)}>
          {t.minutes(speaker.minutes)}
        </p>
      )}
    </div>
  )
}

const Question = ({ lang, vote }: { lang: Lang; vote: LiveOpenVote }) => {
  const t = textsIn(lang).vote
  return (
    <div class="kv-screen__vote">
      <p class="kv-screen__kind">
        {t.about(t.stages[vote.stage])}, {t.by(t.methods[vote.method])}
        {vote.article && `: ${vote.article}`}
      </p>
      <p class="kv-screen__question">{vote.question ?? t.hidden}</p>
      {vote.names && (
        <ul class="kv-screen__names" data-board>
          {vote.names.map((name) => (
            <li data-name={name}>{name}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Result = ({ lang, vote }: { lang: Lang; vote: LiveVote }) => {
  const t = textsIn(lang).vote
  return (
    <div class="kv-screen__vote">
      {vote.question && <p class="kv-screen__question">{vote.question}</p>}
      <p class="kv-screen__result">
        <strong>{t.results[vote.result]}</strong> {countWords(lang, vote)}
      </p>
      {vote.ballots && (
        <ul class="kv-screen__names">
          {vote.ballots.map(({ name, choice }) => (
            <li data-choice={choice}>
              {name} <strong>{t.choices[choice]}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Quorum = ({ lang, live: { quorum } }: { lang: Lang; live: Live }) => {
  const t = textsIn(lang)
  if (!quorum) return null
  return (
    <p class="kv-screen__quorum">
      <strong>{quorum.met ? t.quorumMet : t.quorumNotMet}</strong>{' '}
      {t.quorumOf(quorum.present, quorum.members, quorum.needed)}
    </p>
  )
}
