import type { CalendarTexts } from './calendar-texts.sq.ts'

export const en: CalendarTexts = {
  title: 'Calendar of official holidays',
  lead: 'The days that are not working days in Albania and in Kosovo under the laws on official holidays. Every term computed here rests on this calendar.',
  clocks: 'Deadlines of the law',
  years: 'Year',
  countries: { AL: 'Albania', XK: 'Kosovo' },
  heading: (country, year) => `${country}, ${year}`,
  caption: (country, year) => `Official holidays: ${country}, ${year}`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  columns: { date: 'Date', name: 'Holiday', basis: 'Legal basis', note: 'Note' },
  substituteFor: (date) => `Substitute for the holiday on ${date}`,
  movedTo: (date) => `Falls on a weekend: the day off is ${date}`,
  estimated: 'estimated date',
  announced: 'announced',
  source: (source) => `The date was seen at: ${source}`,
  feed: (country) => `The holidays for your own calendar (iCalendar): ${country}`,
  notesTitle: 'How to read this calendar',
  notes: [
    'When a holiday falls on a Saturday or Sunday, the next day is off that is not itself a weekend, a holiday or a substitute for another holiday.',
    'Dates of the two Eids that we have not seen in an official calendar are estimated by the lunar calendar. The day announced may be a day earlier or later: open deadlines are then computed again.',
    'Days off that a government gives its own staff, to be worked back later, are no official holidays and are not here. An institution that is closed then enters its own closure.',
    'The holidays are known for the years 2015–2040. The calendar replaces neither the law nor the government’s announcement.',
  ],
}
