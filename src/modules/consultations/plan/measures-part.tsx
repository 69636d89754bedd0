import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import { monitoringUrls } from '../monitoring/urls.ts'
import { officePlanUrls, planUrls } from '../urls.ts'
import { FINDINGS, INDICATORS, PROCESS_QUESTIONS } from './content-rules.ts'
import type { EarlierMeasure } from './measure-queries.ts'
import type { MeasureAbout } from './rows-rules.ts'

type Props = { lang: Lang; planId: string; zone: string; measures: readonly EarlierMeasure[] }

/** What the institution meant to do better, from its earlier consultations; one press takes one of them over, or leaves it. */
export const MeasuresPart = ({ lang, planId, zone, measures }: Props) => {
  const t = textsIn(lang).plans.measures
  if (measures.length === 0) return null
  return (
    <section aria-labelledby="masat">
      <h2 class="govuk-heading-m" id="masat">
        {t.title}
      </h2>
      <p class="govuk-body">{t.intro}</p>
      <ul class="govuk-list">
        {measures.map((measure) => (
          <li class="kv-row">
            <p class="govuk-body">
              <strong>{measure.words}</strong>{' '}
              {measure.choice && (
                <Tag tone={measure.choice === 'adopted' ? 'done' : 'stopped'}>{t.choices[measure.choice]}</Tag>
              )}
              <br />
              {t.about} «{measureAbout(lang, measure.about)}»
            </p>
            <p class="kv-quiet">
              {t[measure.source](measure.planTitle, formatDay(lang, measure.publishedAt, zone))}{' '}
              <a href={inLanguage(lang, sourceHref(measure))}>{t.source}</a>
            </p>
            {measure.choice !== 'adopted' && <Choice lang={lang} planId={planId} measure={measure} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Choice = ({ lang, planId, measure }: { lang: Lang; planId: string; measure: EarlierMeasure }) => {
  const t = textsIn(lang).plans.measures
  const words = <span class="govuk-visually-hidden">: {measure.words}</span>
  return (
    <form method="post" action={inLanguage(lang, officePlanUrls.measure(planId))}>
      <input type="hidden" name="nga" value={measure.planId} />
      <input type="hidden" name="rreth" value={measure.about} />
      <div class="govuk-button-group">
        <Button kind="secondary" name="veprimi" value="merr">
          {t.take}
          {words}
        </Button>
        {measure.choice === null && (
          <Button kind="secondary" name="veprimi" value="lere">
            {t.leave}
            {words}
          </Button>
        )}
      </div>
    </form>
  )
}

const sourceHref = ({ source, planId }: EarlierMeasure): string =>
  source === 'monitoring' ? monitoringUrls.one(planId) : planUrls.one(planId)

/** What a measure is to make better, in the words of the form. */
export function measureAbout(lang: Lang, about: MeasureAbout): string {
  const t = textsIn(lang).plans.form
  const question = PROCESS_QUESTIONS.find((one) => one === about)
  if (question) return t.processQuestions[question]
  const indicator = INDICATORS.find((one) => one === about)
  if (indicator) return t.indicators[indicator]
  const finding = FINDINGS.find((one) => one === about)
  return finding ? t.findings[finding] : about
}
