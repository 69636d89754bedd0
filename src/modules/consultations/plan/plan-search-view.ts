import { piecesOf } from '#platform/search/index/index-row-rules.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import { wordsOfBlock } from '#platform/papers/form-document-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { planUrls } from '../urls.ts'
import { contentSchema } from './content-rules.ts'
import { planBlocks } from './plan-document-view.ts'
import { PLAN_KIND } from './plan-rules.ts'
import { listFoundPlans, listPublicPlanIds, type FoundPlan } from './published-plan-queries.ts'

/** Published plans, found by whatever stands in them. */
export const planSearch: SearchSource = {
  subjectKind: PLAN_KIND,
  kinds: {
    'consultation-plan': {
      sq: { one: 'plan konsultimi', many: 'plane konsultimi' },
      en: { one: 'consultation plan', many: 'consultation plans' },
    },
  },
  states: { published: { sq: 'i publikuar', en: 'published' } },
  find: async (db, ids) => (await listFoundPlans(db, ids)).flatMap(documentsOf),
  idsAfter: listPublicPlanIds,
}

/** A long plan stands in pieces, each found by itself. */
function documentsOf(plan: FoundPlan): SearchDocument[] {
  const subject = refOf(PLAN_KIND, plan.id)
  const words = planBlocks('sq', contentSchema.parse(plan.content), new Map()).flatMap(wordsOfBlock)
  return piecesOf(words.join('\n')).map((body, at) => ({
    subject,
    part: at === 0 ? '' : `pjesa.${at + 1}`,
    matter: subject,
    kind: 'consultation-plan',
    institutionId: plan.institutionId,
    lang: plan.lang,
    title: plan.title,
    ...(at > 0 && { borrowedTitle: true as const }),
    heading: null,
    body,
    translated: at > 0 || plan.titleEn === null ? null : { lang: 'en', title: plan.titleEn, body: '' },
    numbers: [],
    href: planUrls.one(plan.id),
    publishedAt: plan.publishedAt,
    changedAt: plan.changedAt,
    day: plan.day,
    state: 'published',
    topics: plan.topics,
    places: plan.places,
    dueOn: null,
  }))
}
