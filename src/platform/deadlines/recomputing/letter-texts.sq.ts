const deadlines = (count: number): string => (count === 1 ? '1 afat' : `${count} afate`)

/** Letters to officials about deadlines: those that moved, and those that come near or are over. */
export const sq = {
  greeting: (name: string): string => `Përshëndetje, ${name},`,
  movedSubject: (count: number): string => (count === 1 ? 'U zhvendos 1 afat' : `U zhvendosën ${count} afate`),
  moved: (count: number): string =>
    count === 1
      ? 'Në institucionin tuaj u zhvendos 1 afat i hapur.'
      : `Në institucionin tuaj u zhvendosën ${count} afate të hapura.`,
  why: (cause: string): string => `Arsyeja: ${cause}.`,
  ofYours: (count: number): string =>
    count === 1 ? 'Një prej tyre është nën përgjegjësinë tuaj.' : `Nën përgjegjësinë tuaj janë ${count} prej tyre.`,
  look: 'Ditët e reja dhe arsyeja e secilës gjenden te afatet:',
  remindSubject: (late: number, near: number): string =>
    [
      ...(late > 0 ? [`${deadlines(late)} në vonesë`] : []),
      ...(near > 0 ? [`${deadlines(near)} pranë mbarimit`] : []),
    ].join(', '),
  late: 'Me afat të kaluar:',
  near: 'Afate që po mbarojnë:',
  until: (what: string, day: string): string => `${what}: ${day}`,
  twoDays: (what: string, workBy: string, due: string): string => `${what}: deri më ${workBy}, jo më vonë se ${due}`,
  more: (count: number): string => `dhe ${count} të tjera`,
  all: 'Të gjitha afatet:',
}
export type LetterTexts = typeof sq
