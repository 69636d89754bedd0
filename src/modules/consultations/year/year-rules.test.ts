import { describe, expect, it } from 'vitest'
import { readPeriod } from './period-rules.ts'
import { moveOfPeriod, readActKind, slippageOf, stateAt, type Way } from './year-rules.ts'

const READ: [string, [string, string] | null][] = [
  ['mars', ['2027-03-01', '2027-03-01']],
  ['Mars 2027', ['2027-03-01', '2027-03-01']],
  ['Muaji Nëntor', ['2027-11-01', '2027-11-01']],
  ['NENTOR', ['2027-11-01', '2027-11-01']],
  ['nën.', ['2027-11-01', '2027-11-01']],
  ['Dhjetor 2026', ['2026-12-01', '2026-12-01']],
  ['Janar 2028', ['2028-01-01', '2028-01-01']],
  ['mars–prill', ['2027-03-01', '2027-04-01']],
  ['Korrik - Shtator 2027', ['2027-07-01', '2027-09-01']],
  ['T1', ['2027-01-01', '2027-03-01']],
  ['T-IV', ['2027-10-01', '2027-12-01']],
  ['TM2 2027', ['2027-04-01', '2027-06-01']],
  ['Q3', ['2027-07-01', '2027-09-01']],
  ['tremujori i parë', ['2027-01-01', '2027-03-01']],
  ['Tremujori i tretë 2027', ['2027-07-01', '2027-09-01']],
  ['3-mujori II', ['2027-04-01', '2027-06-01']],
  ['Kuartali III', ['2027-07-01', '2027-09-01']],
  ['6-mujori I', ['2027-01-01', '2027-06-01']],
  ['gjashtëmujori i dytë', ['2027-07-01', '2027-12-01']],
  ['03/2027', ['2027-03-01', '2027-03-01']],
  ['2027-03', ['2027-03-01', '2027-03-01']],
  ['2027-03-15', ['2027-03-01', '2027-03-01']],
  ['15.03.2027', ['2027-03-01', '2027-03-01']],
  ['3', ['2027-03-01', '2027-03-01']],
  ['gjatë gjithë vitit', ['2027-01-01', '2027-12-01']],
  ['Vazhdimisht', ['2027-01-01', '2027-12-01']],
  ['', null],
  ['–', null],
  ['Pa afat', null],
]
const NOT_UNDERSTOOD = [
  '13',
  '13/2027',
  'mars 2031',
  'T5',
  'së shpejti',
  'prill–mars',
  'mars, maj, korrik',
  'gjashtëmujori III',
  '0',
]

describe('the month of a table', () => {
  it.each(READ)('“%s” is read', (words, months) => {
    const period = months && { from: months[0], to: months[1] }
    expect(readPeriod(words, 2027)).toEqual({ ok: true, period })
  })
  it.each(NOT_UNDERSTOOD)('“%s” is not guessed', (words) => {
    expect(readPeriod(words, 2027)).toEqual({ ok: false })
  })
})

const NOTHING: Way = {
  promisedFrom: '2026-03-01',
  promisedTo: '2026-03-01',
  dueFrom: '2026-03-01',
  dueTo: '2026-03-01',
  announcedOn: null,
  opensAt: null,
  closesAt: null,
  history: null,
  adoptedOn: null,
  droppedAt: null,
}
const slip = (way: Partial<Way>, today = '2026-03-10') => {
  const found = slippageOf({ ...NOTHING, ...way }, today)
  return found && [found.by, found.month, found.months]
}

