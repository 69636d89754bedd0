import { civilDate, dayNumber, type CivilDate } from '../days.ts'

/** Sunday of Easter in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
export function catholicEaster(year: number): CivilDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return dateOf(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** Sunday of Easter in the Julian calendar (the algorithm of Meeus), as a day of ours. */
export function orthodoxEaster(year: number): CivilDate {
  const moon = (19 * (year % 19) + 15) % 30
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const sum = moon + toSunday + 114
  const julian = dateOf(year, Math.floor(sum / 31), (sum % 31) + 1)
  return civilDate(dayNumber(julian) + julianLag(year))
}

/** Days by which the Julian calendar stands behind, in spring: thirteen from 1900 to 2099. */
const julianLag = (year: number): number => Math.floor(year / 100) - Math.floor(year / 400) - 2

const dateOf = (year: number, month: number, day: number): CivilDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
