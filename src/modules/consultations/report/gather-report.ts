import type { Queryable } from '#platform/db/database.ts'
import { listConsultationEvents } from '../consultation-queries.ts'
import { countInvited, findNoticeWords, listPostings } from '../notices/notice-queries.ts'
import { contentSchema } from '../plan/content-rules.ts'
import { listQuestions } from '../questions/question-queries.ts'
import { tallyAnswers } from '../questions/result-queries.ts'
import { resultOf, type QuestionResult } from '../questions/result-rules.ts'
import { countFigures } from './figure-queries.ts'
import {
  findNoticeDays,
  findReportPlan,
  listChangedPlaces,
  listNotAccepted,
  listReportDocuments,
  listReportMeetings,
  listSpokenArticles,
  listSpokenGroups,
} from './gather-queries.ts'
import { satisfactionOf } from '../telling/satisfaction-queries.ts'
import { FEWEST_RATINGS } from '../telling/telling-rules.ts'
import { findOwnReport } from './report-queries.ts'
import { writtenSchema, type ReportContent, type WrittenParts } from './report-rules.ts'

/** More a reader does not take in; the matrix has them all. */
const MOST = { groups: 50, notAccepted: 300, articles: 40 } as const

/** All that a version of the report holds, as it stands now: counted, gathered, and what the institution has written. */
export async function gatherReport(db: Queryable, consultationId: string): Promise<ReportContent> {
  const spoken = await listSpokenArticles(db, consultationId)
  return {
    shape: 1,
    figures: await countFigures(db, consultationId),
    satisfaction: await ratingsOf(db, consultationId),
    notice: await noticeOf(db, consultationId),
    plan: await planOf(db, consultationId),
    meetings: [...(await listReportMeetings(db, consultationId))],
    said: {
      whole: spoken.find(({ nodeId }) => nodeId === null)?.count ?? 0,
      articles: spoken
        .flatMap(({ nodeId, label, count }) => (nodeId === null ? [] : [{ nodeId, label: label ?? '', count }]))
        .slice(0, MOST.articles),
      groups: [...(await listSpokenGroups(db, consultationId, MOST.groups))],
    },
    changes: (await listChangedPlaces(db, consultationId)).map((one) => ({ ...one, label: one.label ?? '' })),
    questions: await questionsOf(db, consultationId),
    notAccepted: [...(await listNotAccepted(db, consultationId, MOST.notAccepted))],
    documents: [...(await listReportDocuments(db, consultationId))],
    written: await writtenOf(db, consultationId),
  }
}

/** What was saved; as long as nothing was, the introduction is what the notice gave as its reasons. */
export async function writtenOf(db: Queryable, consultationId: string): Promise<WrittenParts> {
  const own = await findOwnReport(db, consultationId)
  const saved = own ? writtenSchema.parse(own.written) : {}
  if (Object.keys(saved).length > 0) return saved
  const words = await findNoticeWords(db, consultationId)
  return words?.reasons ? { introduction: { sq: words.reasons, en: words.reasonsEn } } : {}
}

async function ratingsOf(db: Queryable, consultationId: string): Promise<ReportContent['satisfaction']> {
  const { ratings, satisfied } = await satisfactionOf(db, consultationId)
  if (ratings === 0) return null
  return { ratings, satisfied: ratings < FEWEST_RATINGS ? null : satisfied }
}

async function noticeOf(db: Queryable, consultationId: string): Promise<ReportContent['notice']> {
  const days = await findNoticeDays(db, consultationId)
  const postings = await listPostings(db, consultationId)
  const events = await listConsultationEvents(db, 'sq', consultationId)
  return {
    publishedOn: days?.publishedOn ?? null,
    opensOn: days?.opensOn ?? null,
    closesOn: days?.closesOn ?? null,
    postedOn: days?.postedOn ?? null,
    postings: postings.map(({ place, postedOn, takenDownOn }) => ({ place, from: postedOn, to: takenDownOn })),
    invited: [...(await countInvited(db, consultationId))],
    putOff: events.flatMap(({ kind, fromDay, toDay, reason }) =>
      (kind === 'extended' || kind === 'moved') && fromDay !== null && toDay !== null
        ? [{ from: fromDay, to: toDay, reason: reason ?? '' }]
        : [],
    ),
  }
}

async function planOf(db: Queryable, consultationId: string): Promise<ReportContent['plan']> {
  const plan = await findReportPlan(db, consultationId)
  if (!plan) return null
  const { audiences } = contentSchema.parse(plan.content).scope
  return {
    id: plan.id,
    version: plan.version,
    audiences: audiences.map(({ name, methods, otherMethods, channels, otherChannels }) => ({
      name,
      methods: [...methods, ...otherMethods],
      channels: [...channels, ...otherChannels],
    })),
  }
}

async function questionsOf(db: Queryable, consultationId: string): Promise<ReportContent['questions']> {
  const questions = await listQuestions(db, consultationId)
  if (questions.length === 0) return []
  const { tallies } = await tallyAnswers(db, consultationId)
  return questions.map((question) => questionThen(resultOf(question, tallies, null)))
}

function questionThen({ question, answers, median, rows }: QuestionResult): ReportContent['questions'][number] {
  const { label, labelEn, kind, options } = question
  return {
    label,
    labelEn,
    kind,
    answers,
    median,
    rows: rows.map(({ n, count }) => {
      const option = options.find((one) => one.n === n)
      // Without an option of its own it is a step of a scale, or the answer in other words.
      return { words: option?.words ?? (n === 0 ? '' : String(n)), wordsEn: option?.wordsEn ?? null, count }
    }),
  }
}
