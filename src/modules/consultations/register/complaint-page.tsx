import type { Child } from 'hono/jsx'
import type { Rule } from '#law/rules/rule.ts'
import { daysAway } from '#platform/deadlines/explanation/time-left-rules.ts'
import { ruleUrl } from '#platform/deadlines/rule-address-rules.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { ClockBox } from '#ui/clock.tsx'
import { ExplanationBox, SourceLink } from '#ui/explanation.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { ComplaintView } from './complaint-view.ts'
import { registerUrls } from './urls.ts'

type Props = { page: PageContext; view: ComplaintView }
type Part = { lang: Lang; view: ComplaintView }

/** The Commissioner's own site: whose address changes there first. */
const COMMISSIONER = 'https://www.idp.al/'

/** Who may complain about how a consultation was run, to whom, until when, how, and what comes then. */
export const ComplaintPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).complaint
  const { consultation, rules, onTheLaw } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${consultation.title}`}
      canonical={registerUrls.complaint(consultation.slug)}
      back={{ href: inLanguage(lang, consultationUrls.one(consultation.slug)), label: t.back }}
    >
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l" lang={consultation.shownLang === lang ? undefined : consultation.shownLang}>
        {consultation.title}
      </p>
      <p class="govuk-body">{t.lead}</p>
      {rules ? (
        <>
          {!onTheLaw && <Inset>{t.otherBasis}</Inset>}
          <BeforeAdoption lang={lang} view={view} rule={rules['AL-CONS-COMPLAINT-HEAD']} />
          <AfterAdoption lang={lang} view={view} rule={rules['AL-CONS-COMPLAINT']} />
        </>
      ) : (
        <section aria-labelledby="rruga-e-ankeses">
          <h2 class="govuk-heading-l" id="rruga-e-ankeses">
            {t.kosovoTitle}
          </h2>
          <Inset>{t.kosovo}</Inset>
        </section>
      )}
      <How lang={lang} view={view} />
      {rules && <Next lang={lang} rules={rules} />}
    </Layout>
  )
}

const BeforeAdoption = ({ lang, view, rule }: Part & { rule: Rule }) => {
  const t = textsIn(lang).complaint
  const { adopted, institution } = view
  return (
    <section aria-labelledby="para-miratimit">
      <h2 class="govuk-heading-l" id="para-miratimit">
        {t.before}
      </h2>
      <SummaryList
        rows={[
          { key: t.who, value: t.whoWords },
          { key: t.whom, value: t.head(institution.name) },
          {
            key: t.until,
            value: adopted ? t.adoptedAlready(formatDate(lang, adopted.on), adopted.reference) : t.openUntilAdopted,
          },
          ...originOf(lang, rule),
        ]}
      />
    </section>
  )
}

const AfterAdoption = ({ lang, view, rule }: Part & { rule: Rule }) => {
  const t = textsIn(lang).complaint
  return (
    <section aria-labelledby="pas-miratimit">
      <h2 class="govuk-heading-l" id="pas-miratimit">
        {t.after}
      </h2>
      <SummaryList
        rows={[
          { key: t.who, value: t.whoWords },
          {
            key: t.whom,
            value: (
              <>
                {t.commissioner}
                <br />
                {t.commissionerAddress} <a href={COMMISSIONER}>{COMMISSIONER}</a>
              </>
            ),
          },
          ...(view.clock ? [] : [{ key: t.until, value: t.notAdopted }]),
          ...originOf(lang, rule),
        ]}
      />
      <Until lang={lang} view={view} />
    </section>
  )
}

const Until = ({ lang, view: { clock, today } }: Part) => {
  const t = textsIn(lang).complaint
  if (!clock) return null
  const { words, tone } = daysAway(lang, clock.dueOn, today)
  return (
    <ClockBox
      label={t.clockLabel}
      date={formatDate(lang, clock.dueOn)}
      daysLeft={words}
      tone={tone}
      notes={clock.explanation.mark === null ? [] : [clock.explanation.mark]}
      explanation={{ summary: t.why, text: <ExplanationBox lang={lang} explanation={clock.explanation} /> }}
    />
  )
}

/** Whence it is known, and how surely: as everywhere where the law is told. */
function originOf(lang: Lang, { id, lawName, confidence, sources }: Rule): { key: string; value: Child }[] {
  const t = textsIn(lang).complaint
  return [
    {
      key: t.rule,
      value: (
        <>
          {lawName[lang]} · <a href={inLanguage(lang, ruleUrl(id))}>{id}</a>
        </>
      ),
    },
    {
      key: t.sureness,
      value: (
        <>
          {t.confidence[confidence]}
          {sources.map((source) => (
            <>
              <br />
              {t.source}: <SourceLink source={source} />
            </>
          ))}
        </>
      ),
    },
  ]
}

const How = ({ lang, view: { consultation, institution, address } }: Part) => {
  const t = textsIn(lang).complaint
  const { registerNumber, registerYear, title, slug } = consultation
  const number = registerNumber === null ? slug : `${registerNumber}/${registerYear}`
  const subject = t.subject(number, title).slice(0, 200)
  const form = inLanguage(lang, `/shkruani/${institution.slug}?lenda=${encodeURIComponent(subject)}`)
  return (
    <section aria-labelledby="si-ankoheni">
      <h2 class="govuk-heading-l" id="si-ankoheni">
        {t.how}
      </h2>
      <p class="govuk-body">{t.say}</p>
      <SummaryList
        rows={[
          {
            key: t.byForm,
            value: (
              <>
                {t.byFormWords} <a href={form}>{t.formLink(institution.name)}</a>
              </>
            ),
          },
          {
            key: t.byMail,
            value: address ? <a href={`mailto:${address.email}`}>{address.email}</a> : t.noAddress,
          },
          ...(address?.postal ? [{ key: t.byLetter, value: address.postal }] : []),
          ...(address?.telephone ? [{ key: t.telephone, value: address.telephone }] : []),
        ]}
      />
    </section>
  )
}

const Next = ({ lang, rules }: { lang: Lang; rules: NonNullable<ComplaintView['rules']> }) => {
  const t = textsIn(lang).complaint
  const sureness = ({ id, confidence }: Rule) => (
    <span class="kv-quiet">
      {' '}
      ({t.confidence[confidence]}, <a href={inLanguage(lang, ruleUrl(id))}>{id}</a>)
    </span>
  )
  return (
    <section aria-labelledby="cfare-vjen">
      <h2 class="govuk-heading-l" id="cfare-vjen">
        {t.next}
      </h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          {t.nextSubmissions}
          {sureness(rules['AL-CONS-SUBMISSIONS'])}
        </li>
        <li>{t.nextHearing}</li>
        <li>{t.nextBreach}</li>
        <li>
          {t.nextDecision}
          {sureness(rules['AL-CONS-DECISION'])}
        </li>
      </ol>
    </section>
  )
}
