import { documentUrls } from '#platform/documents/urls.ts'
import { formatDate, formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { Thread, type Step } from '#ui/thread.tsx'
import { textsIn as actTexts } from '../texts.ts'
import { actUrls } from '../urls.ts'
import type { ActView } from './act-view.ts'
import type { PublicEvent } from './beside-queries.ts'
import { Section } from './section-part.tsx'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; view: ActView }

/** What happened to it, in its order, each with the moment at which it was entered. */
export const Story = ({ lang, view: { events, act } }: Props) => {
  const t = textsIn(lang).story
  if (events.length === 0) return null
  return (
    <Section id="historia" title={t.title}>
      <Thread label={t.title} steps={events.map((event) => stepOf(lang, act.zone, event))} />
    </Section>
  )
}

function stepOf(lang: Lang, zone: string, event: PublicEvent): Step {
  const t = textsIn(lang).story
  const { happenedOn, at, reason, protocol, by } = event
  const otherDay = happenedOn !== null && happenedOn !== civilDateIn(zone, at)
  return {
    title: actTexts(lang).events[event.kind],
    when: happenedOn === null ? formatMoment(lang, at, zone) : formatDate(lang, happenedOn),
    state: 'done',
    text: (
      <>
        {reason && <p>{reason}</p>}
        {by && (
          <p>
            {t.by}: <a href={inLanguage(lang, actUrls.act(by.slug))}>{nameOfOther(lang, by)}</a>
          </p>
        )}
        {(protocol || happenedOn !== null) && (
          <p class="kv-quiet">
            {[
              protocol && t.protocol(protocol),
              happenedOn !== null && t.entered(otherDay ? formatDay(lang, at, zone) : formatMoment(lang, at, zone)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
      </>
    ),
  }
}

const nameOfOther = (lang: Lang, { kind, number }: NonNullable<PublicEvent['by']>): string =>
  textsIn(lang).numbered(actTexts(lang).kinds[kind], number)

/** What the council changed before it adopted it. */
export const Amendments = ({ lang, view: { amendments, act } }: Props) => {
  const t = textsIn(lang).amendments
  if (amendments.length === 0) return null
  return (
    <Section id="amendamentet" title={t.title}>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {amendments.map(({ article, words, mover, state, note }) => (
          <li>
            <span lang={act.lang === lang ? undefined : act.lang}>
              {article && <strong>{article}: </strong>}
              {words}
            </span>
            <br />
            <span class="kv-quiet">{[mover && t.mover(mover), t[state], note].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

export const Returns = ({ lang, view: { returns, act } }: Props) => {
  const t = textsIn(lang).returns
  if (returns.length === 0) return null
  return (
    <Section id="kthimi" title={t.title}>
      {returns.map(({ returnedOn, reasons, outcome, outcomeOn }) => (
        <>
          <p class="govuk-body">{t.returned(returnedOn)}</p>
          <p class="govuk-body" lang={act.lang === lang ? undefined : act.lang}>
            {reasons}
          </p>
          <p class="govuk-body">{outcome === null ? t.open : t.outcomes[outcome](outcomeOn ?? returnedOn)}</p>
        </>
      ))}
    </Section>
  )
}

export const Postings = ({ lang, view: { postings } }: Props) => {
  const t = textsIn(lang).postings
  if (postings.length === 0) return null
  return (
    <Section id="afishimi" title={t.title}>
      <ul class="govuk-list">
        {postings.map(({ place, postedOn, takenOffOn, documentId }) => (
          <li>
            {t.one(place, postedOn, takenOffOn)}
            {documentId && (
              <>
                {' · '}
                <a href={inLanguage(lang, documentUrls.one(documentId))}>{t.proof}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
