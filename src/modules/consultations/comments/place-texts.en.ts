import type { PlaceTexts } from './place-texts.sq.ts'

export const en: PlaceTexts = {
  made: (n, label) => `Made on article ${label} of version ${n}.`,
  standing: {
    same: (n) => `In version ${n} the words are the same.`,
    renumbered: (n, label) => `In version ${n} the words are the same; the article now has the number ${label}.`,
    moved: (n, label) => `In version ${n} the text has moved to article ${label}.`,
    reworded: (n, label) => `In version ${n} the text is reworded and stands in article ${label}.`,
    outside: (n) => `In version ${n} the text stands outside the articles.`,
    gone: (n) => `In version ${n} this text has been removed.`,
    doubtful: (n) => `Its place in version ${n} is being looked at.`,
    awaited: (n) => `Its place in version ${n} has not been found yet.`,
  },
  whatChanged: 'See what changed',
  asMade: (n, label) => `Article ${label} as it was in version ${n}`,
  lost: 'Comments on articles that were removed',
  lostLead:
    'These comments were made on earlier versions. Their article was removed, or their place is being looked at.',
  allLost: (n) =>
    n === 1 ? 'Read 1 comment on articles that were removed' : `Read ${n} comments on articles that were removed`,
  backToAll: 'All comments',
  noneLost: 'No comment is without its article.',
  now: 'Now',
}
