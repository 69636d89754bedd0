import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './template-queries.ts'

export const samples = {
  listTemplates: [[null], [[ID]]],
  listTemplatesById: [[[ID]]],
  findTemplate: [[ID]],
  holdTemplate: [[ID]],
  listTemplateVersions: [[ID]],
  insertTemplate: [[{ institutionId: ID, submissionId: ID, kind: 'answer', at: MOMENT }]],
  insertTemplateVersion: [
    [
      {
        institutionId: ID,
        templateId: ID,
        n: 2,
        name: 'Përgjigje',
        lang: 'sq',
        subjectLine: 'Përgjigje',
        body: 'I nderuar {{adresuesi}}',
        remedy: '',
        otherLang: null,
        otherSubjectLine: null,
        otherBody: null,
        otherRemedy: null,
        by: ID,
        at: MOMENT,
      },
    ],
  ],
  markTemplateEnded: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
