import { formatDate } from '#platform/i18n/formats.ts'
import type { FollowedTexts } from './texts.sq.ts'

export const en: FollowedTexts = {
  happenings: {
    published: ({ to }) =>
      `The public consultation was opened.${to ? ` Comments are accepted until ${formatDate('en', to)}.` : ''}`,
    'taken-in': () => 'A past consultation was added to the register.',
    cancelled: () => 'The consultation was cancelled. The reason is on its page.',
    corrected: () => 'Something was corrected. The reason is on its page.',
    extended: ({ from, to }) =>
      `The time for comments was extended from ${formatDate('en', from ?? '')} to ${formatDate('en', to ?? '')}.`,
    moved: ({ from, to }) =>
      `The last day for comments was put off from ${formatDate('en', from ?? '')} to ${formatDate('en', to ?? '')}.`,
    closed: () => 'The time for comments is over.',
    redrafted: ({ version }) => `Version ${version ?? ''} of the text was published.`,
    repeated: ({ number }) => `The consultation is repeated, as number ${number ?? ''}.`,
    drafted: ({ number }) => `The draft is in consultation, as number ${number ?? ''}.`,
    answered: ({ count }) =>
      count === '1' ? 'An answer to comments was published.' : `${count ?? ''} answers to comments were published.`,
    'document-added': () => 'A document was added.',
    'document-removed': () => 'A document was removed.',
    concluded: () => 'The consultation was concluded. The report with all answers is on its page.',
    reopened: () => 'The consultation was reopened. The reason is on its page.',
    'report-changed': ({ version }) => `Version ${version ?? ''} of the consultation report was published.`,
    comment: ({ count }) => (count === '1' ? 'One new comment.' : `${count ?? ''} new comments.`),
  },
  days: {
    opens: (title) => `The consultation opens: ${title}`,
    closes: (title) => `Last day for comments: ${title}`,
    activity: (what, title) => `${what} (${title})`,
  },
}
