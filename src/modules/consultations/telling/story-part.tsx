import type { Child } from 'hono/jsx'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Inset } from '#ui/inset.tsx'
import type { Step } from '#ui/thread.tsx'
import { Words } from '../comments/comment-part.tsx'
import { ledgerUrls } from '../urls.ts'
import { storyTitle } from './story-lines-texts.ts'
import type { StoryStep } from './story-rules.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

type Place = { lang: Lang; slug: string; zone: string }
/** What of the text changed because of the answer. Addresses are without language prefix. */
type Change = { versionN: number; words: string; href: string }

/** A step with its moment, so that it finds its place among what happened to the comment itself. */
export type DatedStep = { at: Date; step: Omit<Step, 'state'> }

export const storySteps = (place: Place, story: readonly StoryStep[], changes: readonly Change[]): DatedStep[] =>
  story.map((one) => {
    const text = textOf(place, one, changes)
    const when = formatMoment(place.lang, one.at, place.zone)
    return { at: one.at, step: { title: storyTitle(place.lang, one), when, ...(text !== null && { text }) } }
  })

function textOf(place: Place, step: StoryStep, changes: readonly Change[]): Child | null {
  const { lang } = place
  if (step.kind === 'answered' || step.kind === 'corrected') return <Answered {...place} step={step} />
  const own = step.kind === 'changed' ? changes.filter(({ versionN }) => versionN === step.n) : []
  if (own.length === 0) return null
  return (
    <ul class="govuk-list">
      {own.map(({ words, href }) => (
        <li>
          <a href={inLanguage(lang, href)}>{words}</a>
        </li>
      ))}
    </ul>
  )
}

const Answered = ({ lang, slug, step }: Place & { step: StoryStep }) => {
  const texts = tellingTexts(lang)
  const t = texts.story
  const { decision, ground, role, correction, code, entry } = step
  return (
    <>
      {decision && (
        <p>{t.decision(texts.decisions[decision] + (ground === null ? '' : ` (${texts.grounds[ground]})`))}</p>
      )}
      {correction !== null && <p>{t.correction(correction)}</p>}
      {role !== null && <p>{t.decidedBy(role)}</p>}
      <p>
        <a href={inLanguage(lang, tellingUrls.answer(slug, code ?? ''))}>
          {t.readAnswer}
          <span class="govuk-visually-hidden"> {formatNumber(step.n ?? 1)}</span>
        </a>
        {entry !== null && (
          <>
            {', '}
            <a href={inLanguage(lang, ledgerUrls.entry(entry))}>{t.entry(formatNumber(entry))}</a>
          </>
        )}
      </p>
    </>
  )
}

/** The answer itself, above the rest of the story: what was decided, why, and what one can do about it. */
export const OwnAnswer = ({
  lang,
  slug,
  ownKey,
  story,
}: {
  lang: Lang
  slug: string
  /** Of the own page; null: it is rated by the link of the letter alone. */
  ownKey: string | null
  story: readonly StoryStep[]
}) => {
  const texts = tellingTexts(lang)
  const t = texts.story
  const said = story.filter(({ kind }) => kind === 'answered' || kind === 'corrected').at(-1)
  if (!said?.decision) return null
  const rated = story.some(({ kind }) => kind === 'rated')
  const { decision, ground, reason } = said
  return (
    <section aria-labelledby="pergjigjja">
      <h2 class="govuk-heading-m" id="pergjigjja">
        {t.answerTitle}
      </h2>
      <Inset>
        <p>
          <strong>
            {t.decision(texts.decisions[decision] + (ground === null ? '' : ` (${texts.grounds[ground]})`))}
          </strong>
        </p>
        <div lang={said.lang === null || said.lang === lang ? undefined : said.lang}>
          <Words words={reason ?? ''} />
        </div>
      </Inset>
      <p class="kv-deeds">
        <a href={inLanguage(lang, tellingUrls.answer(slug, said.code ?? ''))}>{t.readAnswer}</a>
        {ownKey !== null && !rated && <a href={inLanguage(lang, tellingUrls.ownRating(ownKey))}>{t.rate}</a>}
        <a href={inLanguage(lang, tellingUrls.complaint(slug))}>{t.complaint}</a>
      </p>
    </section>
  )
}
