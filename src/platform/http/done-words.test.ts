import { expect, it } from 'vitest'
import { doneWords } from './done-words.ts'

it('says what was done for the keys that were written down, and nothing for any other', () => {
  const words = { ruajt: 'U ruajt' }
  const keys = ['ruajt', 'tjeter', '', undefined, 'constructor', '__proto__', 'toString']
  expect(keys.map((key) => doneWords(words, key))).toEqual(['U ruajt', null, null, null, null, null, null])
})
