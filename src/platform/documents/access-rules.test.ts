import { describe, expect, it } from 'vitest'
import { accessTo, type DocumentAccess, type DocumentReader } from './access-rules.ts'
import { DOCUMENT_CLASSES, type DocumentClass } from './document-rules.ts'

const anyone: DocumentReader = { kind: 'anyone' }
const owner: DocumentReader = { kind: 'owner' }
const stranger: DocumentReader = { kind: 'official', mayReadRecord: false, mayReadConfidential: true }
const official: DocumentReader = { kind: 'official', mayReadRecord: true, mayReadConfidential: false }
const trusted: DocumentReader = { kind: 'official', mayReadRecord: true, mayReadConfidential: true }

/** Class × state of the record; what each reader gets: anyone, owner, official without the right, with it, and with both. */
const TABLE: [DocumentClass, 'published' | 'not-published', ...DocumentAccess[]][] = [
  ['public', 'published', 'public', 'public', 'public', 'public', 'public'],
  ['public', 'not-published', 'refused', 'allowed', 'refused', 'allowed', 'allowed'],
  ['internal', 'published', 'refused', 'allowed', 'refused', 'allowed', 'allowed'],
  ['internal', 'not-published', 'refused', 'allowed', 'refused', 'allowed', 'allowed'],
  ['personal', 'published', 'refused', 'allowed', 'refused', 'noted', 'noted'],
  ['personal', 'not-published', 'refused', 'allowed', 'refused', 'noted', 'noted'],
  ['confidential', 'published', 'refused', 'refused', 'refused', 'refused', 'noted'],
  ['confidential', 'not-published', 'refused', 'refused', 'refused', 'refused', 'noted'],
]

const READERS = [anyone, owner, stranger, official, trusted]
const current = { replaced: false, wasPublic: false, takenDown: false }

describe('who may have a document', () => {
  it.each(TABLE)('%s, its record %s', (of, state, ...expected) => {
    const document = { ...current, class: of, recordPublished: state === 'published' }
    expect(READERS.map((reader) => accessTo(document, reader))).toEqual(expected)
  })

  it('is decided for every class and state', () => {
    expect(TABLE).toHaveLength(DOCUMENT_CLASSES.length * 2)
  })

  it('of an older version everybody has what everybody had', () => {
    const older = { ...current, class: 'public', recordPublished: true, replaced: true } as const
    expect(accessTo({ ...older, wasPublic: true }, anyone)).toBe('public')
    expect(accessTo({ ...older, wasPublic: false }, anyone)).toBe('refused')
    expect(accessTo({ ...older, wasPublic: false }, official)).toBe('allowed')
    expect(accessTo({ ...older, class: 'internal', wasPublic: true }, anyone)).toBe('refused')
  })

  it('is nobody once it is taken down', () => {
    for (const of of DOCUMENT_CLASSES) {
      const gone = { ...current, class: of, recordPublished: true, takenDown: true }
      expect(new Set(READERS.map((reader) => accessTo(gone, reader)))).toEqual(new Set(['gone']))
    }
  })
})
