import { randomInt } from 'node:crypto'
import { CHECK_LENGTH, CHECK_LETTERS } from './official-letter-rules.ts'

/** 32¹² ≈ 1.2 · 10¹⁸ codes: nobody finds one by trying, and none tells anything of the next. */
export const newCheckCode = (): string =>
  Array.from({ length: CHECK_LENGTH }, () => CHECK_LETTERS[randomInt(CHECK_LETTERS.length)]).join('')
