import type { Child } from 'hono/jsx'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import type { Explanation } from '#platform/deadlines/explanation/explanation-rules.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { ruleUrl } from '#platform/deadlines/rule-address-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { classNames } from './class-names.ts'

type Props = { lang: Lang; explanation: Explanation; children?: Child }

/**
 * A date with all by which it can be checked by hand: the sentences, every day on the way, the law and where it was seen.
 */
export const ExplanationBox = ({ lang, explanation, children }: Props) => (
  <div class="kv-explanation">
    <ul class="kv-explanation__sentences">
      {explanation.sentences.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
    <Readings lang={lang} explanation={explanation} />
    <Days lang={lang} explanation={explanation} />
    <Origin lang={lang} explanation={explanation} />
    {children}
  </div>
)

/** One line for each run of days: what would be read down a calendar. */
const Days = ({ lang, explanation: { days } }: Props) => {
  const { box: t } = explanationTexts(lang)
  if (days.length === 0) return null
  return (
    <table class="kv-days">
      <caption>{t.days}</caption>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.counts}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ kind, dates, weekdays, words }) => (
          <tr class={classNames('kv-days__row', `kv-days__row--${kind}`)}>
            <th scope="row">
              {dates}
              {weekdays && <span class="kv-days__weekday">{weekdays}</span>}
            </th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Readings = ({ lang, explanation: { readings } }: Props) => {
  if (readings.length === 0) return null
  return (
    <table class="kv-days">
      <caption>{explanationTexts(lang).box.readings}</caption>
      <tbody>
        {readings.map(({ words, due }) => (
          <tr class="kv-days__row">
            <th scope="row">{formatDate(lang, due)}</th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Origin = ({ lang, explanation: { ruleId, lawName, sources, confidence } }: Props) => {
  const { box: t, confidences } = explanationTexts(lang)
  if (!lawName) return null
  return (
    <dl class="kv-explanation__origin">
      <dt>{t.law}</dt>
      <dd>{lawName}</dd>
      {ruleId && <dt>{t.rule}</dt>}
      {ruleId && (
        <dd>
          <a href={inLanguage(lang, ruleUrl(ruleId))}>{ruleId}</a>
        </dd>
      )}
      {sources.length > 0 && <dt>{t.sources}</dt>}
      {sources.map((source) => (
        <dd>
          <SourceLink source={source} />
        </dd>
      ))}
      {confidence && <dt>{t.confidence}</dt>}
      {confidence && <dd>{confidences[confidence]}</dd>}
    </dl>
  )
}

/** An address as it was noted, without its beginning; a link unless it was shortened or has words behind it. Short: whose it is. */
export const SourceLink = ({ source, short = false }: { source: string; short?: boolean }) =>
  /^[a-z0-9.-]+\.[a-z]{2,}(\/[^\s…]*)?$/i.test(source) ? (
    <a href={`https://${source}`} rel="noreferrer">
      {short ? source.replace(/\/.*$/, '') : source}
    </a>
  ) : (
    <>{source}</>
  )
