import type { CivilDate } from '#platform/time/civil-date.ts'

type Cell = {
  meetingId: string
  meetingSlug: string
  day: CivilDate
  bodyKind: string
  personId: string
  name: string
  slug: string | null
  state: 'present' | 'remote' | 'excused' | 'absent'
  minutes: number
  votes: number
  votesTakenPart: number
}

export type SheetMeeting = { id: string; slug: string; day: CivilDate; votes: number }
export type SheetLine = {
  personId: string
  name: string
  /** By meeting; a member who was not called has none. */
  cells: Map<string, Cell>
  attended: number
  minutes: number
  votes: number
  votesTakenPart: number
}
export type Sheet = { meetings: SheetMeeting[]; lines: SheetLine[] }

export const wasThere = ({ state }: Pick<Cell, 'state'>): boolean => state === 'present' || state === 'remote'

/** Member by meeting, with totals. */
export function sheetOf(cells: readonly Cell[]): Sheet {
  const meetings = new Map<string, SheetMeeting>()
  for (const { meetingId: id, meetingSlug: slug, day, votes } of cells) meetings.set(id, { id, slug, day, votes })
  const lines = [...Map.groupBy(cells, ({ personId }) => personId)].map(([personId, of]): SheetLine => {
    const sum = (of_: (cell: Cell) => number): number => of.reduce((total, cell) => total + of_(cell), 0)
    return {
      personId,
      name: of[0]?.name ?? '',
      cells: new Map(of.map((cell) => [cell.meetingId, cell])),
      attended: of.filter(wasThere).length,
      minutes: sum(({ minutes }) => minutes),
      votes: sum(({ votes }) => votes),
      votesTakenPart: sum(({ votesTakenPart }) => votesTakenPart),
    }
  })
  return {
    meetings: [...meetings.values()].toSorted((one, other) => one.day.localeCompare(other.day)),
    lines: lines.toSorted((one, other) => one.name.localeCompare(other.name, 'sq')),
  }
}

export type YearLine = {
  personId: string
  name: string
  slug: string | null
  council: Attended
  commissions: Attended
  minutes: number
  votes: number
  votesTakenPart: number
}
export type Attended = { meetings: number; attended: number; excused: number; absent: number }

/** A councillor's year: in the council, and in commissions. */
export function yearLinesOf(cells: readonly Cell[]): YearLine[] {
  const attendedIn = (of: readonly Cell[]): Attended => ({
    meetings: of.length,
    attended: of.filter(wasThere).length,
    excused: of.filter(({ state }) => state === 'excused').length,
    absent: of.filter(({ state }) => state === 'absent').length,
  })
  return [...Map.groupBy(cells, ({ personId }) => personId)]
    .map(([personId, of]): YearLine => {
      const sum = (of_: (cell: Cell) => number): number => of.reduce((total, cell) => total + of_(cell), 0)
      return {
        personId,
        name: of[0]?.name ?? '',
        slug: of[0]?.slug ?? null,
        council: attendedIn(of.filter(({ bodyKind }) => bodyKind === 'council')),
        commissions: attendedIn(of.filter(({ bodyKind }) => bodyKind !== 'council')),
        minutes: sum(({ minutes }) => minutes),
        votes: sum(({ votes }) => votes),
        votesTakenPart: sum(({ votesTakenPart }) => votesTakenPart),
      }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sq'))
}

/** "87": whole percent; never 100 where one was missed. Null: there was none. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  return Math.min(part < whole ? 99 : 100, Math.round((part / whole) * 100))
}

export function readMonth(words: string | undefined): { year: number; month: number } | null {
  const [, year, month] = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])$/.exec(words ?? '') ?? []
  return year && month ? { year: Number(year), month: Number(month) } : null
}
