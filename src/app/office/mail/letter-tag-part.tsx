import type { PageContext } from '#platform/http/page-context.ts'
import type { LetterState } from '#platform/mail/letter-rules.ts'
import { Tag } from '#ui/tag.tsx'
import { OFFICE_TEXTS } from '../office-texts.ts'

const TONES = {
  queued: 'plain',
  claimed: 'plain',
  sent: 'done',
  uncertain: 'warning',
  failed: 'stopped',
  bounced: 'stopped',
  settled: 'plain',
} as const

export const LetterTag = ({ page, state }: { page: PageContext; state: LetterState }) => (
  <Tag tone={TONES[state]}>{OFFICE_TEXTS[page.lang].mail.states[state].label}</Tag>
)
