import { consultationUrls } from '../urls.ts'
import { groupKey, type QuestionResult } from './result-rules.ts'
import type { ResultsView } from './results-view.ts'

/** The questions and what came of them as data: the same figures that the page shows, and no others. */
export const resultsAsData = (view: ResultsView, url: string) => {
  const { consultation, shown, group, groups } = view
  return {
    url: url + consultationUrls.questions(consultation.slug),
    consultation: url + consultationUrls.one(consultation.slug),
    resultsShown: shown,
    senders: view.senders,
    group: group && groupKey(group),
    groups: groups.map(groupKey),
    questions: view.results.map((result) => questionAsData(result, view)),
  }
}

const questionAsData = (result: QuestionResult, { shown, articles }: ResultsView) => {
  const { question: q } = result
  return {
    id: q.id,
    kind: q.kind,
    article: q.nodeId === null ? null : { id: q.nodeId, label: articles.get(q.nodeId) ?? null },
    label: { sq: q.label, en: q.labelEn },
    compulsory: q.compulsory,
    options: q.options.map(({ n, words, wordsEn }) => ({ n, sq: words, en: wordsEn })),
    other: q.other,
    least: q.least,
    most: q.most,
    scale:
      q.scaleTo === null
        ? null
        : { to: q.scaleTo, low: { sq: q.low, en: q.lowEn }, high: { sq: q.high, en: q.highEn } },
    version: q.version,
    withdrawnAt: q.withdrawnAt,
    events: q.events,
    hidden: !result.shown,
    answers: result.shown ? result.answers : null,
    median: shown ? result.median : null,
    results: shown && result.shown ? result.rows.map(({ n, count, rank }) => ({ n, count, meanRank: rank })) : null,
  }
}
