import { describe, expect, it } from 'vitest'
import { isUuid } from '#platform/http/field-rules.ts'
import { isSameContent, submissionOf, type SentContent } from './submission-rules.ts'

const FORM = '7f3a2f0e-0000-4000-8000-000000000000'
const CONTENT: SentContent = {
  suggestion: null,
  answers: [],
  body: 'Më shumë kosha.',
  email: 'ana@shembull.example',
  authorName: null,
  organisation: null,
  namePublic: false,
  nodeId: null,
  quote: null,
  fileDigests: [],
}

const CHANGES: [string, Partial<SentContent>][] = [
  ['words', { body: 'Më shumë kosha, dhe shpejt.' }],
  ['address', { email: 'ben@shembull.example' }],
  ['name', { authorName: 'Ana Shembull' }],
  ['organisation', { organisation: 'Shoqata Shembull' }],
  ['choice about the name', { namePublic: true }],
  ['article', { nodeId: FORM }],
  ['passage', { quote: 'kosha' }],
  ['document', { fileDigests: ['0a'] }],
]

describe('what a form brings', () => {
  it('is the same when it comes again, in whatever order its documents come', () => {
    expect(isSameContent({ ...CONTENT, fileDigests: ['a', 'b'] }, { ...CONTENT, fileDigests: ['b', 'a'] })).toBe(true)
    expect(isSameContent({ ...CONTENT, email: 'Ana@shembull.example' }, CONTENT)).toBe(true)
  })

  it.each(CHANGES)('is another with another %s', (_, change) => {
    expect(isSameContent({ ...CONTENT, ...change }, CONTENT)).toBe(false)
  })
})

describe('the number of other content of a form', () => {
  it('has the shape of any other, and is the same for the same content', () => {
    expect(isUuid(submissionOf(FORM, CONTENT))).toBe(true)
    expect(submissionOf(FORM, { ...CONTENT })).toBe(submissionOf(FORM, CONTENT))
  })

  it('is another for each content and each form', () => {
    const numbers = CHANGES.map(([, change]) => submissionOf(FORM, { ...CONTENT, ...change }))
    expect(new Set([...numbers, submissionOf(FORM, CONTENT), submissionOf('another', CONTENT)]).size).toBe(
      CHANGES.length + 2,
    )
  })
})
