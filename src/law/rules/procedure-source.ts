import type { Words } from '../jurisdiction.ts'

/** The Code as a PDF of 14 to 16 April 2016, the only law that was read whole: data/raw/kodi_proc_admin.pdf. */
export const CPA_SOURCE: readonly string[] = ['github.com/aala-ferrari/super-avokati']

export const CPA_NOTE: Words = {
  sq: 'Sipas tekstit të Kodit të prillit 2016; ndryshimet e mëvonshme nuk janë parë.',
  en: 'By the text of the Code of April 2016; later amendments were not seen.',
}
