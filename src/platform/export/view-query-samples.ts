import type { QuerySamples } from '#test/query-samples.ts'
import type { OpenView, ViewWish } from './view-queries.ts'
import type * as queries from './view-queries.ts'

const VIEWS: readonly OpenView[] = [
  'consultations.open_consultations',
  'consultations.open_plans',
  'consultations.open_comments',
  'consultations.open_documents',
  'consultations.open_answers',
  'platform.open_institutions',
  'platform.open_bodies',
  'platform.open_documents',
  'platform.open_ledger_entries',
  'platform.open_topics',
  'platform.open_places',
]
const of = (view: OpenView) => ({ view, filters: { institution: 'bregas' } })

type Page = Parameters<typeof queries.pageOfView> extends [unknown, ...infer Rest] ? Rest : never

export const samples = {
  pageOfView: [
    ...VIEWS.map((view): Page => [{ ...of(view), after: null, limit: 10 }]),
    [
      {
        view: 'platform.open_missed_deadlines',
        filters: {},
        among: { column: 'slot', values: ['answer'] },
        after: '00000000-0000-4000-8000-000000000000',
        limit: 10,
      },
    ],
  ],
  countInView: VIEWS.map((view): [ViewWish, number] => [of(view), 10]),
  spanOfView: VIEWS.map((view): [ViewWish, string] => [of(view), 'changed_at']),
  findInView: [['platform.open_topics', 'id', '00000000-0000-4000-8000-000000000000']],
  newestInView: VIEWS.map((view): [ViewWish, number] => [of(view), 10]),
} satisfies QuerySamples<typeof queries>
