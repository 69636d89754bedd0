import { formatDate } from '#platform/i18n/formats.ts'
import type { FoundTexts } from './found-texts.sq.ts'

const day = (on: string | undefined, words: (on: string) => string, plain: string): string =>
  on ? words(formatDate('en', on)) : plain

export const foundEn: FoundTexts = {
  act: { one: 'act', many: 'acts' },
  article: { one: 'article of an act', many: 'articles of acts' },
  states: {
    'in-force': 'In force',
    'not-yet': 'Not in force yet',
    repealed: 'Repealed',
    suspended: 'Suspended',
    'not-known': 'Not known whether it is in force',
    numbered: 'Numbered, not announced yet',
    never: 'Never in force',
  },
  happenings: {
    numbered: ({ number }) => (number ? `The act was given number ${number}.` : 'The act was given its number.'),
    announced: ({ day: on }) => day(on, (words) => `The act was announced on ${words}.`, 'The act was announced.'),
    posted: () => 'The act was posted up.',
    transmitted: () => 'The act was sent for legality.',
    registered: () => 'The act was registered with the reviewing authority.',
    conform: () => 'The act was found lawful.',
    returned: () => 'The act was returned with reasons by the reviewing authority.',
    're-examined': () => 'The act was re-examined and sent again.',
    'sent-to-court': () => 'The act was taken to court.',
    upheld: () => 'The court upheld the act.',
    annulled: () => 'The court annulled the act.',
    'in-force': ({ day: on }) => day(on, (words) => `The act came into force on ${words}.`, 'The act came into force.'),
    suspended: ({ day: on }) => day(on, (words) => `The act was suspended from ${words}.`, 'The act was suspended.'),
    resumed: () => 'The act applies again.',
    changed: ({ day: on }) => day(on, (words) => `The act was changed from ${words}.`, 'The act was changed.'),
    repealed: ({ day: on }) => day(on, (words) => `The act was repealed from ${words}.`, 'The act was repealed.'),
    consolidated: () => 'The updated text of the act was published.',
    corrected: () => 'The published act was corrected.',
    void: () => 'The number of the act was made void.',
    'returned-by-mayor': () => 'The mayor returned the act for reconsideration.',
    reconsidered: () => 'The council reconsidered the act.',
    notified: () => 'The act was notified.',
    signed: () => 'The act was signed.',
    'not-needed': () => 'It was decided not to send the act for legality.',
    'transmittal-withdrawn': () => 'The sending of the act for legality was withdrawn.',
    'verdict-corrected': () => 'The note on legality was corrected.',
  },
  days: {
    from: (name) => `${name} comes into force`,
    to: (name) => `${name} no longer applies`,
  },
}
