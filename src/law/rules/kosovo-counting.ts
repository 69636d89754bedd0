import type { Words } from '../jurisdiction.ts'

/** Of every rule in days: law 05/L-031, which says how they are counted, could not be read. */
export const KOSOVO_COUNTING: Words = {
  sq: 'Burimi thotë vetëm «ditë». Nuk është parë nëse numërohet dita e parë dhe nëse dita e fundit, kur bie në pushim, kalon në ditën e parë të punës pas saj: prandaj jepen dy data, dhe institucioni punon sipas asaj më të hershme.',
  en: 'The source says only “days”. Whether the first day is counted, and whether a clock that ends on a day off moves to the next working day, was not seen: so two dates are given, and the institution works to the earlier one.',
}
