import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { NewActivity } from './activity-queries.ts'
import type { ActivitySection } from './activity-rules.ts'
import type { ConsultationPlan, InBoth } from './plan-rules.ts'

type Fact = Omit<NewActivity, 'institutionId' | 'consultationId' | 'ordinal'>

/** Every fact of the form as one line each, in the form's own sections. What the form leaves open is said to be open. */
export const activitiesOf = (plan: ConsultationPlan): Fact[] => [
  ...audienceFacts(plan),
  ...legalFacts(plan),
  ...meetingFacts(plan),
  ...resourceFacts(plan),
  ...responseFacts(plan),
]

const audienceFacts = (plan: ConsultationPlan): Fact[] => [
  ...plan.audiences.map((audience) =>
    fact(
      'audience',
      (lang) => audience.name[lang],
      (lang) =>
        listed(lang, [...audience.categories.map((one) => one.name), ...audience.methods.map((one) => one.text)]),
    ),
  ),
  ...plan.audiences.flatMap((audience) =>
    audience.planned_activities.map((planned) => fact('planned', (lang) => `${planned.count} ${planned.name[lang]}`)),
  ),
  ...plan.undated_activities.map((activity) =>
    fact(
      'planned',
      (lang) => activity.text[lang],
      (lang) => textsIn(lang).unknownDate,
    ),
  ),
]

const legalFacts = (plan: ConsultationPlan): Fact[] => [
  ...plan.legal_acts.map((act) => ({
    ...fact(
      'legal-act',
      (lang) => textsIn(lang).plan.order(act.issuer[lang], act.number),
      (lang) => act.subject[lang],
    ),
    dateFrom: act.date,
    dateTo: act.date,
  })),
  ...plan.working_groups.map((group) =>
    fact(
      'working-group',
      (lang) => group.name[lang],
      (lang) => groupWords(plan, group, lang),
    ),
  ),
]

const meetingFacts = (plan: ConsultationPlan): Fact[] =>
  plan.meetings.map((meeting) => ({
    ...fact(
      'meeting',
      (lang) => `${textsIn(lang).plan.meetingKinds[meeting.kind]}: ${meeting.topic[lang]}`,
      (lang) => meetingWords(meeting, lang),
    ),
    dateFrom: meeting.date_from,
    dateTo: meeting.date_to,
    place: meeting.place,
  }))

const responseFacts = (plan: ConsultationPlan): Fact[] => [
  ...plan.response_channels.map((channel) =>
    fact(
      'channel',
      (lang) => channel.name[lang],
      () => channel.address,
    ),
  ),
  ...plan.monitoring.quantitative_indicators
    .filter((indicator) => indicator.selected)
    .map((indicator) =>
      fact(
        'indicator',
        (lang) => indicator.name[lang],
        (lang) => indicatorWords(indicator, lang),
      ),
    ),
  ...plan.observations.map((observation) => fact('observation', (lang) => observation.note[lang])),
]

function fact(
  section: ActivitySection,
  title: (lang: Lang) => string,
  text: (lang: Lang) => string | null = () => null,
): Fact {
  const words = (lang: Lang) => ({ title: title(lang), text: text(lang) || null })
  return { section, dateFrom: null, dateTo: null, place: null, words: { sq: words('sq'), en: words('en') } }
}

const listed = (lang: Lang, names: readonly InBoth[]): string => names.map((name) => name[lang]).join('; ')

function groupWords(plan: ConsultationPlan, group: ConsultationPlan['working_groups'][number], lang: Lang): string {
  const t = textsIn(lang).plan
  const act = plan.legal_acts.find((one) => one.key === group.created_by)
  return [
    act ? t.createdBy(act.number, formatDate(lang, act.date)) : null,
    group.chair ? t.chair(group.chair[lang]) : null,
    group.members_stated ? t.members(listed(lang, group.members)) : t.membersUnknown,
  ]
    .filter(Boolean)
    .join('. ')
}

function meetingWords(meeting: ConsultationPlan['meetings'][number], lang: Lang): string {
  const t = textsIn(lang).plan
  return [
    t.invited(meeting.audience[lang]),
    meeting.participants.length > 0 ? meeting.participants.join(', ') : null,
    meeting.supported_by ? t.supportedBy(meeting.supported_by) : null,
    meeting.outcome ? t.outcome(meeting.outcome[lang]) : null,
  ]
    .filter(Boolean)
    .join('. ')
}

function resourceFacts({ resources }: ConsultationPlan): Fact[] {
  return [
    ...resources.human.map((one) => fact('resource', (lang) => one[lang])),
    ...resources.financial.map((one) =>
      fact(
        'resource',
        (lang) => `${one.supporter}: ${one.project[lang]}`,
        (lang) => `${one.covers[lang]}. ${one.amount ?? textsIn(lang).plan.amountUnknown}`,
      ),
    ),
    ...resources.equipment.map((one) => fact('resource', (lang) => one.name[lang])),
  ]
}

function indicatorWords(
  indicator: ConsultationPlan['monitoring']['quantitative_indicators'][number],
  lang: Lang,
): string {
  const t = textsIn(lang).plan
  const planned = indicator.planned ? t.planned(indicator.planned[lang]) : t.plannedUnknown
  return `${planned}. ${indicator.achieved ? t.achieved(indicator.achieved[lang]) : t.achievedUnknown}`
}
