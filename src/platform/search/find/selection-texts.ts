import type { InEveryLanguage } from '../../i18n/language.ts'

type SelectionTexts = {
  everything: string
  gone: string
  words: (typed: string) => string
  matter: (title: string) => string
  institution: (name: string) => string
  topic: (name: string) => string
  place: (name: string) => string
  state: (name: string) => string
  year: (year: number) => string
}

/** The parts of the sentence that names a selection, put one after the other with commas. */
export const SELECTION_TEXTS: InEveryLanguage<SelectionTexts> = {
  sq: {
    everything: 'gjithçka që publikohet',
    gone: 'nuk gjendet më',
    words: (typed) => `me ${typed.includes(' ') ? 'fjalët' : 'fjalën'} «${typed}»`,
    matter: (title) => `te çështja «${title}»`,
    institution: (name) => `institucioni: ${name}`,
    topic: (name) => `fusha: ${name}`,
    place: (name) => `vendi: ${name}`,
    state: (name) => `gjendja: ${name}`,
    year: (year) => `viti ${year}`,
  },
  en: {
    everything: 'everything that is published',
    gone: 'no longer there',
    words: (typed) => `with the ${typed.includes(' ') ? 'words' : 'word'} “${typed}”`,
    matter: (title) => `in the matter “${title}”`,
    institution: (name) => `institution: ${name}`,
    topic: (name) => `topic: ${name}`,
    place: (name) => `place: ${name}`,
    state: (name) => `state: ${name}`,
    year: (year) => `year ${year}`,
  },
}
