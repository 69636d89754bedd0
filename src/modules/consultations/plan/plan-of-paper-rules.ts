import type { ConsultationPlan } from '../history/plan-rules.ts'
import {
  CATEGORIES,
  contentSchema,
  COUNTING_TOOLS,
  FINDINGS,
  INDICATORS,
  JUDGING_TOOLS,
  PROCESS_QUESTIONS,
  type ActivityKind,
  type CountingTool,
  type Finding,
  type Indicator,
  type JudgingTool,
  type Method,
  type Monitoring,
  type PlanContent,
  type ProcessQuestion,
  type ResponseKind,
  type Scope,
  type Section,
  type Timeline,
} from './content-rules.ts'

/** A filled form that is taken in as a file, as a plan: in Albanian, people as roles, nothing put right. */
export const contentOfPaper = (paper: ConsultationPlan): PlanContent =>
  contentSchema.parse({
    shape: 1,
    scope: scopeOf(paper),
    timeline: timelineOf(paper),
    resources: {
      people: paper.resources.human.map((one) => ({
        role: one.sq,
        unit: one.unit?.sq ?? null,
        order: orderNamed(paper, one.order ?? null),
      })),
      money: paper.resources.financial.map((one) => ({
        donor: one.supporter,
        project: one.project.sq,
        covers: one.covers.sq,
        amount: one.amount,
        currency: null,
      })),
      equipment: paper.resources.equipment.map((one) => ({ item: one.name.sq, provider: institution(paper, one) })),
      notes: notesOn(paper, 3),
    },
    responses: {
      channels: paper.response_channels.map(({ kind, name, address }) => ({
        kind: responseKind(kind ?? null),
        name: name.sq,
        address,
      })),
      words: null,
      notes: notesOn(paper, 4),
    },
    monitoring: monitoringOf(paper),
  })

const institution = (paper: ConsultationPlan, { provided_by: by }: { provided_by?: string | undefined }) =>
  by === undefined ? null : by === paper.institution ? (paper.institution_name?.sq ?? by) : by

function orderNamed(paper: ConsultationPlan, key: string | null): string | null {
  const act = paper.legal_acts.find((one) => one.key === key)
  return act ? `${act.issuer.sq}, nr. ${act.number}, ${dotted(act.date)}` : null
}

const dotted = (day: string): string =>
  day
    .split('-')
    .map((part) => String(Number(part)))
    .toReversed()
    .join('.')

const SECTION_OF: Record<string, Section> = {
  title: 1,
  contact: 1,
  audiences: 1,
  opens: 2,
  closes: 2,
  meetings: 2,
  resources: 3,
  response_channels: 4,
  monitoring: 5,
}

/** What was noted stands with the last section that it is about. */
const notesOn = (paper: ConsultationPlan, section: Section): string[] =>
  paper.observations
    .filter(({ about }) => Math.max(1, ...(about ?? []).map((part) => SECTION_OF[part] ?? 1)) === section)
    .map(({ note }) => note.sq)

const METHOD_OF: Record<string, Method> = { e_consultation: 'e-consultation', meetings: 'working-group' }
const ACTIVITY_OF: Record<string, ActivityKind> = {
  inter_institutional_working_group_meeting: 'group-meeting',
  gnp_meeting: 'group-meeting',
  workshop: 'workshop',
  consultative_meeting: 'consultative-meeting',
}

function scopeOf(paper: ConsultationPlan): Scope {
  const years = [
    { what: 'strategjia', of: paper.strategy_years },
    { what: 'plani i veprimit', of: paper.action_plan_years },
  ]
  return {
    title: paper.title.sq,
    titleEn: paper.title.en,
    actKind: 'strategy',
    periods: years.flatMap(({ what, of }) => (of ? [{ what, from: of.from, to: of.to }] : [])),
    audiences: paper.audiences.map((one) => ({
      name: one.name.sq,
      type: one.type_code,
      categories: CATEGORIES.filter((known) => one.categories.some(({ key }) => categoryOf(key) === known)),
      otherCategories: one.categories.filter(({ key }) => categoryOf(key) === null).map(({ name }) => name.sq),
      methods: one.methods.flatMap(({ kind }) => METHOD_OF[kind ?? ''] ?? []),
      otherMethods: [],
      methodsNote: one.methods.map(({ text }) => text.sq).join('; ') || null,
      channels: one.channels.some(({ kind }) => kind === 'email') ? ['email'] : [],
      otherChannels: [],
      channelsNote: one.channels.length > 0 ? paper.contact.role.sq : null,
      planned: one.planned_activities.map(({ kind, count, name }) => ({
        kind: ACTIVITY_OF[kind ?? ''] ?? 'other',
        count,
        words: name.sq,
      })),
    })),
    coordinator: { role: paper.contact.role.sq, address: paper.contact.address },
    notes: notesOn(paper, 1),
  }
}

