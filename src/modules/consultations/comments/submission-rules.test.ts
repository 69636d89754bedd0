import { describe, expect, it } from 'vitest'
import { isUuid } from '#platform/http/field-rules.ts'
import type { CommentDraft } from './comment-rules.ts'
import { submissionOf } from './submission-rules.ts'

const DRAFT: CommentDraft = {
  submissionId: '7f3a2f0e-0000-4000-8000-000000000000',
  body: 'Më shumë kosha.',
  email: 'ana@shembull.example',
  onBehalf: 'person',
  authorName: null,
  organisation: null,
  namePublic: false,
  anchor: { about: 'whole' },
}

describe('one submission', () => {
  it('is the same form with the same content, however often it arrives', () => {
    expect(submissionOf({ ...DRAFT }, ['a'])).toBe(submissionOf(DRAFT, ['a']))
    expect(isUuid(submissionOf(DRAFT, []))).toBe(true)
  })

  it.each<[string, Partial<CommentDraft>, string[]]>([
    ['words', { body: 'Më shumë kosha, dhe shpejt.' }, []],
    ['address', { email: 'ben@shembull.example' }, []],
    ['choice about the name', { namePublic: true }, []],
    ['place in the text', { anchor: { about: 'article', nodeId: DRAFT.submissionId } }, []],
    ['document', {}, ['digest']],
    ['form', { submissionId: '7f3a2f0e-0000-4000-8000-000000000001' }, []],
  ])('is not the one with another %s', (_, change, files) => {
    expect(submissionOf({ ...DRAFT, ...change }, files)).not.toBe(submissionOf(DRAFT, []))
  })
})
