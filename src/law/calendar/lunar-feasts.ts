import { civilDate, dayNumber, type CivilDate } from '../days.ts'
import type { Jurisdiction } from '../jurisdiction.ts'

export type LunarFeast = 'eid-al-fitr' | 'eid-al-adha'

/** A year may hold one feast twice: the lunar year is eleven days shorter. */
export type LunarDate = { date: CivilDate; estimated: boolean; source: string }

type Seen = { source: string; fitr?: CivilDate; adha?: CivilDate }

/** The bank's calendars of 2018 to 2024, as another catalogue of holidays names them for its dates. */
const BANK_OF_ALBANIA = 'bankofalbania.org, kalendari i festave zyrtare (vacanza/holidays, albania.py)'
const KOSOVO_2018 = 'rks-gov.net/AL/f191/publikimet/festat-zyrtare-ne-republiken-e-kosoves'
const KOSOVO_2019 =
  'rks-gov.net/AL/f332/festat-zyrtare-ne-republiken-e-kosoves/kalendari-i-festave-zyrtare-per-vitin-2019'

/**
 * The days on which it was a holiday, each with where that was seen: calendars of governments and of the central bank,
 * notices of the religious community. A feast that is not here is estimated, past or to come. The two countries have
 * held it on different days (2012): what one announced says nothing about the other.
 */
const SEEN: Record<Jurisdiction, readonly Seen[]> = {
  AL: [
    { fitr: '2016-07-05', adha: '2016-09-12', source: 'Wikipedia, Public holidays in Albania, dates of 2016' },
    { fitr: '2018-06-15', adha: '2018-08-21', source: BANK_OF_ALBANIA },
    { fitr: '2019-06-04', adha: '2019-08-11', source: BANK_OF_ALBANIA },
    { fitr: '2020-05-24', adha: '2020-07-31', source: BANK_OF_ALBANIA },
    { fitr: '2021-05-13', adha: '2021-07-20', source: BANK_OF_ALBANIA },
    {
      fitr: '2022-05-02',
      adha: '2022-07-09',
      source: 'podiumi.com/2022/01/17/kalendari-i-festave-zyrtare-per-vitin-2022',
    },
    { fitr: '2023-04-21', adha: '2023-06-28', source: BANK_OF_ALBANIA },
    { fitr: '2024-04-10', adha: '2024-06-16', source: BANK_OF_ALBANIA },
    {
      fitr: '2025-03-30',
      adha: '2025-06-06',
      source: 'aziendeaccordi.ice.it/it/mercati/albania/tirana/calendario-delle-festivita',
    },
    { fitr: '2026-03-20', adha: '2026-05-27', source: 'noa.al/lajmi/2026/01/2552771.html' },
  ],
  XK: [
    { fitr: '2018-06-15', adha: '2018-08-21', source: KOSOVO_2018 },
    { fitr: '2019-06-04', adha: '2019-08-11', source: KOSOVO_2019 },
    { fitr: '2021-05-13', source: 'mesazhi.com/dita-e-fiter-bajramit-te-enjten' },
    {
      adha: '2021-07-20',
      source: 'mesazhi.com/bik-namazi-i-bajramit-do-te-falet-me-kapacitet-te-plote-neper-xhami',
    },
    {
      fitr: '2022-05-02',
      adha: '2022-07-09',
      source: 'scribd.com/document/559869290/Festat-zyrtare-ne-Republiken-e-Kosoves-per-vitin-2022',
    },
    {
      fitr: '2024-04-10',
      adha: '2024-06-16',
      source: 'scribd.com/document/738256211/Kalendari-festave-zyrtare-2024',
    },
    { fitr: '2025-03-30', source: 'llapi.info/?p=558089' },
  ],
}

/** The feast in a year; almost always one day, two where the lunar year fits twice. */
export function lunarDates(jurisdiction: Jurisdiction, feast: LunarFeast, year: number): readonly LunarDate[] {
  for (const { fitr, adha, source } of SEEN[jurisdiction]) {
    const date = feast === 'eid-al-fitr' ? fitr : adha
    if (date?.startsWith(`${year}-`)) return [{ date, estimated: false, source }]
  }
  return (estimates().get(`${feast} ${year}`) ?? []).map((date) => ({ date, estimated: true, source: ESTIMATE }))
}

const ESTIMATE = 'Umm al-Qura calendar, computed'
const FIRST = dayNumber('2012-01-01')
const LAST = dayNumber('2046-12-31')

/** Twelve thousand days through a formatter take long enough to be done once. */
let known: Map<string, CivilDate[]> | null = null

function estimates(): Map<string, CivilDate[]> {
  known ??= computeEstimates()
  return known
}

function computeEstimates(): Map<string, CivilDate[]> {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  })
  const found = new Map<string, CivilDate[]>()
  for (let day = FIRST; day <= LAST; day++) {
    const parts = format.formatToParts(day * 86_400_000)
    const number = (type: string) => Number(parts.find((part) => part.type === type)?.value)
    const feast = feastOn(number('month'), number('day'))
    if (!feast) continue
    const date = civilDate(day)
    const key = `${feast} ${date.slice(0, 4)}`
    found.set(key, [...(found.get(key) ?? []), date])
  }
  return found
}

/** 1 Shawwal and 10 Dhu al-Hijja. */
function feastOn(month: number, day: number): LunarFeast | null {
  if (month === 10 && day === 1) return 'eid-al-fitr'
  return month === 12 && day === 10 ? 'eid-al-adha' : null
}
