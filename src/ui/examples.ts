import { deadlineExamples } from './deadline-examples.tsx'
import type { Example } from './example.ts'
import { fieldExamples } from './field-examples.tsx'
import { legalExamples } from './legal-examples.tsx'
import { listExamples } from './list-examples.tsx'
import { matterExamples } from './matter-examples.tsx'
import { navigationExamples } from './navigation-examples.tsx'
import { wordsExamples } from './words-examples.tsx'

/** All of them: shown to people on the gallery page, and to the accessibility tests. */
export const examples: readonly Example[] = [
  ...matterExamples,
  ...deadlineExamples,
  ...listExamples,
  ...legalExamples,
  ...fieldExamples,
  ...navigationExamples,
  ...wordsExamples,
]