const CATEGORY_OF: Record<string, (typeof CATEGORIES)[number]> = {
  local_government: 'local-government',
  responsible_institutions: 'responsible-institutions',
  civil_society: 'civil-society',
  academics: 'academia',
  international_organisations: 'international-organisations',
  migrants: 'migrants',
  eu_delegation: 'eu-delegation',
}
const categoryOf = (key: string | undefined) => CATEGORY_OF[key ?? ''] ?? null

const timelineOf = (paper: ConsultationPlan): Timeline => ({
  orders: paper.legal_acts.map(({ issuer, number, date, subject }) => ({
    issuer: issuer.sq,
    number,
    date,
    subject: subject.sq,
  })),
  groups: paper.working_groups.map((group) => ({
    name: group.name.sq,
    chair: group.chair?.sq ?? null,
    order: orderNamed(paper, group.created_by),
    members: group.members.map(({ sq }) => sq),
  })),
  secretariat: paper.technical_secretariat?.sq ?? null,
  activities: paper.meetings.map((meeting) => ({
    kind: ACTIVITY_OF[meeting.kind] ?? 'other',
    // Told of as past.
    held: true,
    from: meeting.date_from,
    to: meeting.date_to === meeting.date_from ? null : meeting.date_to,
    topic: meeting.topic.sq,
    place: meeting.place,
    organiser: institution(paper, { provided_by: meeting.organiser }),
    supporter: meeting.supported_by,
    moderator: meeting.moderated_by?.sq ?? null,
    participants: [meeting.audience.sq, ...meeting.participants].join(', '),
    outcome: meeting.outcome?.sq ?? null,
  })),
  inputs: paper.input_documents.map(({ text }) => text.sq),
  tracks: paper.undated_activities.map((one) => ({ institution: one.institution?.sq ?? null, words: one.text.sq })),
  notes: notesOn(paper, 2),
})

const RESPONSES: readonly ResponseKind[] = ['register', 'email']
const responseKind = (kind: string | null): ResponseKind => RESPONSES.find((one) => one === kind) ?? 'other'

const QUESTION_OF: Record<ProcessQuestion, string> = {
  'on-time': 'on_time',
  'on-budget': 'on_budget',
  'on-staff': 'on_staff',
}
const INDICATOR_OF: Record<Indicator, string> = {
  methods: 'methods_count',
  parties: 'parties_count',
  participants: 'participants_count',
  comments: 'comments_count',
  other: 'other',
}
const FINDING_OF: Record<Finding, string> = {
  'methods-quality': 'methods_quality',
  'expectations-met': 'expectations_met',
  'comments-quality': 'comments_quality',
  'by-objectives': 'by_objectives',
}
const COUNTING_OF: Record<CountingTool, string> = {
  'attendance-list': 'attendance_list',
  'activity-report': 'activity_report',
  'feedback-report': 'feedback_report',
  'comment-list': 'comment_list',
}
const JUDGING_OF: Record<JudgingTool, string> = {
  questionnaire: 'evaluation_questionnaire',
  'informal-talk': 'informal_talk',
  'recorded-views': 'recorded_views',
  'activity-report': 'activity_report',
}

function monitoringOf({ monitoring, ...paper }: ConsultationPlan): Monitoring {
  const each = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
    // One value for each key of the list: that is what the type says.
    Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>
  const chosen = (tools: readonly { key?: string | undefined; selected: boolean }[], key: string): boolean =>
    tools.some((tool) => tool.key === key && tool.selected)
  return {
    process: each(PROCESS_QUESTIONS, (key) => {
      const one = monitoring.process.find((question) => question.key === QUESTION_OF[key])
      return { answer: one?.answer ?? null, measure: one?.improvement?.sq ?? null }
    }),
    indicators: each(INDICATORS, (key) => {
      const one = monitoring.quantitative_indicators.find((indicator) => indicator.key === INDICATOR_OF[key])
      const planned = one?.planned?.sq ?? null
      const selected = one?.selected ?? false
      return { name: null, selected, plannedWords: planned, plannedNumber: null, measure: one?.improvement?.sq ?? null }
    }),
    countingTools: {
      selected: COUNTING_TOOLS.filter((tool) => chosen(monitoring.quantitative_tools, COUNTING_OF[tool])),
      other: null,
    },
    // The sentences stand under the findings, where the form has them first; that it is not certain is noted.
    findings: each(FINDINGS, (key) => {
      const one = monitoring.qualitative_indicators.find((indicator) => indicator.key === FINDING_OF[key])
      return { name: null, selected: one?.selected ?? null, finding: one?.statement?.sq ?? null, measure: null }
    }),
    judgingTools: {
      selected: JUDGING_TOOLS.filter((tool) => chosen(monitoring.qualitative_tools, JUDGING_OF[tool])),
      other: null,
    },
    notes: notesOn({ ...paper, monitoring }, 5),
  }
}
