import { CHANNELS, SENDER_KINDS } from '../comments/comment-rules.ts'

const BY_CHANNEL = CHANNELS.map((channel) => `by_${channel}` as const)
const BY_SENDER = [...SENDER_KINDS, 'unknown' as const].map((kind) => `from_${kind}` as const)

/** Every figure, in the order of the report. */
export const FIGURE_GROUPS = {
  acts: [
    'adopted_acts',
    'adopted_consulted',
    'planned_acts',
    'planned_consulted',
    'planned_not_consulted',
    'planned_dropped',
  ],
  consultations: [
    'drafts_consulted',
    'opened',
    'closed',
    'not_yet_closed',
    'preliminary',
    'cancelled',
    'repeated',
    'outside_plan',
    'history',
  ],
  windows: ['notices_in_time', 'window_known', 'window_kept', 'median_window_days'],
  comments: ['comments', ...BY_CHANNEL, 'late', 'held', 'comments_of_cancelled'],
  senders: BY_SENDER,
  answers: [
    'accepted',
    'partly-accepted',
    'rejected',
    'outside-scope',
    'not-considered',
    'unanswered',
    'answered',
    'answered_share',
    'fully_answered',
    'median_days_to_answer_all',
    'changed_consultations',
    'changed_places',
  ],
  meetings: ['meetings', 'participants'],
  openness: ['plans_before', 'other_ways', 'reports', 'ratings', 'satisfied_share'],
} as const

export type FigureGroup = keyof typeof FIGURE_GROUPS
/** As they are called in data. */
export type FigureKey = Underlined<(typeof FIGURE_GROUPS)[FigureGroup][number]>
type Underlined<Words extends string> = Words extends `${infer A}-${infer B}` ? Underlined<`${A}_${B}`> : Words

export const figureKey = <Words extends string>(words: Words): Underlined<Words> =>
  words.replaceAll('-', '_') as Underlined<Words>

export const FIGURE_KEYS = Object.values(FIGURE_GROUPS).flatMap((keys) => keys.map((key): FigureKey => figureKey(key)))
export const keysOf = (group: FigureGroup): FigureKey[] => FIGURE_GROUPS[group].map((key): FigureKey => figureKey(key))

/** Null: not known, or it cannot be said of so few. */
export type YearFigures = Record<FigureKey, number | null>
