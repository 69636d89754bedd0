import { formatNumber } from '#platform/i18n/formats.ts'
import type { SearchTexts } from './texts.sq.ts'

const n = formatNumber
const about = (found: number, cap: number): string => (found > cap ? `over ${n(cap)}` : n(found))
const hits = (found: number, cap: number): string => (found === 1 ? '1 result' : `${about(found, cap)} results`)

export const en: SearchTexts = {
  title: 'Search',
  lead: 'Search everything that institutions have published here.',
  titleOf: (words, count) => (words === '' ? `${count} – Search` : `${words} – ${count} – Search`),
  errorTitle: 'There is a problem with the search',
  form: 'Search the public record',
  words: 'Words, a number or a code',
  submit: 'Search',
  narrow: 'Narrow the search',
  apply: 'Apply',
  clear: 'Remove all filters',
  filters: {
    kind: 'Kind',
    institution: 'Institution',
    year: 'Year',
    topic: 'Topic',
    place: 'Place',
    state: 'State',
    matter: 'Matter',
  },
  any: {
    kind: 'Any kind',
    institution: 'Any institution',
    year: 'Any year',
    topic: 'Any topic',
    place: 'Any place',
    state: 'Any state',
  },
  active: 'The search is narrowed',
  remove: (filter, value) => `Remove: ${filter}, ${value}`,
  matterGone: 'a matter that cannot be found',
  count: (total, capped, matters) =>
    capped
      ? `Over ${n(total)} results`
      : total === 1
        ? '1 result'
        : matters === total
          ? `${n(total)} results`
          : `${n(total)} results in ${matters === 1 ? '1 matter' : `${n(matters)} matters`}`,
  hits,
  countedHint: (counted) =>
    `There are many results: the numbers in the filters tell how many there are among the newest ${n(counted)}.`,
  order: 'Order',
  orders: { relevance: 'Best match', date: 'Newest first' },
  results: 'Results',
  inMatter: 'Within this matter',
  more: (count) => (count === 1 ? '1 more result in this matter' : `${n(count)} more results in this matter`),
  moreSpoken: (title) => `: ${title}`,
  due: (date) => `until ${date}`,
  paging: 'Pages of results',
  next: 'More results',
  first: 'Back to the first results',
  listEnds:
    'The list ends here, though there are more results: only those shown are put in order. Narrow the search, for example by year, to see the others.',
  also: 'Also searched for:',
  exactly: (words) => `Search only for “${words}”, as you typed it`,
  wasExact: 'Searched exactly as you typed it, without words of the same meaning.',
  alsoSame: 'Also search for words of the same meaning',
  meant: 'Did you mean',
  suggested: (typed) => `Instead of “${typed}” you can also search for:`,
  cut: 'You typed many words: only the first ones were searched for.',
  onlyStopWords: (words) =>
    words.includes(' ')
      ? `The words “${words}” stand in nearly every document, so they are not searched for alone. Add a word that says what you are looking for.`
      : `The word “${words}” stands in nearly every document, so it is not searched for alone. Add a word that says what you are looking for.`,
  tooHard:
    'The search took too long and was stopped. Add another word, or narrow it by institution or year, then try again.',
  faults: {
    'too-long': (most) => `A search can have up to ${n(most)} characters`,
    words: 'These words cannot be searched for',
    kind: 'There is no such kind: choose one from the list',
    institution: 'There is no such institution: choose one from the list',
    year: 'A year has four digits, for example 2026',
    topic: 'There is no such topic: choose one from the list',
    place: 'There is no such place: choose one from the list',
    state: 'There is no such state: choose one from the list',
    matter: 'The reference of the matter is not written correctly',
    order: 'There is no such order',
  },
  help: {
    title: 'How to search',
    items: [
      'Type with or without ë and ç, in capitals or not, in any form: “buxheti” also finds “buxhetin” and “buxheteve”.',
      'Type several words: documents that have all of them are found.',
      'Put words in quotation marks, for example "ujë i pijshëm": they are found only one after the other.',
      'Put a minus before a word, for example taksa -reklama: documents with that word are left out.',
      'Type numbers as they stand in the document: 12/2026, nr. 55. You can search for the code of a comment too.',
      'The words of both countries are searched for together: “komuna” also finds “bashki”.',
    ],
  },
  none: {
    title: (words) => (words === '' ? 'Nothing was found' : `Nothing was found for “${words}”`),
    lead: 'Only what institutions have published can be found here.',
    ways: 'What you can try',
    withoutFilter: (filter) => `Without the filter “${filter}”`,
    withoutAny: 'Without any filter',
    withoutWord: (word) => `Without the word “${word}”`,
    ask: 'Not found? Ask the institution',
    askHint:
      'The institution answers you within the time limit of the law and gives you a number to follow the matter.',
  },
  intro: {
    title: 'What you can find',
    empty: 'Nothing has been published here yet.',
    kind: (name, found, cap) => `${name} (${about(found, cap)})`,
  },
  description: { name: 'Kuvend', words: 'Search the public record' },
  api: {
    summary: 'Searches by words in everything that is published',
    description:
      'Results are grouped by matter and given page by page. Beyond 2 000 they are not counted: `capped` says so. Words are compared without telling ë from e, ç from c or the forms of a word apart.',
    field: {
      q: 'The words',
      ceshtja: 'Reference of the matter to search within',
      lloji: 'Kind, as on the search page',
      institucioni: 'Short name of the institution, as it stands in addresses',
      viti: 'Year of publication',
      tema: 'Id of the topic; those below it count',
      vendi: 'Id of the place; those within it count',
      gjendja: 'State, as on the search page',
      renditja: '`perputhja` (best match) or `data` (newest first)',
      sakte: '`po`: without words of the same meaning',
      pas: 'Key of the page, as the page before gave it',
    },
    refused: 'This value is not accepted here',
    tooHard: 'The search took too long and was stopped: narrow it',
  },
}
