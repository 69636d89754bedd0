import { viewDataset } from '#platform/export/view-dataset.ts'
import type { Dataset } from '#platform/export/dataset.ts'
import { MEETING_KIND, VOTE_KIND } from '../../council-rules.ts'
import { ATTENDANCE_COLUMNS, BALLOT_COLUMNS, registerWords, VOTE_COLUMNS } from './column-texts.ts'

const COMMON = {
  themes: ['GOVE'],
  licence: 'CC0-1.0',
  institutionId: null,
  primaryKey: ['id'],
  frequency: 'CONT',
  countries: ['AL', 'XK'],
  day: 'day',
} as const

const PAIR = /^[0-9a-f-]{36}:[0-9a-f-]{36}$/

/** Votes, ballots and attendance as open data, from what everybody may read. */
export const minutesRegisters: readonly Dataset[] = [
  viewDataset({
    ...COMMON,
    ...registerWords.votes,
    name: 'votimet',
    columns: VOTE_COLUMNS,
    filters: ['institution', 'result', 'stage', 'method'],
    view: 'council.open_votes',
    kinds: [VOTE_KIND],
  }),
  viewDataset({
    ...COMMON,
    ...registerWords.ballots,
    name: 'votat',
    columns: BALLOT_COLUMNS,
    filters: ['institution', 'choice', 'result'],
    view: 'council.open_ballots',
    kinds: [VOTE_KIND],
    keyShape: PAIR,
  }),
  viewDataset({
    ...COMMON,
    ...registerWords.attendance,
    name: 'pjesemarrja',
    columns: ATTENDANCE_COLUMNS,
    filters: ['institution', 'state', 'body_kind'],
    view: 'council.open_attendances',
    kinds: [MEETING_KIND],
    keyShape: PAIR,
  }),
]
