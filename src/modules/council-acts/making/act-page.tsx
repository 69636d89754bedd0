import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { COUNTRY_WORDS } from '#platform/institutions/country-words-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { LinkButton } from '#ui/button.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { MatterThread } from '#ui/matter-thread.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { Thread } from '#ui/thread.tsx'
import { ACT_RECORD, numberOf } from '../act-rules.ts'
import { MayorReturnPart } from '../signing/mayor-return-part.tsx'
import { kindIn, textsIn } from '../texts.ts'
import { actOfficeUrls as office } from '../urls.ts'
import { ActDocuments } from './act-documents-part.tsx'
import { ActNav } from './act-nav-part.tsx'
import type { OfficeActView } from './act-view.ts'
import type { NextDeed } from './making-rules.ts'
import { actTone } from './act-tone-part.ts'
import { NumberDeed, VoidDeed } from './number-part.tsx'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: OfficeActView; typed: Typed; errors: FieldErrors }
type Props = Omit<Part, 'lang'> & { page: PageContext; status: string | null }

/** One act in the office: where it stands, what comes next, its facts, clocks, papers and story. */
export const OfficeActPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const texts = makingTexts(lang)
  const t = texts.one
  const { act, title } = view
  const part = { lang, view, typed, errors }
  const ref = refOf(ACT_RECORD, act.id)
  return (
    <Layout
      page={page}
      title={title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, office.list()), label: texts.list.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <span class="govuk-caption-l">{[textsIn(lang).kinds[act.kind], numberOf(act)].filter(Boolean).join(' ')}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Tag tone={actTone(act.state)}>{textsIn(lang).states[act.state]}</Tag>
        {saysLegality(act) && (
          <>
            {' '}
            <Tag tone="plain">{textsIn(lang).legalities[act.legality]}</Tag>
          </>
        )}
      </p>
      <ActNav lang={lang} act={{ ...act, title }} current="overview" />
      <Next {...part} />
      <NumberDeed {...part} />
      {view.returns && <MayorReturnPart lang={lang} view={view.returns} />}
      <Clocks lang={lang} view={view} />
      <Facts lang={lang} view={view} />
      {view.mayWrite && act.state === 'draft' && (
        <LinkButton kind="secondary" href={inLanguage(lang, urls.change(act.id))}>
          {t.change}
        </LinkButton>
      )}
      <ActDocuments {...part} />
      <Story lang={lang} view={view} />
      <MatterThread lang={lang} thread={view.thread} today={view.today} whole={false} />
      <VoidDeed {...part} />
      <OfficeLink lang={lang} href={urls.history(ref)} label={t.history} />
      {view.mayTakeDown && <OfficeLink lang={lang} href={urls.takeDown(ref)} label={t.takeDown} />}
    </Layout>
  )
}

/** Nobody waits for an archive to be sent, for an act of one person, or for one without a number. */
const saysLegality = ({ state, history, legality, nature }: OfficeActView['act']): boolean =>
  (state === 'numbered' || state === 'announced') && (legality !== 'none' || (!history && nature === 'normative'))

/** The one coloured button: the number has its own. */
const Next = ({ lang, view: { act, next, mayWrite } }: Part) => {
  const t = makingTexts(lang).one
  if (!mayWrite || next === 'none' || next === 'number') return null
  const href = WHERE[next] ?? office.amendments
  return <LinkButton href={inLanguage(lang, href(act.id))}>{t.deeds[next]}</LinkButton>
}

/** All else is done beside the amendments. */
const WHERE: Partial<Record<NextDeed, (id: string) => string>> = {
  announce: office.announcing,
  notify: office.announcing,
  'send-for-review': office.review,
  're-examine': office.review,
}

type Shown = Pick<Part, 'lang' | 'view'>

const Clocks = ({ lang, view: { clocks } }: Shown) => (
  <>
    {clocks.map(({ words, view: clock }) => (
      <DeadlineBadge
        lang={lang}
        label={words}
        date={clock.date}
        daysLeft={clock.daysLeft}
        tone={clock.tone}
        workBy={clock.workBy}
        explanation={clock.explanation}
        rule={
          clock.deadline.ruleId === null
            ? null
            : { href: inLanguage(lang, `/afatet/${clock.deadline.ruleId}`), label: explanationTexts(lang).box.why }
        }
      />
    ))}
  </>
)

const Facts = ({ lang, view }: Shown) => {
  const [texts, words] = [makingTexts(lang), textsIn(lang)]
  const [t, f] = [texts.one, texts.form]
  const { act, institution, meeting, paper } = view
  const link = (one: { officeHref: string; title: string }) => (
    <a href={inLanguage(lang, one.officeHref)}>{one.title}</a>
  )
  const mayor = COUNTRY_WORDS[act.jurisdiction][lang].mayor
  const by = act.proposerKind === 'mayor' ? capital(mayor) : act.proposerKind && f.proposers[act.proposerKind]
  const proposer = [by, act.proposer].filter(Boolean).join(', ')
  return (
    <section aria-labelledby="te-dhenat">
      <h2 class="govuk-heading-m" id="te-dhenat">
        {t.facts}
      </h2>
      <SummaryList
        rows={[
          { key: t.number, value: numberOf(act) ?? t.noNumber },
          { key: t.institution, value: institution.name },
          { key: f.kind, value: kindIn(lang, act) },
          { key: f.nature, value: act.nature === null ? f.natureNone : words.natures[act.nature] },
          {
            key: f.adoptedOn,
            value: act.adoptedOn === null ? (act.adoptedWords ?? texts.none) : formatDate(lang, act.adoptedOn),
          },
          { key: t.text, value: t.textStates[act.textState] },
          ...(view.bodyName ? [{ key: f.body, value: view.bodyName }] : []),
          { key: t.meeting, value: meeting ? link(meeting) : t.byHand },
          ...(paper ? [{ key: t.paper, value: link(paper) }] : []),
          { key: f.proposerKind, value: proposer || texts.none },
          ...(view.commissionName ? [{ key: f.commission, value: view.commissionName }] : []),
          ...(act.restricted ? [{ key: t.restricted, value: `${act.publicTitle} (${act.restrictedGround})` }] : []),
          ...(act.summary ? [{ key: f.summary, value: act.summary }] : []),
        ]}
      />
    </section>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const Story = ({ lang, view: { events, act } }: Shown) => {
  const [t, words] = [makingTexts(lang).one, textsIn(lang)]
  return (
    <section aria-labelledby="ecuria">
      <h2 class="govuk-heading-m" id="ecuria">
        {t.story}
      </h2>
      <Thread
        label={t.story}
        steps={events.map(({ kind, happenedOn, at, reason }, index) => ({
          title: words.events[kind],
          when: happenedOn === null ? formatDay(lang, at, act.zone) : formatDate(lang, happenedOn),
          state: index === events.length - 1 ? 'now' : 'done',
          ...(reason ? { text: reason } : {}),
        }))}
      />
    </section>
  )
}
