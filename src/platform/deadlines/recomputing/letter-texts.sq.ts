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
  ofYours: (count: number, all: number): string => {
    if (all === 1) return 'Ky afat është nën përgjegjësinë tuaj.'
    if (count === all) return 'Të gjitha janë nën përgjegjësinë tuaj.'
    return count === 1
      ? 'Një prej tyre është nën përgjegjësinë tuaj.'
      : `Nën përgjegjësinë tuaj janë ${count} prej tyre.`
  },
  look: 'Datat e reja i gjeni te tabela e afateve:',
  remindSubject: (late: number, near: number): string =>
    [
      ...(late > 0 ? [`${deadlines(late)} me vonesë`] : []),
      ...(near > 0 ? [`${deadlines(near)} pranë mbarimit`] : []),
    ].join(', '),
  late: 'Afate me vonesë:',
  near: 'Afate pranë mbarimit:',
  until: (what: string, day: string): string => `${what}: ${day}`,
  twoDays: (what: string, workBy: string, due: string): string =>
    `${what}: punohet deri më ${workBy}; dita e fundit është ${due}`,
  more: (count: number): string => `dhe ${count} të tjera`,
  all: 'Të gjitha afatet:',
}
export type LetterTexts = typeof sq