describe('slippage', () => {
  it('is counted in months from the one promised to the announcement', () => {
    expect(slip({ announcedOn: '2026-06-30' })).toEqual(['announced', '2026-06-01', 3])
    expect(slip({ announcedOn: '2026-03-31' })).toEqual(['announced', '2026-03-01', 0])
    expect(slip({ announcedOn: '2026-01-02' })).toEqual(['announced', '2026-01-01', -2])
  })
  it('goes over the border of the year', () => {
    const december = { promisedFrom: '2026-12-01', promisedTo: '2026-12-01' }
    expect(slip({ ...december, announcedOn: '2027-01-01' })).toEqual(['announced', '2027-01-01', 1])
    expect(slip({ ...december, announcedOn: '2028-02-29' })).toEqual(['announced', '2028-02-01', 14])
    expect(slip({ promisedFrom: '2026-01-01', promisedTo: '2026-01-01', announcedOn: '2025-12-31' })).toEqual([
      'announced',
      '2025-12-01',
      -1,
    ])
  })
  it('of a quarter is counted from its last month, and nothing within it is late or early', () => {
    const quarter = { promisedFrom: '2026-04-01', promisedTo: '2026-06-01' }
    expect(slip({ ...quarter, announcedOn: '2026-05-05' })?.[2]).toBe(0)
    expect(slip({ ...quarter, announcedOn: '2026-07-01' })?.[2]).toBe(1)
    expect(slip({ ...quarter, announcedOn: '2026-03-31' })?.[2]).toBe(-1)
  })
  it('without a consultation is counted to the adoption', () => {
    expect(slip({ adoptedOn: '2026-05-20' })).toEqual(['adopted', '2026-05-01', 2])
    expect(slip({ announcedOn: '2026-04-01', adoptedOn: '2026-09-20' })).toEqual(['announced', '2026-04-01', 1])
  })
  it('grows month by month while nothing has happened, and not before the month is over', () => {
    expect(slip({}, '2026-03-31')).toBeNull()
    expect(slip({}, '2026-04-01')).toEqual(['overdue', '2026-04-01', 1])
    expect(slip({}, '2027-03-01')).toEqual(['overdue', '2027-03-01', 12])
  })
  it('of what was put off is told by the new month, until that is over too', () => {
    const put = { dueFrom: '2026-09-01', dueTo: '2026-09-01' }
    expect(slip(put, '2026-05-01')).toEqual(['moved', '2026-09-01', 6])
    expect(slip(put, '2026-10-01')).toEqual(['overdue', '2026-10-01', 7])
    expect(slip({ dueFrom: '2026-02-01', dueTo: '2026-02-01' }, '2026-02-01')).toEqual(['moved', '2026-02-01', -1])
  })
  it('of a month that nobody knew, or of what was dropped, there is none', () => {
    expect(slip({ promisedFrom: null, promisedTo: null, announcedOn: '2026-06-01' })).toBeNull()
    expect(slip({ promisedFrom: null, promisedTo: null }, '2027-01-01')).toBeNull()
    expect(slip({ droppedAt: new Date() }, '2027-01-01')).toBeNull()
    expect(slip({ dueFrom: null, dueTo: null }, '2026-03-01')).toBeNull()
  })
})

describe('the state', () => {
  const at = new Date('2026-06-10T10:00:00Z')
  const window = {
    history: false,
    opensAt: new Date('2026-06-01T00:00:00Z'),
    closesAt: new Date('2026-07-01T00:00:00Z'),
  }
  it('follows the newest consultation, and its own deeds before it', () => {
    expect(stateAt(NOTHING, at)).toBe('planned')
    expect(stateAt({ ...NOTHING, ...window }, new Date('2026-05-01T00:00:00Z'))).toBe('announced')
    expect(stateAt({ ...NOTHING, ...window }, at)).toBe('open')
    expect(stateAt({ ...NOTHING, ...window }, window.closesAt)).toBe('closed')
    expect(stateAt({ ...NOTHING, history: true }, at)).toBe('closed')
    expect(stateAt({ ...NOTHING, ...window, adoptedOn: '2026-06-09' }, at)).toBe('adopted')
    expect(stateAt({ ...NOTHING, ...window, droppedAt: at }, at)).toBe('dropped')
  })
})

describe('a change of the month', () => {
  const march = { from: '2026-03-01', to: '2026-03-01' }
  it('is told as what it is', () => {
    expect(moveOfPeriod(march, { from: '2027-01-01', to: '2027-01-01' })).toBe('postponed')
    expect(moveOfPeriod(march, { from: '2026-02-01', to: '2026-02-01' })).toBe('brought-forward')
    expect(moveOfPeriod(march, march)).toBeNull()
    expect(moveOfPeriod(null, march)).toBeNull()
    expect(moveOfPeriod(march, { from: '2026-01-01', to: '2026-03-01' })).toBe('brought-forward')
  })
})

describe('the kind of act of a table', () => {
  it('is known by its word, and nothing is made of nothing', () => {
    expect(readActKind('Rregullore')).toBe('regulation')
    expect(readActKind('Projektvendim i Këshillit')).toBe('decision')
    expect(readActKind('Projekt-ligj')).toBe('draft-law')
    expect(readActKind('Taksat dhe tarifat')).toBe('fees')
    expect(readActKind('Plan veprimi')).toBe('plan')
    expect(readActKind('Marrëveshje')).toBe('other')
    expect(readActKind(' – ')).toBeNull()
  })
})
