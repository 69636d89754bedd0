import type { Jurisdiction } from '#law/jurisdiction.ts'

const countries: Record<Jurisdiction, string> = { AL: 'Shqipëri', XK: 'Kosovë' }

export const sq = {
  title: 'Kalendari i festave zyrtare',
  lead: 'Ditët që nuk janë ditë pune në Shqipëri dhe në Kosovë sipas ligjeve për festat zyrtare. Çdo afat që llogaritet këtu mbështetet te ky kalendar.',
  clocks: 'Afatet e ligjit',
  years: 'Viti',
  countries,
  heading: (country: string, year: number): string => `${country}, ${year}`,
  caption: (country: string, year: number): string => `Festat zyrtare: ${country}, ${year}`,
  /** Monday first. */
  weekdays: ['e hënë', 'e martë', 'e mërkurë', 'e enjte', 'e premte', 'e shtunë', 'e diel'] as readonly string[],
  columns: { date: 'Data', name: 'Festa', basis: 'Baza ligjore', note: 'Shënim' },
  substituteFor: (date: string): string => `Ditë pushimi në vend të festës së datës ${date}`,
  movedTo: (date: string): string => `Bie në fundjavë: pushohet më ${date}`,
  estimated: 'datë e parashikuar',
  announced: 'e shpallur',
  source: (source: string): string => `Data është parë te: ${source}`,
  feed: (country: string): string => `Festat në kalendarin tuaj (iCalendar): ${country}`,
  notesTitle: 'Si lexohet ky kalendar',
  notes: [
    'Festa që bie të shtunën ose të dielën pushohet në ditën e parë pasuese që nuk është fundjavë, as festë, as ditë pushimi në vend të një feste tjetër.',
    'Datat e Bajrameve që nuk i kemi parë në një kalendar zyrtar janë të parashikuara me kalendarin hënor. Dita e shpallur mund të jetë një ditë më herët ose më vonë: atëherë afatet e hapura rillogariten.',
    'Ditët që qeveria ua jep pushim punonjësve të vet dhe që kompensohen me punë nuk janë festa zyrtare dhe nuk janë këtu. Institucioni që mbyllet ato ditë e shënon vetë mbylljen.',
    'Festat njihen për vitet 2015–2040. Kalendari nuk zëvendëson as ligjin, as njoftimin e qeverisë.',
  ] as readonly string[],
}

export type CalendarTexts = typeof sq
