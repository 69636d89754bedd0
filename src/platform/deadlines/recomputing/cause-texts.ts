import type { CalendarChange } from '#law/calendar/day-off.ts'
import type { CivilDate } from '#law/days.ts'
import type { Words } from '#law/jurisdiction.ts'
import { formatDate, formatDateRange } from '../../i18n/formats.ts'

/** Why dates are computed again, as it stands in the history of each deadline that moves. */

const inBoth = (words: (lang: 'sq' | 'en') => string): Words => ({ sq: words('sq'), en: words('en') })

/** A government has announced it. `names`: of the feast. */
export function announcedCause(change: CalendarChange, names: Words): Words {
  if (change.kind === 'added')
    return {
      sq: `U shpall ditë pushimi: ${formatDate('sq', change.day)} (${change.names.sq})`,
      en: `Announced as a day off: ${formatDate('en', change.day)} (${change.names.en})`,
    }
  if (change.kind === 'moved')
    return {
      sq: `U shpall data e festës «${names.sq}»: ${formatDate('sq', change.day)}`,
      en: `The date of “${names.en}” was announced: ${formatDate('en', change.day)}`,
    }
  return {
    sq: `Festa «${names.sq}» nuk ishte ditë pushimi në vitin ${change.year}`,
    en: `“${names.en}” was no day off in ${change.year}`,
  }
}

/** What was announced turned out otherwise, or had been typed wrongly. */
export function withdrawnCause(change: CalendarChange, names: Words): Words {
  const { sq, en } = announcedCause(change, names)
  return { sq: `U tërhoq njoftimi: ${sq}`, en: `The announcement was taken back: ${en}` }
}

export const closureCause = (kind: 'added' | 'removed', from: CivilDate, to: CivilDate, reason: string): Words =>
  inBoth((lang) => {
    const days = formatDateRange(lang, from, to)
    if (lang === 'sq') return `${kind === 'added' ? 'U shtuan' : 'U hoqën'} ditë të mbyllura: ${days} (${reason})`
    return `${kind === 'added' ? 'Closed days added' : 'Closed days removed'}: ${days} (${reason})`
  })

export const termCause = (deed: 'confirmed' | 'set' | 'ended', ruleId: string): Words =>
  ({
    confirmed: { sq: `U konfirmua rregulli ${ruleId}`, en: `The rule ${ruleId} was confirmed` },
    set: {
      sq: `U caktua afati i institucionit për rregullin ${ruleId}`,
      en: `The term for the rule ${ruleId} was set`,
    },
    ended: {
      sq: `Nuk vlen më ajo që institucioni kishte caktuar për rregullin ${ruleId}`,
      en: `What the institution had set for the rule ${ruleId} no longer holds`,
    },
  })[deed]
